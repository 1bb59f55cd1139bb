package dev.detente.language.conllu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.SpanAssertions;
import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.DetenteException;
import dev.detente.article.Passage;
import dev.detente.article.passages.ArticleStructure;
import dev.detente.codebook.Codebook;
import dev.detente.language.ActScores;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Analysis;
import dev.detente.language.Chances;
import dev.detente.language.Marks;
import dev.detente.language.Sentence;
import dev.detente.language.TokenizedSentence;
import dev.detente.language.Word;
import dev.detente.language.segment.Segmentation;
import dev.detente.language.segment.Segmenter;
import dev.detente.record.Act;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConlluTest {
  private final Segmenter segmenter = Segmenter.load(Codebook.bundled());
  private final ArticleStructure structure = ArticleStructure.load(Codebook.bundled());
  private final ConlluWriter writer = new ConlluWriter();
  private final ConlluReader reader = new ConlluReader();

  @Test
  void writesTheColumnsOfTheFormat() {
    assertThat(writer.format(analysed("Ho\n\nI don't know.", "en")))
        .isEqualTo(
            """
            # newdoc id = a
            # language = en
            # published = 2022-02
            # newpar
            # passage = headline
            # sent_id = a-1
            # text = Ho
            1	Ho	ho	X	_	_	0	root	_	SpacesAfter=\\n\\n|name=B-PER

            # newpar
            # passage = lead
            # sent_id = a-2
            # text = I don't know.
            1	I	i	X	_	_	0	root	_	name=B-PER
            2-3	don't	_	_	_	_	_	_	_	_
            2	do	do	X	_	_	1	dep	_	name=O
            3	n't	n't	X	_	_	1	dep	_	name=O
            4	know	know	X	_	_	1	dep	_	SpaceAfter=No|name=O
            5	.	.	X	_	_	1	dep	_	SpaceAfter=No|name=O

            """);
  }

  @ParameterizedTest
  @CsvSource({"nb", "en"})
  void givesBackTheSameArticle(String language) throws IOException {
    List<String> texts = new ArrayList<>(SpanAssertions.randomTexts(400, 50));
    texts.add("  \n Tittel \t her\r\n\r\nHun sa: «Ja!» Men it's o.k. , _ \\s a\\b  ");
    texts.add("Ny avtale | – Endelig | Partene ble enige. Ingen sa mer. ");
    List<AnalysedArticle> written = new ArrayList<>();
    StringBuilder file = new StringBuilder();
    for (String text : texts) {
      AnalysedArticle analysed = analysed(text, language);
      if (!analysed.sentences().isEmpty()) {
        written.add(analysed);
        writer.write(analysed, file);
      }
    }
    List<AnalysedArticle> read =
        reader.read(new StringReader(file.toString()), "test.conllu", "nb");
    assertThat(read).hasSameSizeAs(written);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).article()).isEqualTo(written.get(i).article());
      assertThat(read.get(i).analysis().truncated())
          .isEqualTo(written.get(i).analysis().truncated());
      assertThat(read.get(i).sentences()).hasSameSizeAs(written.get(i).sentences());
      for (int s = 0; s < read.get(i).sentences().size(); s++) {
        assertThat(read.get(i).sentence(s).words()).isEqualTo(written.get(i).sentence(s).words());
        assertThat(read.get(i).sentence(s).passage())
            .isEqualTo(written.get(i).sentence(s).passage());
      }
      SpanAssertions.assertAnalysis(read.get(i));
    }
  }

  @Test
  void keepsTheMarksOfWords() throws IOException {
    float[] scores = new float[Act.values().length];
    scores[Act.DENY.ordinal()] = 2.2f;
    Marks marks =
        new Marks(
            ActScores.of(scores),
            ActScores.NONE,
            Chances.of(List.of("cue", "content"), new int[] {95, 4}),
            Chances.of(List.of("REJECT"), new int[] {61}),
            Chances.NONE,
            Chances.of(List.of("actual"), new int[] {99}));
    AnalysedArticle flat = analysed("Hun avviser kravet.", "nb");
    List<Word> words = new ArrayList<>(flat.sentence(0).words());
    Word cue = words.get(1);
    words.set(
        1,
        new Word(
            cue.form(),
            cue.lemma(),
            cue.upos(),
            cue.feats(),
            cue.head(),
            cue.deprel(),
            cue.name(),
            cue.span(),
            marks));
    AnalysedArticle marked =
        new AnalysedArticle(
            flat.article(), new Analysis("nb", List.of(new Sentence(words, 0)), false));
    String file = writer.format(marked);
    assertThat(file)
        .contains(
            "name=O|marks=span:cue:95,content:4;cue:SSASSSSSSSSSSSSSS;trigger:REJECT:61"
                + ";status:actual:99\n");
    List<Word> read = reader.read(new StringReader(file), "f", "nb").get(0).sentence(0).words();
    assertThat(read).isEqualTo(words);
    assertThat(read.get(1).marks().cue().of(Act.SAY)).isEqualTo(-2.25);
    assertThat(read.get(1).marks().trigger().percent("REJECT")).isEqualTo(61);
    assertThat(read.get(0).marks()).isEqualTo(Marks.NONE);
  }

  @Test
  void readsATreebankOfOthers() throws IOException {
    String file =
        """
        # sent_id = 1
        # text = Vamos al mar.
        1	Vamos	ir	VERB	V	Number=Plur	0	root	_	_
        2-3	al	_	_	_	_	_	_	_	_
        2	a	a	ADP	_	_	4	case	_	_
        3	el	el	DET	_	_	4	det	_	_
        4	mar	mar	NOUN	_	_	1	obl	_	SpaceAfter=No
        5	.	.	PUNCT	_	_	1	punct	_	_
        5.1	x	x	X	_	_	_	_	1:dep	_

        # newpar
        1	Ja	ja	INTJ	_	_	0	root	_	_
        """;
    List<AnalysedArticle> read = reader.read(new StringReader(file), "dir/mar.conllu", "nb");
    assertThat(read).hasSize(1);
    Article article = read.get(0).article();
    assertThat(article.id()).isEqualTo("mar");
    assertThat(article.text().string()).isEqualTo("Vamos al mar.\n\nJa");
    assertThat(article.passages()).hasSize(2);
    List<Word> words = read.get(0).sentence(0).words();
    assertThat(words).hasSize(5);
    assertThat(article.slice(words.get(1).span())).isEqualTo("al");
    assertThat(article.slice(words.get(2).span())).isEqualTo("al");
    assertThat(article.slice(words.get(3).span())).isEqualTo("mar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DET-0220; 1_a_a; line 1",
        "DET-0220; 1_a_a_X_-_-_0_root_-_-_-; 11 columns",
        "DET-0221; 2_a_a_X_-_-_0_root_-_-; word 1 is due",
        "DET-0221; 1-2_a_-_-_-_-_-_-_-_-; range",
        "DET-0222; 1_a_a_X_-_-_7_dep_-_-; has head 7",
        "DET-0222; 1_a_a_X_-_-_1_dep_-_-; has head 1",
        "DET-0224; 1__a_X_-_-_0_root_-_-; without a form",
        "DET-0226; x_a_a_X_-_-_0_root_-_-; \"x\"",
        "DET-0226; 1_a_a_X_-_-_one_root_-_-; \"one\"",
        "DET-0227; 1_a_a_X_-_-_0_root_-_name=O|marks=span:cue; \"span:cue\"",
      })
  void namesTheLineThatIsWrong(String code, String line, String words) {
    String tabbed = line.replace('_', '\t').replaceAll("\t-(?=\t|$)", "\t_");
    assertThatThrownBy(() -> reader.read(new StringReader(tabbed + "\n"), "bad.conllu", "nb"))
        .isInstanceOf(DetenteException.class)
        .hasMessageContaining(code)
        .hasMessageContaining("bad.conllu, line 1")
        .hasMessageContaining(words);
  }

  @Test
  void refusesAnUnknownPassageAndAClaimThatTheWordsDoNotBear() {
    String word = "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n";
    assertThatThrownBy(() -> reader.read(new StringReader("# passage = x\n" + word), "f", "nb"))
        .hasMessageContaining("DET-0223");
    assertThatThrownBy(() -> reader.read(new StringReader("# text = b\n" + word), "f", "nb"))
        .hasMessageContaining("DET-0225")
        .hasMessageContaining("line 1");
  }

  /** A flat analysis, in which every first word is a name. */
  private AnalysedArticle analysed(String string, String language) {
    ArticleText text = ArticleText.of(string);
    List<Passage> passages = structure.passages(text, language);
    Segmentation cut = segmenter.segment(text, passages, language);
    List<Sentence> sentences = new ArrayList<>();
    for (TokenizedSentence tokens : cut.sentences()) {
      List<Word> words = new ArrayList<>();
      for (int i = 0; i < tokens.forms().size(); i++) {
        String form = tokens.forms().get(i);
        words.add(
            new Word(
                form,
                form.toLowerCase(),
                "X",
                "",
                i == 0 ? -1 : 0,
                i == 0 ? "root" : "dep",
                i == 0 ? "B-PER" : "O",
                tokens.spans().get(i)));
      }
      sentences.add(new Sentence(words, tokens.passage()));
    }
    return new AnalysedArticle(
        new Article("a", language, "2022-02", null, null, null, text, passages),
        new Analysis(language, sentences, cut.truncated()));
  }
}
