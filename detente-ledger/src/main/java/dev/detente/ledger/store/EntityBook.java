package dev.detente.ledger.store;

import dev.detente.ledger.identity.ActorRef;
import dev.detente.ledger.identity.ActorSketch;
import dev.detente.ledger.identity.ActorSketch.Certainty;
import dev.detente.ledger.identity.Decision;
import dev.detente.ledger.identity.EntityBlock;
import dev.detente.ledger.identity.EntityResolver.Resolved;
import dev.detente.record.ActorKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in a ledger, kept up as articles come: of each block of {@link ActorSketch}es one of
 * each kind is held, and when a new one changes what others of its block are taken for, their rows
 * are changed. One thread; writing is part of a transaction.
 */
public final class EntityBook {
  /** An actor with the entity he is, before and after the decisions of people. */
  public record Member(ActorSketch sketch, String resolved, String entity, String reason) {}

  private final LedgerDatabase database;
  private final Map<String, EntityBlock> blocks = new HashMap<>();

  /** Of those that more articles than one may know. */
  private final Map<String, String> names = new HashMap<>();

  /** Hashes of those that one article alone knows, and of aliases with their entities. */
  private final LongSet unnamed = new LongSet();

  private final LongSet aliases = new LongSet();

  /** The articles with a part of a name, by block and part. */
  private final Map<Placed, Numbers> articles = new HashMap<>();

  private List<Decision> decisions;

  /** Articles of which actors became somebody else since they were last asked for. */
  private final Set<Long> changed = new TreeSet<>();

  private record Placed(String block, EntityBlock.Part part) {}

  /** Numbers of articles, ascending. */
  private static final class Numbers {
    private long[] numbers = new long[2];
    private int size;

    void add(long n) {
      if (size == 0 || numbers[size - 1] != n) {
        numbers = size == numbers.length ? Arrays.copyOf(numbers, size * 2) : numbers;
        numbers[size++] = n;
      }
    }

