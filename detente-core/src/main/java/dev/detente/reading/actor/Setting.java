package dev.detente.reading.actor;

import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.codebook.world.NameOrigins;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.reading.actor.Mention.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an article and each of its parts is set, told by the countries, places and actors that are
 * named there. Gives a country to an actor whose own words tell none ("politiet", "general X").
 * Used once per article; not thread-safe.
 */
final class Setting {
  /** How much less a word counts one sentence further away. */
  private static final double DECAY = 0.6;

  /** How much the whole article counts beside the neighbourhood. */
  private static final double WHOLE = 3;

  /** How much the article's own country counts without being named. */
  private static final double HOME = 0.4;

  /** How much a state counts for the forces that it moves. */
  private static final double MOVER = 3;

  /** How much a person's name counts beside what stands around it, both as logarithms. */
  private static final double NAME = 1;

  /** Sentences that count as the neighbourhood. */
  private static final int REACH = 6;

  private record Evidence(int sentence, String country, double weight) {}

  private final List<Evidence> evidence = new ArrayList<>();
  private final Map<String, Double> whole = new TreeMap<>();
  private final AnalysedArticle article;
  private final @Nullable Entity[] resolved;
  private final int[][] mentionOf;
  private final ActorWords words;
  private final NameOrigins names;
  private final @Nullable String domestic;
  private double total;

  Setting(Casting casting) {
    this.article = casting.article;
    this.resolved = casting.resolved;
    this.mentionOf = casting.mentionOf;
    this.domestic = casting.domestic;
    this.words = casting.words;
    this.names = casting.names;
    List<Mention> mentions = casting.mentions;
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      Entity entity = resolved[i];
      if (mention.form() == Form.PRONOUN || mention.form() == Form.RELATIVE) {
        continue;
      }
      if (entity != null) {
        String country = entity.country == null ? entity.settled : entity.country;
        if (country != null && casting.countries.byCode(country) != null) {
          boolean place = mention.form() == Form.PLACE && mention.syntax() == Syntax.LOCATION;
          add(mention.sentence(), country, place ? 2 : entity.isPerson() ? 0.7 : 1);
        }
      } else if (mention.form() == Form.PLACE) {
        GazetteerPlace place = casting.gazetteer.first(mention.name(), article.language());
        if (place != null && place.country() != null) {
          add(mention.sentence(), place.country(), 2.5);
        }
      }
    }
  }

  private void add(int sentence, String country, double weight) {
    evidence.add(new Evidence(sentence, country, weight));
    whole.merge(country, weight, Double::sum);
    total += weight;
  }

  /** The country that the text around a sentence is about; null when it tells none. */
  @Nullable String countryAt(int sentence) {
    Map<String, Double> scores = start();
    near(scores, sentence, 1);
    return best(scores);
  }

  private Map<String, Double> start() {
    Map<String, Double> scores = new TreeMap<>();
    if (domestic != null) {
      scores.put(domestic, HOME);
    }
    for (Map.Entry<String, Double> entry : whole.entrySet()) {
      scores.merge(entry.getKey(), WHOLE * entry.getValue() / total, Double::sum);
    }
    return scores;
  }

  private void near(Map<String, Double> scores, int sentence, double weight) {
    for (int i = from(sentence - REACH); i < evidence.size(); i++) {
      Evidence one = evidence.get(i);
      if (one.sentence() > sentence + REACH) {
        break;
      }
      int distance = Math.abs(one.sentence() - sentence);
      scores.merge(one.country(), weight * one.weight() * Math.pow(DECAY, distance), Double::sum);
    }
  }

  /** Index of the first evidence of this sentence or a later one; evidence is in text order. */
  private int from(int sentence) {
    int low = 0;
    int high = evidence.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (evidence.get(middle).sentence() < sentence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static @Nullable String best(Map<String, Double> scores) {
    String best = null;
    double highest = 0;
    for (Map.Entry<String, Double> entry : scores.entrySet()) {
      if (entry.getValue() > highest) {
        highest = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  /**
   * The country that the text around an actor's first mentions is about; null when it tells none.
   */
  @Nullable String countryOf(Entity entity) {
    if (!entity.mentions.isEmpty() && isRegional(entity.mentions.get(0))) {
      return null;
    }
    Map<String, Double> scores = start();
    int counted = 0;
    for (Mention mention : entity.mentions) {
      if (counted++ == 2) {
        break;
      }
      near(scores, mention.sentence(), 1.0 / counted);
      if (mention.syntax() == Syntax.OBJECT && "MIL".equals(entity.sector)) {
        String mover = subjectCountry(mention);
        if (mover != null) {
          scores.merge(mover, MOVER, Double::sum);
        }
      }
    }
    if (entity.isPerson() && SentenceWords.isCapital(entity.name)) {
      byName(entity.name, scores);
    }
    return best(scores);
  }

  private void byName(String name, Map<String, Double> scores) {
    Map<String, Double> origins = names.scores(name, scores.keySet());
    scores.replaceAll(
        (country, score) -> score * Math.exp(NAME * origins.getOrDefault(country, 0.0)));
  }

  /** "vestlige politikere" are of no single country. */
  private boolean isRegional(Mention mention) {
    Sentence sentence = article.sentence(mention.sentence());
    for (int child : sentence.children(mention.head())) {
      Word word = sentence.word(child);
      if (word.relation().equals("amod")
          && words.isRegional(word.lemma().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** "Russland har samlet 100 000 soldater": soldiers are those of the state that moves them. */
  private @Nullable String subjectCountry(Mention mention) {
    Sentence sentence = article.sentence(mention.sentence());
    int verb = sentence.word(mention.head()).head();
    int subject = verb < 0 ? -1 : sentence.child(verb, "nsubj");
    int at = subject < 0 ? -1 : mentionOf[mention.sentence()][subject];
    Entity entity = at < 0 ? null : resolved[at];
    return entity == null ? null : entity.country;
  }
}
