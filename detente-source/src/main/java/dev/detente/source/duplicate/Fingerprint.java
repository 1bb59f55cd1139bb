package dev.detente.source.duplicate;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of a report: its phrases, a sample of its shingles, and when it appeared.
 * Immutable and thread-safe.
 */
public final class Fingerprint {
  /** Words of a shingle: long enough that unrelated texts share few. */
  static final int SHINGLE = 5;

  /** One shingle in so many is kept, the same ones in every text. */
  private static final int SAMPLE = 4;

  /** Of a short text at least these many. */
  private static final int FEWEST = 16;

  /** How many keys a report has at most. */
  public static final int KEYS = 32;

  /** How many keys of theirs two copies share. */
  public static final int KEYS_SHARED = 3;

  /** The version of the bytes; a new one when phrases are cut otherwise. */
  private static final int FORMAT = 1;

  private static final Set<PassageKind> NOT_THE_REPORT =
      Set.of(PassageKind.BYLINE, PassageKind.CREDIT, PassageKind.NOTICE);

  private final String id;
  private final @Nullable Days published;
  private final List<Phrase> phrases;
  private final long[] shingles;
  private final long[] keys;
  private final long textHash;
  private final int words;

  private Fingerprint(String id, @Nullable Days published, List<Phrase> phrases) {
    this.id = id;
    this.published = published;
    this.phrases = List.copyOf(phrases);
    long[] all = shingles(phrases);
    this.shingles = sampled(all);
    this.keys = Arrays.copyOf(all, Math.min(all.length, KEYS));
    long hash = Hash.START;
    int count = 0;
    for (Phrase phrase : phrases) {
      hash = Hash.add(hash, phrase.hash());
      count += phrase.length();
    }
    this.textHash = hash;
    this.words = count;
  }

  /**
   * The fingerprint of an article. Bylines, credits and notices are left out where its passages say
   * which those are.
   */
  public static Fingerprint of(Article article) {
    List<Phrase> phrases = new ArrayList<>();
    if (article.passages().isEmpty()) {
      phrases.addAll(Phrases.of(Wrapping.off(article.text().string())));
    } else {
      for (Passage passage : article.passages()) {
        if (!NOT_THE_REPORT.contains(passage.kind())) {
          phrases.addAll(Phrases.of(Wrapping.off(article.slice(passage.span()))));
        }
      }
    }
    return new Fingerprint(article.id(), Days.of(article.published()), phrases);
  }

  private static long[] shingles(List<Phrase> phrases) {
    List<Long> hashes = new ArrayList<>();
    long[] last = new long[SHINGLE];
    int seen = 0;
    for (Phrase phrase : phrases) {
      for (String word : phrase.words()) {
        last[seen++ % SHINGLE] = Hash.of(word);
        if (seen >= SHINGLE) {
          long hash = Hash.START;
          for (int i = 0; i < SHINGLE; i++) {
            hash = Hash.add(hash, last[(seen + i) % SHINGLE]);
          }
          hashes.add(hash);
        }
      }
    }
    return hashes.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
  }

  private static long[] sampled(long[] all) {
    long[] sampled = LongStream.of(all).filter(hash -> hash % SAMPLE == 0).toArray();
    return sampled.length >= FEWEST ? sampled : Arrays.copyOf(all, Math.min(all.length, 64));
  }

  /** The report's id. */
  public String id() {
    return id;
  }

  /** Words and signs that are compared. */
  public int words() {
    return words;
  }

  /**
   * The sample of shingles, ascending: two reports that share none are no copies, so an index over
   * them finds all candidates.
   */
  public long[] shingles() {
    return shingles.clone();
  }

  /**
   * The smallest of all shingles, ascending, by which copies find each other in an index: two
   * copies share at least {@link #KEYS_SHARED} of them, unrelated reports none. Made to be stored
   * with each report; {@link NearDuplicates} decides of those that are found.
   */
  public long[] keys() {
    return keys.clone();
  }

  /** The fingerprint in bytes, for a store or a stream; {@link #ofBytes} reads them. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(words * 8 + 64);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      string(out, id);
      out.writeBoolean(published != null);
      if (published != null) {
        out.writeLong(published.first());
        out.writeLong(published.last());
      }
      out.writeInt(phrases.size());
      for (Phrase phrase : phrases) {
        out.writeInt(phrase.length());
        out.writeBoolean(phrase.heading());
        for (int i = 0; i < phrase.length(); i++) {
          string(out, phrase.words()[i]);
          out.writeByte((phrase.named()[i] ? 1 : 0) | (phrase.breaks()[i] ? 2 : 0));
        }
        out.writeBoolean(phrase.breaks()[phrase.length()]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes can be written to", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The fingerprint that {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException when it did not, or another version of it did
   */
  public static Fingerprint ofBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORMAT) {
        throw new IllegalArgumentException("a fingerprint of another version; make it anew");
      }
      String id = string(in);
      Days published = in.readBoolean() ? new Days(in.readLong(), in.readLong()) : null;
      List<Phrase> phrases = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        String[] words = new String[atMost(in.readInt(), in.available())];
        boolean heading = in.readBoolean();
        boolean[] named = new boolean[words.length];
        boolean[] breaks = new boolean[words.length + 1];
        for (int i = 0; i < words.length; i++) {
          words[i] = string(in);
          int flags = in.readByte();
          named[i] = (flags & 1) != 0;
          breaks[i] = (flags & 2) != 0;
        }
        breaks[words.length] = in.readBoolean();
        phrases.add(Phrase.of(words, named, breaks, heading));
      }
      return new Fingerprint(id, published, phrases);
    } catch (IOException e) {
      throw new IllegalArgumentException("no fingerprint: " + e.getMessage(), e);
    }
  }

  private static void string(DataOutputStream out, String string) throws IOException {
    out.writeInt(string.length());
    out.writeChars(string);
  }

  private static String string(DataInputStream in) throws IOException {
    char[] chars = new char[atMost(in.readInt(), in.available() / 2)];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = in.readChar();
    }
    return new String(chars);
  }

  private static int atMost(int length, int most) throws IOException {
    if (length < 0 || length > most) {
      throw new IOException("a length of " + length);
    }
    return length;
  }

  /** The same for two reports of the same words. */
  public long textHash() {
    return textHash;
  }

  @Nullable Days published() {
    return published;
  }

  List<Phrase> phrases() {
    return phrases;
  }
}
