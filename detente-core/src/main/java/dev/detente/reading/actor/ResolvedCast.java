package dev.detente.reading.actor;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cast as the resolver left it. Immutable and thread-safe. */
final class ResolvedCast implements Cast {
  private final AnalysedArticle article;
  private final List<Actor> actors;
  private final List<Mention> mentions;
  private final @Nullable String[] actorOf;
  private final int[][] mentionOf;
  private final Set<String> acting;
  private final Map<String, Gender> genders;
  private final ActorWords words;
  private final @Nullable String outlet;

  ResolvedCast(
      AnalysedArticle article,
      List<Actor> actors,
      List<Mention> mentions,
      @Nullable String[] actorOf,
      int[][] mentionOf,
      Set<String> acting,
      Map<String, Gender> genders,
      ActorWords words) {
    this.article = article;
    this.actors = List.copyOf(actors);
    this.mentions = List.copyOf(mentions);
    this.actorOf = actorOf;
    this.mentionOf = mentionOf;
    this.acting = Set.copyOf(acting);
    this.genders = Map.copyOf(genders);
    this.words = words;
    this.outlet = outletAmong(this.actors, article.article().outlet());
  }

  @Override
  public List<Actor> actors() {
    return actors;
  }

  @Override
  public @Nullable String actorAt(int sentence, int word) {
    int mention = mentionOf[sentence][word];
    return mention < 0 ? null : actorOf[mention];
  }

  @Override
  public @Nullable Span mentionAt(int sentence, int word) {
    int mention = mentionOf[sentence][word];
    return mention < 0 || mentions.get(mention).form() == Form.ADJECTIVE
        ? null
        : mentions.get(mention).span();
  }

  @Override
  public boolean differs(String id, int sentence, int word) {
    ActorWords.Pronoun pronoun = words.pronoun(article.sentence(sentence).word(word).form());
    Gender gender = genders.get(id);
    return pronoun != null
        && pronoun.gender() != null
        && gender != null
        && gender != pronoun.gender();
  }

  @Override
  public Actor actor(String id) {
    // Ids are a1, a2, ... in the order of the list.
    if (id.startsWith("a")) {
      try {
        int index = Integer.parseInt(id.substring(1)) - 1;
        if (index >= 0 && index < actors.size()) {
          return actors.get(index);
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("no actor " + id, e);
      }
    }
    throw new IllegalArgumentException("no actor " + id);
  }

  @Override
  public @Nullable String state(String country) {
    for (Actor actor : actors) {
      if (actor.kind() == ActorKind.STATE && country.equals(actor.country())) {
        return actor.id();
      }
    }
    return null;
  }

  @Override
  public @Nullable String outlet() {
    return outlet;
  }

  private static @Nullable String outletAmong(List<Actor> actors, @Nullable String outlet) {
    if (outlet == null) {
      return null;
    }
    for (Actor actor : actors) {
      if (actor.kind() == ActorKind.ORGANISATION && isOutlet(actor.name(), outlet)) {
        return actor.id();
      }
    }
    return null;
  }

  @Override
  public boolean acts(String id) {
    actor(id);
    return acting.contains(id);
  }

  /** Whether a name is that of an outlet given by name or host: "Nordposten", "nordposten.no". */
  static boolean isOutlet(String name, String outlet) {
    String host = outlet.toLowerCase(Locale.ROOT);
    int slashes = host.indexOf("//");
    if (slashes >= 0) {
      host = host.substring(slashes + 2);
    }
    if (host.startsWith("www.")) {
      host = host.substring(4);
    }
    int dot = host.indexOf('.');
    String label = dot > 0 ? host.substring(0, dot) : host;
    return letters(name).equals(letters(label)) || letters(name).equals(letters(host));
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.isLetterOrDigit(c)) {
        switch (c) {
          case 'ø' -> letters.append('o');
          case 'å' -> letters.append('a');
          case 'æ' -> letters.append("ae");
          default -> letters.append(c);
        }
      }
    }
    return letters.toString();
  }
}
