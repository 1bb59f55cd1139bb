package dev.detente.ledger.search;

import dev.detente.article.DetenteException;
import dev.detente.ledger.relate.SketchBytes;
import dev.detente.source.duplicate.Days;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A Lucene index of what stands in a ledger, in a folder beside it. It knows up to where it goes
 * ({@link State}), and whoever opens it brings it up to the ledger's. One thread at a time.
 */
public final class SearchIndex implements AutoCloseable {
  private static final String ITEM = "item";
  private static final String ARTICLE = "n";
  private static final String KEY = "key";
  private static final String COPY = "copy";
  private static final String MEANINGS = "meanings";
  private static final String SKETCH = "sketch";
  private static final String SCORE = "score";
  private static final String PUBLISHED = "published";
  private static final String LATER = "later";
  private static final String LINKED = "linked";

  /**
   * Articles that count of those that share a term: the last ones before the article that asks. Of
   * a key of who and when no more are found in any but the most famous week.
   */
  private static final int LATEST = 1000;

  /** How many times more are looked through each time for the newest. */
  private static final int MORE = 8;

  /** What stands in the index and how; one of another format is made anew. */
  private static final String FORMAT = "5." + SketchBytes.FORMAT;

  private final Path folder;
  private final Directory directory;
  private final @Nullable IndexWriter writer;
  private @Nullable DirectoryReader reader;

  private SearchIndex(Path folder, Directory directory, @Nullable IndexWriter writer) {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
  }

