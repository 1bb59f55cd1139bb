package dev.detente.source.http;

/** Why a record is not read: a code and what is said after the record's place. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code of the manual
   * @param reason what is said after the place, {@code has no Content-Length}
   */
  public Refusal(String code, String reason) {
    super(reason, null, false, false);
    this.code = code;
  }

  /** {@code DET-0123}. */
  public String code() {
    return code;
  }

  /** What is said after the place. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
