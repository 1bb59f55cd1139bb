package dev.detente.web.page;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.Survey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where it was said and happened. What is exact is a dot, an area is a ring of dashes around its
 * middle, and a country is its own shape, never a pin. Equirectangular, true at the middle of what
 * is shown. Thread-safe.
 */
final class MapPage {
  private static final int MOST = 300;
  private static final int NAMED = 26;
  private static final double WIDTH = 1080;
  private static final double LOWEST = 420;
  private static final double HIGHEST = 720;

  /** Units of the shapes in a degree. */
  private static final double UNITS = 40;

  /** Degrees around what is shown, and the least that is shown from south to north. */
  private static final double AROUND = 2.5;

  private static final double LEAST = 12;
  private static final double LETTER = 6.4;

  private static final List<Shape> SHAPES = shapes();

  private final Sheets sheets;
  private final Kept kept;

  MapPage(Sheets sheets, Kept kept) {
    this.sheets = sheets;
    this.kept = kept;
  }

  /** A country's outline; west, north, east and south in the units of its path. */
  private record Shape(String country, int west, int north, int east, int south, String path) {}

  /** What part of the world is shown, in degrees, and how large. */
  private record View(double west, double north, double east, double south) {
    double flat() {
      return Math.cos(Math.toRadians((north + south) / 2));
    }

    /** Pixels to a degree of latitude. */
    double scale() {
      return WIDTH / ((east - west) * flat());
    }

    double height() {
      return (north - south) * scale();
    }

    double x(double lon) {
      return (lon - west) * flat() * scale();
    }

    double y(double lat) {
      return (north - lat) * scale();
    }
  }

