package dev.detente.ledger.store;

import dev.detente.ledger.identity.ActorRef;
import dev.detente.ledger.identity.ActorSketch;
import dev.detente.ledger.identity.ActorSketch.Certainty;
import dev.detente.ledger.identity.Decision;
import dev.detente.ledger.identity.EntityResolver;
import dev.detente.ledger.identity.EntityResolver.Resolved;
import dev.detente.record.ActorKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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

  /** What makes two sketches of a block alike to the resolver. */
  private record Kind(
      Certainty certainty,
      String own,
      ActorKind kind,
      @Nullable String country,
      @Nullable String published) {
    static Kind of(ActorSketch sketch) {
      return new Kind(
          sketch.certainty(),
          sketch.entity(),
          sketch.kind(),
          sketch.country(),
          month(sketch.published()));
    }

    private static @Nullable String month(@Nullable String date) {
      return date == null || date.length() < 7 ? date : date.substring(0, 7);
    }
  }

  private static final class Block {
    private final Map<Kind, ActorSketch> kinds = new HashMap<>();
    private Map<ActorRef, Resolved> resolved = Map.of();

    boolean add(ActorSketch sketch) {
      return kinds.putIfAbsent(Kind.of(sketch), sketch) == null;
    }

    /** Resolves anew and gives those that are somebody else than before. */
    List<ActorSketch> resolve() {
      Map<ActorRef, Resolved> before = resolved;
      resolved = EntityResolver.resolve(kinds.values());
      List<ActorSketch> moved = new ArrayList<>();
      for (ActorSketch sketch : kinds.values()) {
        Resolved then = before.get(sketch.ref());
        if (then != null && !then.entity().equals(resolved(sketch).entity())) {
          moved.add(sketch);
        }
      }
      return moved;
    }

    Resolved resolved(ActorSketch sketch) {
      ActorSketch held = kinds.getOrDefault(Kind.of(sketch), sketch);
      return resolved.getOrDefault(held.ref(), new Resolved(sketch.entity(), sketch.why()));
    }
  }

  private final LedgerDatabase database;
  private final Map<String, Block> blocks = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> aliases = new HashSet<>();
  private List<Decision> decisions;

  /** Learns who is known: seconds for a million articles. */
  public EntityBook(LedgerDatabase database) {
    this.database = database;
    this.decisions = decisions(database);
    long[] number = {0};
    database.visit(
        "SELECT DISTINCT certainty, own, kind, country, published, block FROM actor"
            + " WHERE certainty IN ('named', 'partly_named')",
        row -> {
          ActorSketch sketch =
              new ActorSketch(
                  new ActorRef("", "known" + number[0]++),
                  row.getString(2),
                  ActorKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                  row.getString(4),
                  null,
                  null,
                  row.getString(5),
                  Certainty.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                  row.getString(2),
                  row.getString(6),
                  row.getString(2));
          blocks.computeIfAbsent(row.getString(6), key -> new Block()).add(sketch);
          return true;
        });
    blocks.values().forEach(Block::resolve);
    database.visit(
        "SELECT entity, name FROM entity",
        row -> {
          names.put(row.getString(1), row.getString(2));
          return true;
        });
    database.visit(
        "SELECT entity, folded FROM alias",
        row -> aliases.add(row.getString(1) + "\t" + row.getString(2)));
  }

  /**
   * Says who the actors of new articles are, and changes the rows of those that are somebody else
   * for it.
   */
  public List<List<Member>> add(List<List<ActorSketch>> articles) {
    Set<String> touched = new TreeSet<>();
    for (List<ActorSketch> sketches : articles) {
      for (ActorSketch sketch : sketches) {
        if (sketch.isOpen()
            && blocks.computeIfAbsent(sketch.block(), key -> new Block()).add(sketch)) {
          touched.add(sketch.block());
        }
      }
    }
    for (String block : touched) {
      Block held = blocks.get(block);
      if (held != null) {
        for (ActorSketch moved : held.resolve()) {
          move(moved, held.resolved(moved));
        }
      }
    }
    List<List<Member>> members = new ArrayList<>();
    for (List<ActorSketch> sketches : articles) {
      List<Member> own = new ArrayList<>();
      for (ActorSketch sketch : sketches) {
        Block block = sketch.isOpen() ? blocks.get(sketch.block()) : null;
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

  /** Entities and aliases that are new. */
  private void writeNames(List<List<Member>> articles) {
    List<Object[]> entities = new ArrayList<>();
    List<Object[]> also = new ArrayList<>();
    for (List<Member> members : articles) {
      for (Member member : members) {
        ActorSketch sketch = member.sketch();
        String entity = member.entity();
        String name = names.get(entity);
        if (name == null) {
          names.put(entity, sketch.name());
          entities.add(
              new Object[] {entity, sketch.name(), sketch.kind().label(), sketch.country()});
        } else if (isFuller(sketch, name)) {
          names.put(entity, sketch.name());
          entities.stream()
              .filter(row -> row[0].equals(entity))
              .forEach(row -> row[1] = sketch.name());
          database.update("UPDATE entity SET name = ? WHERE entity = ?", sketch.name(), entity);
        }
        if (sketch.certainty() != Certainty.UNNAMED
            && aliases.add(entity + "\t" + Names.folded(sketch.name()))) {
          also.add(new Object[] {entity, sketch.name(), Names.folded(sketch.name())});
        }
      }
    }
    write("entity", entities);
    write("alias", also);
  }

  /** Notes another name by which an entity may be asked for. Part of a transaction. */
  public void alias(String entity, String name) {
    if (aliases.add(entity + "\t" + Names.folded(name))) {
      List<Object[]> row = new ArrayList<>();
      row.add(new Object[] {entity, name, Names.folded(name)});
      write("alias", row);
    }
  }

  /** Whether an entity has been seen. */
  public boolean knows(String entity) {
    return names.containsKey(entity);
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

  private void move(ActorSketch kind, Resolved resolved) {
    Kind like = Kind.of(kind);
    List<Moved> moved =
        database.list(
            "SELECT actor.n, article.id, actor.id, actor.entity FROM actor JOIN article USING (n)"
                + " WHERE block = ? AND own = ? AND certainty = ? AND kind = ?"
                + " AND actor.country IS NOT DISTINCT FROM ?"
                + " AND left(actor.published, 7) IS NOT DISTINCT FROM ?",
            row ->
                new Moved(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    resolved.entity(),
                    row.getString(4)),
            kind.block(),
            kind.entity(),
            kind.certainty().name().toLowerCase(Locale.ROOT),
            kind.kind().label(),
            like.country(),
            like.published());
    reassign(moved, resolved.why());
  }

  /** Gives actors the entity that their resolution and all decisions make them. */
  private void reassign(List<Moved> moved, @Nullable String why) {
    if (moved.isEmpty()) {
      return;
    }
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
