package dev.detente.record;

import dev.detente.article.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribution: a source and the content attributed to it.
 *
 * @param id {@code s1}, {@code s2}, ... in order of the text
 * @param speaker actor id; null when the article does not say who
 * @param speakerSpan mention nearest the cue, possibly a pronoun; null when there is none
 * @param cue words that attribute; null when a dash or quotation mark alone does
 * @param content what is attributed, as one or several spans in order of the text
 * @param addressee actor id; null when the article does not say to whom
 * @param via actor ids of relaying media or persons, outermost first
 * @param date EDTF level 1; null when the article gives none
 * @param place place id; null when the article gives none
 * @param why rule, lexicon entry or model head that made the record
 */
public record Statement(
    String id,
    @Nullable String speaker,
    @Nullable Span speakerSpan,
    @Nullable Span cue,
    List<Span> content,
    StatementKind kind,
    Act act,
    @Nullable String addressee,
    List<String> via,
    @Nullable String date,
    @Nullable String place,
    String why) {
  public Statement {
    content = List.copyOf(content);
    via = List.copyOf(via);
  }

  /** The same with another date. */
  public Statement withDate(@Nullable String other) {
    return new Statement(
        id, speaker, speakerSpan, cue, content, kind, act, addressee, via, other, place, why);
  }

  /** The same with another place. */
  public Statement withPlace(@Nullable String other) {
    return new Statement(
        id, speaker, speakerSpan, cue, content, kind, act, addressee, via, date, other, why);
  }
}