  /** Opens an index to write, which is made when there is none. */
  public static SearchIndex writable(Path folder) {
    try {
      Directory directory = FSDirectory.open(folder);
      IndexWriterConfig config = new IndexWriterConfig(new ByField());
      config.setRAMBufferSizeMB(64);
      config.setCommitOnClose(false);
      return new SearchIndex(folder, directory, new IndexWriter(directory, config));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Opens an index to read; null when there is none. */
  public static @Nullable SearchIndex readable(Path folder) {
    try {
      Directory directory = FSDirectory.open(folder);
      if (!DirectoryReader.indexExists(directory)) {
        directory.close();
        return null;
      }
      return new SearchIndex(folder, directory, null);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static final class ByField extends DelegatingAnalyzerWrapper {
    ByField() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      Analyzer analyzer = LanguageAnalyzers.FIELDS.get(field);
      return analyzer == null ? LanguageAnalyzers.FIELDS.values().iterator().next() : analyzer;
    }
  }

  private static DetenteException failure(Path folder, IOException e) {
    return new DetenteException(
        "DET-0708",
        folder
            + " cannot be read or written ("
            + e.getMessage()
            + "); delete the folder, it is made anew",
        e);
  }

  /**
   * Up to where it goes.
   *
   * @param ledger id of the ledger that it is of; empty when it is of none
   * @param generation of the ledger when this was written last
   * @param last highest number of an article
   */
  public record State(String ledger, long generation, long last) {}

  /** Up to where it goes; as of the last commit. */
  public State state() {
    try {
      Map<String, String> data =
          DirectoryReader.indexExists(directory)
              ? reader().getIndexCommit().getUserData()
              : Map.of();
      if (!data.getOrDefault("format", "").equals(FORMAT)) {
        return new State("", 0, 0);
      }
      return new State(
          data.getOrDefault("ledger", ""),
          Long.parseLong(data.getOrDefault("generation", "0")),
          Long.parseLong(data.getOrDefault("last", "0")));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private IndexWriter writer() {
    if (writer == null) {
      throw new IllegalStateException("opened to read");
    }
    return writer;
  }

  /** Adds a statement or event. */
  public void add(long item, long n, @Nullable String language, String text, Traits traits) {
    Document document = document(item, n, language, text);
    for (String term : traits.terms()) {
      document.add(new StringField(Filter.TRAIT, term, Field.Store.NO));
    }
    Integer first = traits.first();
    Integer last = traits.last();
    if (first != null && last != null) {
      document.add(new IntPoint(Filter.FIRST, first));
      document.add(new IntPoint(Filter.LAST, last));
      document.add(new NumericDocValuesField(Filter.DAY, first));
    }
    Double score = traits.score();
    if (score != null) {
      document.add(new DoubleDocValuesField(SCORE, score));
    }
    add(document);
  }

  /** Adds an article, with what it is found and compared by. */
  public void add(long item, long n, @Nullable String language, String text, Bearings bearings) {
    Document document = document(item, n, language, text);
    for (String key : bearings.keys()) {
      document.add(new StringField(KEY, key, Field.Store.NO));
    }
    for (long key : bearings.copyKeys()) {
      document.add(new StringField(COPY, term(key), Field.Store.NO));
    }
    ByteBuffer meanings = ByteBuffer.allocate(4 * bearings.meanings().length);
    for (int meaning : bearings.meanings()) {
      meanings.putInt(meaning);
    }
    document.add(new BinaryDocValuesField(MEANINGS, new BytesRef(meanings.array())));
    document.add(new BinaryDocValuesField(SKETCH, new BytesRef(bearings.sketch())));
    Days published = bearings.published();
    if (published != null) {
      document.add(new NumericDocValuesField(PUBLISHED, packed(published)));
    }
    add(document);
  }

  /**
   * Adds with what an article has links.
   *
   * @param items of earlier articles
   */
  public void addLinks(long n, Collection<Long> items) {
    Document document = new Document();
    document.add(new LongPoint(ARTICLE, n));
    document.add(new NumericDocValuesField(LATER, n));
    for (long item : items) {
      document.add(new LongPoint(LINKED, item));
    }
    add(document);
  }

  /** The numbers of the articles that came later than one of these items and have links with it. */
  public SortedSet<Long> linked(Collection<Long> items) {
    return later(LongPoint.newSetQuery(LINKED, items));
  }

  /**
   * The numbers of the articles that came later and have links with anything from an item to
   * another.
   *
   * @param from the first
   * @param to the last
   */
  public SortedSet<Long> linked(long from, long to) {
    return later(LongPoint.newRangeQuery(LINKED, from, to));
  }

  private SortedSet<Long> later(Query query) {
    SortedSet<Long> numbers = new TreeSet<>();
    try {
      IndexSearcher searcher = new IndexSearcher(reader());
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Scorer scorer =
            searcher
                .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(leaf);
        NumericDocValues later = leaf.reader().getNumericDocValues(LATER);
        if (scorer == null || later == null) {
          continue;
        }
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator documents = scorer.iterator();
        for (int document = documents.nextDoc();
            document != DocIdSetIterator.NO_MORE_DOCS;
            document = documents.nextDoc()) {
          if ((live == null || live.get(document)) && later.advanceExact(document)) {
            numbers.add(later.longValue());
          }
        }
      }
      return numbers;
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static long packed(Days days) {
    return days.first() << 32 | days.last() - days.first();
  }

  private static Days unpacked(long days) {
    return new Days(days >> 32, (days >> 32) + (int) days);
  }

  private static Document document(long item, long n, @Nullable String language, String text) {
    Document document = new Document();
    document.add(new NumericDocValuesField(ITEM, item));
    document.add(new LongPoint(ARTICLE, n));
    document.add(new TextField(LanguageAnalyzers.field(language), text, Field.Store.NO));
    return document;
  }

  private void add(Document document) {
    try {
      writer().addDocument(document);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** A key of a copy as a term: its first six bytes tell it from millions. */
  private static BytesRef term(long key) {
    return new BytesRef(Arrays.copyOf(ByteBuffer.allocate(8).putLong(key).array(), 6));
  }

  /** Takes out all items of these articles. */
  public void remove(List<Long> numbers) {
    try {
      for (long n : numbers) {
        writer().deleteDocuments(LongPoint.newExactQuery(ARTICLE, n));
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Takes out everything. */
  public void clear() {
    try {
      writer().deleteAll();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Keeps what was added and taken out. */
  public void commit(State state) {
    try {
      Map<String, String> data = new LinkedHashMap<>();
      data.put("format", FORMAT);
      data.put("ledger", state.ledger());
      data.put("generation", Long.toString(state.generation()));
      data.put("last", Long.toString(state.last()));
      writer().setLiveCommitData(data.entrySet());
      writer().commit();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /**
   * Whether nothing was kept since by another. Told by names of files alone: to map one and take it
   * out of memory again, as Lucene does to tell, costs every question a turn of the processor.
   */
  private boolean isLatest(DirectoryReader before) throws IOException {
    return SegmentInfos.getLastCommitGeneration(directory)
        == before.getIndexCommit().getGeneration();
  }

  private DirectoryReader reader() throws IOException {
    DirectoryReader before = reader;
    if (before == null) {
      reader = writer == null ? DirectoryReader.open(directory) : DirectoryReader.open(writer);
    } else if (writer != null || !isLatest(before)) {
      DirectoryReader changed = DirectoryReader.openIfChanged(before);
      if (changed != null) {
        before.close();
        reader = changed;
      }
    }
    if (reader == null) {
      throw new IllegalStateException("no reader");
    }
    return reader;
  }

  /**
   * The newest of what is meant, at most so many; 0 for all. They are looked for among the last
   * days first, then among ever more days, so that a page of a large ledger costs no look at all of
   * it.
   *
   * @param after where they begin; null for the newest of all
   */
  public long[] newest(Filter filter, int most, @Nullable Place after) {
    LocalDate day = after == null ? null : after.day();
    if (most > 0 && (after == null || day != null)) {
      int until = day == null ? Integer.MAX_VALUE : Math.toIntExact(day.toEpochDay());
      try {
        // One reader for all of it: the next question may close this one.
        DirectoryReader asked = reader();
        DayCounts days = new DayCounts(asked, until);
        long items = (long) MORE * most;
        for (Integer since = days.since(items); since != null; since = days.since(items)) {
          Newest newest = new Newest(most, after);
          new IndexSearcher(asked)
              .search(
                  filter.query(since, until), new Items((item, of, score) -> newest.add(of, item)));
          if (newest.isFull()) {
            return newest.items();
          }
          items *= MORE;
        }
      } catch (IOException e) {
        throw failure(folder, e);
      }
    }
    Newest newest = new Newest(most, after);
    visit(filter, (item, of, score) -> newest.add(of, item));
    return newest.items();
  }

  /** What is done with each statement or event. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Told of one; those of an article one after the other.
     *
     * @param day since 1970; {@link Integer#MIN_VALUE} for none
     * @param score NaN for none
     */
    void visit(long item, int day, double score);
  }

  /** Walks over what is meant. */
  public void visit(Filter filter, Visitor visitor) {
    try {
      new IndexSearcher(reader()).search(filter.query(), new Items(visitor));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Which earlier articles each of these has to be compared with; see {@link Candidates}. */
  public List<List<Found>> candidates(List<Sought> articles, int most) {
    return candidates(articles, most, LATEST);
  }

  /** With another number of articles that count of a term. */
  List<List<Found>> candidates(List<Sought> articles, int most, int latest) {
    List<Candidates.Asking> asking =
        articles.stream()
            .map(
                article ->
                    new Candidates.Asking(
                        article.n(),
                        article.bearings().keys().stream().map(BytesRef::new).toList(),
                        article.bearings().meanings()))
            .toList();
    return candidates(KEY, asking, 1, most, latest);
  }

  /**
   * Which earlier articles share enough phrases with each of these to be copies, and were printed
   * near enough in time.
   *
   * @param inTime whether articles of these days may be copies; an unknown day is null
   */
  public List<List<Found>> copies(
      List<Sought> articles,
      int fewest,
      int most,
      BiPredicate<@Nullable Days, @Nullable Days> inTime) {
    List<Candidates.Asking> asking =
        articles.stream()
            .map(
                article ->
                    new Candidates.Asking(
                        article.n(),
                        Arrays.stream(article.bearings().copyKeys())
                            .mapToObj(SearchIndex::term)
                            .toList(),
                        new int[0]))
            .toList();
    List<List<Found>> found = candidates(COPY, asking, fewest, most, LATEST);
    Map<Long, Days> published =
        published(new HashSet<>(found.stream().flatMap(List::stream).toList()));
    List<List<Found>> near = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Days day = articles.get(i).bearings().published();
      near.add(
          found.get(i).stream().filter(one -> inTime.test(day, published.get(one.n()))).toList());
    }
    return near;
  }

  /**
   * When articles that were just found were printed; those of which nothing is known are left out.
   */
  private Map<Long, Days> published(Collection<Found> found) {
    Map<Long, Days> published = new HashMap<>();
    read(
        found,
        leaf -> {
          NumericDocValues kept = leaf.getNumericDocValues(PUBLISHED);
          return (document, n) -> {
            if (kept != null && kept.advanceExact(document)) {
              published.put(n, unpacked(kept.longValue()));
            }
          };
        });
    return published;
  }

  private List<List<Found>> candidates(
      String field, List<Candidates.Asking> asking, int fewest, int most, int latest) {
    try {
      return Candidates.of(reader(), field, ARTICLE, ITEM, MEANINGS, asking, fewest, most, latest);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /**
   * What is kept of articles that {@link #candidates} has just found: where they stand is so until
   * the index is asked for anything else.
   */
  public Map<Long, byte[]> sketches(Collection<Found> found) {
    Map<Long, byte[]> sketches = new HashMap<>();
    read(
        found,
        leaf -> {
          BinaryDocValues kept = leaf.getBinaryDocValues(SKETCH);
          return (document, n) -> {
            if (kept != null && kept.advanceExact(document)) {
              BytesRef bytes = kept.binaryValue();
              sketches.put(
                  n, Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
            }
          };
        });
    return sketches;
  }

  /** Reads something of a document of a segment. */
  private interface DocumentReader {
    void read(int document, long n) throws IOException;
  }

  /** Begins to read a segment. */
  private interface SegmentReader {
    DocumentReader of(LeafReader leaf) throws IOException;
  }

  /** Reads what is kept of articles that were just found, in the order in which they stand. */
  private void read(Collection<Found> found, SegmentReader segments) {
    DirectoryReader asked = reader;
    if (asked == null || found.isEmpty()) {
      return;
    }
    List<Found> ordered = new ArrayList<>(found);
    ordered.sort(Comparator.comparingInt(Found::document));
    try {
      int at = 0;
      for (LeafReaderContext leaf : asked.leaves()) {
        int end = leaf.docBase + leaf.reader().maxDoc();
        DocumentReader documents = segments.of(leaf.reader());
        for (; at < ordered.size() && ordered.get(at).document() < end; at++) {
          documents.read(ordered.get(at).document() - leaf.docBase, ordered.get(at).n());
        }
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Tells of all items that match. */
  private static final class Items extends SimpleCollector {
    private final Visitor visitor;
    private @Nullable NumericDocValues items;
    private @Nullable NumericDocValues days;
    private @Nullable NumericDocValues scores;

    Items(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      items = context.reader().getNumericDocValues(ITEM);
      days = context.reader().getNumericDocValues(Filter.DAY);
      scores = context.reader().getNumericDocValues(SCORE);
    }

    @Override
    public void collect(int document) throws IOException {
      if (items != null && items.advanceExact(document)) {
        visitor.visit(
            items.longValue(),
            days != null && days.advanceExact(document)
                ? (int) days.longValue()
                : Integer.MIN_VALUE,
            scores != null && scores.advanceExact(document)
                ? Double.longBitsToDouble(scores.longValue())
                : Double.NaN);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }
}
