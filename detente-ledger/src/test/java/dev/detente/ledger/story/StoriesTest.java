package dev.detente.ledger.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.relate.End;
import dev.detente.record.Act;
import dev.detente.source.duplicate.CopyGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static CrossLink link(String from, CrossRelation relation, String to) {
    return new CrossLink(end(from), relation, end(to), 0.9, "test");
  }

  private static End end(String end) {
    int at = end.indexOf('#');
    return new End(end.substring(0, at), end.substring(at + 1));
  }

  @Test
  void fiftyReprintsChangeNoCountOfIndependentReports() {
    List<CrossLink> links = new ArrayList<>();
    links.add(link("a#s1", CrossRelation.SAME, "b#s1"));
    links.add(link("a#e1", CrossRelation.SAME, "b#e2"));
    List<End> ends = new ArrayList<>(List.of(end("a#s1"), end("b#s1")));
    Told before = new Stories(List.of()).told(ends, links).get(0);
    List<String> printings = new ArrayList<>(List.of("a"));
    for (int i = 0; i < 50; i++) {
      String copy = "copy-" + i;
      printings.add(copy);
      ends.add(new End(copy, "s1"));
      links.add(link("a#s1", CrossRelation.SAME, copy + "#s1"));
      links.add(link("b#s1", CrossRelation.SAME, copy + "#s1"));
    }
    Stories stories = new Stories(List.of(new CopyGroup("a", printings)));

    Told after = stories.told(ends, links).get(0);

    assertThat(before.reports()).isEqualTo(2);
    assertThat(before.printings()).isEqualTo(2);
    assertThat(after.reports()).isEqualTo(2);
    assertThat(after.printings()).isEqualTo(52);
    Story story = stories.stories(List.of("a", "b"), links).get(0);
    assertThat(story.reports()).hasSize(2);
    assertThat(story.printings()).isEqualTo(52);
  }

  @Test
  void aStoryIsWhatSharesTwoOfItsStatementsOrEvents() {
    List<CrossLink> links =
        List.of(
            link("a#s1", CrossRelation.SAME, "b#s1"),
            link("a#e1", CrossRelation.SAME, "b#e2"),
            link("b#s4", CrossRelation.SAME, "c#s1"),
            link("c#s2", CrossRelation.DENIES, "b#s1"));

    List<Story> stories = new Stories(List.of()).stories(List.of("a", "b", "c", "d"), links);

    assertThat(stories.stream().map(Story::id)).containsExactly("a", "c", "d");
    assertThat(stories.get(0).reports().stream().map(Report::original)).containsExactly("a", "b");
  }

  @Test
  void theOrderOfLinksDoesNotMatter() {
    List<CrossLink> links =
        new ArrayList<>(
            List.of(
                link("c#s1", CrossRelation.SAME, "d#s1"),
                link("b#s1", CrossRelation.SAME, "c#s1"),
                link("a#s1", CrossRelation.SAME, "b#s1")));
    List<End> ends = List.of(end("d#s1"), end("b#s1"), end("a#s1"), end("c#s1"));
    List<Told> one = new Stories(List.of()).told(ends, links);
    Collections.reverse(links);

    assertThat(new Stories(List.of()).told(ends, links)).isEqualTo(one);
    assertThat(one).hasSize(1);
    assertThat(one.get(0).id()).isEqualTo("a#s1");
  }

  @Test
  void aSheetTellsWhoClaimsWhoDeniesAndWhoReportsOneSideOnly() {
    List<Voice> voices =
        List.of(
            voice("a#s1", "person:x", Act.CLAIM),
            voice("b#s1", "person:x", Act.CLAIM),
            voice("b#s2", "person:y", Act.DENY),
            voice("c#s1", "person:y", Act.DENY));
    List<CrossLink> links =
        List.of(
            link("a#s1", CrossRelation.SAME, "b#s1"),
            link("b#s2", CrossRelation.DENIES, "b#s1"),
            link("b#s2", CrossRelation.SAME, "c#s1"));

    ClaimSheet sheet = Claims.sheets(voices, links, new Stories(List.of())).get(0);

    assertThat(sheet.claims().stream().map(Voice::end)).containsExactly(end("a#s1"), end("b#s1"));
    assertThat(sheet.denials().stream().map(Voice::end)).containsExactly(end("b#s2"), end("c#s1"));
    assertThat(sheet.onlyClaim()).containsExactly("a");
    assertThat(sheet.onlyDenial()).containsExactly("c");
    assertThat(sheet.reports()).isEqualTo(2);
  }

  private static Voice voice(String end, String speaker, Act act) {
    return new Voice(end(end), act, speaker, speaker, speaker, null, null, null, "words");
  }
}
