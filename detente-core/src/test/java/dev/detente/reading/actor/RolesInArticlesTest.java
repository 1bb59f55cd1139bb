package dev.detente.reading.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Role nouns that take up somebody whom the article has called otherwise, and those that do not.
 */
class RolesInArticlesTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final ActorReader READER = new ActorReader(CODEBOOK, World.load(CODEBOOK));

  private static @Nullable Actor at(AnalysedArticle article, String form) {
    int[] place = Trees.find(article, form, 0);
    Cast cast = READER.read(article);
    String id = cast.actorAt(place[0], place[1]);
    return id == null ? null : cast.actor(id);
  }

  @Test
  void theLeaderOfACountryIsItsPresidentInBokmaal() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Islands Island PROPN 2 nmod B-GPE_LOC Case=Gen
            president president NOUN 5 nsubj O Definite=Ind|Number=Sing
            Jóhanna Jóhanna PROPN 2 flat:name B-PER
            Hallsdóttir Hallsdóttir PROPN 3 flat:name I-PER
            ventet vente VERB 0 root
            """,
            """
            Den den DET 3 det
            islandske islandsk ADJ 3 amod O Definite=Def
            lederen leder NOUN 4 nsubj O Definite=Def|Number=Sing
            reiste reise VERB 0 root
            """);
    Actor leader = at(article, "lederen");
    assertThat(leader).isNotNull();
    assertThat(leader.name()).isEqualTo("Jóhanna Hallsdóttir");
  }

  @Test
  void theLeaderOfACountryIsItsPrimeMinisterInEnglish() {
    AnalysedArticle article =
        Trees.article(
            "en",
            "2031-03-04",
            """
            Icelandic icelandic ADJ 3 amod
            Prime Prime PROPN 3 compound
            Minister Minister PROPN 4 compound O Number=Sing
            Johanna Johanna PROPN 6 nsubj B-PER
            Hallsdottir Hallsdottir PROPN 4 flat:name I-PER
            waited wait VERB 0 root
            """,
            """
            The the DET 3 det O Definite=Def|PronType=Art
            Icelandic icelandic ADJ 3 amod
            leader leader NOUN 4 nsubj O Number=Sing
            left leave VERB 0 root
            """);
    Actor leader = at(article, "leader");
    assertThat(leader).isNotNull();
    assertThat(leader.name()).isEqualTo("Johanna Hallsdottir");
  }

  @Test
  void theStatsraadIsTheMinisterInNynorsk() {
    AnalysedArticle article =
        Trees.article(
            "nn",
            "2031-03-04",
            """
            Fiskeriminister fiskeriminister NOUN 4 nsubj O Definite=Ind|Number=Sing
            Gunn Gunn PROPN 1 flat:name B-PER
            Skorve Skorve PROPN 2 flat:name I-PER
            lova love VERB 0 root
            hjelp hjelp NOUN 4 obj
            """,
            """
            Statsråden statsråd NOUN 2 nsubj O Definite=Def|Number=Sing
            reiste reise VERB 0 root
            """);
    Actor minister = at(article, "Statsråden");
    assertThat(minister).isNotNull();
    assertThat(minister.name()).isEqualTo("Gunn Skorve");
  }

  @Test
  void aShortenedTitleIsTheLongOne() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Viseutenriksminister viseutenriksminister NOUN 4 nsubj O Definite=Ind|Number=Sing
            Gunn Gunn PROPN 1 flat:name B-PER
            Skorve Skorve PROPN 2 flat:name I-PER
            lovet love VERB 0 root
            hjelp hjelp NOUN 4 obj
            """,
            """
            Viseministeren viseminister NOUN 2 nsubj O Definite=Def|Number=Sing
            reiste reise VERB 0 root
            """);
    Actor minister = at(article, "Viseministeren");
    assertThat(minister).isNotNull();
    assertThat(minister.name()).isEqualTo("Gunn Skorve");
  }

  @Test
  void lettersInBracketsTellThePartyAndItsCountry() {
    for (String language : new String[] {"nb", "nn"}) {
      AnalysedArticle article =
          Trees.article(
              language,
              "2031-03-04",
              """
              Gunn Gunn PROPN 6 nsubj B-PER
              Skorve Skorve PROPN 1 flat:name I-PER
              ( $( PUNCT 4 punct
              H H PROPN 1 appos
              ) $) PUNCT 4 punct
              smilte smile VERB 0 root
              """);
      Actor person = at(article, "Skorve");
      assertThat(person).isNotNull();
      assertThat(person.sector()).isEqualTo("PTY");
      assertThat(person.country()).isEqualTo("NOR");
    }
  }

  @Test
  void aMinistryWithACapitalInsideASentenceIsTheOneAtHome() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Island Island PROPN 2 nsubj B-GPE_LOC
            kjøper kjøpe VERB 0 root
            fly fly NOUN 2 obj
            """,
            """
            I i ADP 2 case
            går går NOUN 3 obl
            svarte svare VERB 0 root
            Forsvarsdepartementet forsvarsdepartement NOUN 3 nsubj O Definite=Def|Number=Sing
            """);
    Actor ministry = at(article, "Forsvarsdepartementet");
    assertThat(ministry).isNotNull();
    assertThat(ministry.country()).isEqualTo("NOR");
    assertThat(ministry.kind()).isEqualTo(ActorKind.ORGANISATION);
  }

  @Test
  void boundedNumbersOfSoldiersAreAGroupWithItsBound() {
    AnalysedArticle nynorsk =
        Trees.article(
            "nn",
            "2031-03-04",
            """
            Om om ADV 3 advmod
            lag lag ADV 1 fixed
            50 50 NUM 4 nummod
            soldatar soldat NOUN 5 nsubj O Definite=Ind|Number=Plur
            kom kome VERB 0 root
            """);
    Actor soldiers = at(nynorsk, "soldatar");
    assertThat(soldiers).isNotNull();
    assertThat(soldiers.kind()).isEqualTo(ActorKind.GROUP);
    assertThat(nynorsk.slice(soldiers.mentions().get(0))).isEqualTo("Om lag 50 soldatar");
    AnalysedArticle english =
        Trees.article(
            "en",
            "2031-03-04",
            """
            At at ADV 2 case
            least least ADJ 3 nmod
            40 40 NUM 4 nummod
            soldiers soldier NOUN 5 nsubj O Number=Plur
            came come VERB 0 root
            """);
    Actor troops = at(english, "soldiers");
    assertThat(troops).isNotNull();
    assertThat(english.slice(troops.mentions().get(0))).isEqualTo("At least 40 soldiers");
  }

  @Test
  void aPrepositionIsABoundOnlyWithItsOtherWord() {
    AnalysedArticle against =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Sanksjoner sanksjon NOUN 0 root
            mot mot ADP 4 case
            34 34 NUM 4 nummod
            soldater soldat NOUN 1 nmod O Definite=Ind|Number=Plur
            """);
    Actor targets = at(against, "soldater");
    assertThat(targets).isNotNull();
    assertThat(against.slice(targets.mentions().get(0))).isEqualTo("34 soldater");
    AnalysedArticle upTo =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Opp opp ADP 2 advmod
            mot mot ADP 3 case
            60 60 NUM 4 nummod
            soldater soldat NOUN 5 nsubj O Definite=Ind|Number=Plur
            kom komme VERB 0 root
            """);
    Actor many = at(upTo, "soldater");
    assertThat(many).isNotNull();
    assertThat(upTo.slice(many.mentions().get(0))).isEqualTo("Opp mot 60 soldater");
  }

  @Test
  void aFullNameUnderAnotherLabelIsThePersonNamedElsewhere() {
    AnalysedArticle article =
        Trees.article(
            "en",
            "2031-03-04",
            """
            Nora Nora PROPN 3 nsubj B-PER
            Fjellanger Fjellanger PROPN 1 flat:name I-PER
            waited wait VERB 0 root
            """,
            """
            They they PRON 2 nsubj
            called call VERB 0 root
            Nora Nora PROPN 2 obj B-ORG
            Fjellanger Fjellanger PROPN 3 flat:name I-ORG
            """);
    int[] second = Trees.find(article, "Fjellanger", 1);
    Cast cast = READER.read(article);
    String id = cast.actorAt(second[0], second[1]);
    assertThat(id).isNotNull();
    assertThat(cast.actor(id).kind()).isEqualTo(ActorKind.PERSON);
    assertThat(cast.actors()).hasSize(1);
  }

  @Test
  void aNounOfAnActIsNobodyHoweverItSpeaks() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Brosjyrefordelingen brosjyrefordeling NOUN 2 nsubj O Definite=Def|Number=Sing
            sier si VERB 0 root
            at at SCONJ 5 mark
            alt alt PRON 5 nsubj
            går gå VERB 2 ccomp
            """);
    assertThat(at(article, "Brosjyrefordelingen")).isNull();
  }

  @Test
  void danishAndSwedishRolesAreRead() {
    RoleLexicon danish = new RoleLexicon(CODEBOOK, "da");
    RoleLexicon swedish = new RoleLexicon(CODEBOOK, "sv");
    Role spokeswoman = danish.find("talskvinden", "talskvinde");
    Role mayor = swedish.find("borgmästaren", "borgmästare");
    assertThat(spokeswoman).isNotNull();
    assertThat(spokeswoman.gender()).isEqualTo(Gender.FEM);
    assertThat(mayor).isNotNull();
    assertThat(mayor.sector()).isEqualTo("GOV");
  }
}
