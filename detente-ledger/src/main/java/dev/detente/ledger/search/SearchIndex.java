package dev.detente.ledger.search;

import dev.detente.article.DetenteException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * A Lucene index of what stands in a ledger, in a folder beside it. It knows up to where it goes
 * ({@link State}), and whoever opens it brings it up to the ledger's. One thread at a time.
 */
public final class SearchIndex implements AutoCloseable {
  private static final String ITEM = "item";
  private static final String ARTICLE = "n";
  private static final String KEY = "key";

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

  /**
   * Adds an item.
   *
   * @param item its number
   * @param n number of its article
   * @param language of the text
   * @param keys by which other articles find it; none for statements and events
   */
  public void add(long item, long n, @Nullable String language, String text, Set<String> keys) {
    Document document = new Document();
    document.add(new NumericDocValuesField(ITEM, item));
    document.add(new LongPoint(ARTICLE, n));
    document.add(new TextField(LanguageAnalyzers.field(language), text, Field.Store.NO));
    for (String key : keys) {
      document.add(new StringField(KEY, key, Field.Store.NO));
    }
    try {
      writer().addDocument(document);
    } catch (IOException e) {
      throw failure(folder, e);
    }
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
      data.put("ledger", state.ledger());
      data.put("generation", Long.toString(state.generation()));
      data.put("last", Long.toString(state.last()));
      writer().setLiveCommitData(data.entrySet());
      writer().commit();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private DirectoryReader reader() throws IOException {
    DirectoryReader before = reader;
    if (before == null) {
      reader = writer == null ? DirectoryReader.open(directory) : DirectoryReader.open(writer);
    } else {
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
   * The items whose words are as asked, ascending.
   *
   * @param typed words, "phrases", -without, begin*
   * @throws DetenteException DET-0709 when there is no word in it
   */
  public long[] items(String typed) {
    Query query = TextQuestion.query(typed);
    if (query == null) {
      throw new DetenteException("DET-0709", "no word to look for in \"" + typed + "\"");
    }
    try {
      Items items = new Items();
      new IndexSearcher(reader()).search(query, items);
      return items.sorted();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /**
   * The articles that share keys, those with most of them first.
   *
   * @param fewest keys that they share at least
   * @param most how many articles at most
   * @param before only articles with a lower number
   */
  public List<Long> candidates(Set<String> keys, int fewest, int most, long before) {
    if (keys.isEmpty()) {
      return List.of();
    }
    try {
      IndexSearcher searcher = new IndexSearcher(reader());
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (String key : keys) {
        any.add(new ConstantScoreQuery(new TermQuery(new Term(KEY, key))), Occur.SHOULD);
      }
      any.setMinimumNumberShouldMatch(fewest);
      any.add(LongPoint.newRangeQuery(ARTICLE, 0, before - 1), Occur.FILTER);
      ScoreDoc[] found = searcher.search(any.build(), most).scoreDocs;
      long[] numbers = new long[found.length];
      for (int i = 0; i < found.length; i++) {
        LeafReaderContext leaf =
            searcher
                .getIndexReader()
                .leaves()
                .get(ReaderUtil.subIndex(found[i].doc, searcher.getIndexReader().leaves()));
        NumericDocValues item = leaf.reader().getNumericDocValues(ITEM);
        if (item != null && item.advanceExact(found[i].doc - leaf.docBase)) {
          numbers[i] = item.longValue() >> 20;
        }
      }
      return Arrays.stream(numbers).sorted().boxed().toList();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** The numbers of all items that match. */
  private static final class Items extends SimpleCollector {
    private long[] items = new long[256];
    private int size;
    private @Nullable NumericDocValues values;

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      values = context.reader().getNumericDocValues(ITEM);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (values != null && values.advanceExact(doc)) {
        if (size == items.length) {
          items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = values.longValue();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(items, size);
      Arrays.sort(sorted);
      return sorted;
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
