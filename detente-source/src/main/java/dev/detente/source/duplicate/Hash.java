package dev.detente.source.duplicate;

/** Hashes of 64 bits that are the same everywhere: FNV-1a, mixed as in SplitMix64. */
final class Hash {
  static final long START = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private Hash() {}

  static long of(String word) {
    long hash = START;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** The hash of a sequence with one more element. */
  static long add(long hash, long element) {
    return mix((hash ^ element) * PRIME);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
