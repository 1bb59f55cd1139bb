package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to records: correct them with brat, mark them with Web Annotations. */
class ReviewTest {
  private static final String ARTICLES =
      """
      {"id": "a/1", "published": "2031-03-11", "language": "nb", "outlet": "havna.example",
       "text": "Igor Belov krever at Finland trekker søknaden.\\n\\nHan avviser påstanden om nei.\\n\\n\
      – Nei, sier Finlands statsminister Anna Ek.\\n\\n– Nei, sier Igor Belov."}
      {"id": "a 1", "url": "https://havna.example/2", "language": "nb",
       "text": "Russland angrep en by mandag. Ministeren sier at 40 ble drept."}
      """
          .replace("\n ", " ");

  @TempDir private Path folder;

  private String records() {
    Run read = Run.piped(ARTICLES, "read", "--format", "jsonl", "-");
    assertThat(read.code()).isZero();
    return read.out();
  }

  @Test
  void whatBratWasGivenIsRightUntilItIsCorrected() throws IOException {
    Path review = folder.resolve("review");
    Run written = Run.piped(ARTICLES, "read", "--format", "brat", "--output", review, "-");

    assertThat(written.out()).isEmpty();
    assertThat(written.err()).contains("2 articles with annotations in " + review);
    assertThat(written.code()).isZero();
    assertThat(review.resolve("a-1.txt")).exists();
    assertThat(review.resolve("a-1.ann")).exists();
    assertThat(review.resolve("a-1-2.ann")).exists();
    assertThat(review.resolve("annotation.conf")).exists();

    Path records = folder.resolve("records.jsonl");
    Files.writeString(records, records());
    Run scored = Run.piped("", "score", review, "--records", records);
    assertThat(scored.err()).isEmpty();
    assertThat(scored.out())
        .startsWith("2 articles, 0 without a record")
        .containsPattern("statement content +100.0 +100.0 +100.0")
        .containsPattern("event who-whom +100.0 +100.0 +100.0")
        .containsPattern("actor +100.0 +100.0 +100.0")
        .containsPattern("statement exact content +100.0")
        .containsPattern("text returned unchanged +100.0");

    Path ann = review.resolve("a-1.ann");
    String corrected = Files.readString(ann).replaceFirst("(?m)^(A1\tAct E1) .*$", "$1 warn");
    Files.writeString(ann, corrected);
    assertThat(Run.piped("", "score", review, "--records", records, "--causes", "3").out())
        .contains("     1  act: warn read as demand");
  }

  @Test
  void whatBratWasGivenIsTheSameArticle() throws IOException {
    Path review = folder.resolve("review");
    Run.piped(ARTICLES, "read", "--format", "brat", "--output", review, "-");

    Run again = Run.piped("", "extract", review.resolve("a-1.ann"));
    assertThat(again.out())
        .contains("\"id\":\"a/1\"", "\"published\":\"2031-03-11\"", "\"outlet\":\"havna.example\"")
        .contains("\"text\":\"Igor Belov krever at Finland trekker søknaden.\\n\\nHan avviser");
  }

  @Test
  void articlesOfOneNameAreKeptApart() throws IOException {
    String second = "Nei, sier havnesjef Lone Trøan.";
    String both =
        """
        {"id": "a", "language": "nb", "text": "Igor Belov avviser kravet."}
        {"id": "a", "language": "nb", "text": "%s"}
        """
            .formatted(second);
    Path records = folder.resolve("records.jsonl");
    Files.writeString(records, Run.piped(both, "read", "--format", "jsonl", "-").out());
    Path gold = folder.resolve("gold.jsonl");
    Files.writeString(gold, both.replace("}", ", \"statements\": []}"));
    Run scored = Run.piped("", "score", gold, "--records", records);
    assertThat(scored.out())
        .startsWith("2 articles, 0 without a record")
        .containsPattern("text returned unchanged +100.0 +2");

    Path mark = folder.resolve("mark.json");
    Files.writeString(mark, "{\"type\": \"Annotation\", \"target\": \"a\", \"body\": \"Hvem?\"}");
    Run marked = Run.piped("", "marks", "--records", records, mark);
    assertThat(marked.code()).isEqualTo(Main.SOME_FAILED);
    assertThat(marked.err()).contains("DET-0168", "mark.json", "2 different articles");

    Files.writeString(gold, both.lines().skip(1).findFirst().orElseThrow().replace("Nei", "Ja"));
    assertThat(Run.piped("", "score", gold, "--records", records).err()).contains("DET-0168");
  }

