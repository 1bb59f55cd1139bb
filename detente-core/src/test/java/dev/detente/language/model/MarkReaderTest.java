package dev.detente.language.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.language.ActScores;
import dev.detente.language.Chances;
import dev.detente.language.Marks;
import dev.detente.record.Act;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkReaderTest {
  private static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (String group : List.of("cue", "content")) {
      for (Act act : Act.values()) {
        labels.add(group + ":" + act.label());
      }
    }
    labels.addAll(List.of("trigger:-", "trigger:AGREE", "trigger:ASSAULT"));
    labels.addAll(List.of("mode:-", "mode:aerial", "mode:drone"));
    labels.addAll(List.of("status:actual", "status:alleged"));
    labels.addAll(List.of("span:-", "span:source", "span:cue", "span:content"));
    return labels;
  }

  private static float[] scores(List<String> labels, Object... values) {
    float[] scores = new float[labels.size()];
    for (int i = 0; i < values.length; i += 2) {
      scores[labels.indexOf((String) values[i])] = ((Number) values[i + 1]).floatValue();
    }
    return scores;
  }

  @Test
  void aWordOfNothingHasNoMarks() throws IOException {
    List<String> labels = labels();
    MarkReader reader = new MarkReader(labels);
    assertThat(reader.columns()).isEqualTo(labels.size());
    assertThat(reader.marks(scores(labels, "trigger:-", 9, "span:-", 9, "cue:deny", 5)))
        .isEqualTo(Marks.NONE);
  }

  @Test
  void theHeadOfAnAttackHasItsTypeModeAndStatus() throws IOException {
    List<String> labels = labels();
    Marks marks =
        new MarkReader(labels)
            .marks(
                scores(
                    labels,
                    "trigger:ASSAULT",
                    Math.log(3),
                    "trigger:AGREE",
                    -9,
                    "mode:drone",
                    8,
                    "status:alleged",
                    9,
                    "span:content",
                    9,
                    "content:warn",
                    1.0,
                    "content:say",
                    -20));
    assertThat(marks.trigger()).isEqualTo(Chances.of(List.of("ASSAULT"), new int[] {75}));
    assertThat(marks.trigger().any()).isEqualTo(75);
    assertThat(marks.mode().best()).isEqualTo("drone");
    assertThat(marks.status().percent("alleged")).isEqualTo(100);
    assertThat(marks.cue()).isEqualTo(ActScores.NONE);
    assertThat(marks.content().of(Act.WARN)).isZero();
    assertThat(marks.content().of(Act.DENY)).isEqualTo(-1);
    assertThat(marks.content().of(Act.SAY)).isEqualTo(-63 / 8.0);
    assertThat(Marks.parse(marks.toString())).isEqualTo(marks);
  }

  @Test
  void labelsInAnotherOrderAreRefused() {
    List<String> labels = labels();
    labels.set(0, "cue:claim");
    labels.set(1, "cue:say");
    assertThatThrownBy(() -> new MarkReader(labels)).hasMessageContaining("cue");
    List<String> scattered = labels();
    scattered.add("trigger:AID");
    assertThatThrownBy(() -> new MarkReader(scattered)).hasMessageContaining("trigger");
    assertThatThrownBy(() -> new MarkReader(labels().subList(0, 40)))
        .isInstanceOf(IOException.class);
  }
}
