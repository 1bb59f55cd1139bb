package dev.detente.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.SpanAssertions;
import dev.detente.article.Span;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatementReaderTest {
  private static Readings readings;

  @BeforeAll
  static void load() {
    readings = new Readings();
  }

  @AfterAll
  static void close() {
    readings.close();
  }

  @Test
  void joinsAQuoteThatItsCueInterrupts() {
    List<Readings.Told> told =
        readings.read("en", "\"We are ready,\" Karen Lund said. \"But we will not beg.\"");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).content())
        .containsExactly("\"We are ready,\"", "\"But we will not beg.\"");
    assertThat(told.get(0).speaker()).isEqualTo("Karen Lund");
  }

  @Test
  void goesOnWithADashParagraphWithoutACue() {
    List<Readings.Told> told =
        readings.read(
            "nb",
            "Samtaler i Kairo\n\n– Vi er klare til å forhandle, sier minister Omar Haddad.\n\n"
                + "– Det har vi vært hele tiden.\n\nMøtet fortsetter onsdag.");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).content())
        .containsExactly("– Vi er klare til å forhandle", "– Det har vi vært hele tiden.");
  }

  @Test
  void givesADashParagraphAfterAParaphraseToItsSpeaker() {
    List<Readings.Told> told =
        readings.read(
            "nb",
            "Samtaler i Kairo\n\nMinister Omar Haddad sier at landet er klart til å forhandle.\n\n"
                + "– Vi venter bare på svar.");
    assertThat(told).hasSize(2);
    assertThat(told.get(1).speaker()).isEqualTo("Omar Haddad");
    assertThat(told.get(1).cue()).isNull();
    assertThat(told.get(1).statement().kind()).isEqualTo(StatementKind.DIRECT);
  }

  @Test
  void namesTheAgencyAsARelay() {
    List<Readings.Told> told =
        readings.read("nb", "Ifølge Reuters sier statsminister Kari Lunde at grensen er åpen.");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).speaker()).isEqualTo("Kari Lunde");
    assertThat(told.get(0).via()).containsExactly("Reuters");
  }

  @Test
  void readsTwoAttributionsOfOneSentence() {
    List<Readings.Told> told =
        readings.read(
            "nb", "Kari Lunde sa at møtet var nyttig, men la til at avstanden fortsatt er stor.");
    assertThat(told)
        .extracting(Readings.Told::words)
        .containsExactly("møtet var nyttig", "avstanden fortsatt er stor");
    assertThat(told).extracting(Readings.Told::speaker).containsOnly("Kari Lunde");
  }

  @Test
  void attributesNothingToScareQuotesAndQuestions() {
    assertThat(readings.read("nb", "Den såkalte «fredsplanen» ble lagt bort i går.")).isEmpty();
    assertThat(readings.read("nb", "Hvem sier at planen er død?")).isEmpty();
    assertThat(readings.read("en", "The so-called 'peace plan' was shelved on Monday.")).isEmpty();
  }

  @Test
  void readsAQuoteThatRunsOverParagraphs() {
    List<Readings.Told> told =
        readings.read(
            "nb",
            "Tale til folket\n\n«Vi har ventet lenge.\n\n«Nå er det nok», sa Kari Lunde i talen.");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).content()).containsExactly("«Vi har ventet lenge.", "«Nå er det nok»");
  }

  @Test
  void givesAHeadingWithoutASubjectToTheSpeakerOfTheBody() {
    List<Readings.Told> told =
        readings.read(
            "nb",
            "Krever full stans\n\nUtenriksminister Berit Moe krever full stans i angrepene på"
                + " havnebyen. Hun reiser til Roma i morgen.");
    assertThat(told).isNotEmpty();
    assertThat(told).extracting(Readings.Told::speaker).containsOnly("Berit Moe");
  }

  @Test
  void aNameThatBeginsLikeAnImpersonalPronounSpeaks() {
    for (String language : List.of("nb", "nn")) {
      List<Readings.Told> told =
          readings.read(
              language,
              language.equals("nb")
                  ? "Avisen skriver at hjelpen stanses, men Det hvite hus benekter dette."
                  : "Avisa skriv at hjelpa stansar, men Det kvite hus nektar for dette.");
      assertThat(told.get(told.size() - 1).speaker()).isEqualTo("United States");
    }
  }

  @Test
  void aRelayIsNamedByTheNameBehindItsDescription() {
    List<Readings.Told> told =
        readings.read(
            "nb", "– Det er bra, sa viseminister Omar Haddad ifølge nyhetsbyrået Interfax.");
    assertThat(told.get(0).via()).containsExactly("Interfax");
    assertThat(
            readings
                .read(
                    "en",
                    "Foreign minister Omar Haddad said it was good, according to the news agency Interfax.")
                .get(0)
                .via())
        .containsExactly("Interfax");
  }

  @Test
  void tellsWhoIsAddressedFromWhoOnlyStandsBeside() {
    List<Readings.Told> told =
        readings.read(
            "nb",
            "Samtaler i Oslo\n\nGrensen er stengt, sa Kari Lunde i Stortinget.\n\n"
                + "President Omar Haddad er syk. Han hviler, sier advokaten hans, Per Holm.\n\n"
                + "Iran må trekke seg ut, krever Jordan. Irak krever at Iran straffes.");
    assertThat(told)
        .extracting(Readings.Told::speaker)
        .containsExactly("Kari Lunde", "Per Holm", "Jordan", "Iraq");
    assertThat(told)
        .extracting(Readings.Told::addressee)
        .containsExactly("Stortinget", null, "Iran", null);
  }

  @Test
  void goesOnWithTheOneThatAPronounAgreesWith() {
    List<Readings.Told> told =
        readings.read(
            "nb",
            "Samtaler i Oslo\n\n– Vi er klare, sier minister Ola Haddad.\n\n"
                + "Avtalen ligger hos statsråd Kari Lunde. – Statsministeren bestemmer, sier hun.");
    assertThat(told).extracting(Readings.Told::speaker).containsExactly("Ola Haddad", "Kari Lunde");
  }

  @Test
  void keepsEverySpanInTheTextAndIsRepeatable() {
    List<String> texts = SpanAssertions.randomTexts(12, 60);
    for (int i = 0; i < texts.size(); i++) {
      String text = "– " + texts.get(i) + ", sier han. «" + texts.get((i + 1) % 12) + "»";
      String language = List.of("nb", "nn", "en").get(i % 3);
      List<Readings.Told> told = readings.read(language, text);
      int length = text.codePointCount(0, text.length());
      for (Readings.Told each : told) {
        Statement statement = each.statement();
        for (Span span : statement.content()) {
          assertThat(span.end()).isLessThanOrEqualTo(length);
          assertThat(span.length()).isPositive();
        }
      }
      assertThat(readings.read(language, text).stream().map(Readings.Told::statement).toList())
          .isEqualTo(told.stream().map(Readings.Told::statement).toList());
    }
  }
}
