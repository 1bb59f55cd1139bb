package dev.detente.language.identify;

import dev.detente.article.DetenteException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * Tells Bokmål, Nynorsk, Danish, Swedish and English apart.
 *
 * <p>Softmax regression over hashed words and character n-grams, trained by {@code
 * training/identify/train.py}, which computes the same features. Reads at most the first {@link
 * #MAX_UNITS} UTF-16 units; linear time. A text without letters is taken for Bokmål with confidence
 * 0. Immutable and thread-safe.
 */
public final class LanguageIdentifier {
  /** UTF-16 units of a text that are looked at. */
  public static final int MAX_UNITS = 20_000;

  private static final List<String> LANGUAGES = List.of("nb", "nn", "da", "sv", "en");
  private static final int MAX_WORD = 40;
  private static final int LONGEST = 5;
  private static final int WORD_WEIGHT = 3;
  private static final int PRIME = 0x01000193;
  private static final int BASIS = 0x811C9DC5;

  /**
   * A language and how sure we are of it.
   *
   * @param language {@code nb}, {@code nn}, {@code da}, {@code sv} or {@code en}
   * @param confidence probability, 0 to 1
   */
  public record Identified(String language, double confidence) {}

  private final byte[] weights;
  private final float scale;
  private final float[] bias;
  private final int mask;

  private LanguageIdentifier(byte[] weights, float scale, float[] bias, int mask) {
    this.weights = weights;
    this.scale = scale;
    this.bias = bias;
    this.mask = mask;
  }

  /**
   * Loads the weights from the resource {@code weights.bin}: {@code DLID}, number of buckets,
   * number of languages, scale, one bias per language, then one byte per bucket and language,
   * big-endian.
   *
   * @throws DetenteException DET-0210 when it is missing or malformed
   */
  public static LanguageIdentifier load() {
    try (InputStream stream = LanguageIdentifier.class.getResourceAsStream("weights.bin")) {
      if (stream == null) {
        throw new IOException("no such resource");
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(stream.readAllBytes()));
      int magic = in.readInt();
      int buckets = in.readInt();
      int languages = in.readInt();
      if (magic != 0x444C4944
          || languages != LANGUAGES.size()
          || Integer.bitCount(buckets) != 1
          || in.available() != 4 + 4 * languages + buckets * languages) {
        throw new IOException("not the expected format");
      }
      float scale = in.readFloat();
      float[] bias = new float[languages];
      for (int i = 0; i < languages; i++) {
        bias[i] = in.readFloat();
      }
      byte[] weights = in.readAllBytes();
      return new LanguageIdentifier(weights, scale, bias, buckets - 1);
    } catch (IOException e) {
      throw new DetenteException(
          "DET-0210",
          "the weights of the language identifier cannot be read ("
              + e.getMessage()
              + "); install Detente anew or train them with training/identify",
          e);
    }
  }

  /** The most probable language of a text: one sentence or a whole article. */
  public Identified identify(String text) {
    long[] sums = new long[LANGUAGES.size()];
    int features = 0;
    int end = Math.min(text.length(), MAX_UNITS);
    String lower = text.substring(0, end).toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < lower.length()) {
      int start = at;
      while (at < lower.length() && Character.isLetter(lower.codePointAt(at))) {
        at += Character.charCount(lower.codePointAt(at));
      }
      if (at > start) {
        features += word(lower, start, Math.min(at, start + MAX_WORD), sums);
      } else {
        at += Character.charCount(lower.codePointAt(at));
      }
    }
    return best(sums, features);
  }

  private Identified best(long[] sums, int features) {
    if (features == 0) {
      return new Identified(LANGUAGES.get(0), 0);
    }
    double factor = scale / Math.sqrt(features);
    int best = 0;
    double[] scores = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      scores[i] = sums[i] * factor + bias[i];
      best = scores[i] > scores[best] ? i : best;
    }
    double total = 0;
    for (double score : scores) {
      total += Math.exp(score - scores[best]);
    }
    return new Identified(LANGUAGES.get(best), 1 / total);
  }

  /** Adds the weights of the features of a word; returns their number. */
  private int word(String text, int start, int end, long[] sums) {
    int length = end - start + 2;
    int whole = BASIS ^ 1;
    for (int i = 0; i < length; i++) {
      whole = (whole ^ unit(text, start, end, i)) * PRIME;
    }
    add(whole, WORD_WEIGHT, sums);
    int features = WORD_WEIGHT;
    for (int i = 0; i < length; i++) {
      int hash = BASIS;
      for (int n = 1; n <= LONGEST && i + n <= length; n++) {
        hash = (hash ^ unit(text, start, end, i + n - 1)) * PRIME;
        if (n > 1 || (i > 0 && i < length - 1)) {
          add(hash, 1, sums);
          features++;
        }
      }
    }
    return features;
  }

  /** The word between a mark of its beginning and a mark of its end. */
  private static int unit(String text, int start, int end, int index) {
    if (index == 0) {
      return 2;
    }
    return start + index > end ? 3 : text.charAt(start + index - 1);
  }

  private void add(int hash, int times, long[] sums) {
    int bucket = (hash ^ (hash >>> 15)) & mask;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (long) times * weights[bucket * sums.length + i];
    }
  }
}
