package dev.detente.source.duplicate;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
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

  private static final Set<PassageKind> NOT_THE_REPORT =
      Set.of(PassageKind.BYLINE, PassageKind.CREDIT, PassageKind.NOTICE);

  private final String id;
  private final @Nullable Days published;
  private final List<Phrase> phrases;
  private final long[] shingles;
  private final long textHash;
  private final int words;

  private Fingerprint(String id, @Nullable Days published, List<Phrase> phrases) {
    this.id = id;
    this.published = published;
    this.phrases = List.copyOf(phrases);
    this.shingles = shingles(phrases);
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
    long[] all = hashes.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
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
