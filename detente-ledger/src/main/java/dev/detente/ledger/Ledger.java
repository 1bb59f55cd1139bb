package dev.detente.ledger;

import dev.detente.article.DetenteException;
import dev.detente.codebook.Codebook;
import dev.detente.ledger.identity.ActorRef;
import dev.detente.ledger.identity.Decision;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.LinkPage;
import dev.detente.ledger.relate.LinkQuestion;
import dev.detente.ledger.search.SearchIndex;
import dev.detente.ledger.store.ArticleStore;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.ledger.store.EntityBook;
import dev.detente.ledger.store.LedgerDatabase;
import dev.detente.ledger.store.LedgerSchema;
import dev.detente.ledger.store.LinkStore;
import dev.detente.ledger.store.Names;
import dev.detente.ledger.store.RecordStore;
import dev.detente.record.ArticleRecord;
import dev.detente.source.duplicate.CopyGroup;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A memory of what was said and done: articles with their records in one DuckDB file, and beside it
 * a folder with an index of their words, which is made anew whenever it is not the file's. One
 * process writes, or several read. Used by one thread at a time; {@link Adding#standing} by any.
 */
public final class Ledger implements AutoCloseable {
  /** Where a ledger is when nobody says otherwise. */
  public static final Path DEFAULT = Path.of("detente.duckdb");

  /** Articles whose words are indexed at once when the index is behind. */
  private static final int BATCH = 500;

  /** How a ledger is opened. */
  private enum Use {
    READ,
    WRITE,
    /** To read beside another one of this process that writes. */
    FOLLOW
  }

  private final LedgerDatabase database;
  private final Use use;
  private @Nullable SearchIndex index;
  private Codebook codebook = Codebook.bundled();

  private Ledger(LedgerDatabase database, Use use) {
    this.database = database;
    this.use = use;
  }

  /**
   * Opens a ledger to ask it.
   *
   * @throws DetenteException DET-0701 to DET-0706
   */
  public static Ledger read(Path file) {
    return new Ledger(LedgerSchema.open(file, false), Use.READ);
  }

  /**
   * Opens a ledger to change it; makes it when there is none.
   *
   * @throws DetenteException DET-0702 to DET-0706
   */
  public static Ledger write(Path file) {
    return new Ledger(LedgerSchema.open(file, true), Use.WRITE);
  }

  /** The folder of the index of words. */
  static Path searchFolder(Path file) {
    return file.resolveSibling(file.getFileName() + ".search");
  }

  /** The file. */
  public Path file() {
    return database.file();
  }

  LedgerDatabase database() {
    return database;
  }

  /** The record of an article as it is now; null when there is none of this id. */
  public @Nullable ArticleRecord record(String id) {
    return new RecordStore(database).record(id);
  }

  /** The record of what an article says, or said in a former version; null when none says it. */
  public @Nullable ArticleRecord record(long content) {
    List<Long> n =
        database.list(
            "SELECT n FROM (SELECT n, hash, 1 AS now FROM article UNION ALL SELECT n, hash, 0 FROM"
                + " former) WHERE hash = ? ORDER BY now DESC, n DESC LIMIT 1",
            row -> row.getLong(1),
            content);
    return n.isEmpty() ? null : new RecordStore(database).record(n.get(0));
  }

  /** What stands at a permanent address; empty when nothing does. */
  public Optional<Entry> entry(Address address) {
    return Entry.at(this, address);
  }

  /**
   * Changes the file and its index: first the file for good, then the index. Should the second not
   * come to pass, the index is found to be behind when the ledger is opened again.
   */
  void change(Change change) {
    SearchIndex changed = index();
    try {
      database.transaction(
          () -> {
            long next = generation() + 1;
            database.update(
                "UPDATE ledger SET value = ? WHERE name = 'generation'", Long.toString(next));
            change.make(next, changed);
          });
      changed.commit(state());
    } catch (RuntimeException | Error e) {
      index = null;
      changed.close();
      throw e;
    }
  }

  /** The index of words, brought up to the file. */
  SearchIndex index() {
    SearchIndex opened = index;
    if (opened == null) {
      opened = openIndex();
      index = opened;
    }
    return opened;
  }

  private SearchIndex openIndex() {
    Path folder = searchFolder(file());
    if (use == Use.FOLLOW) {
      // A moment behind at most, since the one that writes has it open; see reader.
      SearchIndex readable = SearchIndex.readable(folder);
      if (readable == null) {
        throw new IllegalStateException("no index in " + folder);
      }
      return readable;
    }
    SearchIndex.State now = state();
    if (use == Use.READ) {
      SearchIndex readable = SearchIndex.readable(folder);
      if (readable != null) {
        if (readable.state().equals(now)) {
          return readable;
        }
        readable.close();
      }
      // Broken off before: nobody writes while we read, so that we may finish it.
      try (SearchIndex behind = SearchIndex.writable(folder)) {
        catchUp(behind, now);
      }
      SearchIndex done = SearchIndex.readable(folder);
      if (done == null) {
        throw new IllegalStateException("no index in " + folder);
      }
      return done;
    }
    SearchIndex opened = SearchIndex.writable(folder);
    catchUp(opened, now);
    return opened;
  }

  private SearchIndex.State state() {
    String id =
        database.list("SELECT value FROM ledger WHERE name = 'id'", row -> row.getString(1)).get(0);
    return new SearchIndex.State(
        id, generation(), database.number("SELECT coalesce(max(n), 0) FROM article"));
  }

  /** Indexes what the file has and the index has not. */
  private void catchUp(SearchIndex behind, SearchIndex.State now) {
    SearchIndex.State then = behind.state();
    if (then.equals(now)) {
      return;
    }
    long from = then.last() + 1;
    List<Long> changed = List.of();
    if (!then.ledger().equals(now.ledger()) || then.generation() > now.generation()) {
      behind.clear();
      from = 0;
    } else {
      changed =
          database.list(
              "SELECT n FROM gone WHERE generation > ?", row -> row.getLong(1), then.generation());
      behind.remove(changed);
      changed = changed.stream().filter(n -> n <= then.last()).toList();
    }
    Indexing indexing = new Indexing(database, codebook);
    indexing.addAgain(behind, changed);
    indexing.addFrom(behind, from);
    behind.commit(now);
  }

  /**
   * Begins to add articles.
   *
   * @param codebook by which actors, statements and events of different articles are compared
   */
  public Adding adding(Codebook codebook) {
    this.codebook = codebook;
    Adding adding = new Adding(this, codebook);
    if (database.number("SELECT count(*) FROM ledger WHERE name = 'linked' AND value = 'no'") > 0) {
      linkAnew(adding);
    }
    return adding;
  }

  /** After an upgrade what was compared before is compared anew. */
  private void linkAnew(Adding adding) {
    RecordStore records = new RecordStore(database);
    long last = last();
    long from = 0;
    while (from <= last) {
      List<RecordStore.Coding> page = records.codings(from, null, BATCH);
      if (page.isEmpty()) {
        break;
      }
      for (RecordStore.Coding coding : page) {
        if (coding.n() <= last) {
          adding.recode(
              coding,
              CodedArticle.of(
                  coding.record(), coding.analysed(), coding.model(), coding.codebook()));
        }
      }
      adding.commit(LocalDateTime.MIN);
      from = page.get(page.size() - 1).n() + 1;
    }
    database.execute("UPDATE ledger SET value = 'yes' WHERE name = 'linked'");
  }

  /**
   * The same ledger for another thread, to ask it; closing it leaves this one open. What this one
   * keeps meanwhile is seen there.
   */
  public Ledger reader() {
    if (use == Use.WRITE) {
      index();
    }
    return new Ledger(database.reader(), use == Use.WRITE ? Use.FOLLOW : use);
  }

  /** Whether it can be changed. */
  public boolean isWritable() {
    return use == Use.WRITE;
  }

  /** A number that is another one after every change of articles and their records. */
  public long generation() {
    return database.number("SELECT value::BIGINT FROM ledger WHERE name = 'generation'");
  }

  /** Breaks off what is being asked, by DET-0713, until {@link #resume}; for any thread. */
  public void stop() {
    database.stop();
  }

  /** Lets questions be asked again. */
  public void resume() {
    database.resume();
  }

  /** How far the articles go that have come. */
  public Fresh.Position position() {
    return database
        .list(
            "SELECT coalesce(max(n), 0), coalesce(max(added), TIMESTAMP '1970-01-01') FROM article",
            row -> new Fresh.Position(row.getLong(1), row.getObject(2, LocalDateTime.class)))
        .get(0);
  }

  /**
   * What a question finds in articles that have come since, in the order in which they came.
   *
   * @param most articles at most
   */
  public List<Fresh> since(Question question, Fresh.Position position, int most) {
    return new Finder(this).since(question, position, most);
  }

  /** What a question finds, newest first, with the permanent addresses; at most so many. */
  public List<Fresh> addressed(Question question, int most) {
    List<Fresh> found = new ArrayList<>();
    for (Finding finding : page(question, 0, most)) {
      Fresh one = Fresh.of(this, List.of(finding), position());
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  /** The searches that are told of what is new. */
  public Searches searches() {
    return new Searches(this);
  }

  /** What people think of the records. */
  public Marks marks() {
    return new Marks(this);
  }

  /** What is in the ledger, counted. */
  public Survey survey() {
    return new Survey(this);
  }

  /**
   * A page of what a question finds, newest first: at most {@code size} after the first {@code
   * from}.
   */
  public List<Finding> page(Question question, int from, int size) {
    return new Finder(this).page(question, from, size);
  }

  /** At most {@code size} of what a question finds, newest first, from where a page ended on. */
  public FoundPage after(Question question, FoundPage.@Nullable Cursor cursor, int size) {
    return new Finder(this).after(question, cursor, size);
  }

  /** What countries have to do with each other: see {@link Finder#between}. */
  public List<Finding> between(String actor, String recipient, int from, int size) {
    return new Finder(this).between(actor, recipient, from, size);
  }

  /**
   * What was said and happened at a place, newest first: at most {@code size} after the first
   * {@code from}.
   *
   * @param country in which it lies; null for what lies in several or none
   */
  public List<Finding> at(String place, @Nullable String country, int from, int size) {
    return new Finder(this).at(place, country, from, size);
  }

  /** How what a question finds is spread: for each field its commonest values, at most so many. */
  public List<Facet> facets(Question question, int most) {
    return new Finder(this).facets(question, most);
  }

  /** Passes on what a question finds, newest first. */
  public void find(Question question, Consumer<Finding> each) {
    new Finder(this).find(question, each);
  }

  /** How much of what a question finds there is in each stretch of time, in order. */
  public List<Period> timeline(Question question, Period.Length length) {
    return new Finder(this).timeline(question, length);
  }

  /**
   * Walks over the rows that a query in SQL gives. From then on this ledger reaches no other file.
   *
   * @throws DetenteException DET-0711 when it is not SQL, or would change something
   */
  public void sql(String query, LedgerDatabase.RowVisitor each) {
    database.lock();
    database.ask(query, each);
  }

  /**
   * Takes an article out, with all its versions, for good; what is left is its id, when it was
   * taken out and why.
   *
   * @throws DetenteException DET-0707 when there is none of this id
   */
  public void remove(List<String> ids, String reason, LocalDateTime now) {
    ArticleStore store = new ArticleStore(database);
    change(
        (generation, changed) ->
            ids.forEach(
                id -> store.remove(id, reason, now, generation, n -> changed.remove(List.of(n)))));
  }

  /** All links across articles, in order. */
  public List<CrossLink> links() {
    return links(LinkQuestion.ALL);
  }

  /** The links across articles that are asked for, in order. */
  public List<CrossLink> links(LinkQuestion question) {
    return new LinkStore(database).links(question);
  }

  /**
   * A page of the links that are asked for, in the order in which the articles came that they lead
   * from.
   *
   * @param after where the page before has ended; null for the first
   */
  public LinkPage links(LinkQuestion question, LinkPage.@Nullable Cursor after, int size) {
    return new LinkStore(database).page(question, after, size);
  }

  /** Which articles print one report; articles in none are reports of their own. */
  public List<CopyGroup> copies() {
    return new LinkStore(database).copies();
  }

  /** Passes on the record of every article as it is now, in the order in which they came. */
  public void records(Consumer<ArticleRecord> each) {
    RecordStore records = new RecordStore(database);
    long from = 0;
    while (true) {
      List<Long> numbers = numbers(from);
      if (numbers.isEmpty()) {
        return;
      }
      records.records(numbers).forEach(each);
      from = numbers.get(numbers.size() - 1) + 1;
    }
  }

  private List<Long> numbers(long from) {
    return database.list(
        "SELECT n FROM article WHERE n >= ? ORDER BY n LIMIT " + BATCH,
        row -> row.getLong(1),
        from);
  }

  /** Who is who: all actors of all articles, with the entity each is, in order of entities. */
  public List<Membership> members() {
    return database.list(
        "SELECT a.entity, e.name, article.id, a.id, a.name, a.kind, a.country, a.sector, a.role,"
            + " article.published, coalesce(a.reason, a.why) FROM actor a JOIN article USING (n)"
            + " JOIN entity e USING (entity) ORDER BY a.entity, article.id, length(a.id), a.id",
        row ->
            new Membership(
                row.getString(1),
                row.getString(2),
                new ActorRef(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11)));
  }

  /** An actor of an article and the entity that he is; see {@link dev.detente.record.Actor}. */
  public record Membership(
      String entity,
      String entityName,
      ActorRef actor,
      String name,
      String kind,
      @Nullable String country,
      @Nullable String sector,
      @Nullable String role,
      @Nullable String published,
      String why) {}

  /** The entities that go by a name, or by one that has all its words side by side. */
  public List<String> entities(String name) {
    return Names.entities(database, name);
  }

  /** What people decided about who is who, in order. */
  public List<Decision> decisions() {
    return EntityBook.decisions(database);
  }

  /** Does as a person decided about who is who. */
  public void decide(Decision decision, LocalDateTime now) {
    EntityBook book = new EntityBook(database);
    change(
        (generation, changed) -> {
          book.decide(decision, now);
          indexAgain(changed, book.changed(), generation);
        });
  }

  /** Takes back the last decision about an entity; false when there is none. */
  public boolean undo(String entity) {
    EntityBook book = new EntityBook(database);
    boolean[] done = {false};
    change(
        (generation, changed) -> {
          done[0] = book.undo(entity);
          indexAgain(changed, book.changed(), generation);
        });
    return done[0];
  }

  /** Brings up what the index tells of articles whose actors are somebody else now. */
  void indexAgain(SearchIndex changed, Collection<Long> numbers, long generation) {
    if (numbers.isEmpty()) {
      return;
    }
    ArticleStore.note(database, numbers, generation);
    changed.remove(List.copyOf(numbers));
    new Indexing(database, codebook).addAgain(changed, numbers);
  }

  /** Current articles from a number on that another codebook coded, at most so many. */
  public List<RecordStore.Coding> codings(long from, String codebook, int most) {
    return new RecordStore(database).codings(from, codebook, most);
  }

  /** The highest number of an article. */
  public long last() {
    return database.number("SELECT coalesce(max(n), 0) FROM article");
  }

  @Override
  public void close() {
    SearchIndex opened = index;
    if (opened != null) {
      opened.close();
    }
    database.close();
  }

  /**
   * Makes sure that there is a ledger.
   *
   * @throws DetenteException DET-0701 when there is none
   */
  public static void require(Path file) {
    LedgerSchema.require(file);
  }
}
