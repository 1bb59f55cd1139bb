package dev.detente.reading.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActorReaderTest {
  private static final Codebook CODEBOOK = Codebook.bundled();
  private static final ActorReader READER = new ActorReader(CODEBOOK, World.load(CODEBOOK));

  private static @Nullable Actor at(
      AnalysedArticle article, Cast cast, String form, int occurrence) {
    int[] place = Trees.find(article, form, occurrence);
    String id = cast.actorAt(place[0], place[1]);
    return id == null ? null : cast.actor(id);
  }

  @Test
  void joinsTitleNameSurnameDescriptionAndPronoun() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Den den DET 3 det
            islandske islandsk ADJ 3 amod O Definite=Def
            utenriksministeren utenriksminister NOUN 4 nsubj O Definite=Def|Number=Sing
            kommer komme VERB 0 root
            i i ADP 6 case
            morgen morgen NOUN 4 obl
            """,
            """
            Utenriksminister utenriksminister NOUN 4 nsubj O Number=Sing
            Jóhanna Jóhanna PROPN 1 flat:name B-PER
            Hallsdóttir Hallsdóttir PROPN 2 flat:name I-PER
            lover love VERB 0 root
            hjelp hjelp NOUN 4 obj
            """,
            """
            Hun hun PRON 2 nsubj
            sier si VERB 0 root
            det det PRON 2 obj
            """,
            """
            Hallsdóttir Hallsdóttir PROPN 2 nsubj B-PER
            reiser reise VERB 0 root
            """);
    Cast cast = READER.read(article);
    Actor minister = at(article, cast, "Hallsdóttir", 0);
    assertThat(minister).isNotNull();
    assertThat(minister.name()).isEqualTo("Jóhanna Hallsdóttir");
    assertThat(minister.sector()).isEqualTo("GOV");
    assertThat(minister.country()).isEqualTo("ISL");
    assertThat(at(article, cast, "Hun", 0)).isEqualTo(minister);
    assertThat(at(article, cast, "Utenriksminister", 0)).isEqualTo(minister);
    assertThat(at(article, cast, "utenriksministeren", 0)).isEqualTo(minister);
    assertThat(minister.mentions())
        .extracting(article::slice)
        .containsExactly(
            "Den islandske utenriksministeren",
            "Utenriksminister Jóhanna Hallsdóttir",
            "Hallsdóttir");
  }

  @Test
  void takesNoLettersOfAPartyForAnActor() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Angrepet angrep NOUN 3 nsubj
            var være AUX 3 cop
            feigt feig ADJ 5 ccomp
            , $, PUNCT 3 punct
            mener mene VERB 0 root
            utenriksminister utenriksminister NOUN 5 nsubj O Number=Sing
            Anders Anders PROPN 6 flat:name B-PER
            Moe Moe PROPN 7 flat:name I-PER
            ( $( PUNCT 10 punct
            H H PROPN 7 appos B-ORG
            ) $) PUNCT 10 punct
            """);
    Cast cast = READER.read(article);
    assertThat(cast.actors()).extracting(Actor::name).contains("Anders Moe").doesNotContain("H");
  }

  @Test
  void takesTheStateBeforeAReflexivePossessiveForTheOwnerOfARole() {
    AnalysedArticle article =
        Trees.article(
            "nn",
            "2031-03-04",
            """
            Noreg Noreg PROPN 2 nsubj B-GPE_LOC
            ventar vente VERB 0 root
            """,
            """
            Island Island PROPN 7 obl B-ORG
            sin sin PRON 3 nmod:poss O Poss=Yes|PronType=Prs
            statsminister statsminister NOUN 7 nsubj O Number=Sing
            Birna Birna PROPN 3 appos B-PER
            Hallsdóttir Hallsdóttir PROPN 4 flat:name I-PER
            kan kunne AUX 7 aux
            tale tale VERB 0 root
            """);
    Cast cast = READER.read(article);
    Actor minister = at(article, cast, "Hallsdóttir", 0);
    assertThat(minister).isNotNull();
    assertThat(minister.country()).isEqualTo("ISL");
    assertThat(minister.why()).doesNotContain("around");
  }

  @Test
  void takesNoAdjectiveOfAStateForAPerson() {
    AnalysedArticle article =
        Trees.article(
            "en",
            "2031-03-04",
            """
            Norway Norway PROPN 2 nsubj B-LOC
            freed free VERB 0 root
            the the DET 5 det
            Icelandic Icelandic PROPN 5 compound B-PER
            trawler trawler NOUN 2 obj O Number=Sing
            """);
    assertThat(READER.read(article).actors())
        .extracting(Actor::name)
        .doesNotContain("Icelandic")
        .contains("Norway");
  }

  @Test
  void knowsASurnameUnderAnyLabelOnceItsBearerIsNamedInFull() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031-03-04",
            """
            Statsminister statsminister NOUN 4 nsubj O Number=Sing
            Idrissa Idrissa PROPN 1 flat:name B-LOC
            Makonde Makonde PROPN 2 flat:name I-LOC
            går gå VERB 0 root
            """,
            """
            Da da ADV 2 advmod
            sa si VERB 0 root
            Makonde Makonde PROPN 2 nsubj B-PROD
            det det PRON 2 obj
            """,
            """
            Makondes Makondes NOUN 2 nmod
            vakter vakt NOUN 3 nsubj O Number=Plur
            ventet vente VERB 0 root
            """);
    Cast cast = READER.read(article);
    Actor minister = at(article, cast, "Makonde", 0);
    assertThat(minister).isNotNull();
    assertThat(minister.kind()).isEqualTo(ActorKind.PERSON);
    assertThat(at(article, cast, "Makonde", 1)).isEqualTo(minister);
    assertThat(at(article, cast, "Makondes", 0)).isEqualTo(minister);
  }

  @Test
  void takesPeoplesAndSeatsForTheState() {
    AnalysedArticle article =
        Trees.article(
            "nn",
            "2031",
            """
            Russarane russar NOUN 2 nsubj O Number=Plur|Definite=Def
            nektar nekte VERB 0 root
            """,
            """
            Moskva Moskva PROPN 2 nsubj B-GPE_ORG
            svarar svare VERB 0 root
            """,
            """
            Ho ho PRON 2 nsubj
            bur bu VERB 0 root
            i i ADP 4 case
            Moskva Moskva PROPN 2 obl B-GPE_LOC
            """);
    Cast cast = READER.read(article);
    Actor state = at(article, cast, "Russarane", 0);
    assertThat(state).isNotNull();
    assertThat(state.kind()).isEqualTo(ActorKind.STATE);
    assertThat(state.name()).isEqualTo("Russia");
    assertThat(state.id()).isEqualTo(cast.state("RUS"));
    assertThat(at(article, cast, "Moskva", 0)).isEqualTo(state);
    assertThat(at(article, cast, "Moskva", 1)).isNull();
    assertThat(at(article, cast, "Ho", 0)).isNull();
  }

  @Test
  void keepsPersonsOfOneSurnameApart() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031",
            """
            Kari Kari PROPN 3 nsubj B-PER
            Dahl Dahl PROPN 1 flat:name I-PER
            møtte møte VERB 0 root
            Ola Ola PROPN 3 obj B-PER
            Dahl Dahl PROPN 4 flat:name I-PER
            """,
            """
            Han han PRON 2 nsubj
            smilte smile VERB 0 root
            """,
            """
            Hun hun PRON 2 nsubj
            lo le VERB 0 root
            """);
    Cast cast = READER.read(article);
    assertThat(at(article, cast, "Kari", 0)).isNotEqualTo(at(article, cast, "Ola", 0));
    assertThat(at(article, cast, "Han", 0)).isEqualTo(at(article, cast, "Ola", 0));
    assertThat(at(article, cast, "Hun", 0)).isEqualTo(at(article, cast, "Kari", 0));
  }

  @Test
  void givesAnUnnamedActorTheCountryAndSectorOfItsDescription() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031",
            """
            En en DET 3 det O Definite=Ind
            polsk polsk ADJ 3 amod O Definite=Ind
            offiser offiser NOUN 4 nsubj O Number=Sing|Definite=Ind
            ropte rope VERB 0 root
            """,
            """
            Talspersonen talsperson NOUN 4 nsubj O Number=Sing|Definite=Def
            for for ADP 3 case
            fagforbundet fagforbund NOUN 1 nmod O Number=Sing|Definite=Def
            nikket nikke VERB 0 root
            """);
    Cast cast = READER.read(article);
    Actor officer = at(article, cast, "offiser", 0);
    assertThat(officer).isNotNull();
    assertThat(officer.name()).isEqualTo("en polsk offiser");
    assertThat(officer.country()).isEqualTo("POL");
    assertThat(officer.sector()).isEqualTo("MIL");
    Actor speaker = at(article, cast, "Talspersonen", 0);
    assertThat(speaker).isNotNull();
    assertThat(speaker.sector()).isEqualTo("LAB");
    int[] place = Trees.find(article, "Talspersonen", 0);
    assertThat(article.slice(cast.mentionAt(place[0], place[1])))
        .isEqualTo("Talspersonen for fagforbundet");
  }

  @Test
  void readsEnglishTitlesAndPossessives() {
    AnalysedArticle article =
        Trees.article(
            "en",
            "2031",
            """
            The the DET 2 det
            Kremlin Kremlin PROPN 3 nsubj B-ORG
            objected object VERB 0 root
            """,
            """
            Its its PRON 2 nmod:poss O Poss=Yes
            spokesman spokesman NOUN 6 nsubj O Number=Sing
            , , PUNCT 4 punct
            Anton Anton PROPN 2 appos B-PER
            Belov Belov PROPN 4 flat I-PER
            smiled smile VERB 0 root
            """,
            """
            He he PRON 2 nsubj
            left leave VERB 0 root
            """);
    Cast cast = READER.read(article);
    Actor spokesman = at(article, cast, "Belov", 0);
    assertThat(spokesman).isNotNull();
    assertThat(spokesman.sector()).isEqualTo("GOV");
    assertThat(at(article, cast, "He", 0)).isEqualTo(spokesman);
    assertThat(at(article, cast, "Its", 0)).isEqualTo(at(article, cast, "Kremlin", 0));
  }

  @Test
  void knowsTheTitledPersonByTheOfficeAloneAlsoWhereTheAnalysisLeavesDefinitenessOut() {
    AnalysedArticle article =
        Trees.article(
            "nn",
            "2031",
            """
            Ordførar ordførar NOUN 4 nsubj O Number=Sing
            Turid Turid PROPN 1 flat:name B-PER
            Lid Lid PROPN 2 flat:name I-PER
            smilte smile VERB 0 root
            """,
            """
            Ordføraren ordførar NOUN 2 nsubj
            vona vone VERB 0 root
            """);
    Cast cast = READER.read(article);
    assertThat(at(article, cast, "Ordføraren", 0))
        .isNotNull()
        .isEqualTo(at(article, cast, "Turid", 0));
  }

  @Test
  void takesAnAppositionForPartOfTheMention() {
    AnalysedArticle article =
        Trees.article(
            "en",
            "2031",
            """
            Ada Ada PROPN 8 nsubj B-PER
            Moore Moore PROPN 1 flat I-PER
            , , PUNCT 5 punct
            a a DET 5 det O Definite=Ind
            judge judge NOUN 1 appos O Number=Sing
            , , PUNCT 5 punct
            never never ADV 8 advmod
            slept sleep VERB 0 root
            """);
    Cast cast = READER.read(article);
    Actor judge = at(article, cast, "Moore", 0);
    assertThat(judge).isNotNull().isEqualTo(at(article, cast, "judge", 0));
    assertThat(judge.sector()).isEqualTo("JUD");
    assertThat(judge.mentions()).extracting(article::slice).containsExactly("Ada Moore , a judge");
  }

  @Test
  void findsTheCounterpartOfTheSameOffice() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031",
            """
            Norges Norge PROPN 2 nmod B-GPE_ORG Case=Gen
            forsvarsminister forsvarsminister NOUN 5 nsubj O Number=Sing
            Eva Eva PROPN 2 appos B-PER
            Lie Lie PROPN 3 flat:name I-PER
            møtte møte VERB 0 root
            Polens Polen PROPN 7 nmod B-GPE_ORG Case=Gen
            forsvarsminister forsvarsminister NOUN 5 obj O Number=Sing
            Jan Jan PROPN 7 appos B-PER
            Nowak Nowak PROPN 8 flat:name I-PER
            """,
            """
            Lie Lie PROPN 2 nsubj B-PER
            roste rose VERB 0 root
            sin sin DET 5 nmod O Poss=Yes
            polske polsk ADJ 5 amod
            kollega kollega NOUN 2 obj O Number=Sing|Definite=Ind
            """);
    Cast cast = READER.read(article);
    assertThat(at(article, cast, "kollega", 0))
        .isNotNull()
        .isEqualTo(at(article, cast, "Nowak", 0));
    assertThat(at(article, cast, "sin", 0)).isEqualTo(at(article, cast, "Eva", 0));
  }

  @Test
  void readsTheCountryOfAForceFromItsSurroundings() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031",
            """
            Det det PRON 2 nsubj
            brant brenne VERB 0 root
            i i ADP 4 case
            Polen Polen PROPN 2 obl B-GPE_LOC
            og og CCONJ 6 cc
            Warszawa Warszawa PROPN 4 conj B-GPE_LOC
            """,
            """
            Politiet politi NOUN 2 nsubj O Definite=Def|Number=Sing
            rykket rykke VERB 0 root
            """);
    Actor police = at(article, READER.read(article), "Politiet", 0);
    assertThat(police).isNotNull();
    assertThat(police.kind()).isEqualTo(ActorKind.ORGANISATION);
    assertThat(police.sector()).isEqualTo("COP");
    assertThat(police.country()).isEqualTo("POL");
  }

  @Test
  void whoIsOfAPartOfTheWorldHasNoCountryFromTheSurroundings() {
    AnalysedArticle article =
        Trees.article(
            "nb",
            "2031",
            """
            Vestlige vestlig ADJ 2 amod
            diplomater diplomat NOUN 3 nsubj O Definite=Ind|Number=Plur
            reiste reise VERB 0 root
            til til ADP 5 case
            Polen Polen PROPN 3 obl B-GPE_LOC
            """);
    Actor diplomats = at(article, READER.read(article), "diplomater", 0);
    assertThat(diplomats).isNotNull();
    assertThat(diplomats.country()).isNull();
  }
}
