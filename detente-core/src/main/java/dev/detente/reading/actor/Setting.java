package dev.detente.reading.actor;

import dev.detente.codebook.world.Countries;
import dev.detente.codebook.world.Gazetteer;
import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.language.AnalysedArticle;
import dev.detente.reading.actor.Mention.Form;
import java.util.ArrayList;
import java.util.List;
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

  private record Evidence(int sentence, String country, double weight) {}

  private final List<Evidence> evidence = new ArrayList<>();
  private final Map<String, Double> whole = new TreeMap<>();
  private final @Nullable String domestic;
  private double total;

  Setting(
      AnalysedArticle article,
      List<Mention> mentions,
      @Nullable Entity[] resolved,
      Countries countries,
      Gazetteer gazetteer,
      @Nullable String domestic) {
    this.domestic = domestic;
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      Entity entity = resolved[i];
      if (mention.form() == Form.PRONOUN || mention.form() == Form.RELATIVE) {
        continue;
      }
      if (entity != null) {
        if (entity.country != null && countries.byCode(entity.country) != null) {
          add(mention.sentence(), entity.country, entity.isPerson() ? 0.7 : 1);
        }
      } else if (mention.form() == Form.PLACE) {
        GazetteerPlace place = gazetteer.first(mention.name(), article.language());
        if (place != null && place.country() != null) {
          add(mention.sentence(), place.country(), 1);
        }
      }
    }
  }

  private void add(int sentence, String country, double weight) {
    evidence.add(new Evidence(sentence, country, weight));
    whole.merge(country, weight, Double::sum);
    total += weight;
  }

  /** The country that the text around an actor's first mentions is about; null when it tells none. */
  @Nullable String countryOf(Entity entity) {
    Map<String, Double> scores = new TreeMap<>();
    if (domestic != null) {
      scores.put(domestic, HOME);
    }
    for (Map.Entry<String, Double> entry : whole.entrySet()) {
      scores.merge(entry.getKey(), WHOLE * entry.getValue() / total, Double::sum);
    }
    int counted = 0;
    for (Mention mention : entity.mentions) {
      if (counted++ == 2) {
        break;
      }
      for (Evidence one : evidence) {
        int distance = Math.abs(one.sentence() - mention.sentence());
        if (distance <= 6) {
          scores.merge(
              one.country(), one.weight() * Math.pow(DECAY, distance) / counted, Double::sum);
        }
      }
    }
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
}
