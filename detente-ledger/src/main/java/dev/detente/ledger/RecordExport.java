package dev.detente.ledger;

import dev.detente.article.DetenteException;
import dev.detente.language.conllu.ConlluWriter;
import dev.detente.ledger.export.GdeltRows;
import dev.detente.ledger.export.GeoFeatures;
import dev.detente.ledger.export.NgecEvents;
import dev.detente.ledger.export.SchemaOrg;
import dev.detente.ledger.store.ItemNumber;
import dev.detente.ledger.store.RecordStore;
import dev.detente.record.ArticleRecord;
import dev.detente.record.json.RecordWriter;
import dev.detente.source.mark.BratCollection;
import dev.detente.source.mark.RecordWebAnnotations;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of a ledger in the forms of other programs, article by article, in the order
 * in which they came, so that the same ledger gives the same bytes and none is held for long.
 */
public final class RecordExport {
  private static final int BATCH = 200;

  /** The forms. */
  public enum Format {
    /** Records as {@code read} writes them, which {@code add} takes. */
    RECORDS("records.jsonl"),
    /** A page of W3C Web Annotations a line. */
    WEBANNOTATION("annotations.jsonl"),
    /** Articles of schema.org in one graph, one a line, with what is said and done in them. */
    JSONLD("articles.jsonld"),
    /** Actual events as rows of GDELT 2.0, and where they are told. */
    GDELT("gdelt.export.csv", "gdelt.mentions.csv"),
    /** Events as NGEC has them, by PLOVER, one a line. */
    NGEC("events.ngec.jsonl"),
    /** Events with their places. */
    GEOJSON("events.geojson"),
    /** The analyses, with their trees. */
    CONLLU("analyses.conllu"),
    /** The text of each article with its annotations beside it, for brat. */
    BRAT;

    private final List<String> files;

    Format(String... files) {
      this.files = List.of(files);
    }
  }

  private final Ledger ledger;
  private final Path folder;

  /**
   * @param folder made when it is not there
   */
  public RecordExport(Ledger ledger, Path folder) {
    this.ledger = ledger;
    this.folder = folder;
  }

  /** The format of this name; null when there is none. */
  public static @Nullable Format format(String name) {
    for (Format format : Format.values()) {
      if (format.name().equals(name.toUpperCase(Locale.ROOT))) {
        return format;
      }
    }
    return null;
  }

  /** A place to write to, whose failures come out as they are. */
  private record Sink(BufferedWriter to) {
    void write(String text) {
      try {
        to.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Writes a form.
   *
   * @return the files; for brat, which has two of each article, the folder
   * @throws DetenteException DET-0712 when the folder cannot be written
   */
  public List<Path> write(Format format) {
    if (format == Format.BRAT) {
      brat();
      return List.of(folder);
    }
    List<Path> files = format.files.stream().map(folder::resolve).toList();
    try {
      Files.createDirectories(folder);
      try (BufferedWriter first = Files.newBufferedWriter(files.get(0), StandardCharsets.UTF_8)) {
        if (format == Format.GDELT) {
          try (BufferedWriter second =
              Files.newBufferedWriter(files.get(1), StandardCharsets.UTF_8)) {
            gdelt(new Sink(first), new Sink(second));
          }
        } else {
          write(format, new Sink(first));
        }
      }
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(Objects.requireNonNull(e.getCause()));
    }
    return files;
  }

  private void write(Format format, Sink out) {
    switch (format) {
      case RECORDS -> ledger.records(record -> out.write(RecordWriter.line(record) + "\n"));
      case WEBANNOTATION -> ledger.records(record -> out.write(RecordWebAnnotations.line(record)));
      case JSONLD ->
          document(
              "{\"@context\":\"https://schema.org\",\"@graph\":[",
              record -> List.of(SchemaOrg.article(record)),
              out);
      case NGEC ->
          ledger.records(record -> NgecEvents.of(record).forEach(event -> out.write(event + "\n")));
      case GEOJSON ->
          document("{\"type\":\"FeatureCollection\",\"features\":[", GeoFeatures::of, out);
      case CONLLU -> conllu(out);
      case GDELT, BRAT -> throw new IllegalStateException("written to several files");
    }
  }

  /** One JSON document of what every record has, one a line. */
  private void document(String head, Function<ArticleRecord, List<String>> parts, Sink out) {
    out.write(head);
    String[] before = {"\n"};
    ledger.records(
        record -> {
          for (String part : parts.apply(record)) {
            out.write(before[0] + part);
            before[0] = ",\n";
          }
        });
    out.write("\n]}\n");
  }

  private void brat() {
    try {
      BratCollection collection = new BratCollection(folder);
      ledger.records(
          record -> {
            try {
              collection.write(record.article(), BratCollection.annotations(record));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(Objects.requireNonNull(e.getCause()));
    }
  }

  private void conllu(Sink out) {
    ConlluWriter writer = new ConlluWriter();
    long from = 0;
    while (true) {
      List<RecordStore.Coding> page = ledger.codings(from, "", BATCH);
      if (page.isEmpty()) {
        return;
      }
      for (RecordStore.Coding coding : page) {
        if (coding.analysed() != null) {
          out.write(writer.format(coding.analysed()));
        }
      }
      from = page.get(page.size() - 1).n() + 1;
    }
  }

  /** One event of several articles is one row, and a mention in each of them. */
  private void gdelt(Sink events, Sink mentions) {
    SameEvents same = new SameEvents(ledger);
    ledger.records(
        record -> {
          Kept kept = kept(record);
          GdeltRows rows = new GdeltRows(record);
          for (GdeltRows.Row row : rows.actual()) {
            SameEvents.Group group =
                same.group(
                    ItemNumber.of(kept.n(), row.id()),
                    number(Address.of(kept.content(), row.event()) + row.id()));
            if (group.first()) {
              events.write(
                  row.event(group.number(), group.reports(), group.outlets(), group.articles()));
            }
            mentions.write(row.mention(group.number()));
          }
        });
  }

  /** A positive number for a text (FNV-1a of 64 bits), for programs that know things by numbers. */
  private static long number(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash & Long.MAX_VALUE;
  }

  /** The number under which an article is kept, and the hash of its content. */
  private record Kept(long n, long content) {}

  private Kept kept(ArticleRecord record) {
    return ledger
        .database()
        .list(
            "SELECT n, hash FROM article WHERE id = ?",
            row -> new Kept(row.getLong(1), row.getLong(2)),
            record.article().id())
        .get(0);
  }

  private DetenteException unwritable(IOException e) {
    return new DetenteException(
        "DET-0712", folder + " cannot be written (" + e.getMessage() + "); is there room?", e);
  }
}
