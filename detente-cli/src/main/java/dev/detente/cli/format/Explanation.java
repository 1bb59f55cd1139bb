package dev.detente.cli.format;

import dev.detente.article.Span;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.record.Actor;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Place;
import dev.detente.record.Statement;
import dev.detente.record.TimeExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why the record says what it says: each entry with the rule, lexicon entry or model head behind it
 * and the tree of the sentence it stands in. Immutable.
 */
public final class Explanation {
  /**
   * An entry of the record.
   *
   * @param id {@code s3}; times have {@code t1}, {@code t2} here, in order of the text
   * @param summary what it says
   * @param why what made it
   * @param spans its places in the text
   */
  private record Entry(String id, String summary, String why, List<Span> spans) {}

  private final AnalysedArticle analysed;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Positions positions;
  private final Style style;

  public Explanation(AnalysedArticle analysed, ArticleRecord record, Style style) {
    this.analysed = analysed;
    this.positions = new Positions(analysed.article());
    this.style = style;
    for (Statement statement : record.statements()) {
      add(
          statement.id(),
          statement.act().label() + " by " + orNobody(statement.speaker()),
          statement.why() + links(record, statement.id()),
          spans(statement.content(), statement.cue(), statement.speakerSpan()));
    }
    for (Event event : record.events()) {
      add(
          event.id(),
          event.type()
              + " by "
              + String.join(", ", event.actors())
              + (event.recipients().isEmpty() ? "" : " to " + String.join(", ", event.recipients()))
              + ", "
              + event.status().label(),
          event.why(),
          List.of(event.anchor()));
    }
    for (Actor actor : record.actors()) {
      add(actor.id(), actor.name(), actor.why(), actor.mentions());
    }
    for (Place place : record.places()) {
      add(place.id(), place.name(), place.why(), List.of(place.span()));
    }
    int count = 0;
    for (TimeExpression time : record.times()) {
      add("t" + ++count, time.value(), time.why(), List.of(time.span()));
    }
  }

  private static String links(ArticleRecord record, String statement) {
    StringBuilder links = new StringBuilder();
    for (Link link : record.links()) {
      if (link.from().equals(statement)) {
        links.append("; ").append(link.relation().label()).append(' ').append(link.to());
        links.append(": ").append(link.why());
      }
    }
    return links.toString();
  }

  private static String orNobody(@Nullable String id) {
    return id == null ? "nobody named" : id;
  }

  private static List<Span> spans(List<Span> spans, @Nullable Span... more) {
    List<Span> all = new ArrayList<>(spans);
    for (Span span : more) {
      if (span != null) {
        all.add(span);
      }
    }
    return all;
  }

  private void add(String id, String summary, String why, List<Span> spans) {
    entries.put(id, new Entry(id, Columns.safe(summary), Columns.safe(why), spans));
  }

  /** The ids that can be asked for, in the order of the record. */
  public List<String> ids() {
    return List.copyOf(entries.keySet());
  }

  /** One line for each entry: id, place, what, why. */
  public String list() {
    StringBuilder out = new StringBuilder();
    for (Entry entry : entries.values()) {
      out.append(style.dim(Columns.pad(entry.id(), 5)))
          .append(style.bold(entry.summary()))
          .append("  ")
          .append(style.cyan(entry.why()))
          .append(style.dim(place(entry)))
          .append('\n');
    }
    return out.toString();
  }

  private String place(Entry entry) {
    return entry.spans().isEmpty() ? "" : "  " + positions.of(entry.spans().get(0));
  }

  /** The entry with its sentences and their trees; the id is one of {@link #ids}. */
  public String of(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException(id);
    }
    StringBuilder out = new StringBuilder();
    out.append(style.dim(entry.id()))
        .append(' ')
        .append(style.bold(entry.summary()))
        .append(style.dim(place(entry)))
        .append('\n')
        .append("why: ")
        .append(style.cyan(entry.why()))
        .append('\n');
    Set<Integer> shown = new TreeSet<>();
    for (Span span : entry.spans()) {
      for (int i = analysed.sentenceAt(span.start());
          i >= 0 && i < analysed.sentences().size() && analysed.sentence(i).span().overlaps(span);
          i++) {
        shown.add(i);
      }
    }
    for (int index : shown) {
      Sentence sentence = analysed.sentence(index);
      out.append('\n').append(Columns.safe(analysed.slice(sentence.span()))).append("\n\n");
      tree(sentence, sentence.root(), "", "", entry, out, 0);
    }
    return out.toString();
  }

  private void tree(
      Sentence sentence,
      int index,
      String before,
      String below,
      Entry entry,
      StringBuilder out,
      int depth) {
    Word word = sentence.word(index);
    boolean marked = entry.spans().stream().anyMatch(span -> span.overlaps(word.span()));
    String form = Columns.safe(word.form());
    out.append(style.dim(before))
        .append(marked ? style.yellow(form) : form)
        .append("  ")
        .append(style.blue(word.deprel()))
        .append(' ')
        .append(style.dim(word.upos() + " " + Columns.safe(word.lemma())))
        .append(word.feats().isEmpty() ? "" : " " + style.dim(word.feats()))
        .append(word.nameType().isEmpty() ? "" : " " + style.green(word.name()))
        .append('\n');
    if (depth > sentence.size()) {
      return;
    }
    int[] children = sentence.children(index);
    for (int i = 0; i < children.length; i++) {
      boolean last = i + 1 == children.length;
      tree(
          sentence,
          children[i],
          below + (last ? "└─ " : "├─ "),
          below + (last ? "   " : "│  "),
          entry,
          out,
          depth + 1);
    }
  }
}
