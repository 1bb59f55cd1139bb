package dev.detente.ledger.relate;

import dev.detente.reading.link.LinkStatement;
import dev.detente.record.Act;
import dev.detente.record.ActorKind;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import dev.detente.record.StatementKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sketch in bytes, so that an article that came long ago is compared without reading its record:
 * each string once, then numbers of seven bits a byte. What only the score of links needs comes
 * last and is read when it is asked for. The keys of meanings stay in the order they have. A sketch
 * without its actors comes back the same. Stateless.
 */
public final class SketchBytes {
  /** The version of the bytes; a new one when sketches hold something else. */
  public static final int FORMAT = 1;

  private SketchBytes() {}

  /** The bytes of a sketch, without its actors. */
  public static byte[] of(ArticleSketch sketch) {
    Writer first = new Writer();
    first.string(sketch.id());
    first.days(sketch.published());
    first.number(sketch.statements().size());
    for (StatementSketch statement : sketch.statements()) {
      first.string(statement.id());
      first.string(statement.speaker());
      first.constant(statement.speakerKind());
      first.string(statement.speakerCountry());
      first.flags(statement.official(), statement.named(), statement.dated());
      first.constant(statement.act());
      first.constant(statement.kind());
      first.string(statement.addressee());
      first.days(statement.days());
      first.strings(statement.meaning());
      first.number(statement.words());
      first.number(statement.start());
    }
    first.number(sketch.events().size());
    for (EventSketch event : sketch.events()) {
      first.string(event.id());
      first.constant(event.type());
      first.string(event.mode());
      first.constant(event.status());
      first.strings(event.actors());
      first.strings(event.actorCountries());
      first.strings(event.recipients());
      first.strings(event.recipientCountries());
      first.string(event.place());
      first.days(event.days());
      first.strings(event.statements());
      first.strings(event.meaning());
      first.strings(event.anchor());
      first.number(event.start());
    }
    first.number(sketch.links().size());
    for (Link link : sketch.links()) {
      first.string(link.from());
      first.constant(link.relation());
      first.string(link.to());
      first.real(link.confidence());
    }
    Writer second = new Writer();
    Map<String, LinkStatement> described = sketch.described();
    second.number(described.size());
    for (StatementSketch statement : sketch.statements()) {
      LinkStatement one = described.get(statement.id());
      if (one != null) {
        describe(second, one);
      }
    }
    byte[] main = first.bytes();
    byte[] rest = second.bytes();
    return ByteBuffer.allocate(5 + main.length + rest.length)
        .put((byte) FORMAT)
        .putInt(main.length)
        .put(main)
        .put(rest)
        .array();
  }

  private static void describe(Writer out, LinkStatement one) {
    out.string(one.id());
    out.constant(one.act());
    out.constant(one.kind());
    out.string(one.speaker());
    out.string(one.addressee());
    out.string(one.country());
    out.flags(one.heading(), false, false);
    out.constant(one.speakerKind());
    out.number(one.stems().size());
    one.stems()
        .forEach(
            (stem, rarity) -> {
              out.string(stem);
              out.real(rarity);
            });
    for (Set<String> some :
        List.of(
            one.forms(),
            one.loose(),
            one.names(),
            one.numbers(),
            one.actors(),
            one.countries(),
            one.frameActors(),
            one.topics(),
            one.cue(),
            one.says(),
            one.places())) {
      out.strings(some);
    }
    out.number(one.events().size());
    one.events().forEach(out::constant);
    out.number(one.words());
  }

