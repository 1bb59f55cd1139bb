package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.plover.Plover;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked of places and times, on trees written by hand. */
class WhereFeaturesTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final WordLists WORDS =
      new WordLists(TriggerLexicon.load(CODEBOOK, Plover.load(CODEBOOK), "nb"));

  private static final String STRIKE =
      """
      Ravnia   Ravnia   PROPN 2 nsubj ravnia
      angrep   angripe  VERB  0 root  -  VerbForm=Fin|Tense=Past
      i        i        ADP   4 case
      Nordby   Nordby   PROPN 2 obl
      .        .        PUNCT 2 punct
      """;

  private static final String LATER =
      """
      Sundland Sundland PROPN 2 nsubj sundland
      svarte   svare    VERB  0 root  -  VerbForm=Fin|Tense=Past
      .        .        PUNCT 2 punct
      """;

  private static Place place(String id, Scene scene, String words) {
    return new Place(id, scene.span(words), words, "RAV", 60.0, 10.0, "point", "by hand");
  }

  private static Draft draft(Scene scene, int sentence, int head, @Nullable String place) {
    Span anchor = scene.article().sentence(sentence).word(head).span();
    return new Draft(
        new Draft.Source(sentence, head, null, null),
        EventType.ASSAULT,
        null,
        List.of(),
        null,
        List.of("ravnia"),
        List.of(),
        place,
        null,
        EventStatus.ACTUAL,
        null,
        List.of(),
        anchor,
        scene.article().sentence(sentence).span(),
        2,
        "by hand");
  }

  private static WhereFeatures where(Scene scene, List<Place> places, List<Draft> drafts) {
    Occasion occasion =
        new Occasion(scene.article(), List.of(), places, List.of(), WORDS.list("locative"));
    return new WhereFeatures(
        scene.article(), scene.cast(), occasion, WORDS, List.of(), places, drafts);
  }

  @Test
  void aPlaceOfTheSentenceBeforeCanBeThatOfTheNext() {
    Scene scene = new Scene("nb", "2031-05-04", STRIKE, LATER);
    Draft strike = draft(scene, 0, 1, "p1");
    Draft answer = draft(scene, 1, 1, null);
    WhereFeatures features =
        where(scene, List.of(place("p1", scene, "Nordby")), List.of(strike, answer));
    assertThat(features.candidates(strike)).containsExactly("p1");
    assertThat(features.candidates(answer)).containsExactly("p1");
    assertThat(features.of(strike, List.of("p1")).get(0))
        .contains("where=here-in", "path=.obl:i", "by-rule")
        .doesNotContain("last-placed");
    assertThat(features.of(answer, List.of("p1")).get(0))
        .contains("where=before-in", "before-in=1", "last-placed", "actor-there-before")
        .doesNotContain("by-rule");
  }

  @Test
  void aNameInTheGenitiveIsAPlaceOfItsSentenceToo() {
    String genitive =
        """
        Angrepet angrep   NOUN  2 nsubj
        rammet   ramme    VERB  0 root
        Nordbys  Nordby   PROPN 4 nmod
        gater    gate     NOUN  2 obj
        .        .        PUNCT 2 punct
        """;
    Scene scene = new Scene("nb", "2031-05-04", STRIKE, genitive);
    Draft draft = draft(scene, 1, 1, null);
    WhereFeatures features = where(scene, List.of(place("p1", scene, "Nordby")), List.of());
    assertThat(features.of(draft, List.of("p1")).get(0)).contains("where=here", "here:genitive");
  }

  @Test
  void aLongListOfPlacesAndDatesIsCut() {
    StringBuilder block =
        new StringBuilder("Ravnia Ravnia PROPN 2 nsubj\nangrep angripe VERB 0 root\n");
    for (int i = 0; i < 200; i++) {
      block.append("By").append(i).append("x By PROPN 2 obl\n");
    }
    Scene scene = new Scene("nb", "2031-05-04", block.toString());
    List<Place> places = new ArrayList<>();
    List<TimeExpression> times = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      places.add(place("p" + i, scene, "By" + i + "x"));
      times.add(
          new TimeExpression(scene.span("By" + i + "x"), String.valueOf(1800 + i), "by hand"));
    }
    Draft draft = draft(scene, 0, 1, null);
    assertThat(where(scene, places, List.of(draft)).candidates(draft)).hasSizeLessThan(40);
    Occasion occasion =
        new Occasion(scene.article(), times, List.of(), List.of(), WORDS.list("locative"));
    WhenFeatures when = new WhenFeatures(scene.article(), occasion, List.of(), List.of(draft));
    assertThat(when.candidates(draft)).hasSizeLessThan(40).contains("2031-05-04");
  }

  @Test
  void theDayOfPublicationIsApproximateWhereTheTextDoesNotTellIt() {
    Scene scene = new Scene("nb", "2031-05-04", STRIKE, LATER);
    Draft strike = draft(scene, 0, 1, null);
    List<TimeExpression> times =
        List.of(new TimeExpression(scene.span("Nordby"), "2031-05-02T15:00", "by hand"));
    Occasion occasion =
        new Occasion(scene.article(), times, List.of(), List.of(), WORDS.list("locative"));
    WhenFeatures when = new WhenFeatures(scene.article(), occasion, List.of(), List.of(strike));
    assertThat(when.candidates(strike)).containsExactly("2031-05-02", "2031-05-04");
    assertThat(when.told(strike, "2031-05-04")).isEqualTo("2031-05-04~");
    assertThat(when.told(strike, "2031-05-02")).isEqualTo("2031-05-02");
    assertThat(when.of(strike, List.of("2031-05-02")).get(0)).contains("where=here", "age=week");
  }
}
