package dev.detente.ledger.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Which statements and events are meant: all that is given must hold. Not thread-safe. */
public final class Filter {
  static final String NUMBER = "n";
  static final String TRAIT = "trait";
  static final String FIRST = "first";
  static final String LAST = "last";

  /** The first day once more, to be read off an item. */
  static final String DAY = "day";

  private final List<Query> all = new ArrayList<>();

  /** One of these values of a trait. */
  public Filter with(Trait trait, Collection<String> values) {
    List<BytesRef> terms = values.stream().map(value -> new BytesRef(trait.term(value))).toList();
    all.add(
        terms.size() == 1
            ? new TermQuery(new Term(TRAIT, terms.get(0)))
            : new TermInSetQuery(TRAIT, terms));
    return this;
  }

  /** These words, as people type them; false when there is no word among them. */
  public boolean words(String typed) {
    Query query = TextQuestion.query(typed);
    if (query != null) {
      all.add(query);
    }
    return query != null;
  }

  /** What may have been within these days; null leaves an end open. */
  public Filter within(@Nullable LocalDate since, @Nullable LocalDate until) {
    if (since != null) {
      int day = Math.toIntExact(since.toEpochDay());
      all.add(IntPoint.newRangeQuery(LAST, day, Integer.MAX_VALUE));
    }
    if (until != null) {
      int day = Math.toIntExact(until.toEpochDay());
      all.add(IntPoint.newRangeQuery(FIRST, Integer.MIN_VALUE, day));
    }
    return this;
  }

  /** What is in articles with a higher number. */
  public Filter after(long n) {
    all.add(LongPoint.newRangeQuery(NUMBER, Math.addExact(n, 1), Long.MAX_VALUE));
    return this;
  }

  /** Only what begins within these days, both included. */
  Query query(int since, int until) {
    return new BooleanQuery.Builder()
        .add(query(), Occur.FILTER)
        .add(
            new IndexOrDocValuesQuery(
                IntPoint.newRangeQuery(FIRST, since, until),
                NumericDocValuesField.newSlowRangeQuery(DAY, since, until)),
            Occur.FILTER)
        .build();
  }

  Query query() {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    all.forEach(one -> query.add(one, Occur.FILTER));
    return query.build();
  }
}