  private static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    InputStream in = MapPage.class.getResourceAsStream("shapes.tsv");
    if (in == null) {
      throw new IllegalStateException("no shapes of countries");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          shapes.add(
              new Shape(
                  cells[0],
                  Integer.parseInt(cells[1]),
                  Integer.parseInt(cells[2]),
                  Integer.parseInt(cells[3]),
                  Integer.parseInt(cells[4]),
                  cells[5]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(shapes);
  }

  /**
   * The map with its table.
   *
   * @param part {@code world} for all of it; else what is told of
   */
  String map(Ledger ledger, Wording wording, @Nullable String part) {
    Map<String, Object> page = Frame.page(wording, "map", wording.of("nav_map"));
    List<Survey.Spot> spots = kept.of(ledger, "places", asked -> asked.survey().places(MOST));
    boolean world = "world".equals(part);
    page.put("world", world);
    Figure table =
        new Figure(
            List.of(
                wording.of("place"),
                wording.of("country"),
                wording.of("precision"),
                wording.of("statements"),
                wording.of("cooperation"),
                wording.of("conflict")));
    for (Survey.Spot spot : spots) {
      table.row(
          href(spot),
          name(spot, wording),
          Lands.name(spot.country(), wording),
          wording.label("precision", spot.precision()),
          Shown.number(spot.statements(), wording),
          Shown.number(spot.cooperation(), wording),
          Shown.number(spot.conflict(), wording));
    }
    page.put("chart", spots.isEmpty() ? null : table.with(draw(spots, world, wording)));
    page.put("none", spots.isEmpty());
    Frame.behind(page, kept, wording);
    return sheets.fill("map", page);
  }

  private static String href(Survey.Spot spot) {
    return "/places/"
        + Asked.encoded(spot.name())
        + (spot.country() == null ? "" : "?country=" + spot.country());
  }

  private static String name(Survey.Spot spot, Wording wording) {
    String country =
        spot.precision().equals("country") ? Lands.name(spot.country(), wording) : null;
    return country == null ? spot.name() : country;
  }

  private static Svg draw(List<Survey.Spot> spots, boolean world, Wording wording) {
    View view = world ? new View(-170, 80, 190, -57) : around(spots);
    Svg svg = new Svg(WIDTH, view.height(), "map", wording.of("map_chart"));
    graticule(svg, view);
    Map<String, Survey.Spot> countries = new HashMap<>();
    for (Survey.Spot spot : spots) {
      if (spot.precision().equals("country") && spot.country() != null) {
        countries.putIfAbsent(spot.country(), spot);
      }
    }
    String placed =
        String.format(
            Locale.ROOT,
            "translate(%.1f %.1f) scale(%.4f %.4f)",
            view.x(0),
            view.y(0),
            view.flat() * view.scale() / UNITS,
            view.scale() / UNITS);
    svg.group(placed, null);
    List<Shape> told = new ArrayList<>();
    for (Shape shape : SHAPES) {
      if (shape.west() / UNITS < view.east()
          && shape.east() / UNITS > view.west()
          && -shape.north() / UNITS > view.south()
          && -shape.south() / UNITS < view.north()) {
        if (countries.containsKey(shape.country())) {
          told.add(shape);
        } else {
          svg.path("land", shape.path());
        }
      }
    }
    for (Shape shape : told) {
      Survey.Spot spot = countries.get(shape.country());
      if (spot != null) {
        svg.link(href(spot), title(spot, wording));
        svg.path("land told " + tone(spot), shape.path());
        svg.end();
      }
    }
    svg.endGroup();
    areasAndPoints(svg, spots, view, wording);
    names(svg, spots, view, wording);
    return svg;
  }

  /** The rectangle of all that is told of, with room around it, in the shape of the picture. */
  private static View around(List<Survey.Spot> spots) {
    double west = 180;
    double east = -180;
    double north = -90;
    double south = 90;
    for (Survey.Spot spot : spots) {
      if (spot.lat() != null && spot.lon() != null) {
        west = Math.min(west, spot.lon());
        east = Math.max(east, spot.lon());
        north = Math.max(north, spot.lat());
        south = Math.min(south, spot.lat());
      }
    }
    if (east < west) {
      return new View(-170, 80, 190, -57);
    }
    north = Math.min(84, north + AROUND);
    south = Math.max(-60, south - AROUND);
    west -= 2 * AROUND;
    east += 2 * AROUND;
    double lack = LEAST - (north - south);
    if (lack > 0) {
      north += lack / 2;
      south -= lack / 2;
    }
    double flat = Math.cos(Math.toRadians((north + south) / 2));
    double wide = (east - west) * flat;
    double tall = north - south;
    if (tall / wide < LOWEST / WIDTH) {
      double more = wide * LOWEST / WIDTH - tall;
      north += more / 2;
      south -= more / 2;
    } else if (tall / wide > HIGHEST / WIDTH) {
      double more = (tall * WIDTH / HIGHEST - wide) / flat;
      west -= more / 2;
      east += more / 2;
    }
    return new View(west, north, east, south);
  }

  /** Lines of latitude and longitude. */
  private static void graticule(Svg svg, View view) {
    int step = view.north() - view.south() > 60 ? 30 : view.north() - view.south() > 20 ? 10 : 5;
    for (int lon = (int) Math.ceil(view.west() / step) * step; lon < view.east(); lon += step) {
      svg.line("grid", view.x(lon), 0, view.x(lon), view.height());
    }
    for (int lat = (int) Math.ceil(view.south() / step) * step; lat < view.north(); lat += step) {
      svg.line("grid", 0, view.y(lat), WIDTH, view.y(lat));
    }
  }

  private static void areasAndPoints(Svg svg, List<Survey.Spot> spots, View view, Wording wording) {
    for (Survey.Spot spot : spots) {
      if (spot.lat() != null && spot.lon() != null && !spot.precision().equals("country")) {
        double size = 4 + 2.2 * Math.sqrt(spot.statements() + spot.events());
        boolean area = spot.precision().equals("area");
        svg.link(href(spot), title(spot, wording));
        svg.circle(
            (area ? "area " : "point ") + tone(spot),
            view.x(spot.lon()),
            view.y(spot.lat()),
            area ? size + 14 : size);
        svg.end();
      }
    }
  }

  /** The names of the places with most, as many as there is room for. */
  private static void names(Svg svg, List<Survey.Spot> spots, View view, Wording wording) {
    List<double[]> taken = new ArrayList<>();
    for (Survey.Spot spot : spots.subList(0, Math.min(NAMED, spots.size()))) {
      if (spot.lat() == null || spot.lon() == null) {
        continue;
      }
      boolean country = spot.precision().equals("country");
      String name = name(spot, wording);
      double size = 4 + 2.2 * Math.sqrt(spot.statements() + spot.events());
      double reach = country ? 0 : spot.precision().equals("area") ? size + 18 : size + 4;
      double length = LETTER * name.length() * (country ? 1.2 : 1);
      double y = view.y(spot.lat()) + 4;
      boolean flipped = view.x(spot.lon()) + reach + length > WIDTH;
      double x = view.x(spot.lon()) + (country ? -length / 2 : flipped ? -reach - length : reach);
      if (x < 0 || y < 14 || y > view.height() - 4 || x + length > WIDTH) {
        continue;
      }
      double left = x;
      double line = y;
      if (taken.stream()
          .noneMatch(
              one -> Math.abs(one[1] - line) < 15 && one[0] < left + length && left < one[2])) {
        taken.add(new double[] {x, y, x + length});
        svg.text(country ? "country" : "at", "start", x, y, name);
      }
    }
  }

  private static String tone(Survey.Spot spot) {
    return spot.conflict() > spot.cooperation()
        ? "conflict"
        : spot.cooperation() > spot.conflict() ? "cooperation" : "neutral";
  }

  private static String title(Survey.Spot spot, Wording wording) {
    return name(spot, wording)
        + ": "
        + spot.statements()
        + " "
        + wording.of("statements")
        + ", "
        + spot.events()
        + " "
        + wording.of("events");
  }
}
