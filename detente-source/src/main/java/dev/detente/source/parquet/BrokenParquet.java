package dev.detente.source.parquet;

/** A file that is no Parquet, or broken, or packed in a way that is not read. */
public final class BrokenParquet extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean unknown;

  BrokenParquet(String message) {
    this(message, false);
  }

  private BrokenParquet(String message, boolean unknown) {
    super(message);
    this.unknown = unknown;
  }

  /** For what may be in order, but is not read. */
  static BrokenParquet unknown(String message) {
    return new BrokenParquet(message, true);
  }

  /** Whether it may be in order, and is only not read. */
  public boolean isUnknown() {
    return unknown;
  }
}
