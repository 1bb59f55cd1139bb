package dev.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void helpShowsTheCommandsAndExamples() {
    Run run = Run.piped("", "--help");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("read", "score", "explain", "codebook", "completion", "Examples:", "Exit codes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "score", "explain", "codebook", "completion"})
  void everyCommandHasHelpWithAnExample(String command) {
    Run help = Run.piped("", "help", command);

    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: detente " + command).contains("Example");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 90);
  }

  @Test
  void versionNamesTheModel() {
    Run run = Run.piped("", "--version");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("detente ").containsPattern("model +\\S+");
  }

  @Test
  void completionIsAShellScriptThatKnowsTheOptions() {
    Run run = Run.piped("", "completion");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("--published", "score", "codebook", "show");
  }
}
