package dev.detente.flink.across;

import dev.detente.flink.files.Line;
import dev.detente.ledger.relate.CrossLink;
import dev.detente.ledger.relate.CrossRelation;
import dev.detente.ledger.story.Stories;
import dev.detente.ledger.story.Story;
import dev.detente.source.duplicate.CopyGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Which articles tell one story. One task does it, with the ids of all articles and the links that
 * say the same in memory.
 */
final class Group extends KeyedProcessFunction<Integer, Told, Line> {
  private static final long serialVersionUID = 1L;

  private transient Set<String> articles = new TreeSet<>();
  private transient List<CopyGroup> copies = new ArrayList<>();
  private transient List<CrossLink> same = new ArrayList<>();

  @Override
  public void open(OpenContext context) {
    articles = new TreeSet<>();
    copies = new ArrayList<>();
    same = new ArrayList<>();
  }

  @Override
  public void processElement(Told told, Context context, Collector<Line> out) {
    if (told.id() != null) {
      articles.add(told.id());
    }
    if (told.copies() != null) {
      copies.add(new CopyGroup(told.copies()[0], List.of(told.copies())));
    }
    if (told.links() != null) {
      told.links().unpacked().stream()
          .filter(link -> link.relation() == CrossRelation.SAME)
          .forEach(same::add);
    }
    AtTheEnd.of(context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Line> out) {
    long order = 0;
    for (Story story : new Stories(copies).stories(articles, same)) {
      out.collect(Lines.of(story, order++));
    }
  }
}
