package dev.detente.source.mark;

import dev.detente.record.ActorKind;
import dev.detente.record.EventType;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The labels, roles and attributes under which a record stands in brat; {@code annotation.conf}
 * tells brat of them. Events have the names of their types, actors those of their kinds.
 */
public final class BratLabels {
  /** The first words of the article; its note says what is known of it. */
  public static final String ARTICLE = "Article";

  /** The content of a statement, which is its trigger. */
  public static final String STATEMENT = "Statement";

  /** A pronoun or the like that stands for an actor and is no mention of its own. */
  public static final String PRONOUN = "Pronoun";

  public static final String CUE = "Cue";
  public static final String EVIDENCE = "Evidence";
  public static final String TIME = "Time";
  public static final String PLACE = "Place";
  public static final String QUANTITY = "Quantity";

  public static final String SPEAKER = "Speaker";
  public static final String ADDRESSEE = "Addressee";
  public static final String VIA = "Via";
  public static final String ACTOR = "Actor";
  public static final String RECIPIENT = "Recipient";
  public static final String CLAIM = "Claim";

  public static final String ACT = "Act";
  public static final String KIND = "Kind";
  public static final String MODE = "Mode";
  public static final String STATUS = "Status";

  public static final String EQUIVALENT = "Equiv";

  private static final Set<String> EVENTS =
      Stream.of(EventType.values()).map(EventType::name).collect(Collectors.toUnmodifiableSet());

  private BratLabels() {}

  /** The label of actors of a kind: {@code Person}. */
  public static String ofKind(ActorKind kind) {
    String label = kind.label();
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  /** The kind of actors with this label; null when it is no actor's. */
  public static @Nullable ActorKind kind(String label) {
    for (ActorKind kind : ActorKind.values()) {
      if (ofKind(kind).equals(label)) {
        return kind;
      }
    }
    return null;
  }

  /** Whether events of this name are coded. */
  public static boolean isEvent(String label) {
    return EVENTS.contains(label);
  }

  /** The role without the number that brat gives to the second and third in it. */
  public static String role(String numbered) {
    int end = numbered.length();
    while (end > 1 && Character.isDigit(numbered.charAt(end - 1))) {
      end--;
    }
    return numbered.substring(0, end);
  }
}
