package dev.detente.source.mark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.article.Span;
import dev.detente.codebook.Codebook;
import dev.detente.record.Act;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Quantity;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import dev.detente.record.TimeExpression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordAnnotationsTest {
  private static final ArticleText TEXT =
      ArticleText.of(
          "🚢 Havnesjef Lone Trøan nekter.\n– Kaia er lang nok.\nHun sa mandag at 40 båter stengte"
              + " Molde, og at byen, mente hun, tåler det.\n");

  private static Span at(String words) {
    int start = TEXT.string().indexOf(words);
    return TEXT.span(start, start + words.length());
  }

  private static Span over(String first, String last) {
    return at(first).union(at(last));
  }

  private static ArticleRecord record() {
    Article article =
        new Article("havna | 1", "nb", "2031-03", "havna.example", null, null, TEXT, List.of());
    Actor lone =
        new Actor(
            "a1",
            "Lone Trøan",
            ActorKind.PERSON,
            "NOR",
            "GOV",
            "havnesjef",
            List.of(at("Havnesjef Lone Trøan")),
            "name:PER");
    Actor boats =
        new Actor(
            "a2", "båter", ActorKind.GROUP, null, null, null, List.of(at("40 båter")), "rule");
    Statement denial =
        new Statement(
            "s1",
            "a1",
            at("Havnesjef Lone Trøan"),
            at("nekter"),
            List.of(over("– Kaia", "nok.\nHun")),
            StatementKind.DIRECT,
            Act.DENY,
            null,
            List.of(),
            null,
            null,
            "cue:nekte");
    Statement claim =
        new Statement(
            "s2",
            "a1",
            at("Hun"),
            at("mente"),
            List.of(at("at byen"), at("tåler det")),
            StatementKind.INDIRECT,
            Act.CLAIM,
            "a2",
            List.of("a2", "a2"),
            "2031-03-10",
            "p1",
            "cue:mene");
    Event event =
        new Event(
            "e1",
            EventType.PROTEST,
            "obstruct",
            List.of("economic"),
            "144",
            -7.5,
            -5,
            "material conflict",
            List.of("a2"),
            List.of("a1"),
            "p1",
            "2031-03-10",
            EventStatus.ALLEGED,
            "s2",
            List.of(new Quantity("båter", 40, "about", at("40 båter"))),
            at("stengte"),
            over("Hun sa", "det"),
            "rule:stenge");
    return new ArticleRecord(
        article,
        List.of(lone, boats),
        List.of(denial, claim),
        List.of(event),
        List.of(new Link("s1", Relation.DENIES, "e1", 0.8, "link")),
        List.of(new TimeExpression(at("mandag"), "2031-03-10", "time")),
        List.of(new Place("p1", at("Molde"), "Molde", "NOR", 62.74, 7.16, "point", "place")));
  }

  @Test
  void aRecordIsWrittenForBratAndReadAgain() {
    List<Annotation> all = RecordAnnotations.of(record());
    String ann = Brat.write(all, TEXT);

    assertThat(Brat.read(ann, TEXT, "x.ann")).isEqualTo(all);
    assertThat(ann)
        .contains(
            "T1\tArticle 0 30\t🚢 Havnesjef Lone Trøan nekter.",
            "#1\tAnnotatorNotes T1\tid: havna / 1 | language: nb | published: 2031-03 | outlet:"
                + " havna.example\n",
            "\tPerson 2 22\tHavnesjef Lone Trøan\n",
            "name: Lone Trøan | country: NOR | sector: GOV | role: havnesjef | why: name:PER",
            "\tStatement 31 50;51 54\t– Kaia er lang nok. Hun\n",
            "\tPronoun 51 54\tHun\n",
            "Via:T",
            "Via2:T",
            "\tAct E1 deny\n",
            "\tMode E3 obstruct\n",
            "\tStatus E3 alleged\n",
            "Claim:E2",
            "of: båter | value: 40 | bound: about",
            "at: 62.74 7.16",
            "date: 2031-03-10 | contexts: economic | why: rule:stenge",
            "R1\tdenies Arg1:E1 Arg2:E3\n");
  }

  @Test
  void bratKnowsEveryLabel() throws IOException {
    String conf;
    try (InputStream in = Brat.class.getResourceAsStream("annotation.conf")) {
      conf = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> labels = new ArrayList<>();
    for (EventType type : EventType.values()) {
      labels.add("(?m)^" + type + "\t");
    }
    for (ActorKind kind : ActorKind.values()) {
      labels.add("(?m)^" + BratLabels.ofKind(kind) + "$");
      assertThat(BratLabels.kind(BratLabels.ofKind(kind))).isEqualTo(kind);
    }
    for (Relation relation : Relation.values()) {
      labels.add("(?m)^" + relation.label() + "\t");
    }
    for (Act act : Act.values()) {
      labels.add("(?m)^Act\t.*[:|]" + act.label() + "(?:$|\\|)");
    }
    for (StatementKind kind : StatementKind.values()) {
      labels.add("(?m)^Kind\t.*[:|]" + kind.label() + "(?:$|\\|)");
    }
    for (EventStatus status : EventStatus.values()) {
      labels.add("(?m)^Status\t.*[:|]" + status.label() + "(?:$|\\|)");
    }
    Codebook.bundled()
        .file("plover.yaml")
        .path("types")
        .forEach(
            type ->
                type.path("modes")
                    .fieldNames()
                    .forEachRemaining(
                        mode -> labels.add("(?m)^Mode\t.*[:|]" + mode + "(?:$|\\|)")));
    assertThat(labels).hasSizeGreaterThan(80);
    assertThat(labels).allSatisfy(label -> assertThat(conf).containsPattern(label));
  }

  @Test
  void aRecordIsAPageOfWebAnnotations() {
    ArticleRecord record = record();
    String line = RecordWebAnnotations.line(record);

    assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
    assertThat(WebAnnotations.read(line, TEXT, "m.jsonl"))
        .isEqualTo(RecordWebAnnotations.marks(record));
    assertThat(RecordWebAnnotations.marks(record))
        .extracting(ReviewMark::id)
        .containsExactly(
            "urn:detente:havna%20%7C%201:s1",
            "urn:detente:havna%20%7C%201:s2",
            "urn:detente:havna%20%7C%201:e1",
            "urn:detente:havna%20%7C%201:a1",
            "urn:detente:havna%20%7C%201:a2",
            "urn:detente:havna%20%7C%201:t1",
            "urn:detente:havna%20%7C%201:p1");
    assertThat(RecordWebAnnotations.marks(record))
        .extracting(ReviewMark::body)
        .contains(
            "Lone Trøan; direct speech (cue:nekte)",
            "båter → Lone Trøan; alleged; 2031-03-10 (rule:stenge)",
            "Lone Trøan; NOR, GOV, havnesjef (name:PER)");
  }

  @Test
  void aNoteHoldsValuesBesideWords() {
    Note note = Note.of("name: Lone Trøan | er hun sjef? |  country: NOR | empty: ");
    assertThat(note.value("name")).isEqualTo("Lone Trøan");
    assertThat(note.value("country")).isEqualTo("NOR");
    assertThat(note.value("empty")).isNull();
    assertThat(note.value("er hun sjef?")).isNull();
  }
}