  /**
   * The sketch of which these are the bytes.
   *
   * @throws IllegalArgumentException when they are of another version
   */
  public static ArticleSketch read(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    if (all.get() != FORMAT) {
      throw new IllegalArgumentException("a sketch of another version");
    }
    int main = all.getInt();
    Reader in = new Reader(all.slice(5, main));
    String id = in.string();
    DayRange published = in.days();
    int count = in.number();
    List<StatementSketch> statements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = in.string();
      String speaker = in.optional();
      ActorKind speakerKind = in.optional(ActorKind.values());
      String country = in.optional();
      int flags = in.number();
      statements.add(
          new StatementSketch(
              name,
              speaker,
              speakerKind,
              country,
              (flags & 1) != 0,
              (flags & 2) != 0,
              in.constant(Act.values()),
              in.constant(StatementKind.values()),
              in.optional(),
              in.days(),
              (flags & 4) != 0,
              in.strings(),
              in.number(),
              in.number()));
    }
    count = in.number();
    List<EventSketch> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(
          new EventSketch(
              in.string(),
              in.constant(EventType.values()),
              in.optional(),
              in.constant(EventStatus.values()),
              in.strings(),
              in.strings(),
              in.strings(),
              in.strings(),
              in.optional(),
              in.days(),
              in.strings(),
              in.strings(),
              in.strings(),
              in.number()));
    }
    count = in.number();
    List<Link> links = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      links.add(
          new Link(in.string(), in.constant(Relation.values()), in.string(), in.real(), "kept"));
    }
    return new ArticleSketch(
        id,
        published,
        List.of(),
        statements,
        events,
        links,
        new Kept(all.slice(5 + main, bytes.length - 5 - main)));
  }

  /** Descriptions that are read when they are asked for, once. Thread-safe. */
  private static final class Kept implements ArticleSketch.Descriptions {
    private final ByteBuffer bytes;
    private @Nullable Map<String, LinkStatement> read;

    Kept(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public synchronized Map<String, LinkStatement> get() {
      Map<String, LinkStatement> before = read;
      if (before == null) {
        before = described(new Reader(bytes));
        read = before;
      }
      return before;
    }
  }

  private static Map<String, LinkStatement> described(Reader in) {
    Map<String, LinkStatement> described = new HashMap<>();
    for (int left = in.number(); left > 0; left--) {
      String id = in.string();
      Act act = in.constant(Act.values());
      StatementKind kind = in.constant(StatementKind.values());
      String speaker = in.optional();
      String addressee = in.optional();
      String country = in.optional();
      boolean heading = (in.number() & 1) != 0;
      ActorKind speakerKind = in.optional(ActorKind.values());
      Map<String, Double> stems = new LinkedHashMap<>();
      for (int more = in.number(); more > 0; more--) {
        stems.put(in.string(), in.real());
      }
      Set<String> forms = in.strings();
      Set<String> loose = in.strings();
      Set<String> names = in.strings();
      Set<String> numbers = in.strings();
      Set<String> actors = in.strings();
      Set<String> countries = in.strings();
      Set<String> frameActors = in.strings();
      Set<String> topics = in.strings();
      Set<String> cue = in.strings();
      Set<String> says = in.strings();
      Set<String> places = in.strings();
      Set<EventType> events = EnumSet.noneOf(EventType.class);
      for (int more = in.number(); more > 0; more--) {
        events.add(in.constant(EventType.values()));
      }
      described.put(
          id,
          new LinkStatement(
              id,
              act,
              kind,
              speaker,
              addressee,
              country,
              heading,
              speakerKind,
              stems,
              forms,
              loose,
              names,
              numbers,
              actors,
              countries,
              frameActors,
              topics,
              cue,
              says,
              events,
              places,
              in.number()));
    }
    return described;
  }

  private static final class Writer {
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<Double, Integer> reals = new LinkedHashMap<>();
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream(1024);

    void number(int value) {
      number(rows, value);
    }

    private static void number(ByteArrayOutputStream out, int value) {
      int rest = value;
      while ((rest & ~0x7F) != 0) {
        out.write(rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }

    /** 0 for null. */
    void string(@Nullable String string) {
      number(string == null ? 0 : strings.computeIfAbsent(string, key -> strings.size() + 1));
    }

    void strings(Collection<String> some) {
      number(some.size());
      some.forEach(this::string);
    }

    void real(double value) {
      number(reals.computeIfAbsent(value, key -> reals.size()));
    }

    void constant(@Nullable Enum<?> constant) {
      number(constant == null ? 0 : constant.ordinal() + 1);
    }

    void flags(boolean first, boolean second, boolean third) {
      number((first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0));
    }

    void days(@Nullable DayRange days) {
      number(days == null ? 0 : days.approximate() ? 2 : 1);
      if (days != null) {
        // Years before 1970 come out as large numbers, which fit all the same.
        number(Math.toIntExact(days.first()));
        number(Math.toIntExact(days.last() - days.first()));
      }
    }

    byte[] bytes() {
      ByteArrayOutputStream out = new ByteArrayOutputStream(rows.size() * 4);
      number(out, strings.size());
      for (String string : strings.keySet()) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.writeBytes(bytes);
      }
      number(out, reals.size());
      for (double real : reals.keySet()) {
        out.writeBytes(ByteBuffer.allocate(8).putDouble(real).array());
      }
      out.writeBytes(rows.toByteArray());
      return out.toByteArray();
    }
  }

  private static final class Reader {
    private final ByteBuffer in;
    private final String[] strings;
    private final double[] reals;

    Reader(ByteBuffer bytes) {
      this.in = bytes.duplicate();
      this.strings = new String[number()];
      for (int i = 0; i < strings.length; i++) {
        int length = number();
        strings[i] =
            new String(
                in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
      }
      this.reals = new double[number()];
      for (int i = 0; i < reals.length; i++) {
        reals[i] = in.getDouble();
      }
    }

    int number() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = in.get();
        value |= (next & 0x7F) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }

    @Nullable String optional() {
      int at = number();
      return at == 0 ? null : strings[at - 1];
    }

    String string() {
      return strings[number() - 1];
    }

    /** In the order they had. */
    Set<String> strings() {
      int count = number();
      if (count == 0) {
        return Set.of();
      }
      Set<String> some = new LinkedHashSet<>(count * 2);
      for (int i = 0; i < count; i++) {
        some.add(string());
      }
      return some;
    }

    double real() {
      return reals[number()];
    }

    <T> @Nullable T optional(T[] values) {
      int at = number();
      return at == 0 ? null : values[at - 1];
    }

    <T> T constant(T[] values) {
      return values[number() - 1];
    }

    @Nullable DayRange days() {
      int kind = number();
      if (kind == 0) {
        return null;
      }
      long first = number();
      return new DayRange(first, first + number(), kind == 2);
    }
  }
}
