package dev.detente.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.codebook.Codebook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Reads the pages of {@link NordicPages} and counts what comes out as it went in. */
class NordicPagesTest {
  private static final PageReader READER = PageReader.load(Codebook.bundled());

  /** Right, spurious and missing things of one kind. */
  private static final class Count {
    int right;
    int found;
    int gold;
    final List<String> wrong = new ArrayList<>();

    void add(String page, List<String> gold, List<String> found) {
      List<String> left = new ArrayList<>(gold);
      for (String one : found) {
        if (left.remove(one)) {
          right++;
        } else {
          wrong.add(page + " has: " + one);
        }
      }
      left.forEach(one -> wrong.add(page + " lacks: " + one));
      this.gold += gold.size();
      this.found += found.size();
    }

    double f1() {
      return found + gold == 0 ? 1 : 2.0 * right / (found + gold);
    }
  }

  private static List<String> of(Article article, PassageKind... kinds) {
    List<String> texts = new ArrayList<>();
    for (Passage passage : article.passages()) {
      if (List.of(kinds).contains(passage.kind())) {
        texts.add(article.slice(passage.span()));
      }
    }
    return texts;
  }

  @Test
  void whatAPageWasMadeOfComesOutAgain() {
    Map<String, Count> counts = new LinkedHashMap<>();
    Function<String, Count> count = kind -> counts.computeIfAbsent(kind, k -> new Count());
    Map<String, Map.Entry<Story, String>> pages = NordicPages.all();
    pages.forEach(
        (name, page) -> {
          Story story = page.getKey();
          String html = page.getValue();
          ExtractedPage read = READER.read(html, PageContext.of(name));
          assertThat(read.verdict()).as(name).isEqualTo(PageVerdict.ARTICLE);
          Article article = read.article();
          assertThat(article.text().string()).as(name).doesNotContainIgnoringCase("fremmed");
          count
              .apply("headline")
              .add(name, List.of(story.headline()), of(article, PassageKind.HEADLINE));
          count.apply("lead").add(name, List.of(story.lead()), of(article, PassageKind.LEAD));
          List<String> headings = new ArrayList<>();
          List<String> paragraphs = new ArrayList<>();
          for (Story.Section section : story.sections()) {
            if (section.heading() != null) {
              headings.add(section.heading());
            }
            paragraphs.addAll(section.paragraphs());
          }
          count.apply("subheading").add(name, headings, of(article, PassageKind.SUBHEADING));
          count.apply("body").add(name, paragraphs, of(article, PassageKind.BODY));
          List<String> captions = new ArrayList<>();
          List<String> credits = new ArrayList<>();
          for (Story.Picture picture : story.pictures()) {
            if (html.contains(picture.caption())) {
              captions.add(picture.caption());
              credits.add(picture.credit());
            }
          }
          count.apply("caption").add(name, captions, of(article, PassageKind.CAPTION));
          count.apply("credit").add(name, credits, of(article, PassageKind.CREDIT));
          List<String> facts = new ArrayList<>();
          if (html.contains(story.factsTitle())) {
            facts.add(story.factsTitle());
            facts.addAll(story.facts());
          }
          count.apply("fact box").add(name, facts, of(article, PassageKind.FACTBOX));
          metadata(name, story, html, read, count);
        });
    StringBuilder table = new StringBuilder();
    counts.forEach(
        (kind, c) ->
            table.append(
                String.format(
                    "%-10s %5.1f  %d of %d, %d found%n",
                    kind, 100 * c.f1(), c.right, c.gold, c.found)));
    counts.forEach(
        (kind, c) ->
            c.wrong.stream()
                .limit(12)
                .forEach(w -> table.append(kind).append(": ").append(w).append('\n')));
    assertThat(pages.size()).isGreaterThanOrEqualTo(30);
    assertThat(counts.values().stream().mapToDouble(Count::f1).min().orElse(0))
        .as(table.toString())
        .isGreaterThanOrEqualTo(0.98);
  }

  private static void metadata(
      String name, Story story, String html, ExtractedPage read, Function<String, Count> count) {
    PageMetadata said = read.metadata();
    count
        .apply("published")
        .add(
            name,
            List.of(story.day()),
            list(said.published() == null ? null : said.published().substring(0, 10)));
    boolean whole = html.contains(story.published());
    if (whole) {
      count
          .apply("published with time")
          .add(name, List.of(story.published()), list(said.published()));
    }
    if (NordicPages.tellsUpdated(name)) {
      count
          .apply("updated")
          .add(
              name,
              List.of(story.updated().substring(0, 16)),
              list(said.updated() == null ? null : said.updated().substring(0, 16)));
    }
    if (NordicPages.tellsAuthors(name)) {
      count.apply("author").add(name, story.authors(), said.authors());
    }
    count.apply("language").add(name, List.of(story.language()), list(said.language()));
  }

  private static List<String> list(String value) {
    return value == null ? List.of() : List.of(value);
  }
}
