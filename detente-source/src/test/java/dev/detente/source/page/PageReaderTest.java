package dev.detente.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.PassageKind;
import dev.detente.codebook.Codebook;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageReaderTest {
  private static final PageReader READER = PageReader.load(Codebook.bundled());

  private static final String PAGE =
      """
      <!doctype html><html lang="nb"><head><title>Strid om ferja | Kystposten</title>
      <meta property="og:site_name" content="Kystposten">
      <link rel="canonical" href="https://kystposten.example/strid">
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "Kystposten"},
        {"@type": "NewsArticle", "headline": "Strid om ferja", "datePublished": "2031-05-07T08:15:00+02:00",
         "dateModified": "2031-05-07T10:00:00+02:00", "author": [{"@type": "Person", "name": "Kari Lie"}]}]}</script>
      <style>p { color: red }</style></head>
      <body><nav><a href="/">Forsiden</a> <a href="/sport">Sport</a></nav>
      <article><h1>Strid om fer&shy;ja</h1>
      <p class="ingress">Ferja mellom Nordvik og S&oslash;rvik blir borte til h&#248;sten, sier rederiet.</p>
      <figure><img src="a.jpg"><figcaption>VED KAI: Ferja ligger fast. Foto: Per Ås</figcaption></figure>
      <p>– Vi har ikke r&aring;d til &aring; seile lenger, sier direktør Ola Berg i rederiet. Han viser til tall for mai.</p>
      <h2>Vil klage</h2>
      <p>Ordføreren vil klage avgjørelsen inn for departementet, og hun sier at kommunen har penger.</p>
      <p><a href="/annet">Les også: Ferja sto i timevis</a></p>
      </article>
      <footer><p>Ansvarlig redaktør: En Annen. Vi arbeider etter Vær varsom-plakatens regler for god presseskikk.</p></footer>
      </body></html>
      """;

  @Test
  void anArticleIsTakenOutOfItsPage() {
    ExtractedPage page =
        READER.read(PAGE.getBytes(StandardCharsets.UTF_8), PageContext.of("strid"));

    assertThat(page.verdict()).isEqualTo(PageVerdict.ARTICLE);
    Article article = page.article();
    assertThat(article).isNotNull();
    assertThat(article.text().string())
        .isEqualTo(
            """
            Strid om ferja

            Ferja mellom Nordvik og Sørvik blir borte til høsten, sier rederiet.

            VED KAI: Ferja ligger fast. Foto: Per Ås

            – Vi har ikke råd til å seile lenger, sier direktør Ola Berg i rederiet. Han viser til tall for mai.

            Vil klage

            Ordføreren vil klage avgjørelsen inn for departementet, og hun sier at kommunen har penger.""");
    assertThat(article.passages().get(0).kind()).isEqualTo(PassageKind.HEADLINE);
    assertThat(article.published()).isEqualTo("2031-05-07T08:15:00+02:00");
    assertThat(article.outlet()).isEqualTo("Kystposten");
    assertThat(article.url()).isEqualTo("https://kystposten.example/strid");
    assertThat(article.language()).isEqualTo("nb");
    assertThat(page.metadata().authors()).containsExactly("Kari Lie");
    assertThat(page.metadata().updated()).isEqualTo("2031-05-07T10:00:00+02:00");
  }
}
