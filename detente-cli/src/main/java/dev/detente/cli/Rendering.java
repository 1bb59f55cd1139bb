package dev.detente.cli;

import dev.detente.cli.format.OutputFormat;
import dev.detente.pipeline.ReadArticle;

/** What becomes of articles that have been read: shown one after the other, or put into files. */
interface Rendering {
  /** Before the first article. */
  default void begin() {}

  /**
   * Renders an article, by any thread; what is given back writes it, and is run in the order of the
   * articles, one at a time.
   */
  Runnable render(ReadArticle article);

  /** After the last article. */
  default void end() {}

  /** One after the other, to an output. */
  static Rendering stream(OutputFormat format, Output output) {
    return new Rendering() {
      private boolean begun;

      @Override
      public void begin() {
        output.write(format.before());
      }

      @Override
      public Runnable render(ReadArticle article) {
        String shown = format.render(article.analysed(), article.record());
        return () -> {
          if (begun) {
            output.write(format.between());
          }
          begun = true;
          output.write(shown);
        };
      }

      @Override
      public void end() {
        output.write(format.after());
      }
    };
  }
}
