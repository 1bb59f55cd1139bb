package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the pages carry that others made, and how much there is of what is ours. */
class VendoredFilesTest {
  private static final Path ROOM = Path.of("src/main/resources/dev/detente/web/room");
  private static final long MOST_SCRIPT = 300_000;

  @Test
  void facesAreTheOnesThatWereTakenInAndHaveTheirLicence() throws Exception {
    Path fonts = ROOM.resolve("fonts");
    List<String> lines = Files.readAllLines(fonts.resolve("sha256.txt"));
    Set<String> listed = new TreeSet<>();
    for (String line : lines) {
      String[] cells = line.split("\\s+");
      assertThat(hash(fonts.resolve(cells[1]))).as(cells[1]).isEqualTo(cells[0]);
      listed.add(cells[1]);
    }
    try (Stream<Path> files = Files.list(fonts)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".woff2"))
                  .collect(Collectors.toSet()))
          .isEqualTo(listed);
    }
    assertThat(Files.readString(fonts.resolve("OFL.txt"))).contains("SIL Open Font License");
    String style = Files.readString(ROOM.resolve("room.css"));
    assertThat(listed).allMatch(style::contains);
  }

  @Test
  void scriptsAreFewAndSmall() throws IOException {
    long packed = 0;
    try (Stream<Path> files = Files.walk(ROOM)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
          Files.copy(file, out);
        }
        packed += bytes.size();
      }
    }
    assertThat(packed).isBetween(500L, MOST_SCRIPT);
  }

  private static String hash(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