  @Test
  void annotationsAreNotWrittenOver() throws IOException {
    Files.writeString(folder.resolve("mine.ann"), "");
    Run over = Run.piped(ARTICLES, "read", "--format", "brat", "--output", folder, "-");
    assertThat(over.code()).isEqualTo(2);
    assertThat(over.err()).contains("DET-0235");
    assertThat(Run.piped(ARTICLES, "read", "--format", "brat", "-").err()).contains("DET-0234");
    assertThat(Run.piped(ARTICLES, "read", "--output", folder.resolve("x"), "-").err())
        .contains("DET-0234");
  }

  @Test
  void labelsOfOthersAreNoRecord() throws IOException {
    Files.writeString(folder.resolve("x.txt"), "Igor Belov avviser alt.");
    Files.writeString(
        folder.resolve("x.ann"),
        "T1\tPerson 0 10\tIgor Belov\nT2\tSay 11 18\tavviser\nE1\tSay:T2\n");
    Run run = Run.piped("", "score", folder);
    assertThat(run.code()).isNotZero();
    assertThat(run.err()).contains("DET-0166: x.ann: E1");
  }

  @Test
  void marksStandBesideTheEntriesOfTheRecord() throws IOException {
    Path records = folder.resolve("records.jsonl");
    Files.writeString(records, records());
    Path marks = folder.resolve("marks.json");
    Files.writeString(
        marks,
        """
        [{"type": "Annotation", "motivation": "assessing", "creator": {"name": "Kari"},
          "body": "Hvem\\u001b[31m?", "target": {"source": "https://havna.example/2",
          "selector": {"type": "TextQuoteSelector", "exact": "40 ble drept"}}},
         {"type": "Annotation", "body": "Ja.", "target": "urn:detente:a%2F1:s1"}]
        """);

    Run shown = Run.piped("", "marks", "--records", records, "--format", "text", marks);
    assertThat(shown.err()).isEmpty();
    assertThat(shown.code()).isZero();
    assertThat(shown.out())
        .contains("a/1 · 2031-03-11 · havna.example", "» Ja.", "s1   statement demand: Igor Belov")
        .contains("assessing · Kari", "40 ble drept", "» Hvem")
        .doesNotContain("\u001b");
    Run lines = Run.piped("", "marks", "-r", records, marks);
    assertThat(lines.out().lines()).hasSize(2);
    assertThat(lines.out())
        .contains("\"words\":[\"Finland trekker søknaden\"]", "\"what\":\"statement demand\"");
    assertThat(Run.piped("", "read", "--format", "webannotation", "-").code()).isEqualTo(3);
  }

  @Test
  void aMarkOfAnArticleThatWasNotReadIsSaid() throws IOException {
    Path records = folder.resolve("records.jsonl");
    Files.writeString(records, records());
    Path marks = folder.resolve("marks.json");
    Files.writeString(marks, "{\"type\": \"Annotation\", \"target\": \"https://x.example/\"}");

    Run run = Run.piped("", "marks", "-r", records, marks, folder.resolve("none.json"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("DET-0167: " + marks + ": \"https://x.example/\"")
        .contains("DET-0101: " + folder.resolve("none.json"));
    Files.writeString(records, "x");
    assertThat(Run.piped("", "marks", "-r", records, marks).err())
        .contains("DET-0401: " + records + ", line 1: not JSON");
  }
}
