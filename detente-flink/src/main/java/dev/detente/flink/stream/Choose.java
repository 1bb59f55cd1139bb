package dev.detente.flink.stream;

import dev.detente.flink.across.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Chooses the earlier articles that an article is compared with, when all its keys have told. */
public final class Choose extends KeyedCoProcessFunction<Long, Met, Own, Ask> {
  private static final long serialVersionUID = 1L;

  /** Where the article's own sketch goes, when it is compared with any. */
  public static final OutputTag<Part> OWN = new OutputTag<>("own", TypeInformation.of(Part.class));

  private transient @Nullable ListState<Met> met;
  private transient @Nullable ValueState<Integer> told;
  private transient @Nullable ValueState<Own> own;

  @Override
  public void open(OpenContext context) {
    met = getRuntimeContext().getListState(new ListStateDescriptor<>("met", Met.class));
    told = getRuntimeContext().getState(new ValueStateDescriptor<>("told", Integer.class));
    own = getRuntimeContext().getState(new ValueStateDescriptor<>("own", Own.class));
  }

  @Override
  public void processElement1(Met some, Context context, Collector<Ask> out) throws Exception {
    if (met == null || told == null) {
      throw new IllegalStateException("not open");
    }
    Integer before = told.value();
    told.update(before == null ? 1 : before + 1);
    if (some.earlier().length > 0) {
      met.add(some);
    }
    chooseWhenAllTold(context, out);
  }

  @Override
  public void processElement2(Own article, Context context, Collector<Ask> out) throws Exception {
    if (own == null) {
      throw new IllegalStateException("not open");
    }
    own.update(article);
    chooseWhenAllTold(context, out);
  }

  private void chooseWhenAllTold(Context context, Collector<Ask> out) throws Exception {
    if (met == null || told == null || own == null) {
      throw new IllegalStateException("not open");
    }
    Own article = own.value();
    Integer keys = told.value();
    if (article == null || (keys == null ? 0 : keys) < article.keys()) {
      return;
    }
    Map<Long, Integer> common = new HashMap<>();
    Map<Long, Integer> alike = new HashMap<>();
    Map<Long, Long> ids = new HashMap<>();
    Map<Long, Long> latest = new HashMap<>();
    for (Met some : met.get()) {
      for (int i = 0; i < some.earlier().length; i++) {
        long other = some.earlier()[i];
        common.merge(other, 1, Integer::sum);
        alike.put(other, Byte.toUnsignedInt(some.alike()[i]));
        ids.put(other, some.ids()[i]);
        latest.merge(some.ids()[i], other, Math::max);
      }
    }
    // Of an article that came twice, keys that only its first version had know no better.
    Set<Long> last = new HashSet<>(latest.values());
    common.keySet().retainAll(last);
    List<Long> chosen = Nearest.of(common, alike, 1);
    for (long other : chosen) {
      Long id = ids.get(other);
      if (id != null) {
        out.collect(new Ask(id, article.article()));
      }
    }
    if (!chosen.isEmpty()) {
      context.output(OWN, new Part(article.article(), chosen.size(), article.sketch()));
    }
    met.clear();
    told.clear();
    own.clear();
  }
}
