package dev.detente.source.page;

import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.List;

/** Tells whether the examples of {@code page.yaml} hold. Immutable and thread-safe. */
public final class PageExamples {
  private final PageWords words;

  public PageExamples(Codebook codebook) {
    this.words = PageWords.load(codebook);
  }

  /**
   * What is wrong with an example.
   *
   * @param kind what the text is an example of: {@code begins}, {@code paywall}, ...
   * @return empty when it is told for what it is
   */
  public List<String> faults(String kind, String text) {
    boolean right =
        switch (kind) {
          case "begins", "is", "holds" -> words.isFurniture(text);
          case "paywall" -> words.isPaywall(text);
          case "published" -> words.isPublished(text);
          case "updated" -> words.isUpdated(text);
          case "by" -> words.afterBy(text) > 0;
          default -> false;
        };
    List<String> faults = new ArrayList<>();
    if (!right) {
      faults.add(kind + ": the text is not told for one");
    }
    return faults;
  }
}
