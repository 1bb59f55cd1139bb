package dev.detente.ledger.store;

import dev.detente.article.Article;
import dev.detente.article.DetenteException;
import dev.detente.ledger.store.KnownArticles.Known;
import dev.detente.record.ArticleRecord;
import dev.detente.source.duplicate.Fingerprint;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a ledger, to be written: which are there, under which id and number a new one
 * goes in, what becomes of the version before it. {@link #standing} may be asked by any thread, all
 * else by one.
 */
public final class ArticleStore {
  /** All tables with the rows of a current article, beside {@code article} and {@code body}. */
  private static final List<String> PARTS =
      List.of("actor", "statement", "event", "party", "about", "place", "own_link");

  private final LedgerDatabase database;
  private final KnownArticles known = new KnownArticles();
  private final Set<Long> removedIds = new HashSet<>();
  private final Set<Long> removedAddresses = new HashSet<>();
  private final List<Article> returning = new ArrayList<>();
  private long next;

  /** Learns what the ledger holds: a second for a million articles. */
  public ArticleStore(LedgerDatabase database) {
    this.database = database;
    this.next =
        1
            + database.number(
                "SELECT greatest(coalesce((SELECT max(n) FROM body), 0),"
                    + " coalesce((SELECT max(n) FROM gone), 0))");
    database.visit(
        "SELECT n, id, url, hash FROM article",
        row -> {
          String address = Identity.normal(row.getString(3));
          known.put(
              new Known(
                  row.getLong(1),
                  Identity.ofId(row.getString(2)),
                  address == null ? 0 : Identity.hash(address),
                  row.getLong(4)),
              null);
          return true;
        });
    database.visit(
        "SELECT id, url FROM tombstone",
        row -> {
          bury(row.getString(1), row.getString(2));
          return true;
        });
  }

  private void bury(String id, @Nullable String url) {
    String address = Identity.normal(url);
    if (address == null) {
      removedIds.add(Identity.ofId(id));
    } else {
      removedAddresses.add(Identity.hash(address));
    }
  }

  /** Whether this article is there already. Thread-safe. */
  public synchronized Standing standing(Article article) {
    return standing(Identity.of(article));
  }

  private Standing standing(Identity identity) {
    Known before = before(identity);
    if (before != null) {
      return before.content() == identity.content() ? Standing.UNCHANGED : Standing.CHANGED;
    }
    boolean removed =
        identity.address() == 0
            ? removedIds.contains(identity.id())
            : removedAddresses.contains(identity.address());
    return removed ? Standing.REMOVED : Standing.NEW;
  }

  /** The version that an article is another version of. */
  private @Nullable Known before(Identity identity) {
    Known same = known.withAddress(identity.address());
    if (same != null) {
      return same;
    }
    Known namesake = known.withId(identity.id());
    boolean two =
        namesake != null
            && namesake.address() != 0
            && identity.address() != 0
            && namesake.address() != identity.address();
    return two ? null : namesake;
  }

  /**
   * Gives an article its place; null when it is there already. It counts as there from now on, and
   * {@link #write} must follow.
   *
   * @param again whether it comes in though it was removed before
   */
  public synchronized @Nullable PlacedArticle place(CodedArticle coded, boolean again) {
    Article article = coded.record().article();
    Identity identity = Identity.of(article);
    Standing standing = standing(identity);
    if (standing == Standing.UNCHANGED || (standing == Standing.REMOVED && !again)) {
      return null;
    }
    if (standing == Standing.REMOVED) {
      returning.add(coded.record().article());
      removedIds.remove(identity.id());
      removedAddresses.remove(identity.address());
    }
    Known before = before(identity);
    Known namesake = known.withId(identity.id());
    if (before == null && namesake != null) {
      // Another article of another address has this id.
      return place(coded.named(distinct(article.id(), identity.address())), identity, null);
    }
    if (before != null && before.address() == 0 && identity.address() == 0) {
      Article other = article(before.n());
      if (other != null && unlike(article, other)) {
        // Another file of the same name.
        String id = distinct(article.id(), identity.content());
        Known there = known.withId(Identity.ofId(id));
        return there != null ? null : place(coded.named(id), identity, null);
      }
    }
    return place(coded, identity, before);
  }

  private PlacedArticle place(CodedArticle coded, Identity identity, @Nullable Known before) {
    int version = 1;
    CodedArticle named = coded;
    if (before != null) {
      List<PlacedArticle> old =
          database.list(
              "SELECT id, version FROM article WHERE n = ?",
              row ->
                  new PlacedArticle(0, row.getInt(2), 0, false, 0, coded.named(row.getString(1))),
              before.n());
      if (old.isEmpty()) {
        throw new IllegalStateException("the version before has not been written yet");
      }
      version = old.get(0).version() + 1;
      named = old.get(0).coded();
    }
    long n = next++;
    known.put(
        new Known(
            n,
            Identity.ofId(named.record().article().id()),
            identity.address(),
            identity.content()),
        before);
    return new PlacedArticle(
        n, version, before == null ? 0 : before.n(), false, identity.content(), named);
  }

  /** Whether placing this article needs what has not been written yet. */
  public synchronized boolean follows(CodedArticle coded, long firstUnwritten) {
    Known before = before(Identity.of(coded.record().article()));
    return before != null && before.n() >= firstUnwritten;
  }

  private static String distinct(String id, long hash) {
    return id + "~" + String.format("%016x", hash).substring(0, 6);
  }

  /** Two texts that share no five words in a row are two articles. */
  private static boolean unlike(Article one, Article other) {
    long[] shingles = Fingerprint.of(one).shingles();
    Set<Long> second =
        Arrays.stream(Fingerprint.of(other).shingles()).boxed().collect(Collectors.toSet());
    return shingles.length > 0
        && !second.isEmpty()
        && Arrays.stream(shingles).noneMatch(second::contains);
  }

  private @Nullable Article article(long n) {
    ArticleRecord record = new RecordStore(database).record(n);
    return record == null ? null : record.article();
  }

  /** A coding that takes the place of another one of the same version. */
  public synchronized PlacedArticle recoded(long n, int version, long content, CodedArticle coded) {
    Identity identity = Identity.of(coded.record().article());
    long fresh = next++;
    Known now =
        new Known(fresh, Identity.ofId(coded.record().article().id()), identity.address(), content);
    known.put(now, now);
    return new PlacedArticle(fresh, version, n, true, content, coded);
  }

  /**
   * Writes articles with all that is in their records. Part of a transaction.
   *
   * @param members the actors of each article, with the entities they are
   */
  public void write(
      List<PlacedArticle> articles,
      List<List<EntityBook.Member>> members,
      LocalDateTime now,
      long generation) {
    List<Long> replaced = new ArrayList<>();
    List<Long> recoded = new ArrayList<>();
    for (PlacedArticle article : articles) {
      if (article.replaces() > 0) {
        (article.recoded() ? recoded : replaced).add(article.replaces());
      }
    }
    if (!replaced.isEmpty()) {
      database.update(
          "INSERT INTO former SELECT *, ? FROM article WHERE n IN " + in(replaced), now);
      clear(replaced, false, generation);
    }
    Map<Long, LocalDateTime> added = Map.of();
    if (!recoded.isEmpty()) {
      added =
          database
              .list(
                  "SELECT n, added FROM article WHERE n IN " + in(recoded),
                  row -> Map.entry(row.getLong(1), row.getObject(2, LocalDateTime.class)))
              .stream()
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      clear(recoded, true, generation);
    }
    for (Article article : returning) {
      database.update("DELETE FROM tombstone WHERE id = ? OR url = ?", article.id(), article.url());
    }
    returning.clear();
    try (RecordRows rows = new RecordRows(database)) {
      for (int i = 0; i < articles.size(); i++) {
        PlacedArticle article = articles.get(i);
        rows.add(
            article.n(),
            article.version(),
            article.content(),
            article.coded(),
            added.getOrDefault(article.replaces(), now),
            members.get(i));
      }
    }
  }

  /** Notes which codebook gives these articles the records they have. */
  public void label(List<Long> numbers, String codebook) {
    if (!numbers.isEmpty()) {
      database.update("UPDATE article SET codebook = ? WHERE n IN " + in(numbers), codebook);
    }
  }

  private void clear(List<Long> numbers, boolean bodies, long generation) {
    String these = in(numbers);
    for (String table : PARTS) {
      database.update("DELETE FROM " + table + " WHERE n IN " + these);
    }
    database.update("DELETE FROM article WHERE n IN " + these);
    database.update(
        "DELETE FROM link WHERE from_item >> 20 IN " + these + " OR to_item >> 20 IN " + these);
    if (bodies) {
      database.update("DELETE FROM body WHERE n IN " + these);
    }
    database.update("DELETE FROM copy WHERE n IN " + these);
    // Where the first of a report goes, its copies are those of the next.
    database.update(
        "UPDATE copy SET report = m.first FROM (SELECT report, min(n) AS first FROM copy WHERE"
            + " report IN "
            + these
            + " GROUP BY report) m WHERE copy.report = m.report");
    note(database, numbers, generation);
  }

  /** Notes that the index has something of these articles that is no longer so. */
  public static void note(LedgerDatabase database, Collection<Long> numbers, long generation) {
    database.update("INSERT INTO gone SELECT unnest(" + list(numbers) + "), ?", generation);
  }

  private static String in(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String list(Collection<Long> numbers) {
    return numbers.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "[", "]::BIGINT[]"));
  }

  /**
   * Takes an article out, with all its versions, and leaves a tombstone. Part of a transaction.
   *
   * @param taken told the number of the current version
   * @throws DetenteException DET-0707 when there is none of this id
   */
  public synchronized void remove(
      String id, String reason, LocalDateTime now, long generation, Consumer<Long> taken) {
    List<Long> current =
        database.list("SELECT n FROM article WHERE id = ?", row -> row.getLong(1), id);
    if (current.isEmpty()) {
      throw new DetenteException(
          "DET-0707", "no article \"" + id + "\" in " + database.file() + "; `find` shows ids");
    }
    String url =
        database
            .list("SELECT coalesce(url, '') FROM article WHERE id = ?", row -> row.getString(1), id)
            .get(0);
    List<Long> all = new ArrayList<>(current);
    all.addAll(database.list("SELECT n FROM former WHERE id = ?", row -> row.getLong(1), id));
    clear(all, true, generation);
    database.update("DELETE FROM former WHERE id = ?", id);
    database.update(
        "INSERT INTO tombstone VALUES (?, ?, ?, ?, ?)",
        id,
        url.isEmpty() ? null : url,
        reason,
        now,
        all.size());
    bury(id, url.isEmpty() ? null : url);
    known.forget(Identity.ofId(id));
    current.forEach(taken);
  }
}
