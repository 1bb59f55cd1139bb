package dev.detente.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must be attributed, to whom and through whom, in Bokmål, Nynorsk and English. */
class AttributionTest {
  private static Readings readings;

  @BeforeAll
  static void load() {
    readings = new Readings();
  }

  @AfterAll
  static void close() {
    readings.close();
  }

  private static void one(
      String language, String text, String speaker, List<String> content, List<String> via) {
    List<Readings.Told> told = readings.read(language, text);
    assertThat(told).as(text).hasSize(1);
    assertThat(told.get(0).speaker()).as(text).isEqualTo(speaker);
    assertThat(told.get(0).content()).as(text).isEqualTo(content);
    assertThat(told.get(0).via()).as(text).isEqualTo(via);
  }

  private static void haddad(String language, String text, String... content) {
    one(language, text, "Omar Haddad", List.of(content), List.of());
  }

  @Test
  void leavesTheInterviewersQuestionToNobody() {
    haddad(
        "nb",
        "Minister Omar Haddad møtte pressen i Kairo.\n\n– Hvorfor kom du så sent?\n\n"
            + "– Flyet var forsinket, svarer Haddad.",
        "– Flyet var forsinket");
    haddad(
        "nn",
        "Minister Omar Haddad møtte pressa i Kairo.\n\n– Kvifor kom du så seint?\n\n"
            + "– Flyet var forseinka, svarar Haddad.",
        "– Flyet var forseinka");
    haddad(
        "en",
        "Minister Omar Haddad met the press in Cairo.\n\n“Why are you late?”\n\n"
            + "“The plane was delayed,” Haddad answered.",
        "“The plane was delayed,”");
  }

  @Test
  void joinsAQuoteOverParagraphs() {
    one(
        "nn",
        "Tale til folket\n\n«Vi har venta lenge.\n\n«No er det nok», sa Kari Lunde i talen.",
        "Kari Lunde",
        List.of("«Vi har venta lenge.", "«No er det nok»"),
        List.of());
    one(
        "en",
        "Speech to the nation\n\n“We have waited for a long time.\n\n"
            + "“This must end,” Karen Lund said in the speech.",
        "Karen Lund",
        List.of("“We have waited for a long time.", "“This must end,”"),
        List.of());
  }

  @Test
  void goesOnWithEveryDashParagraphOfOneSpeaker() {
    haddad(
        "nb",
        "Samtaler i Kairo\n\n– Vi er klare, sa minister Omar Haddad.\n\n– Det har vi vært lenge."
            + "\n\n– Nå venter vi på svar.\n\nMøtet fortsetter onsdag.",
        "– Vi er klare",
        "– Det har vi vært lenge.",
        "– Nå venter vi på svar.");
    haddad(
        "nn",
        "Samtalar i Kairo\n\n– Vi er klare, sa minister Omar Haddad.\n\n– Det har vi vore lenge."
            + "\n\n– No ventar vi på svar.\n\nMøtet held fram onsdag.",
        "– Vi er klare",
        "– Det har vi vore lenge.",
        "– No ventar vi på svar.");
  }

  @Test
  void attributesNothingToScareQuotes() {
    assertThat(readings.read("nn", "Den såkalla «fredsplanen» vart lagd bort i går.")).isEmpty();
  }

  @Test
  void givesAHeadlinesQuoteToWhoSaysItInTheBody() {
    for (String[] each :
        List.of(
            new String[] {
              "nb",
              "– Vi gir oss aldri\n\nSamtalene i Kairo går mot slutten.\n\n"
                  + "– Vi gir oss aldri, og det vet de godt, sa minister Omar Haddad."
            },
            new String[] {
              "nn",
              "– Vi gir oss aldri\n\nSamtalane i Kairo går mot slutten.\n\n"
                  + "– Vi gir oss aldri, og det veit dei godt, sa minister Omar Haddad."
            },
            new String[] {
              "en",
              "‘We will never give in’\n\nTalks in Cairo are drawing to a close.\n\n"
                  + "‘We will never give in, and they know it,’ Minister Omar Haddad said."
            })) {
      List<Readings.Told> told = readings.read(each[0], each[1]);
      assertThat(told).as(each[0]).hasSize(2);
      assertThat(told).as(each[0]).extracting(Readings.Told::speaker).containsOnly("Omar Haddad");
      assertThat(told.get(0).cue()).isNull();
    }
  }

