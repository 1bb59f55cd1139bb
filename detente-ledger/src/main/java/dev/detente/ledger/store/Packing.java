package dev.detente.ledger.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Text packed with DEFLATE (RFC 1950) and a dictionary of what records and analyses are made of,
 * since each is too short to teach its own. Thread-safe.
 */
public final class Packing {
  /** What comes before the packed bytes; another dictionary would be another number. */
  private static final byte FORMAT = 1;

  private static final byte[] DICTIONARY = dictionary();

  private Packing() {}

  private static byte[] dictionary() {
    try (InputStream in = Packing.class.getResourceAsStream("dictionary-1.txt")) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Packs a text. */
  public static byte[] pack(String text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() / 4 + 64);
      out.write(FORMAT);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * Unpacks what {@link #pack} made.
   *
   * @throws IllegalStateException when it is something else, or damaged
   */
  public static String unpack(byte[] packed) {
    if (packed.length == 0 || packed[0] != FORMAT) {
      throw new IllegalStateException("packed in an unknown form");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed, 1, packed.length - 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 5);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read > 0) {
          out.write(buffer, 0, read);
        } else if (inflater.needsDictionary()) {
          inflater.setDictionary(DICTIONARY);
        } else if (inflater.needsInput() && !inflater.finished()) {
          throw new IllegalStateException("packed text is cut off");
        }
      }
      return out.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException("packed text is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
