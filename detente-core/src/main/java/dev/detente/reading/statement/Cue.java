package dev.detente.reading.statement;

import dev.detente.record.Act;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the cue lexicon. Immutable.
 *
 * @param head lemma of the cue's head, in lower case
 * @param with further words that stand by the head, in order, as forms or lemmas in lower case
 * @param act what the speaker does by it
 * @param objectAct what the speaker does when the content is a nominal
 * @param speech whether the content decides the act, this one being only the default
 * @param frames where the content may stand
 * @param toObject whether the object is the one spoken to
 * @param toContent whether the content begins with the one spoken to
 * @param keepObject whether the content begins with the object
 * @param adjacent whether no object may stand between the cue and its last word
 * @param weak whether it attributes only with a speaker known as an actor
 */
record Cue(
    String head,
    List<String> with,
    Act act,
    @Nullable Act objectAct,
    boolean speech,
    Set<CueFrame> frames,
    boolean toObject,
    boolean toContent,
    boolean keepObject,
    boolean adjacent,
    boolean weak) {

  /** The entry as it stands in the lexicon. */
  String label() {
    return with.isEmpty() ? head : head + " " + String.join(" ", with);
  }

  /** The cue's last word, which introduces its content in the frame {@link CueFrame#AFTER}. */
  String last() {
    return with.isEmpty() ? head : with.get(with.size() - 1);
  }

  Act act(CueFrame frame) {
    return frame == CueFrame.OBJECT && objectAct != null ? objectAct : act;
  }
}