    String list() {
      return Arrays.stream(numbers, 0, size)
          .mapToObj(Long::toString)
          .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /** Learns who is known: seconds for a million articles. */
  public EntityBook(LedgerDatabase database) {
    this.database = database;
    this.decisions = decisions(database);
    database.visit(
        "SELECT own, kind, country, left(published, 7), block, min(name), 0 FROM actor WHERE"
            + " certainty = 'named' GROUP BY ALL UNION ALL SELECT own, kind, country,"
            + " left(published, 7), block, name, n FROM actor WHERE certainty = 'partly_named'"
            + " ORDER BY 7",
        row -> {
          long n = row.getLong(7);
          ActorSketch sketch =
              new ActorSketch(
                  new ActorRef("", ""),
                  row.getString(6),
                  ActorKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                  row.getString(3),
                  null,
                  null,
                  row.getString(4),
                  n == 0 ? Certainty.NAMED : Certainty.PARTLY_NAMED,
                  row.getString(1),
                  row.getString(5),
                  "");
          take(sketch, n, part -> {});
          return true;
        });
    database.visit(
        "SELECT entity, name FROM entity",
        row -> {
          know(row.getString(1), row.getString(2));
          return true;
        });
    database.visit(
        "SELECT entity, folded FROM alias",
        row -> {
          aliases.add(hash(row.getString(1), row.getString(2)));
          return true;
        });
  }

  private void take(ActorSketch sketch, long n, EntityBlock.Watcher watcher) {
    blocks.computeIfAbsent(sketch.block(), key -> new EntityBlock()).add(sketch, watcher);
    if (sketch.certainty() == Certainty.PARTLY_NAMED) {
      articles
          .computeIfAbsent(
              new Placed(sketch.block(), EntityBlock.Part.of(sketch)), key -> new Numbers())
          .add(n);
    }
  }

  /** Whether one article alone can know it: its id then stands in the entity's. */
  private static boolean isOneArticles(String entity) {
    return entity.indexOf('#') >= 0;
  }

  private void know(String entity, String name) {
    if (isOneArticles(entity)) {
      unnamed.add(Identity.hash(entity));
    } else {
      names.put(entity, name);
    }
  }

  private static long hash(String entity, String folded) {
    return Identity.hash(entity, folded);
  }

  /**
   * Says who the actors of new articles are, and changes the rows of those that are somebody else
   * for it.
   *
   * @param numbers of the articles
   */
  public List<List<Member>> add(List<Long> numbers, List<List<ActorSketch>> actors) {
    Set<Placed> others = new LinkedHashSet<>();
    for (int i = 0; i < actors.size(); i++) {
      for (ActorSketch sketch : actors.get(i)) {
        if (sketch.isOpen()) {
          // What comes to be known within these articles goes in as it is at the end.
          take(sketch, numbers.get(i), part -> others.add(new Placed(sketch.block(), part)));
        }
      }
    }
    long first = numbers.get(0);
    others.forEach(placed -> move(placed, first));
    List<List<Member>> members = new ArrayList<>();
    for (List<ActorSketch> sketches : actors) {
      List<Member> own = new ArrayList<>();
      for (ActorSketch sketch : sketches) {
        EntityBlock block = sketch.isOpen() ? blocks.get(sketch.block()) : null;
        Resolved resolved =
            block == null ? new Resolved(sketch.entity(), sketch.why()) : block.resolved(sketch);
        own.add(
            new Member(
                sketch,
                resolved.entity(),
                Decision.decided(sketch.ref(), resolved.entity(), decisions),
                resolved.why()));
      }
      members.add(own);
    }
    writeNames(members);
    return members;
  }

  /** Entities and aliases that are new, and names that are fuller. */
  private void writeNames(List<List<Member>> articles) {
    Map<String, Object[]> entities = new LinkedHashMap<>();
    Map<String, String> fuller = new LinkedHashMap<>();
    List<Object[]> also = new ArrayList<>();
    for (List<Member> members : articles) {
      for (Member member : members) {
        ActorSketch sketch = member.sketch();
        String entity = member.entity();
        String name = names.get(entity);
        if (!knows(entity)) {
          know(entity, sketch.name());
          entities.put(
              entity,
              new Object[] {entity, sketch.name(), sketch.kind().label(), sketch.country()});
        } else if (name == null
            ? sketch.certainty() == Certainty.UNNAMED
            : isFuller(sketch, name)) {
          know(entity, sketch.name());
          Object[] row = entities.get(entity);
          if (row == null) {
            fuller.put(entity, sketch.name());
          } else {
            row[1] = sketch.name();
          }
        }
        if (sketch.certainty() != Certainty.UNNAMED
            && aliases.add(hash(entity, Names.folded(sketch.name())))) {
          also.add(new Object[] {entity, sketch.name(), Names.folded(sketch.name())});
        }
      }
    }
    if (!fuller.isEmpty()) {
      database.update(
          "UPDATE entity SET name = m.name FROM (SELECT unnest("
              + strings(List.copyOf(fuller.keySet()))
              + ") AS entity, unnest("
              + strings(List.copyOf(fuller.values()))
              + ") AS name) m WHERE entity.entity = m.entity");
    }
    write("entity", List.copyOf(entities.values()));
    write("alias", also);
  }

  /** Notes another name by which an entity may be asked for. Part of a transaction. */
  public void alias(String entity, String name) {
    if (aliases.add(hash(entity, Names.folded(name)))) {
      List<Object[]> row = new ArrayList<>();
      row.add(new Object[] {entity, name, Names.folded(name)});
      write("alias", row);
    }
  }

  /** The numbers of articles whose actors became somebody else since this was last asked. */
  public List<Long> changed() {
    List<Long> numbers = List.copyOf(changed);
    changed.clear();
    return numbers;
  }

  /** Whether an entity has been seen. */
  public boolean knows(String entity) {
    return isOneArticles(entity)
        ? unnamed.contains(Identity.hash(entity))
        : names.containsKey(entity);
  }

  /** A name of more words is fuller, up to four; among as many the first of the alphabet. */
  private static boolean isFuller(ActorSketch sketch, String name) {
    if (sketch.kind() == ActorKind.GROUP || sketch.kind() == ActorKind.STATE) {
      return sketch.name().compareTo(name) < 0 && words(sketch.name()) <= words(name);
    }
    int words = words(sketch.name());
    int before = words(name);
    return words <= 4 && (words > before || (words == before && sketch.name().compareTo(name) < 0));
  }

  private static int words(String name) {
    return name.split("\\s+").length;
  }

  private void write(String table, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      try (TableRows out = database.rows(table)) {
        rows.forEach(out::add);
      }
    }
  }

  /** An actor whose entity may be another now. */
  private record Moved(long n, String article, String id, String resolved, String was) {}

  /** Changes the rows that were written before these articles came. */
  private void move(Placed placed, long first) {
    EntityBlock block = blocks.get(placed.block());
    Numbers numbers = articles.get(placed);
    if (block == null || numbers == null || numbers.numbers[0] >= first) {
      return;
    }
    EntityBlock.Part part = placed.part();
    Resolved completed = block.completed(part);
    String entity = completed == null ? part.own() : completed.entity();
    List<Moved> moved =
        database.list(
            "SELECT actor.n, article.id, actor.id, actor.entity FROM actor JOIN article USING (n)"
                + " WHERE actor.n IN "
                + numbers.list()
                + " AND block = ? AND own = ? AND certainty = 'partly_named' AND kind = ?"
                + " AND actor.country IS NOT DISTINCT FROM ?"
                + " AND left(actor.published, 7) IS NOT DISTINCT FROM ?"
                + " AND actor.resolved IS DISTINCT FROM ?",
            row ->
                new Moved(
                    row.getLong(1), row.getString(2), row.getString(3), entity, row.getString(4)),
            placed.block(),
            part.own(),
            part.kind().label(),
            part.country(),
            part.published(),
            entity);
    reassign(moved, completed == null ? "more than one it can be short for" : completed.why());
  }

