package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.record.Act;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Relation;
import dev.detente.record.StatementKind;
import dev.detente.web.page.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word a page needs is there in every language. */
class WordingTest {
  private static final Path PAGES = Path.of("src/main/resources/dev/detente/web/page");

  @Test
  void everyLanguageHasTheSameKeys() {
    Set<String> keys = Wording.inLanguage("nb").words().keySet();
    for (String language : Wording.LANGUAGES) {
      assertThat(Wording.inLanguage(language).words().keySet()).as(language).isEqualTo(keys);
      assertThat(Wording.inLanguage(language).words().values()).noneMatch(String::isBlank);
    }
  }

  @Test
  void everyKeyOfATemplateIsThere() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.toList()) {
        Pattern.compile("\\{\\{t\\.([a-z_]+)}}")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> used.add(found.group(1)));
      }
    }
    assertThat(used).hasSizeGreaterThan(40);
    assertThat(Wording.inLanguage("en").words().keySet()).containsAll(used);
  }

  @Test
  void everyCodeOfARecordHasItsWords() {
    Wording wording = Wording.inLanguage("nn");
    Set<String> keys = wording.words().keySet();
    for (Act act : Act.values()) {
      assertThat(keys).contains("act_" + act.label());
    }
    for (EventType type : EventType.values()) {
      assertThat(keys).contains("type_" + type.name());
    }
    for (EventStatus status : EventStatus.values()) {
      assertThat(keys).contains("status_" + status.label());
    }
    for (StatementKind kind : StatementKind.values()) {
      assertThat(keys).contains("kind_" + kind.label());
    }
    for (Relation relation : Relation.values()) {
      assertThat(keys)
          .contains("relation_" + relation.label(), "relation_" + relation.label() + "_by");
    }
  }

  @Test
  void whoAsksForNoneOfOurLanguagesGetsTheFirst() {
    assertThat(Wording.of(null, "fi, de;q=0.5").language()).isEqualTo("nb");
    assertThat(Wording.of(null, "fi, en-GB;q=0.5").language()).isEqualTo("en");
    assertThat(Wording.of("nn", "en").language()).isEqualTo("nn");
    assertThat(Wording.of(null, ";;;").language()).isEqualTo("nb");
  }
}
