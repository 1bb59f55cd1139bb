package dev.detente.ledger.identity;

import dev.detente.codebook.world.Months;
import dev.detente.ledger.identity.EntityResolver.Resolved;
import dev.detente.record.ActorKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Actors of one block: people of one surname, organisations of the same initials. A name in full is
 * an entity; a surname or acronym alone is that entity when only one of the block fits by country
 * and time. What is held grows with the names and the months in which they stand, not with the
 * articles, and the result does not depend on the order in which actors come. Not thread-safe.
 */
public final class EntityBlock {
  /** Months between two articles in which a surname or acronym alone may mean the same. */
  private static final int REMEMBERED = 24;

  /** A month that fits any. */
  private static final int UNDATED = Integer.MAX_VALUE;

  private static final Resolved NOBODY = new Resolved("", "");
  private static final Resolved SEVERAL = new Resolved("", "");

  /** A name in full. */
  private record Full(String entity, ActorKind kind, @Nullable String country) {}

  /** When a name in full stands, and how it is written. */
  private static final class Bearer {
    private int[] months = {};
    private String name = "";

    boolean add(int month, String written) {
      name = name.isEmpty() || written.compareTo(name) < 0 ? written : name;
      int at = Arrays.binarySearch(months, month);
      if (at >= 0) {
        return false;
      }
      int before = -at - 1;
      int[] more = new int[months.length + 1];
      System.arraycopy(months, 0, more, 0, before);
      more[before] = month;
      System.arraycopy(months, before, more, before + 1, months.length - before);
      months = more;
      return true;
    }

    boolean isNear(int month) {
      for (int one : months) {
        if (near(one, month)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * What makes two actors with a part of a name alike to the block.
   *
   * @param own entity that they are when nobody completes them
   * @param published month, as the dates of articles begin
   */
  public record Part(
      String own, ActorKind kind, @Nullable String country, @Nullable String published) {
    /** What a sketch is. */
    public static Part of(ActorSketch sketch) {
      return new Part(sketch.entity(), sketch.kind(), sketch.country(), month(sketch.published()));
    }

    private static @Nullable String month(@Nullable String date) {
      return date == null || date.length() < 7 ? date : date.substring(0, 7);
    }
  }

  private final Map<Full, Bearer> full = new HashMap<>();
  private final Map<Part, Resolved> parts = new HashMap<>();

  /** Told of each part that may be somebody else now. */
  @FunctionalInterface
  public interface Watcher {
    void changed(Part part);
  }

  /**
   * Takes an actor in.
   *
   * @param watcher told of parts that were there before and are completed otherwise now
   */
  public void add(ActorSketch sketch, Watcher watcher) {
    if (sketch.isFull()) {
      Full one = new Full(sketch.entity(), sketch.kind(), sketch.country());
      int month = month(sketch.published());
      if (full.computeIfAbsent(one, key -> new Bearer()).add(month, sketch.name())) {
        for (Map.Entry<Part, Resolved> part : parts.entrySet()) {
          if (part.getValue() != SEVERAL
              && fits(part.getKey(), one)
              && near(month(part.getKey().published()), month)) {
            Resolved now = and(part.getValue(), one);
            if (now != part.getValue()) {
              part.setValue(now);
              watcher.changed(part.getKey());
            }
          }
        }
      }
    } else {
      parts.computeIfAbsent(Part.of(sketch), this::resolve);
    }
  }

  private Resolved resolve(Part part) {
    Resolved found = NOBODY;
    int month = month(part.published());
    for (Map.Entry<Full, Bearer> one : full.entrySet()) {
      if (fits(part, one.getKey()) && one.getValue().isNear(month)) {
        found = and(found, one.getKey());
      }
    }
    return found;
  }

  private static Resolved and(Resolved found, Full one) {
    if (found == NOBODY) {
      return new Resolved(one.entity(), "");
    }
    return found != SEVERAL && found.entity().equals(one.entity()) ? found : SEVERAL;
  }

  /** The entity of an actor that was taken in, and why. */
  public Resolved resolved(ActorSketch sketch) {
    Resolved only = sketch.isFull() ? null : completed(Part.of(sketch));
    return only == null ? new Resolved(sketch.entity(), sketch.why()) : only;
  }

  /** Who completes a part; null when nobody or more than one can. */
  public @Nullable Resolved completed(Part part) {
    Resolved found = parts.getOrDefault(part, NOBODY);
    if (found == NOBODY || found == SEVERAL) {
      return null;
    }
    String name = "";
    for (Map.Entry<Full, Bearer> one : full.entrySet()) {
      String written = one.getValue().name;
      if (one.getKey().entity().equals(found.entity())
          && fits(part, one.getKey())
          && (name.isEmpty() || written.compareTo(name) < 0)) {
        name = written;
      }
    }
    return new Resolved(found.entity(), "the only " + name + " it can be short for");
  }

  private static boolean fits(Part part, Full one) {
    return part.kind() == one.kind()
        && (part.country() == null
            || one.country() == null
            || Objects.equals(part.country(), one.country()));
  }

  private static boolean near(int one, int other) {
    return one == UNDATED || other == UNDATED || Math.abs((long) one - other) <= REMEMBERED;
  }

  private static int month(@Nullable String published) {
    return published == null ? UNDATED : Months.first(published);
  }
}
