package dev.detente.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the bytes of an input are read. */
public enum InputFormat {
  /** Plain text, one article a file. */
  TEXT("text"),
  /** One article a line. */
  JSON_LINES("jsonl"),
  /** One object, or an array of them. */
  JSON("json"),
  /** A web page. */
  PAGE("html"),
  /** A web archive: WARC or ARC, however it is packed. */
  ARCHIVE("warc"),
  /** A news item (NITF, NewsML-G2) or a feed (RSS, Atom). */
  XML("xml"),
  /** Articles with their analysis. */
  CONLLU("conllu"),
  /** A table of articles, or of records. */
  PARQUET("parquet"),
  /** Annotations of brat, beside the text that they belong to. */
  BRAT("brat");

  private final String label;

  InputFormat(String label) {
    this.label = label;
  }

  /** The name that users give: {@code html}. */
  public String label() {
    return label;
  }

  /** The format of a name; null when there is none. */
  public static @Nullable InputFormat of(String label) {
    for (InputFormat format : values()) {
      if (format.label.equals(label)) {
        return format;
      }
    }
    return null;
  }

  /**
   * The format that a file's name tells, its {@code .gz} or {@code .zst} aside; null when it tells
   * none.
   */
  static @Nullable InputFormat ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - 3);
    } else if (name.endsWith(".warc.zst") || name.endsWith(".arc.zst")) {
      name = name.substring(0, name.length() - 4);
    }
    int dot = name.lastIndexOf('.');
    return switch (dot < 0 ? "" : name.substring(dot + 1)) {
      case "txt" -> TEXT;
      case "jsonl", "ndjson" -> JSON_LINES;
      case "json" -> JSON;
      case "html", "htm", "xhtml" -> PAGE;
      case "warc", "arc", "wet" -> ARCHIVE;
      case "xml", "nitf", "rss", "atom" -> XML;
      case "conllu" -> CONLLU;
      case "parquet" -> PARQUET;
      case "ann" -> BRAT;
      default -> null;
    };
  }
}
