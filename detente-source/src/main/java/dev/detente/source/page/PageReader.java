package dev.detente.source.page;

import dev.detente.article.Article;
import dev.detente.article.PassageKind;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.source.encoding.DecodedText;
import dev.detente.source.encoding.TextDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads web pages: finds the article among all that surrounds it, says what kind of page it is, and
 * keeps where each character stood. A pure function of its input: no network, no clock; nothing of
 * what a page asks for is fetched or run. Immutable and thread-safe; time grows linearly with the
 * page.
 */
public final class PageReader {
  private static final int DEEPEST = 256;

  private final MarkupHints hints;
  private final BodyFinder bodies;
  private final MetadataReader metadata;
  private final PageWords words;
  private final ArticleStructure structure;

  private PageReader(Codebook codebook) {
    hints = MarkupHints.load(codebook);
    words = PageWords.load(codebook);
    bodies = new BodyFinder(words);
    metadata = new MetadataReader(words);
    structure = ArticleStructure.load(codebook);
  }

  /**
   * Reads the words by which pages speak of themselves from {@code page.yaml}, {@code markup.yaml}.
   */
  public static PageReader load(Codebook codebook) {
    return new PageReader(codebook);
  }

  /** Reads a page from its bytes, whatever their encoding. */
  public ExtractedPage read(byte[] html, PageContext context) {
    DecodedText decoded = TextDecoder.decodeMarkup(html, context.charset());
    return read(decoded.text(), context, decoded);
  }

  /** Reads a page that is decoded already. */
  public ExtractedPage read(String html, PageContext context) {
    return read(html, context, null);
  }

  private ExtractedPage read(String html, PageContext context, @Nullable DecodedText decoded) {
    Markup markup = Markup.of(html);
    Document page =
        Parser.htmlParser()
            .setTrackPosition(true)
            .setMaxDepth(DEEPEST)
            .parseInput(markup.kept(), "");
    HeadData head = HeadData.of(page);
    LinkedData linked = LinkedData.of(markup.linkedData());
    PageBlocks blocks = BlockCollector.collect(page, hints);
    List<Part> parts = bodies.find(blocks, MetadataReader.title(head, linked));
    PageMetadata said = metadata.read(head, linked, context.url(), near(blocks, parts));
    PageVerdict verdict = verdict(head, linked, blocks, parts);
    if (running(parts) == 0
        || verdict == PageVerdict.EMPTY
        || verdict == PageVerdict.NOT_AN_ARTICLE) {
      return new ExtractedPage(verdict, null, SourceMap.NONE, said, null, decoded);
    }
    PageText text = PageText.of(parts, markup);
    boolean headed = parts.stream().anyMatch(part -> part.kind() == PassageKind.HEADLINE);
    Article article =
        new Article(
            context.id(),
            said.language(),
            said.published(),
            said.outlet(),
            said.url(),
            headed ? null : said.title(),
            text.text(),
            Refinement.of(text.passages(), structure.passages(text.text(), said.language())));
    return new ExtractedPage(verdict, article, text.map(), said, html, decoded);
  }

  /** The blocks around the head of the article, where bylines and dates stand. */
  private static List<Block> near(PageBlocks page, List<Part> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    int first = parts.get(0).block().index();
    int from = Math.max(0, first - 12);
    int to = Math.min(page.blocks().size(), first + 25);
    return new ArrayList<>(page.blocks().subList(from, to));
  }

  private PageVerdict verdict(HeadData head, LinkedData linked, PageBlocks page, List<Part> parts) {
    int whole = page.containers().get(0).chars;
    int body = running(parts);
    if (whole < 100) {
      return PageVerdict.EMPTY;
    }
    boolean wall = Boolean.FALSE.equals(linked.free());
    if (!wall && body < 1500) {
      for (Block block : page.blocks()) {
        if (block.has(Hint.PAYWALL) || words.isPaywall(block.text())) {
          wall = true;
          break;
        }
      }
    }
    if (wall && body < 2000) {
      return PageVerdict.PAYWALLED;
    }
    boolean said =
        linked.isArticle()
            || "article".equals(head.meta("og:type"))
            || (!parts.isEmpty()
                && parts.get(0).kind() == PassageKind.HEADLINE
                && parts.get(0).block().at(Place.ARTICLE));
    return body >= (said ? 80 : 200) ? PageVerdict.ARTICLE : PageVerdict.NOT_AN_ARTICLE;
  }

  /** Characters of running text. */
  private static int running(List<Part> parts) {
    int running = 0;
    for (Part part : parts) {
      boolean body = part.kind() == PassageKind.BODY || part.kind() == PassageKind.LEAD;
      running += body ? part.block().length() : 0;
    }
    return running;
  }
}
