package dev.detente.article;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can do something about: what, where and the remedy, with a code listed in
 * the manual.
 *
 * <p>Thrown for one input, it costs that input alone.
 */
public final class DetenteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code {@code DET-} and four digits
   * @param message what happened, where (file, line) and what to do
   */
  public DetenteException(String code, String message) {
    this(code, message, null);
  }

  /** As above, with the failure that lies behind it. */
  public DetenteException(String code, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  /** {@code DET-0123}. */
  public String code() {
    return code;
  }
}
