package dev.detente.reading.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Place;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceReaderTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final PlaceReader READER = new PlaceReader(CODEBOOK, World.load(CODEBOOK));

  /**
   * An article of sentences written as lines of {@code form upos head relation name}, heads counted
   * from 1, 0 for the root; a sentence ends with an empty line.
   */
  private static AnalysedArticle article(String language, String lines) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    for (String line : (lines + "\n").split("\n", -1)) {
      if (line.isBlank()) {
        if (!words.isEmpty()) {
          sentences.add(new Sentence(words, 0));
          words = new ArrayList<>();
        }
        continue;
      }
      String[] cells = line.trim().split("\\s+");
      if (text.length() > 0 && !cells[1].equals("PUNCT")) {
        text.append(' ');
      }
      int start = text.length();
      text.append(cells[0].replace('_', ' '));
      words.add(
          new Word(
              cells[0].replace('_', ' '),
              cells[0],
              cells[1],
              "",
              Integer.parseInt(cells[2]) - 1,
              cells[3],
              cells.length > 4 ? cells[4] : "O",
              new Span(start, text.length())));
    }
    Article article =
        new Article(
            "a",
            language,
            "2022-02",
            null,
            null,
            null,
            ArticleText.of(text.toString()),
            List.of(new Passage(PassageKind.BODY, new Span(0, text.length()))));
    return new AnalysedArticle(article, new Analysis(language, sentences, false));
  }

  private static List<String> names(AnalysedArticle article) {
    return READER.read(article, List.of()).stream().map(Place::name).toList();
  }

  @Test
  void readsATownWithAPrepositionInBokmaal() {
    AnalysedArticle article =
        article(
            "nb",
            """
            Utsendingene NOUN 2 nsubj
            møttes VERB 0 root
            i ADP 4 case
            Genève PROPN 2 obl B-GPE_LOC
            . PUNCT 2 punct
            """);
    List<Place> places = READER.read(article, List.of());
    assertThat(places).hasSize(1);
    Place place = places.get(0);
    assertThat(place.name()).isEqualTo("Geneva");
    assertThat(place.country()).isEqualTo("CHE");
    assertThat(place.lat()).isBetween(46.0, 46.4);
    assertThat(place.precision()).isEqualTo("point");
    assertThat(article.slice(place.span())).isEqualTo("Genève");
    assertThat(place.id()).isEqualTo("p1");
    assertThat(place.why()).startsWith("place:gazetteer");
  }

  @Test
  void leavesAGovernmentNamedByItsSeatAlone() {
    assertThat(
            names(
                article(
                    "nb",
                    """
                    Kreml PROPN 2 nsubj B-GPE_ORG
                    avviser VERB 0 root
                    kravet NOUN 2 obj
                    . PUNCT 2 punct
                    """)))
        .isEmpty();
  }

  @Test
  void leavesACountryInTheGenitiveAlone() {
    assertThat(
            names(
                article(
                    "nn",
                    """
                    Frankrikes PROPN 2 nmod B-GPE_ORG
                    president NOUN 3 nsubj
                    åtvarar VERB 0 root
                    . PUNCT 3 punct
                    """)))
        .isEmpty();
  }

  @Test
  void readsPartsOfCountries() {
    List<Place> places =
        READER.read(
            article(
                "en",
                """
                Rebels NOUN 2 nsubj
                advanced VERB 0 root
                in ADP 5 case
                northern ADJ 5 amod
                Mali PROPN 2 obl B-LOC
                . PUNCT 2 punct
                """),
            List.of());
    assertThat(places).extracting(Place::name).containsExactly("Northern Mali");
    assertThat(places.get(0).precision()).isEqualTo("area");
    assertThat(places.get(0).lat()).isGreaterThan(18.0);
  }

  @Test
  void whatTellsWhenIsNoTown() {
    AnalysedArticle article =
        article(
            "en",
            """
            They PRON 2 nsubj
            met VERB 0 root
            in ADP 4 case
            March PROPN 2 obl B-LOC
            . PUNCT 2 punct
            """);
    Span march = article.sentence(0).word(3).span();

    assertThat(READER.read(article, List.of())).extracting(Place::span).containsExactly(march);
    assertThat(READER.read(article, List.of(new TimeExpression(march, "2019-03", "time:month"))))
        .isEmpty();
  }

  @Test
  void marksACountryAsACountry() {
    List<Place> places =
        READER.read(
            article(
                "nn",
                """
                Soldatane NOUN 2 nsubj
                øver VERB 0 root
                no ADV 2 advmod
                i ADP 5 case
                Litauen PROPN 2 obl B-GPE_LOC
                . PUNCT 2 punct
                """),
            List.of());
    assertThat(places).extracting(Place::country).containsExactly("LTU");
    assertThat(places.get(0).precision()).isEqualTo("country");
  }

  @Test
  void choosesTheTownOfTheStateNamedBesideIt() {
    List<Place> places =
        READER.read(
            article(
                "en",
                """
                They PRON 2 nsubj
                met VERB 0 root
                in ADP 4 case
                Birmingham PROPN 2 obl B-LOC
                , PUNCT 6 punct
                Alabama PROPN 4 appos B-LOC
                . PUNCT 2 punct
                """),
            List.of());
    assertThat(places).extracting(Place::country).startsWith("USA");
  }

  @Test
  void listsATextOnce() {
    AnalysedArticle article =
        article(
            "nb",
            """
            Han PRON 2 nsubj
            bor VERB 0 root
            i ADP 4 case
            Bergen PROPN 2 obl B-GPE_LOC
            . PUNCT 2 punct

            Hun PRON 2 nsubj
            reiser VERB 0 root
            til ADP 4 case
            Bergen PROPN 2 obl B-GPE_LOC
            . PUNCT 2 punct
            """);
    assertThat(READER.read(article, List.of())).hasSize(1);
  }

  @Test
  void readsADateline() {
    assertThat(
            names(
                article(
                    "en",
                    """
                    CAIRO PROPN 0 root O
                    ( PUNCT 3 punct
                    Northwire PROPN 1 appos B-ORG
                    ) PUNCT 3 punct
                    - PUNCT 1 punct
                    """)))
        .containsExactly("Cairo");
  }

  @Test
  void passesOverOrganisationsNamedAfterPlaces() {
    assertThat(
            names(
                article(
                    "nb",
                    """
                    Det PRON 2 nsubj
                    skriver VERB 0 root
                    Washington PROPN 2 nsubj B-ORG
                    Post PROPN 3 flat I-ORG
                    . PUNCT 2 punct
                    """)))
        .isEmpty();
  }

  @Test
  void findsCapitalsByTheirCountry() {
    assertThat(
            names(
                article(
                    "en",
                    """
                    Shots NOUN 2 nsubj
                    rang VERB 0 root
                    out ADV 2 advmod
                    in ADP 7 case
                    the DET 7 det
                    Syrian ADJ 7 amod
                    capital NOUN 2 obl
                    . PUNCT 2 punct
                    """)))
        .containsExactly("Damascus");
  }
}
