package dev.detente.source.encoding;

/**
 * How far bytes are UTF-8.
 *
 * @param sequences characters of two bytes or more that are well formed
 * @param broken bytes that belong to none
 */
record Utf8Validity(int sequences, int broken) {
  boolean isValid() {
    return broken == 0;
  }

  /** UTF-8 in which a few characters were cut in two, and not another encoding. */
  boolean isNearly() {
    return sequences >= 20 && broken * 20 <= sequences;
  }

  static Utf8Validity of(byte[] bytes, int length) {
    int sequences = 0;
    int broken = 0;
    int i = 0;
    while (i < length) {
      int b = bytes[i];
      if (b >= 0) {
        i++;
        continue;
      }
      int size = sizeAt(bytes, i, length);
      if (size == 0) {
        broken++;
        i++;
      } else {
        sequences++;
        i += size;
      }
    }
    return new Utf8Validity(sequences, broken);
  }

  private static int sizeAt(byte[] bytes, int at, int length) {
    int lead = bytes[at] & 0xFF;
    int size =
        lead >= 0xC2 && lead <= 0xDF
            ? 2
            : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    if (size == 0 || at + size > length) {
      return 0;
    }
    for (int i = 1; i < size; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xFF;
    boolean wrong =
        (lead == 0xE0 && second < 0xA0)
            || (lead == 0xED && second > 0x9F)
            || (lead == 0xF0 && second < 0x90)
            || (lead == 0xF4 && second > 0x8F);
    return wrong ? 0 : size;
  }
}
