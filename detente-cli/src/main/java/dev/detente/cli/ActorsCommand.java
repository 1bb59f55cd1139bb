package dev.detente.cli;

import dev.detente.article.DetenteException;
import dev.detente.cli.format.Grid;
import dev.detente.ledger.AcrossArticles;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.identity.ActorRef;
import dev.detente.ledger.identity.Decision;
import dev.detente.ledger.identity.Entity;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows who is who in a ledger, and takes people's decisions about it. */
@Command(
    name = "actors",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows who is who across articles: each entity with its names, its roles with the dates of the"
          + " articles that state them, and the actors of articles that it is.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  detente actors Zelenskyj",
      "  detente actors --why org:nato",
      "  detente actors merge person:kari-lund person:karin-lund --by KN --reason 'one person'",
      "  detente actors split person:kari-lund nb-7#a3 --by KN --reason 'a namesake'",
      "  detente actors undo person:kari-lund"
    })
final class ActorsCommand implements Callable<Integer> {
  private static final int NAMES = 4;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "A name or an entity; default: all.")
  private @Nullable String name;

  @Option(names = "--why", description = "As text: every member with what made it this entity.")
  private boolean why;

  @Mixin private LedgerOption ledger = new LedgerOption();

  @Mixin private TableOptions table = new TableOptions();

  private ActorsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  static CommandLine line(Terminal terminal) {
    return new CommandLine(new ActorsCommand(terminal))
        .addSubcommand(new MergeCommand(terminal))
        .addSubcommand(new SplitCommand(terminal))
        .addSubcommand(new UndoCommand(terminal));
  }

  @Override
  public Integer call() {
    String format = table.name(terminal);
    List<Entity> entities;
    try (Ledger opened = Ledger.read(ledger.existing())) {
      entities = new ArrayList<>(new AcrossArticles(opened).entities(name));
    }
    boolean text = format.equals("text");
    if (text) {
      entities.sort(
          Comparator.comparingInt((Entity entity) -> -entity.members().size())
              .thenComparing(Entity::id));
    }
    Grid grid =
        new Grid(format, table.columns(terminal), table.style(terminal), names(format, why));
    Output output = new Output(terminal.out());
    output.write(grid.before());
    for (Entity entity : entities) {
      for (List<@Nullable Object> row : rows(entity, format)) {
        output.write(grid.row(row));
      }
    }
    output.write(grid.after());
    return Main.OK;
  }

  private static List<String> names(String format, boolean why) {
    return switch (format) {
      case "jsonl" ->
          List.of("entity", "name", "kind", "country", "sector", "aliases", "roles", "members");
      case "csv" -> List.of("entity", "name", "kind", "country", "article", "actor", "why");
      default ->
          why
              ? List.of("entity", "member", "why")
              : List.of("entity", "name", "country", "articles", "also", "roles");
    };
  }

  private List<List<@Nullable Object>> rows(Entity entity, String format) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    switch (format) {
      case "jsonl" -> rows.add(object(entity));
      case "csv" -> {
        for (Entity.Member member : entity.members()) {
          rows.add(
              Arrays.asList(
                  entity.id(),
                  entity.name(),
                  entity.kind().label(),
                  entity.country(),
                  member.ref().article(),
                  member.ref().actor(),
                  member.why()));
        }
      }
      default -> {
        if (why) {
          for (Entity.Member member : entity.members()) {
            rows.add(Arrays.asList(entity.id(), member.ref().toString(), member.why()));
          }
        } else {
          rows.add(row(entity));
        }
      }
    }
    return rows;
  }

  private static List<@Nullable Object> row(Entity entity) {
    Set<String> articles = new TreeSet<>();
    entity.members().forEach(member -> articles.add(member.ref().article()));
    return Arrays.asList(
        entity.id(),
        entity.name(),
        entity.country(),
        articles.size(),
        entity.aliases().stream()
            .filter(alias -> !alias.equals(entity.name()))
            .limit(NAMES)
            .toList(),
        entity.roles().stream().map(ActorsCommand::role).distinct().limit(NAMES).toList());
  }

  private static String role(Entity.Role role) {
    return role.first() == null ? role.title() : role.title() + " " + role.first();
  }

  private static List<@Nullable Object> object(Entity entity) {
    List<Object> roles = new ArrayList<>();
    for (Entity.Role role : entity.roles()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("role", role.title());
      one.put("country", role.country());
      one.put("first", role.first());
      one.put("last", role.last());
      roles.add(one);
    }
    List<Object> members = new ArrayList<>();
    for (Entity.Member member : entity.members()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("article", member.ref().article());
      one.put("id", member.ref().actor());
      one.put("why", member.why());
      members.add(one);
    }
    return Arrays.asList(
        entity.id(),
        entity.name(),
        entity.kind().label(),
        entity.country(),
        entity.sector(),
        entity.aliases(),
        roles,
        members);
  }

  /** Makes two entities one. */
  @Command(
      name = "merge",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Says that two entities are one; `undo` takes it back.")
  static final class MergeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ENTITY", description = "The one that disappears.")
    private String entity = "";

    @Parameters(index = "1", paramLabel = "INTO", description = "The one that stays.")
    private String into = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says so.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why.")
    private String reason = "";

    @Mixin private LedgerOption ledger = new LedgerOption();

    MergeCommand(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      try (Ledger opened = Ledger.write(ledger.existing())) {
        known(opened, entity);
        known(opened, into);
        opened.decide(
            new Decision.Merge(entity, into, by, reason), LocalDateTime.now(ZoneOffset.UTC));
      }
      new Output(terminal.out()).write(entity + " is " + into + "\n");
      return Main.OK;
    }
  }

  /** Makes members of an entity somebody else. */
  @Command(
      name = "split",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Says that some members of an entity are somebody else; `undo` takes it back.")
  static final class SplitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ENTITY", description = "The entity they leave.")
    private String entity = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "ARTICLE#ACTOR",
        description = "Members, as --why shows them; together they become an entity.")
    private List<String> members = List.of();

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says so.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why.")
    private String reason = "";

    @Mixin private LedgerOption ledger = new LedgerOption();

    SplitCommand(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Set<ActorRef> leaving = new TreeSet<>();
      for (String member : members) {
        int at = member.lastIndexOf('#');
        leaving.add(
            at < 0
                ? new ActorRef(member, "")
                : new ActorRef(member.substring(0, at), member.substring(at + 1)));
      }
      Decision.Split split = new Decision.Split(entity, leaving, by, reason);
      try (Ledger opened = Ledger.write(ledger.existing())) {
        Set<ActorRef> there = new TreeSet<>();
        for (Entity known : known(opened, entity)) {
          known.members().forEach(member -> there.add(member.ref()));
        }
        for (ActorRef member : leaving) {
          if (!there.contains(member)) {
            throw new DetenteException(
                "DET-0252",
                member
                    + " is no member of "
                    + entity
                    + "; `detente actors --why "
                    + entity
                    + "` shows them");
          }
        }
        opened.decide(split, LocalDateTime.now(ZoneOffset.UTC));
      }
      new Output(terminal.out())
          .write(String.join(", ", members) + " are now " + split.other() + "\n");
      return Main.OK;
    }
  }

  /** Takes the last decision about an entity back. */
  @Command(
      name = "undo",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Takes back the last merge or split of an entity.")
  static final class UndoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ENTITY", description = "One that was merged or split.")
    private String entity = "";

    @Mixin private LedgerOption ledger = new LedgerOption();

    UndoCommand(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      try (Ledger opened = Ledger.write(ledger.existing())) {
        if (!opened.undo(entity)) {
          throw new DetenteException(
              "DET-0253", "nobody merged or split " + entity + "; nothing to take back");
        }
      }
      new Output(terminal.out()).write(entity + " is as before\n");
      return Main.OK;
    }
  }

  private static List<Entity> known(Ledger ledger, String entity) {
    List<Entity> found =
        new AcrossArticles(ledger)
            .entities(entity).stream().filter(one -> one.id().equals(entity)).toList();
    if (found.isEmpty()) {
      throw new DetenteException(
          "DET-0254", "no entity " + entity + "; `detente actors NAME` shows their ids");
    }
    return found;
  }
}