  @Test
  void tellsTwoSpeakersApart() {
    List<Readings.Told> told =
        readings.read(
            "nb",
            "– Vi er klare, sa minister Omar Haddad. Minister Berit Moe var uenig: – Vi er ikke"
                + " klare, sa hun.");
    assertThat(told).extracting(Readings.Told::speaker).containsExactly("Omar Haddad", "Berit Moe");
  }

  @Test
  void namesTheRelayOfWhoIsCited() {
    one(
        "nn",
        "Grensa blir stengd fredag, skriv Reuters med tilvising til minister Omar Haddad.",
        "Omar Haddad",
        List.of("Grensa blir stengd fredag"),
        List.of("Reuters"));
    one(
        "en",
        "Reuters, citing Minister Omar Haddad, said the border would be closed on Friday.",
        "Omar Haddad",
        List.of("the border would be closed on Friday"),
        List.of("Reuters"));
    one(
        "en",
        "Minister Omar Haddad was quoted by Reuters as saying that the border would be closed.",
        "Omar Haddad",
        List.of("the border would be closed"),
        List.of("Reuters"));
    one(
        "nb",
        "Ifølge Reuters skal minister Omar Haddad ha sagt at grensen stenges fredag.",
        "Omar Haddad",
        List.of("grensen stenges fredag"),
        List.of("Reuters"));
    one(
        "nb",
        "Minister Omar Haddad sier at grensen stenges fredag. Det skriver Reuters.",
        "Omar Haddad",
        List.of("grensen stenges fredag"),
        List.of("Reuters"));
  }

  @Test
  void splitsClausesThatAreJoined() {
    haddad(
        "nb",
        "Minister Omar Haddad sa at grensen er åpen, og at trafikken går som før.",
        "grensen er åpen",
        "trafikken går som før");
    haddad(
        "nn",
        "Minister Omar Haddad sa at grensa er open, og at trafikken går som før.",
        "grensa er open",
        "trafikken går som før");
    haddad(
        "en",
        "Minister Omar Haddad said that the border was open, and that traffic was normal.",
        "the border was open",
        "traffic was normal");
  }

  @Test
  void readsASubordinateClauseBeforeTheMainOneAsSpeech() {
    haddad(
        "nb",
        "Hvis Iran godtar planen, er krisen over, sa minister Omar Haddad.",
        "Hvis Iran godtar planen, er krisen over");
    haddad(
        "nn",
        "Dersom Iran godtek planen, er krisa over, sa minister Omar Haddad.",
        "Dersom Iran godtek planen, er krisa over");
  }

  @Test
  void readsANounWhoseVerbTellsWhatItComesTo() {
    List<Readings.Told> told =
        readings.read(
            "nb",
            "Iran sendte i mai sine krav om garantier til Sverige.\n\n"
                + "De viktigste kravene gikk ut på at Finland aldri må stenge grensen.");
    assertThat(told).extracting(Readings.Told::speaker).containsExactly("Iran", "Iran");
    assertThat(told.get(1).words()).isEqualTo("Finland aldri må stenge grensen");
    assertThat(told.get(1).cue()).isEqualTo("kravene gikk ut på");
    one(
        "nn",
        "Kravet om at grensa blir opna, kjem frå Iran.",
        "Iran",
        List.of("grensa blir opna"),
        List.of());
  }

  @Test
  void showsAllWordsOfACue() {
    List<Readings.Told> told =
        readings.read("nb", "Minister Omar Haddad la til at grensen er åpen.");
    assertThat(told).extracting(Readings.Told::cue).containsExactly("la til");
  }

  @Test
  void leavesADatelineOutOfTheSpeech() {
    haddad(
        "en",
        "CAIRO, May 3 (Meridian) - The border will be closed on Friday, Minister Omar Haddad said.",
        "The border will be closed on Friday");
  }

  @Test
  void readsWhatIsNotSaid() {
    haddad("nb", "Minister Omar Haddad ville ikke si når grensen åpner.", "når grensen åpner");
  }

  @Test
  void findsWhoIsAskedBeforeWhatIsAsked() {
    List<Readings.Told> nb =
        readings.read("nb", "Minister Omar Haddad appellerte til Iran om å legge ned våpnene.");
    assertThat(nb.get(0).words()).isEqualTo("å legge ned våpnene");
    assertThat(nb.get(0).addressee()).isEqualTo("Iran");
    List<Readings.Told> en =
        readings.read("en", "Minister Omar Haddad called on Iran to lay down its arms.");
    assertThat(en.get(0).words()).isEqualTo("to lay down its arms");
    assertThat(en.get(0).addressee()).isEqualTo("Iran");
  }
}
