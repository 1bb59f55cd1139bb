package dev.detente.ledger.identity;

import java.util.Comparator;

/**
 * An actor of an article.
 *
 * @param article the article's id
 * @param actor the actor's id within the article's record
 */
public record ActorRef(String article, String actor) implements Comparable<ActorRef> {
  private static final Comparator<ActorRef> ORDER =
      Comparator.comparing(ActorRef::article).thenComparing(ActorRef::actor);

  @Override
  public int compareTo(ActorRef other) {
    return ORDER.compare(this, other);
  }

  /** {@code nb-1#a7}. */
  @Override
  public String toString() {
    return article + "#" + actor;
  }
}
