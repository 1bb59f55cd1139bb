package dev.detente.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import java.util.Map;
import java.util.Random;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Every character of an extracted text leads to where it stood in the HTML. */
class SourceMapTest {
  private static final PageReader READER = PageReader.load(Codebook.bundled());

  static void assertLeadsBack(String html, ExtractedPage page) {
    Article article = page.article();
    if (article == null) {
      assertThat(page.map().length()).isZero();
      return;
    }
    String text = article.text().string();
    assertThat(page.map().length()).isEqualTo(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = page.map().toHtml(i);
      assertThat(at).isBetween(0, html.length() - 1);
      if (Character.isWhitespace(c) || html.charAt(at) == c) {
        continue;
      }
      assertThat(html.charAt(at)).as("reference for %s at %d", c, at).isEqualTo('&');
      int end = at + 1;
      while (end < html.length() && end < at + 12 && html.charAt(end) != ';') {
        end++;
      }
      String reference = html.substring(at, Math.min(html.length(), end + 1));
      assertThat(Parser.unescapeEntities(reference, false)).contains(String.valueOf(c));
    }
  }

  @Test
  void allPagesLeadBack() {
    NordicPages.all()
        .forEach(
            (name, page) -> {
              String html = encoded(page.getValue(), new Random(name.hashCode()));
              assertLeadsBack(html, READER.read(html, PageContext.of(name)));
            });
  }

  /** The same page with some letters as references, soft hyphens, scripts and comments between. */
  private static String encoded(String html, Random random) {
    StringBuilder out = new StringBuilder();
    boolean tag = false;
    boolean script = false;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      script = html.startsWith("<script", i) || (script && !html.startsWith("</script", i));
      tag = c == '<' || (tag && html.charAt(i - 1) != '>');
      if (tag || script) {
        out.append(c);
        continue;
      }
      int kind = c > 127 || c == ' ' ? random.nextInt(12) : 12;
      switch (kind) {
        case 0 -> out.append("&#").append((int) c).append(';');
        case 1 -> out.append("&#x").append(Integer.toHexString(c)).append(';');
        case 2 -> out.append(c == 'ø' ? "&oslash;" : c == 'å' ? "&aring" : String.valueOf(c));
        case 3 -> out.append("&shy;").append(c);
        case 4 -> out.append("<!-- å -->").append(c);
        case 5 -> out.append("<script>var å = '<p>';</script>").append(c);
        case 6 -> out.append(c == ' ' ? " \n\t " : String.valueOf(c));
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  @Test
  void stretchesAreHeldTogether() {
    Map.Entry<Story, String> page = NordicPages.all().get("linked-data-nb");
    ExtractedPage read = READER.read(page.getValue(), PageContext.of("x"));

    assertThat(read.map().runs()).isLessThan(read.article().passages().size() * 3);
    int at = read.article().text().string().indexOf("Departementet opplyser");
    assertThat(page.getValue().substring(read.map().toHtml(at)))
        .startsWith("Departementet opplyser");
  }
}
