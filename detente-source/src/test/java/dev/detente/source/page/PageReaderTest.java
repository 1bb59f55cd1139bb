package dev.detente.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.PassageKind;
import dev.detente.codebook.Codebook;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

            Ordføreren vil klage avgjørelsen inn for departementet, og hun sier at kommunen har penger.\
            """);
    assertThat(article.passages().get(0).kind()).isEqualTo(PassageKind.HEADLINE);
    assertThat(article.published()).isEqualTo("2031-05-07T08:15:00+02:00");
    assertThat(article.outlet()).isEqualTo("Kystposten");
    assertThat(article.url()).isEqualTo("https://kystposten.example/strid");
    assertThat(article.language()).isEqualTo("nb");
    assertThat(page.metadata().authors()).containsExactly("Kari Lie");
    assertThat(page.metadata().updated()).isEqualTo("2031-05-07T10:00:00+02:00");
  }

  private static final String STORY =
      "<p>Kommunen sier at kaia skal stenges i tre uker fra mandag, og at båtene må legge til i"
          + " Nordvik så lenge arbeidet pågår.</p><p>Havnesjefen mener at det går bra, men hun vil"
          + " ikke si hva det koster byen og fiskerne.</p>";

  /** The heading is the first passage or none of the text at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "true ~ <article><h1>Kaia stenges</h1>%s</article>",
        "true ~ <article><h1>Stengt</h1>%s</article>",
        "true ~ <div><h1>Kaia stenges</h1>%s</div>",
        "true ~ <main><header><h1>Kaia stenges</h1></header>%s</main>",
        "true ~ <title>Kaia stenges | Kystposten</title><div><h1>Kaia stenges</h1>%s</div>",
        "false ~ <header><h1>Kystposten</h1></header><div>%s</div>",
        "false ~ <div><h1><a href=/>Kystposten</a></h1></div><div>%s</div>",
        "false ~ <title>Kaia er stengt</title><div><h1>Kystposten</h1></div><div>%s</div>",
        "false ~ <h1>Kaia stenges</h1><h1>Båtene flyttes</h1><div>%s</div>"
      })
  void aShortMainHeadingIsTheHeadlineWhereItIsNoSite(boolean headline, String page) {
    Article article = READER.read(page.formatted(STORY), PageContext.of("x")).article();

    assertThat(article).isNotNull();
    assertThat(article.passages().get(0).kind() == PassageKind.HEADLINE).isEqualTo(headline);
    assertThat(article.text().string().startsWith("Kommunen sier")).isEqualTo(!headline);
  }
}