  /** Gives actors the entity that their resolution and all decisions make them. */
  private void reassign(List<Moved> moved, @Nullable String why) {
    if (moved.isEmpty()) {
      return;
    }
    moved.forEach(one -> changed.add(one.n()));
    List<String> entities =
        moved.stream()
            .map(
                one ->
                    Decision.decided(
                        new ActorRef(one.article(), one.id()), one.resolved(), decisions))
            .toList();
    String rows =
        "(SELECT unnest("
            + numbers(moved)
            + ") AS n, unnest("
            + strings(moved.stream().map(Moved::id).toList())
            + ") AS id, unnest("
            + strings(moved.stream().map(Moved::was).toList())
            + ") AS was, unnest("
            + strings(moved.stream().map(Moved::resolved).toList())
            + ") AS resolved, unnest("
            + strings(entities)
            + ") AS entity) m";
    database.update(
        "UPDATE actor SET entity = m.entity, resolved = m.resolved"
            + (why == null ? "" : ", reason = " + LedgerDatabase.quoted(why))
            + " FROM "
            + rows
            + " WHERE actor.n = m.n AND actor.id = m.id");
    for (String role : List.of("speaker", "addressee")) {
      database.update(
          "UPDATE statement SET "
              + role
              + " = m.entity FROM "
              + rows
              + " WHERE statement.n = m.n AND statement."
              + role
              + "_id = m.id");
    }
    database.update(
        "UPDATE party SET entity = m.entity FROM "
            + rows
            + " WHERE party.n = m.n AND party.actor_id = m.id");
    database.update(
        "UPDATE about SET entity = m.entity FROM "
            + rows
            + " WHERE about.n = m.n AND about.entity = m.was");
  }

  private static String numbers(List<Moved> moved) {
    return moved.stream()
        .map(one -> Long.toString(one.n()))
        .collect(Collectors.joining(", ", "[", "]::BIGINT[]"));
  }

  private static String strings(List<String> values) {
    return values.stream()
        .map(LedgerDatabase::quoted)
        .collect(Collectors.joining(", ", "[", "]::VARCHAR[]"));
  }

  /** What people decided, in order. */
  public static List<Decision> decisions(LedgerDatabase database) {
    return database.list(
        "SELECT entity, into_entity, members, decided_by, reason FROM decision ORDER BY number",
        EntityBook::decision);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    String into = row.getString(2);
    if (into != null) {
      return new Decision.Merge(row.getString(1), into, row.getString(4), row.getString(5));
    }
    Array array = row.getArray(3);
    Set<ActorRef> members =
        Arrays.stream((Object[]) array.getArray())
            .map(String::valueOf)
            .map(
                member -> {
                  int at = member.lastIndexOf('#');
                  return new ActorRef(member.substring(0, at), member.substring(at + 1));
                })
            .collect(Collectors.toSet());
    return new Decision.Split(row.getString(1), members, row.getString(4), row.getString(5));
  }

  /** Notes a decision and does as it says. Part of a transaction. */
  public void decide(Decision decision, LocalDateTime now) {
    List<String> members =
        decision instanceof Decision.Split split
            ? split.members().stream().sorted().map(ActorRef::toString).toList()
            : List.of();
    String entity =
        decision instanceof Decision.Merge merge
            ? merge.entity()
            : ((Decision.Split) decision).entity();
    database.update(
        "INSERT INTO decision SELECT coalesce(max(number), 0) + 1, ?, ?, "
            + (members.isEmpty() ? "NULL" : strings(members))
            + ", ?, ?, ? FROM decision",
        entity,
        decision instanceof Decision.Merge merge ? merge.into() : null,
        decision.by(),
        decision.reason(),
        now);
    decided(entity);
  }

  /**
   * Takes back the last decision about an entity. Part of a transaction; false when there is none.
   */
  public boolean undo(String entity) {
    long number =
        database.number(
            "SELECT coalesce(max(number), 0) FROM decision WHERE entity = ? OR into_entity = ?",
            entity,
            entity);
    if (number == 0) {
      return false;
    }
    String about =
        database
            .list("SELECT entity FROM decision WHERE number = ?", row -> row.getString(1), number)
            .get(0);
    database.update("DELETE FROM decision WHERE number = ?", number);
    decided(about);
    return true;
  }

  private void decided(String entity) {
    decisions = decisions(database);
    reassign(
        database.list(
            "SELECT actor.n, article.id, actor.id, coalesce(actor.resolved, actor.entity),"
                + " actor.entity FROM actor JOIN article USING (n) WHERE actor.entity = ? OR"
                + " actor.resolved = ?",
            row ->
                new Moved(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)),
            entity,
            entity),
        null);
    database.update(
        "INSERT INTO entity SELECT entity, any_value(name), any_value(kind), any_value(country)"
            + " FROM actor WHERE entity NOT IN (SELECT entity FROM entity) GROUP BY entity");
    database.update(
        "INSERT INTO alias SELECT DISTINCT actor.entity, alias.name, alias.folded FROM actor"
            + " JOIN alias ON alias.entity = ? AND alias.name = actor.name"
            + " WHERE (actor.entity, alias.folded) NOT IN (SELECT (entity, folded) FROM alias)",
        entity);
  }
}
