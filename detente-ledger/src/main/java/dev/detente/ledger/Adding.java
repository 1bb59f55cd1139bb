package dev.detente.ledger;

import dev.detente.article.Article;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.store.ArticleStore;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.NameBook;
import dev.detente.ledger.store.PlacedArticle;
import dev.detente.ledger.store.Standing;
import dev.detente.record.Actor;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run that adds articles. Articles are held until {@link #commit}, which keeps all of them or,
 * when it fails, none; what was committed before is safe whatever happens. {@link #standing} may be
 * asked by any thread, all else by one.
 */
public final class Adding {
  private final Ledger ledger;
  private final ArticleStore store;
  private final NameBook names;
  private final List<PlacedArticle> held = new ArrayList<>();

  Adding(Ledger ledger) {
    this.ledger = ledger;
    this.store = new ArticleStore(ledger.database());
    this.names = new NameBook(ledger.database());
  }

  /** Whether the ledger holds this article, so that it need not be read. Thread-safe. */
  public Standing standing(Article article) {
    return store.standing(article);
  }

  /**
   * Takes an article in.
   *
   * @param again whether it comes in though it was removed before
   * @param now for the version before it, should there be one that has not been written yet
   * @return false when it is there already, or was removed
   */
  public boolean add(CodedArticle coded, boolean again, LocalDateTime now) {
    if (!held.isEmpty() && store.follows(coded, held.get(0).n())) {
      commit(now);
    }
    PlacedArticle placed = store.place(coded, again);
    if (placed != null) {
      held.add(placed);
    }
    return placed != null;
  }

  /** How many articles are held. */
  public int held() {
    return held.size();
  }

  /** Keeps what is held. */
  public void commit(LocalDateTime now) {
    if (held.isEmpty()) {
      return;
    }
    SearchIndex index = ledger.index();
    ledger
        .database()
        .transaction(
            () -> {
              long generation = ledger.nextGeneration();
              List<Map<String, String>> entities = new ArrayList<>();
              for (PlacedArticle article : held) {
                Map<String, String> own = new HashMap<>();
                for (Actor actor : article.coded().record().actors()) {
                  own.put(actor.id(), actor.name());
                  names.note(actor.name(), actor.name(), actor.kind().label(), actor.country());
                }
                entities.add(own);
              }
              store.write(held, entities, now, generation);
              names.write();
            });
    for (PlacedArticle article : held) {
      if (article.replaces() > 0) {
        index.remove(List.of(article.replaces()));
      }
      Ledger.index(index, article.n(), article.coded().record());
    }
    index.commit(ledger.state());
    held.clear();
  }
}
