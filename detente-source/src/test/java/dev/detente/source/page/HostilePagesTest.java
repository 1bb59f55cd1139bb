package dev.detente.source.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.codebook.Codebook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Broken and malicious pages: kept as files, made here where they are large, and made by chance
 * from a fixed seed. Whatever comes is read without an exception, its positions hold, and in time.
 */
class HostilePagesTest {
  private static final PageReader READER = PageReader.load(Codebook.bundled());
  private static final String PARAGRAPH =
      "<p>Rederiet sier nei til å seile videre uten mer penger fra staten, og ordføreren i Nordvik"
          + " er rasende på alle.</p>";

  private static Path folder() throws URISyntaxException {
    return Path.of(HostilePagesTest.class.getResource("hostile").toURI());
  }

  private static ExtractedPage kept(String name) throws IOException, URISyntaxException {
    return READER.read(Files.readAllBytes(folder().resolve(name)), PageContext.of(name));
  }

  private static void holds(ExtractedPage page, String html) {
    assertThat(page.verdict()).isNotNull();
    Article article = page.article();
    if (article == null) {
      return;
    }
    int end = 0;
    for (Passage passage : article.passages()) {
      assertThat(passage.span().start()).isGreaterThanOrEqualTo(end);
      assertThat(passage.span().length()).isPositive();
      end = passage.span().end();
    }
    assertThat(end).isLessThanOrEqualTo(article.text().length());
    assertThat(page.map().length()).isEqualTo(article.text().string().length());
    for (int i = 0; i < page.map().length(); i += 1 + page.map().length() / 5000) {
      assertThat(page.map().toHtml(i)).isBetween(0, html.length() - 1);
    }
  }

  @TestFactory
  Stream<DynamicTest> keptFilesAreRead() throws IOException, URISyntaxException {
    return Files.list(folder())
        .sorted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      ExtractedPage page =
                          READER.read(Files.readAllBytes(file), PageContext.of("x"));
                      holds(page, page.encoding().text());
                    }));
  }

  @Test
  void brokenPagesKeepTheirArticle() throws IOException, URISyntaxException {
    for (String name :
        new String[] {
          "zero-bytes",
          "bidi-override",
          "wrong-charset-latin1-said-utf8",
          "wrong-charset-utf8-said-latin1",
          "unknown-charset",
          "utf16-without-mark-declared",
          "mojibake",
          "lone-surrogate-references",
          "cut-in-a-comment",
          "cut-in-a-script",
          "everything-closed-wrongly",
          "svg-in-svg",
          "cdata",
          "linked-data-broken",
          "bad-dates",
          "script-in-attribute",
          "entity-bomb"
        }) {
      ExtractedPage page = kept(name + ".html");

      assertThat(page.article()).as(name).isNotNull();
      assertThat(page.article().text().string())
          .as(name)
          .startsWith("Ferja blir liggende\n\nRederiet sier nei til å seile");
    }
  }

  @Test
  void overridesAreKept() throws IOException, URISyntaxException {
    assertThat(kept("bidi-override.html").article().text().string())
        .contains("\u202Egpj.exe\u202C");
  }

  @Test
  void entitiesAreNotLookedUp() throws IOException, URISyntaxException {
    assertThat(kept("entity-bomb.html").article().text().string())
        .doesNotContain("root:")
        .contains("&b;&x; er ikke noe vi slår opp");
  }

  @Test
  void badDatesAreNone() throws IOException, URISyntaxException {
    assertThat(kept("bad-dates.html").metadata().published()).isNull();
    assertThat(kept("linked-data-broken.html").metadata().authors()).containsExactly("Kari Lie");
  }

  @TestFactory
  Stream<DynamicTest> largePagesAreReadInTime() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("100,000 deep", "<div>".repeat(100_000) + PARAGRAPH);
    pages.put("100,000 deep with text", "<div>ord ".repeat(100_000) + PARAGRAPH);
    pages.put("100,000 deep inline", "<b>".repeat(100_000) + PARAGRAPH);
    pages.put("tag soup", "<p><b><table><tr><a href=x>ord</p><i>".repeat(10_000));
    pages.put("crossed", "<b><i>x</b>y</i>".repeat(20_000));
    pages.put(
        "one attribute of 4 MB", "<p class='" + "article ".repeat(500_000) + "'>" + PARAGRAPH);
    pages.put("200,000 attributes", "<p " + "a=1 b ".repeat(100_000) + ">" + PARAGRAPH);
    pages.put("open tags", "<a ".repeat(100_000));
    pages.put("open comments", "<!--".repeat(100_000));
    pages.put("open scripts", "<script>".repeat(100_000));
    pages.put("references", "<p>" + "&a&#x41;&aring".repeat(30_000));
    pages.put("one word of 2 MB", "<p>" + "å".repeat(1_000_000));
    pages.put("200,000 blocks", "<p>ord".repeat(200_000));
    pages.put(
        "deep linked data",
        "<script type=application/ld+json>" + "[".repeat(200_000) + "</script>" + PARAGRAPH);
    return pages.entrySet().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey(),
                    () ->
                        // Generous: it takes a second or less, and machines are busy.
                        assertTimeoutPreemptively(
                            Duration.ofSeconds(60),
                            () ->
                                holds(
                                    READER.read(page.getValue(), PageContext.of("x")),
                                    page.getValue()))));
  }

  @Test
  void anySoupIsRead() {
    String[] pieces = {
      "<p>",
      "</p>",
      "<div class=article-body>",
      "</div>",
      "<b>",
      "</b>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<svg>",
      "</svg>",
      "<h1>",
      "</h1>",
      "<a href='x'>",
      "</a>",
      "&aring;",
      "&#xD83D;",
      "\uD83D",
      "\uDE00",
      "\0",
      "\u202E",
      "å ",
      "Rederiet sier nei, og det er alt som er å si om det, ",
      "<li>",
      "<figure>",
      "<figcaption>",
      "\"",
      "'",
      ">",
      "<",
      "=",
      "&",
      "<title>",
      "<textarea>",
      "<br>",
      "<br>",
      "\r\n"
    };
    Random random = new Random(11);
    for (int run = 0; run < 1500; run++) {
      StringBuilder html = new StringBuilder();
      int length = random.nextInt(120);
      for (int i = 0; i < length; i++) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      String page = html.toString();
      holds(READER.read(page, PageContext.of("x")), page);
    }
  }
}
