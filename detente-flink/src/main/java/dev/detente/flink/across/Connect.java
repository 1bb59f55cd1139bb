package dev.detente.flink.across;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts articles that may be copies, directly or by way of others, into one set, named by its first
 * article. One task does it, with two numbers in memory for each article that is like another.
 */
final class Connect extends KeyedProcessFunction<Integer, Piece, Piece> {
  private static final long serialVersionUID = 1L;

  private transient Map<Long, Long> parents = new HashMap<>();

  @Override
  public void open(OpenContext context) {
    parents = new HashMap<>();
  }

  private long first(long article) {
    long at = article;
    long parent = parents.getOrDefault(at, at);
    while (parent != at) {
      long above = parents.getOrDefault(parent, parent);
      parents.put(at, above);
      at = parent;
      parent = above;
    }
    return at;
  }

  @Override
  public void processElement(Piece pair, Context context, Collector<Piece> out) {
    long one = first(pair.article());
    long other = first(pair.other());
    parents.putIfAbsent(pair.article(), one);
    parents.putIfAbsent(pair.other(), other);
    parents.put(Math.max(one, other), Math.min(one, other));
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Piece> out) {
    for (long article : new TreeMap<>(parents).keySet()) {
      out.collect(new Piece(article, first(article), null));
    }
  }
}
