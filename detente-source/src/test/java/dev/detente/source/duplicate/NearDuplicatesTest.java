package dev.detente.source.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.source.duplicate.DuplicatePairs.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearDuplicatesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("detente.root", ".."), "examples").toAbsolutePath();

  private static final List<String> HEADINGS =
      List.of(
          "Ny strid om fisken i nord",
          "Tok skipet på banken",
          "Her føres båten inn",
          "Islandsk sinne etter arrest",
          "– En gave til dem som vil ha bråk",
          "Fjorten mann sitter fast",
          "Ministeren raser",
          "Makrell uten papirer",
          "Dramatisk døgn på havet",
          "Oslo og Reykjavik i klinsj",
          "Kaptein i trøbbel",
          "Stoppet ved midnatt",
          "Skal forklare seg");

  private static final String REPORT =
      """
      Kystvakten bordet tråler

      ÅLESUND (Nordbyrå): Kystvakten har tatt arrest i tråleren «Havørn» på Sveinbanken. Tråleren ble \
      tirsdag ført til Ålesund med 14 mann om bord.

      Kystvakten opplyser at skipet, som er bygd for fiske i åpent hav, hadde fisket makrell uten lisens.

      – Vi gjør jobben vår, sier pressetalsperson Line Brattholm.

      Islands fiskeriminister Einar Brekkan avviser det og krever at skipet slippes fri.
      """;

  private static Fingerprint print(String id, String day, String text) {
    return Fingerprint.of(
        new Article(id, null, day, null, null, null, ArticleText.of(text), List.of()));
  }

  private static Likeness likeness(String one, String other) {
    Comparison there =
        NearDuplicates.STANDARD.compare(
            print("a", "2031-03-11", one), print("b", "2031-03-12", other));
    Comparison back =
        NearDuplicates.STANDARD.compare(
            print("b", "2031-03-12", other), print("a", "2031-03-11", one));
    assertThat(back.likeness()).isEqualTo(there.likeness());
    return there.likeness();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Kystvakten har                       | Kystvakten har ikke
          Kystvakten bordet tråler             | Kystvakten bordet ikke tråler
          med 14 mann                          | med 15 mann
          med 14 mann                          | med mann
          tirsdag                              | onsdag
          Line Brattholm                       | Line Brattland
          Brekkan avviser                      | Brekkan bekrefter
          Einar Brekkan                        | Birna Brekkan
          – Vi gjør jobben vår, sier pressetalsperson Line Brattholm | – Vi gjør jobben vår, sier pressetalsperson Kåre Nes
          og krever at                         | og krever ikke at
          uten lisens                          | med lisens
          skipet slippes fri.                  | skipet slippes fri?
          «Havørn»                             | «Havern»
          """)
  void oneChangedWordKeepsApart(String from, String to) {
    assertThat(REPORT).contains(from);
    assertThat(likeness(REPORT, REPORT.replace(from, to))).isEqualTo(Likeness.CHANGED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Kystvakten bordet tråler             | Ny strid om fisken i nord
          ÅLESUND (Nordbyrå):                  | ''
          (Nordbyrå)                           | (Kystposten)
          «Havørn»                             | “Havørn”
          – Vi                                 | - Vi
          pressetalsperson                     | presetalsperson
          , som er bygd for fiske i åpent hav, | ''
          – Vi gjør jobben vår, sier pressetalsperson Line Brattholm. | ''
          slippes fri.                         | slippes fri. (©Nordbyrå)
          """)
  void whatDesksDoIsNoChange(String from, String to) {
    assertThat(REPORT).contains(from);
    assertThat(likeness(REPORT, REPORT.replace(from, to))).matches(Likeness::isCopy);
  }

  @Test
  void anotherDayInTheDatelineIsAnotherReport() {
    String dated = REPORT.replace("ÅLESUND (", "ÅLESUND, 11. mars (");
    assertThat(likeness(dated, dated.replace("11.", "12."))).isEqualTo(Likeness.CHANGED);
    assertThat(likeness(dated, REPORT.replace("ÅLESUND (Nordbyrå): ", "")))
        .matches(Likeness::isCopy);
  }

  @Test
  void theDifferenceIsSaid() {
    Comparison comparison =
        NearDuplicates.STANDARD.compare(
            print("a", null, REPORT),
            print("b", null, REPORT.replace("har tatt", "har ikke tatt")));
    assertThat(comparison.difference()).contains("har").contains("ikke");
    assertThat(comparison.containment()).isBetween(0.5, 1.0);
  }

  @Test
  void daysApart() {
    for (String later : List.of("2031-03-14", "2031-03", "2031", "2031-03-12T08:00", "x")) {
      assertThat(
              NearDuplicates.STANDARD
                  .compare(print("a", "2031-03-11", REPORT), print("b", later, REPORT))
                  .likeness())
          .as(later)
          .isEqualTo(Likeness.SAME);
    }
    for (String later : List.of("2031-03-15", "2031-04", "2030", "2031-05-01/2031-05-09")) {
      assertThat(
              NearDuplicates.STANDARD
                  .compare(print("a", "2031-03-11", REPORT), print("b", later, REPORT))
                  .likeness())
          .as(later)
          .isEqualTo(Likeness.APART_IN_TIME);
    }
  }

  @Test
  void twoThousandPairs() throws IOException {
    List<Pair> pairs = DuplicatePairs.generate(EXAMPLES, 2_000);
    int found = 0;
    int right = 0;
    int copies = 0;
    Map<String, int[]> kinds = new TreeMap<>();
    List<String> merged = new ArrayList<>();
    for (Pair pair : pairs) {
      Comparison comparison =
          NearDuplicates.STANDARD.compare(Fingerprint.of(pair.one()), Fingerprint.of(pair.other()));
      boolean copy = comparison.likeness().isCopy();
      int[] kind = kinds.computeIfAbsent(pair.kind(), key -> new int[2]);
      kind[0]++;
      kind[1] += copy ? 1 : 0;
      found += copy ? 1 : 0;
      copies += pair.copy() ? 1 : 0;
      right += copy && pair.copy() ? 1 : 0;
      if (copy) {
        assertThat(sharedKeys(pair))
            .as(pair.kind())
            .isGreaterThanOrEqualTo(Fingerprint.KEYS_SHARED);
      }
      if (copy && pair.oneWord()) {
        merged.add(pair.kind() + "\n" + pair.one().text() + "\n---\n" + pair.other().text());
      }
    }
    double precision = (double) right / found;
    double recall = (double) right / copies;
    StringBuilder table = new StringBuilder();
    kinds.forEach(
        (kind, n) ->
            table.append(String.format("%-34s %4d pairs, %4d called copies%n", kind, n[0], n[1])));
    System.out.printf(
        "near-duplicates: %d pairs, precision %.3f, recall %.3f%n%s",
        pairs.size(), precision, recall, table);

    assertThat(pairs).hasSize(2_000);
    assertThat(merged).isEmpty();
    assertThat(precision).as("%s", table).isGreaterThanOrEqualTo(0.98);
    assertThat(recall).as("%s", table).isGreaterThanOrEqualTo(0.90);
  }

  private static long sharedKeys(Pair pair) {
    Set<Long> keys =
        Arrays.stream(Fingerprint.of(pair.one()).keys()).boxed().collect(Collectors.toSet());
    return Arrays.stream(Fingerprint.of(pair.other()).keys()).filter(keys::contains).count();
  }

  @Test
  void fiftyReprintsChangeNoCount() throws IOException {
    List<Fingerprint> reports = new ArrayList<>();
    List<Pair> pairs = DuplicatePairs.generate(EXAMPLES, 120);
    int independent = 0;
    for (Pair pair : pairs) {
      if (pair.kind().equals("negated")) {
        reports.add(print("r" + independent++, "2031-05-07", pair.one().text().string()));
        reports.add(print("r" + independent++, "2031-05-07", pair.other().text().string()));
      }
    }
    List<CopyGroup> before = NearDuplicates.STANDARD.group(reports);
    String wire = REPORT;
    reports.add(print("wire", "2031-03-11", wire));
    for (int i = 0; i < 50; i++) {
      String printed =
          switch (i % 4) {
            case 0 -> wire;
            case 1 -> wire.replace("Kystvakten bordet tråler", HEADINGS.get(i / 4));
            case 2 -> wire.substring(0, wire.indexOf("\n\nIslands"));
            default ->
                wire.replace("ÅLESUND (Nordbyrå): ", "").replace("«", "\"").replace("»", "\"");
          };
      reports.add(print("copy-" + i, i % 2 == 0 ? "2031-03-11" : "2031-03-13", printed));
    }
    reports.add(print("denial", "2031-03-12", wire.replace("har tatt", "har ikke tatt")));

    List<CopyGroup> groups = NearDuplicates.STANDARD.group(reports);
    assertThat(before.size()).isGreaterThan(10);
    assertThat(groups).hasSize(before.size() + 2);
    assertThat(groups)
        .filteredOn(group -> group.original().equals("wire") || group.members().contains("wire"))
        .singleElement()
        .satisfies(group -> assertThat(group.members()).hasSize(51));
    assertThat(groups).anyMatch(group -> group.members().equals(List.of("denial")));

    assertThat(oneByOne(reports)).isEqualTo(groups);
    Collections.shuffle(reports, new Random(3));
    assertThat(NearDuplicates.STANDARD.group(reports)).isEqualTo(groups);
  }

  /** As a stream does it: each report as it appears, candidates by their keys, all from bytes. */
  private static List<CopyGroup> oneByOne(List<Fingerprint> reports) {
    List<Fingerprint> ordered = new ArrayList<>(reports);
    ordered.sort(
        Comparator.<Fingerprint>comparingLong(report -> report.published().first())
            .thenComparing(Fingerprint::id));
    List<List<Fingerprint>> groups = new ArrayList<>();
    Map<Long, Set<List<Fingerprint>>> index = new HashMap<>();
    for (Fingerprint report : ordered) {
      Set<List<Fingerprint>> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
      for (long key : report.keys()) {
        candidates.addAll(index.getOrDefault(key, Set.of()));
      }
      List<List<Fingerprint>> known = groups.stream().filter(candidates::contains).toList();
      Placement placement = NearDuplicates.STANDARD.place(report, known);
      List<Fingerprint> home =
          placement.isOriginal() ? new ArrayList<>() : known.get(placement.joins().get(0));
      if (placement.isOriginal()) {
        groups.add(home);
      }
      home.add(Fingerprint.ofBytes(report.bytes()));
      for (long key : report.keys()) {
        index
            .computeIfAbsent(key, k -> Collections.newSetFromMap(new IdentityHashMap<>()))
            .add(home);
      }
    }
    return groups.stream()
        .map(group -> group.stream().map(Fingerprint::id).toList())
        .map(ids -> new CopyGroup(ids.get(0), ids))
        .toList();
  }

  @Test
  void aNewReportIsPlacedAmongGroups() {
    Fingerprint original = print("a", "2031-03-11", REPORT);
    Fingerprint denial =
        print("b", "2031-03-11", REPORT.replace("har tatt", "har ikke tatt") + "\nMer kommer.");
    String shorter = REPORT.substring(0, REPORT.indexOf("\n\nIslands"));
    NearDuplicates copies = NearDuplicates.STANDARD;

    Placement printing =
        copies.place(print("c", "2031-03-12", shorter), List.of(List.of(original)));
    assertThat(printing.joins()).containsExactly(0);
    assertThat(printing.changes()).isEmpty();
    Placement changed = copies.place(denial, List.of(List.of(original)));
    assertThat(changed.isOriginal()).isTrue();
    assertThat(changed.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.report()).isEqualTo("a");
              assertThat(change.difference()).isEqualTo("har → har ikke");
            });
    Placement back = copies.place(original, List.of(List.of(denial)));
    assertThat(back.changes().get(0).difference()).isEqualTo("har ikke → har");
    assertThat(
            copies.place(print("d", "2031-04-01", REPORT), List.of(List.of(original))).isOriginal())
        .isTrue();
    assertThat(copies.place(original, List.of()).isOriginal()).isTrue();
  }

  @Test
  void aFingerprintIsStored() {
    Fingerprint report = print("a", "2031-03", REPORT);
    Fingerprint stored = Fingerprint.ofBytes(report.bytes());
    assertThat(stored.bytes()).isEqualTo(report.bytes());
    assertThat(stored.keys()).isEqualTo(report.keys()).hasSize(Fingerprint.KEYS).isSorted();
    assertThat(stored.textHash()).isEqualTo(report.textHash());
    assertThat(NearDuplicates.STANDARD.compare(stored, report).likeness()).isEqualTo(Likeness.SAME);
    byte[] broken = report.bytes();
    broken[4] = 127;
    assertThatThrownBy(() -> Fingerprint.ofBytes(broken))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fingerprint.ofBytes(new byte[] {9}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fingerprint.ofBytes(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAbridgedCopyDoesNotJoinAReportWithItsDenial() {
    String shorter = REPORT.substring(0, REPORT.indexOf("\n\nIslands"));
    List<CopyGroup> groups =
        NearDuplicates.STANDARD.group(
            List.of(
                print("a", "2031-03-11", REPORT),
                print("b", "2031-03-11", shorter),
                print("c", "2031-03-11", REPORT.replace("Brekkan avviser", "Brekkan bekrefter"))));
    assertThat(groups)
        .containsExactly(new CopyGroup("a", List.of("a", "b")), new CopyGroup("c", List.of("c")));
  }

  @Test
  void emptyAndHugeTexts() {
    assertThat(likeness("", "")).isEqualTo(Likeness.OTHER);
    String huge = "ord ".repeat(300_000);
    assertThat(likeness(huge, huge + "slutt")).isNotNull();
    String lines = "Han kom ikke.\n".repeat(20_000);
    assertThat(likeness(lines, lines + "Hun kom.")).isNotNull();
  }
}
