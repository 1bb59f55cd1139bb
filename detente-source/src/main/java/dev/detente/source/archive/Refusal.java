package dev.detente.source.archive;

/** Why a record is not read: a code and what is said after the record's place. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  Refusal(String code, String reason) {
    super(reason, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
