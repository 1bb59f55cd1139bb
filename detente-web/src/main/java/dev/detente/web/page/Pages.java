package dev.detente.web.page;

import dev.detente.ledger.Entry;
import dev.detente.ledger.Ledger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the pages out of a ledger. Thread-safe; the ledger handed in is used by one thread. */
public final class Pages {
  private final Sheets sheets = new Sheets();
  private final Kept kept;
  private final OverviewPage overview;
  private final ArticlePages articles = new ArticlePages(sheets);
  private final FindPages find;
  private final ActorPages actors;
  private final PairPages pairs;
  private final ClaimsPage claims;
  private final DemandsPage demands;
  private final MapPage map;
  private final ListPages lists = new ListPages(sheets);
  private final CardPage card = new CardPage(sheets);
  private final AboutPage about;

  /**
   * @param kept what takes a look at the whole ledger to know
   */
  public Pages(Kept kept) {
    this.kept = kept;
    this.overview = new OverviewPage(sheets, kept);
    this.find = new FindPages(sheets, kept);
    this.actors = new ActorPages(sheets, kept);
    this.pairs = new PairPages(sheets, kept);
    this.claims = new ClaimsPage(sheets, kept);
    this.demands = new DemandsPage(sheets, kept);
    this.map = new MapPage(sheets, kept);
    this.about = new AboutPage(sheets, kept);
  }

  /** Finds beforehand what takes long to find. */
  public void warm(Ledger ledger) {
    kept.warm(ledger);
    overview.warm(ledger);
    Asked nothing = new Asked(Map.of(), 0);
    findings(ledger, Wording.inLanguage("en"), nothing);
    timeline(ledger, Wording.inLanguage("en"), nothing);
    pairs(ledger, Wording.inLanguage("en"));
    map(ledger, Wording.inLanguage("en"), null);
  }

  /** How much there is, what is new, how the weeks went. */
  public String overview(Ledger ledger, Wording wording) {
    return overview.overview(ledger, wording);
  }

  /** A list of articles. */
  public String articles(Ledger ledger, Wording wording, Asked asked) {
    return articles.articles(ledger, wording, asked);
  }

  /** An article with its record beside it; empty when there is none of this id. */
  public Optional<String> article(Ledger ledger, Wording wording, String id) {
    return articles.article(ledger, wording, id);
  }

  /** Statements and events that a filter finds. */
  public String findings(Ledger ledger, Wording wording, Asked asked) {
    return find.findings(ledger, wording, asked);
  }

  /** The same along time. */
  public String timeline(Ledger ledger, Wording wording, Asked asked) {
    return find.timeline(ledger, wording, asked);
  }

  /** Those who speak and act. */
  public String actors(Ledger ledger, Wording wording, Asked asked) {
    return actors.actors(ledger, wording, asked);
  }

  /** Somebody; empty when there is nobody of this key. */
  public Optional<String> actor(Ledger ledger, Wording wording, String entity) {
    return actors.actor(ledger, wording, entity);
  }

  /** Who did how much to whom, country by country. */
  public String pairs(Ledger ledger, Wording wording) {
    return pairs.pairs(ledger, wording);
  }

  /**
   * How tense it was between countries.
   *
   * @param between two or more countries with commas; null for those with most events
   * @param until a day in the last week that is shown; null for the last year
   * @throws IllegalArgumentException when they are not countries' codes, or it is no day
   */
  public String tension(
      Ledger ledger, Wording wording, @Nullable String between, @Nullable String until) {
    return pairs.tension(ledger, wording, between, until);
  }

  /** Claims with who claims, who denies and who confirms. */
  public String claims(Ledger ledger, Wording wording, Asked asked) {
    return claims.claims(ledger, wording, asked);
  }

  /** Demands and what became of them. */
  public String demands(Ledger ledger, Wording wording, Asked asked) {
    return demands.demands(ledger, wording, asked);
  }

  /**
   * Where it was said and happened.
   *
   * @param part {@code world} for all of it; else what is told of
   */
  public String map(Ledger ledger, Wording wording, @Nullable String part) {
    return map.map(ledger, wording, part);
  }

  /** What one country did and said to another; empty when these are no countries. */
  public Optional<String> between(Ledger ledger, Wording wording, String pair, Asked asked) {
    return lists.between(ledger, wording, pair, asked);
  }

  /** What was said and happened at a place; empty when there is nothing. */
  public Optional<String> at(
      Ledger ledger, Wording wording, String place, @Nullable String country, Asked asked) {
    return lists.at(ledger, wording, place, country, asked);
  }

  /** A statement or event to be quoted, and what people think of it. */
  public String card(Wording wording, Entry entry, ReviewPart review, String origin) {
    return card.card(wording, entry, review, origin);
  }

  /** Where all this comes from. */
  public String about(Ledger ledger, Wording wording, String version) {
    return about.about(ledger, wording, version);
  }

  /** A page that says what is wrong. */
  public String wrong(Wording wording, String title, String reason) {
    Map<String, Object> page = Frame.page(wording, "", wording.of(title));
    page.put("reason", reason);
    return sheets.fill("wrong", page);
  }
}
