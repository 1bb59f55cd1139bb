package dev.detente.cli;

import dev.detente.article.PublicationDate;
import dev.detente.ledger.Question;
import dev.detente.record.Act;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.source.duplicate.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is looked for, the same for every command that looks. */
final class QuestionOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--speaker", paramLabel = "NAME", description = "Who says it.")
  private @Nullable String speaker;

  @Option(
      names = "--act",
      paramLabel = "ACT",
      split = ",",
      description = "What is done by saying it: claim, deny, demand, promise, threaten, ...")
  private List<String> acts = List.of();

  @Option(names = "--deny", description = "Short for --act deny,refuse.")
  private boolean deny;

  @Option(names = "--addressee", paramLabel = "NAME", description = "To whom it is said.")
  private @Nullable String addressee;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      description = "Who says or does it, or to whom it is done.")
  private @Nullable String actor;

  @Option(
      names = "--about",
      paramLabel = "NAME",
      description = "Whom or what it names: somebody known, or words.")
  private @Nullable String about;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      description =
          "PLOVER type of the event, or of what a statement tells: REQUEST, SANCTION, ...")
  private List<String> types = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "actual, alleged, future, hypothetical, negated or historical.")
  private List<String> statuses = List.of();

  @Option(names = "--country", paramLabel = "CODE", description = "Country of the place: UKR.")
  private @Nullable String country;

  @Option(names = "--outlet", paramLabel = "NAME", description = "Outlet of the article.")
  private @Nullable String outlet;

  @Option(names = "--language", paramLabel = "CODE", description = "Language of the article.")
  private @Nullable String language;

  @Option(names = "--article", paramLabel = "ID", description = "Id of the article.")
  private @Nullable String article;

  @Option(
      names = "--text",
      paramLabel = "WORDS",
      description = "Words in it: all of them, in any form; \"side by side\", -without, begin*.")
  private @Nullable String text;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "From this day, month or year on: 2022-02-07, 2022-02, 2022.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "DATE", description = "Until the end of it.")
  private @Nullable String until;

  /**
   * The question.
   *
   * @param limit the most that are given; 0 for all
   */
  Question question(int limit) {
    List<String> done = new ArrayList<>();
    for (String act : acts) {
      done.add(known(act.toLowerCase(Locale.ROOT), "--act", labels(Act.values(), Act::label)));
    }
    if (deny) {
      done.addAll(List.of(Act.DENY.label(), Act.REFUSE.label()));
    }
    List<String> coded = new ArrayList<>();
    for (String type : types) {
      coded.add(
          known(type.toUpperCase(Locale.ROOT), "--type", labels(EventType.values(), Enum::name)));
    }
    List<String> told = new ArrayList<>();
    for (String status : statuses) {
      told.add(
          known(
              status.toLowerCase(Locale.ROOT),
              "--status",
              labels(EventStatus.values(), EventStatus::label)));
    }
    Days first = days(since, "--since");
    Days last = days(until, "--until");
    return new Question(
        speaker,
        done,
        addressee,
        actor,
        about,
        coded,
        told,
        country == null ? null : country.toUpperCase(Locale.ROOT),
        outlet,
        language,
        article,
        text,
        first == null ? null : LocalDate.ofEpochDay(first.first()),
        last == null ? null : LocalDate.ofEpochDay(last.last()),
        limit);
  }

  private static <T> List<String> labels(T[] values, java.util.function.Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  private String known(String value, String option, List<String> all) {
    if (!all.contains(value)) {
      throw usage(
          "DET-0241: "
              + option
              + " "
              + value
              + " is none of "
              + all.stream().collect(Collectors.joining(", ")));
    }
    return value;
  }

  private @Nullable Days days(@Nullable String date, String option) {
    if (date == null) {
      return null;
    }
    Days days = PublicationDate.isDate(date) ? Days.of(date) : null;
    if (days == null) {
      throw usage(
          "DET-0242: "
              + option
              + " \""
              + date
              + "\" is not a day, month or year: 2022-02-07, 2022-02, 2022");
    }
    return days;
  }

  private ParameterException usage(String message) {
    if (command == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return new ParameterException(command.commandLine(), message);
  }
}
