package dev.detente.web.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A picture as SVG. Colours and strokes are the style sheet's; what is written in it is escaped.
 * Numbers are in units of the picture's own. One thread at a time.
 */
final class Svg {
  private final StringBuilder svg = new StringBuilder();

  /**
   * @param label what it shows, for those who hear it
   */
  Svg(double width, double height, String classes, String label) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"%s\" viewBox=\"0 0 %.0f %.0f\" role=\"group\" aria-label=\"%s\">",
            classes,
            width,
            height,
            Sheets.escaped(label)));
  }

  Svg line(String classes, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        classes, x1, y1, x2, y2);
  }

  Svg rect(String classes, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        classes, x, y, Math.max(0.5, width), Math.max(0.5, height));
  }

  Svg circle(String classes, double x, double y, double radius) {
    return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", classes, x, y, radius);
  }

  /**
   * @param path of numbers and letters only
   */
  Svg path(String classes, String path) {
    return add("<path class=\"%s\" d=\"%s\"/>", classes, path);
  }

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  Svg text(String classes, String anchor, double x, double y, String text) {
    return add(
        "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        classes, anchor, x, y, Sheets.escaped(text));
  }

  /** What follows until {@link #end} leads to an address, and is called so. */
  Svg link(String href, String title) {
    return add(
        "<a href=\"%s\" aria-label=\"%s\"><title>%s</title>",
        Sheets.escaped(href), Sheets.escaped(title), Sheets.escaped(title));
  }

  /** What follows until {@link #endGroup} belongs together, and is called so when pointed at. */
  Svg group(@Nullable String transform, @Nullable String title) {
    svg.append("<g");
    if (transform != null) {
      svg.append(" transform=\"").append(transform).append('"');
    }
    svg.append('>');
    if (title != null) {
      svg.append("<title>").append(Sheets.escaped(title)).append("</title>");
    }
    return this;
  }

  Svg endGroup() {
    svg.append("</g>");
    return this;
  }

  Svg end() {
    svg.append("</a>");
    return this;
  }

  private Svg add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
    return this;
  }

  @Override
  public String toString() {
    return svg + "</svg>";
  }
}
