package dev.detente.reading.event;

import dev.detente.codebook.plover.Trigger;
import dev.detente.codebook.plover.TriggerLexicon;
import dev.detente.codebook.plover.WordPattern;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import dev.detente.record.ActorKind;
import dev.detente.record.EventType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the words of a sentence that the trigger lexicon knows. Thread-safe as its cast is. */
final class TriggerFinder {
  private static final int REACH = 12;
  private static final int DEPTH = 2;

  private final TriggerLexicon lexicon;
  private final Cast cast;

  TriggerFinder(TriggerLexicon lexicon, Cast cast) {
    this.lexicon = lexicon;
    this.cast = cast;
  }

  /**
   * Mentions in order of the text; for each head word the most specific entry of each type. At most
   * one of them is an event.
   */
  List<Mention> find(int index, Sentence sentence) {
    List<Mention> found = new ArrayList<>();
    boolean verbless = verbless(sentence);
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      if (word.upos().equals("AUX")) {
        found.addAll(best(ofCopula(index, sentence, i)));
        continue;
      }
      if (word.upos().equals("PUNCT")) {
        continue;
      }
      List<Mention> ofWord = new ArrayList<>();
      boolean noun = word.upos().equals("NOUN") || word.upos().equals("PROPN");
      for (Trigger trigger :
          lexicon.candidates(Tree.form(sentence, i), Tree.lemma(sentence, i), noun)) {
        if (!partFits(trigger, word, verbless)) {
          continue;
        }
        List<Integer> words = match(index, sentence, i, trigger.pattern());
        if (words != null && !excluded(sentence, i, trigger.not())) {
          ofWord.add(new Mention(index, sentence, i, words, trigger));
        }
      }
      found.addAll(best(ofWord));
    }
    return withoutCarriers(found);
  }

  /**
   * Entries for a copula and the preposition of a name that it joins to its subject ("har vært i
   * Moskva"); the name is the head of the mention.
   */
  private List<Mention> ofCopula(int index, Sentence sentence, int copula) {
    Word word = sentence.word(copula);
    int name = word.head();
    if (!word.relation().equals("cop") || name < 0 || !sentence.word(name).upos().equals("PROPN")) {
      return List.of();
    }
    List<Mention> found = new ArrayList<>();
    String form = Tree.form(sentence, copula);
    for (Trigger trigger : lexicon.candidates(form, form, false)) {
      if (trigger.part() != Trigger.Part.VERB || trigger.pattern().others().size() != 1) {
        continue;
      }
      for (int child : sentence.children(name)) {
        String preposition = Tree.form(sentence, child);
        if (sentence.word(child).relation().equals("case")
            && trigger.pattern().others().get(0).fits(preposition, preposition, false)) {
          found.add(
              new Mention(
                  index,
                  sentence,
                  name,
                  List.of(copula, child, name).stream().sorted().toList(),
                  trigger));
        }
      }
    }
    return found;
  }

  /** A verb that only carries a noun leaves it to the noun to tell the event, once. */
  private static List<Mention> withoutCarriers(List<Mention> mentions) {
    List<Mention> kept = new ArrayList<>();
    for (Mention mention : mentions) {
      boolean carrier = false;
      for (Mention other : mentions) {
        carrier |=
            other != mention
                && other.trigger().type() == mention.trigger().type()
                && other.trigger().part() == Trigger.Part.NOUN
                && mention.trigger().part() == Trigger.Part.VERB
                && mention.words().contains(other.head());
      }
      if (!carrier) {
        kept.add(mention);
      }
    }
    return kept;
  }

  private static boolean verbless(Sentence sentence) {
    for (Word word : sentence.words()) {
      if (word.upos().equals("VERB") || word.upos().equals("AUX")) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param verbless whether the analysis sees no verb in the sentence, so that one that is also a
   *     noun may have been taken for it ("Fly trener over byen")
   */
  private static boolean partFits(Trigger trigger, Word word, boolean verbless) {
    return switch (trigger.part()) {
      case VERB ->
          word.upos().equals("VERB")
              || verbless && word.upos().equals("NOUN")
              || word.upos().equals("ADJ") && word.feat("VerbForm").equals("Part");
      case NOUN -> word.upos().equals("NOUN") || word.upos().equals("PROPN");
      case WORD -> true;
    };
  }

  /** Of several entries for one word the one with most words of each type, most words first. */
  private static List<Mention> best(List<Mention> ofWord) {
    Map<EventType, Mention> byType = new LinkedHashMap<>();
    for (Mention mention : ofWord) {
      byType.merge(
          mention.trigger().type(),
          mention,
          (one, other) -> weight(other) > weight(one) ? other : one);
    }
    List<Mention> found = new ArrayList<>(byType.values());
    found.sort(Comparator.comparingInt(mention -> -mention.words().size()));
    return found;
  }

  private static int weight(Mention mention) {
    // A longer pattern says more; of two single nouns the longer compound head does.
    int length = 0;
    for (String whole : mention.trigger().pattern().head().whole()) {
      length = Math.max(length, whole.length());
    }
    return 100 * mention.words().size() + Math.min(length, 99);
  }

  private @Nullable List<Integer> match(
      int index, Sentence sentence, int head, WordPattern pattern) {
    Set<Integer> words = new TreeSet<>();
    words.add(head);
    for (WordPattern.Slot slot : pattern.others()) {
      int found = -1;
      for (int i = Math.max(0, head - REACH); i < Math.min(sentence.size(), head + REACH); i++) {
        // Where a word stands is told faster than whether it is meant.
        if (i == head || !belongs(sentence, i, head) || words.contains(i)) {
          continue;
        }
        Word word = sentence.word(i);
        boolean noun = word.upos().equals("NOUN") || word.upos().equals("PROPN");
        if (!stands(sentence, i, head, slot.role())) {
          continue;
        }
        if (slot.fits(Tree.form(sentence, i), Tree.lemma(sentence, i), noun)
            || slot.place() && isPlace(index, sentence, i)) {
          found = i;
          break;
        }
      }
      if (found < 0) {
        return null;
      }
      words.add(found);
    }
    return new ArrayList<>(words);
  }

  private static boolean stands(Sentence sentence, int word, int head, WordPattern.Role role) {
    Word at = sentence.word(word);
    boolean below = at.head() == head;
    return switch (role) {
      case ANY -> true;
      case NOT_SUBJECT -> !(below && at.deprel().equals("nsubj"));
      case SUBJECT -> below && at.deprel().equals("nsubj");
      case OBJECT ->
          below && (at.relation().equals("obj") || at.deprel().equals("nsubj:pass"))
              || sentence.word(head).relation().equals("acl") && sentence.word(head).head() == word;
      case PARTICLE ->
          below && (at.deprel().equals("compound:prt") || at.relation().equals("advmod"));
    };
  }

  /**
   * Whether a word is a name that a place can bear: that of a country, or of nobody in the cast.
   */
  private boolean isPlace(int index, Sentence sentence, int word) {
    if (!sentence.word(word).upos().equals("PROPN")) {
      return false;
    }
    String actor = cast.actorAt(index, word);
    return actor == null || cast.actor(actor).kind() == ActorKind.STATE;
  }

  /** Whether a pattern's further word belongs to its head: below it, or the noun it modifies. */
  private static boolean belongs(Sentence sentence, int word, int head) {
    if (Tree.below(sentence, word, head, DEPTH)) {
      return true;
    }
    Word headWord = sentence.word(head);
    return headWord.relation().equals("acl") && headWord.head() == word;
  }

  private static boolean excluded(Sentence sentence, int head, Set<String> not) {
    if (not.isEmpty()) {
      return false;
    }
    for (int i = Math.max(0, head - REACH); i < Math.min(sentence.size(), head + REACH); i++) {
      // The head is what the entry is about, even where its "not" has the word beside it in mind.
      if (i != head
          && Tree.is(sentence, i, not)
          && (Tree.below(sentence, i, head, 2) || Tree.below(sentence, head, i, 2))) {
        return true;
      }
    }
    return false;
  }
}
