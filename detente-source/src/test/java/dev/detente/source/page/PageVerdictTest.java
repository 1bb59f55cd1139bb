package dev.detente.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import org.junit.jupiter.api.Test;

class PageVerdictTest {
  private static final PageReader READER = PageReader.load(Codebook.bundled());
  private static final String PARAGRAPH =
      "<p>Rederiet vil ikke seile videre uten mer penger, og ordføreren i Nordvik er rasende på"
          + " både staten og fylket, som hun mener har brutt en avtale fra i fjor.</p>";

  private static ExtractedPage read(String html) {
    return READER.read(html, PageContext.of("x"));
  }

  @Test
  void aPageWithoutTextIsEmpty() {
    assertThat(read("").verdict()).isEqualTo(PageVerdict.EMPTY);
    assertThat(
            read("<html><head><title>Kystposten</title></head><body><div"
                    + " id=root></div><script>app()</script></body></html>")
                .verdict())
        .isEqualTo(PageVerdict.EMPTY);
    assertThat(read("<frameset><frame src=a></frameset>").article()).isNull();
  }

  @Test
  void aFrontPageIsNoArticle() {
    StringBuilder html = new StringBuilder("<html><body><main>");
    for (int i = 0; i < 30; i++) {
      html.append("<div class=teaser><a href=/")
          .append(i)
          .append("><h2>En sak om noe nummer ")
          .append(i)
          .append("</h2><p>Og litt om hva den handler om, for den som vil vite det.</p></a></div>");
    }

    ExtractedPage page = read(html.append("</main></body></html>").toString());

    assertThat(page.verdict()).isEqualTo(PageVerdict.NOT_AN_ARTICLE);
    assertThat(page.article()).isNull();
  }

  @Test
  void whatAPaywallShowsIsReadAndSaidToBeAPart() {
    ExtractedPage page =
        read(
            "<html><body><article><h1>Ferja blir liggende</h1>"
                + PARAGRAPH
                + "<div class=paywall><h2>Denne saken er for abonnenter</h2><p>Bli abonnent for 1"
                + " krone den første måneden, og les alt du"
                + " vil.</p></div></article></body></html>");

    assertThat(page.verdict()).isEqualTo(PageVerdict.PAYWALLED);
    assertThat(page.article().text().string())
        .startsWith("Ferja blir liggende\n\nRederiet")
        .doesNotContain("abonne");
  }

  @Test
  void aPaywallThatShowsNothingIsSaidToBeOne() {
    ExtractedPage page =
        read(
            "<html><head><script"
                + " type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ferja blir"
                + " liggende\",\"isAccessibleForFree\":\"False\"}</script></head><body><h1>Ferja"
                + " blir liggende</h1><div><p>Vil du lese hele saken? Logg inn for å"
                + " lese.</p><p>Allerede abonnent? Du finner oss også i appen, på telefon og i"
                + " posthylla.</p></div></body></html>");

    assertThat(page.verdict()).isEqualTo(PageVerdict.PAYWALLED);
    assertThat(page.article()).isNull();
    assertThat(page.metadata().title()).isEqualTo("Ferja blir liggende");
    assertThat(page.metadata().free()).isFalse();
  }

  @Test
  void anOpenArticleThatSpeaksOfSubscribersIsNotPaywalled() {
    ExtractedPage page =
        read(
            "<html><body><article><h1>Ferja blir liggende</h1>"
                + PARAGRAPH.repeat(12)
                + "</article><footer>Bli abonnent i dag</footer></body></html>");

    assertThat(page.verdict()).isEqualTo(PageVerdict.ARTICLE);
  }
}
