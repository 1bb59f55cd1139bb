package dev.detente.cli;

import dev.detente.codebook.Codebook;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.RecordStore.Coding;
import dev.detente.pipeline.Pipeline;
import dev.detente.record.ArticleRecord;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Codes the articles of a ledger anew. */
@Command(
    name = "recode",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Codes the articles of a ledger anew with a changed codebook, from the analyses that it"
          + " keeps: no sentence is parsed again. Those coded with the same codebook before are"
          + " passed over.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  detente recode --codebook mine/")
final class RecodeCommand implements Callable<Integer> {
  private static final int BATCH = 200;

  private final Terminal terminal;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private CodebookOption codebook = new CodebookOption();

  RecodeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** An article and its new record; null when there is no analysis of it. */
  private record Coded(Coding before, @Nullable ArticleRecord record) {}

  @Override
  public Integer call() {
    Codebook lexicons = codebook.codebook();
    String code = Wiring.codebookVersion(lexicons);
    long changed = 0;
    long same = 0;
    long unparsed = 0;
    try (Ledger opened = Ledger.write(ledger.existing());
        Pipeline pipeline = Pipeline.load(lexicons, true);
        Progress progress =
            terminal.errIsTerminal()
                ? Progress.start(terminal, opened.survey().counts().articles())
                : Progress.none(terminal)) {
      Adding adding = opened.adding(lexicons);
      long last = opened.last();
      long from = 0;
      while (from <= last) {
        List<Coding> page = opened.codings(from, code, BATCH);
        if (page.isEmpty()) {
          break;
        }
        List<Coded> coded = page.parallelStream().map(before -> coded(pipeline, before)).toList();
        List<Long> alike = new ArrayList<>();
        for (Coded one : coded) {
          progress.step();
          Coding before = one.before();
          from = before.n() + 1;
          if (before.n() > last) {
            break;
          }
          ArticleRecord record = one.record();
          if (record == null) {
            unparsed++;
          } else if (record.equals(before.record())) {
            alike.add(before.n());
            same++;
          } else {
            adding.recode(before, CodedArticle.of(record, before.analysed(), before.model(), code));
            changed++;
          }
        }
        adding.commit(LocalDateTime.now(ZoneOffset.UTC));
        adding.sameWith(alike, code);
      }
    }
    new Output(terminal.out())
        .write(
            ledger.file()
                + ": "
                + changed
                + " records changed, "
                + same
                + " the same"
                + (unparsed == 0 ? "" : ", " + unparsed + " left as they are, without an analysis")
                + "\n");
    return Main.OK;
  }

  private static Coded coded(Pipeline pipeline, Coding before) {
    return new Coded(before, before.analysed() == null ? null : pipeline.code(before.analysed()));
  }
}
