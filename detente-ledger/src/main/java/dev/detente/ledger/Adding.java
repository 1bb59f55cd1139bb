package dev.detente.ledger;

import dev.detente.article.Article;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.world.World;
import dev.detente.ledger.identity.ActorSketch;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.store.ArticleStore;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.EntityBook;
import dev.detente.ledger.store.PlacedArticle;
import dev.detente.ledger.store.RecordStore;
import dev.detente.ledger.store.Standing;
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
  private final EntityBook entities;
  private final Linking linking;
  private final CountryNames countries;
  private final List<PlacedArticle> held = new ArrayList<>();

  Adding(Ledger ledger, Codebook codebook) {
    this.ledger = ledger;
    this.store = new ArticleStore(ledger.database());
    this.entities = new EntityBook(ledger.database());
    World world = World.load(codebook);
    this.linking = new Linking(ledger, codebook, world);
    this.countries = new CountryNames(world.countries());
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

  /** Takes in another coding of an article that is there, in the place of the one before. */
  public void recode(RecordStore.Coding before, CodedArticle coded) {
    held.add(store.recoded(before.n(), before.version(), before.content(), coded));
  }

  /** Notes that articles, by their numbers, come out the same with another codebook. */
  public void sameWith(List<Long> numbers, String codebook) {
    store.label(numbers, codebook);
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
    List<Long> numbers = held.stream().map(PlacedArticle::n).toList();
    List<Compared> compared =
        linking.compared(held.stream().map(article -> article.coded().record()).toList());
    List<List<ActorSketch>> actors =
        compared.stream().map(article -> article.sketch().actors()).toList();
    ledger.change(
        (generation, index) -> {
          List<List<EntityBook.Member>> members = entities.add(numbers, actors);
          countries.nameStates(members, entities);
          store.write(held, members, now, generation);
          index(index, compared, members);
          ledger.indexAgain(index, entities.changed(), generation);
          linking.link(index, numbers, compared);
        });
    held.clear();
  }

  private void index(
      SearchIndex index, List<Compared> compared, List<List<EntityBook.Member>> members) {
    for (int i = 0; i < held.size(); i++) {
      PlacedArticle article = held.get(i);
      if (article.replaces() > 0) {
        index.remove(List.of(article.replaces()));
        linking.forget(article.replaces());
      }
      Map<String, String> own = new HashMap<>();
      members.get(i).forEach(member -> own.put(member.sketch().ref().actor(), member.entity()));
      ItemWords.add(index, article.n(), article.coded().record(), compared.get(i).bearings(), own);
    }
  }
}
