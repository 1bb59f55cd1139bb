package dev.detente.reading.actor;

import dev.detente.language.AnalysedArticle;
import dev.detente.language.Marks;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Mention.Description;
import dev.detente.reading.actor.Mention.Form;
import dev.detente.reading.actor.Mention.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What tells whether somebody whom no statement and no event names is an actor of the article all
 * the same: how it is called, how often, and where in the clause. Names of features are those of
 * {@code acting.tsv}. Confined to one article.
 */
final class ActingFeatures {
  /** Percent: the chance from which a mark counts. */
  private static final int LIKELY = 50;

  /** Percent: the same for the head of an event's words. */
  private static final int TRIGGER = 30;

  private final AnalysedArticle article;

  ActingFeatures(AnalysedArticle article) {
    this.article = article;
  }

  /** The features of an entity with at least one mention, sorted by mention, each once. */
  List<String> of(Entity entity, boolean byRule) {
    String kind = entity.kind.name().toLowerCase(Locale.ROOT) + (entity.named ? "" : "-unnamed");
    Set<String> features = new LinkedHashSet<>();
    features.add(kind);
    features.add(kind + " rule=" + byRule);
    features.add(kind + " sector=" + entity.sector);
    features.add(kind + " country=" + (entity.around != null ? "around" : entity.country != null));
    int shown = 0;
    for (Mention mention : entity.mentions) {
      if (mention.form() == Form.PRONOUN || mention.form() == Form.RELATIVE) {
        features.add(kind + " pronoun");
        continue;
      }
      boolean weak =
          mention.form() == Form.ADJECTIVE
              || mention.form() == Form.PLACE && mention.syntax() == Syntax.LOCATION;
      shown += weak ? 0 : 1;
      mention(kind, mention, weak, features);
    }
    features.add(kind + " shown=" + Math.min(shown, 4));
    return new ArrayList<>(features);
  }

  private void mention(String kind, Mention mention, boolean weak, Set<String> features) {
    Sentence sentence = article.sentence(mention.sentence());
    Word word = sentence.word(mention.head());
    String place = kind + " " + mention.form();
    features.add(place);
    features.add(place + " " + mention.syntax());
    if (weak) {
      return;
    }
    int marker = sentence.child(mention.head(), "case");
    String preposition = marker < 0 ? "" : sentence.word(marker).form().toLowerCase(Locale.ROOT);
    features.add(kind + " " + word.deprel());
    features.add(kind + " " + word.relation() + " " + preposition);
    features.add(kind + (mention.plural() ? " plural" : " singular"));
    features.add(kind + (mention.definite() ? " definite " : " indefinite ") + mention.syntax());
    features.add(kind + " words=" + Math.min(4, mention.last() - mention.first() + 1));
    if (mention.quoted()) {
      features.add(kind + " quoted");
    }
    if (sentence.child(mention.head(), "nummod") >= 0) {
      features.add(kind + " counted");
    }
    Description description = mention.description();
    if (description != null) {
      Role role = description.role();
      features.add(kind + " role=" + role.entry());
      features.add(kind + (role.isUnknown() ? " unknown" : role.vague() ? " vague" : " plain"));
      features.add(kind + (description.owner() >= 0 ? " owned" : " free"));
      if (description.country() != null) {
        features.add(kind + " of a country");
      }
    }
    Marks own = word.marks();
    if (own.span().percent("source") >= LIKELY) {
      features.add(kind + " in a source");
    } else if (own.span().percent("content") >= LIKELY) {
      features.add(kind + " in a content " + mention.syntax());
    } else {
      features.add(kind + " told " + mention.syntax());
    }
    if (word.head() >= 0) {
      Word governor = sentence.word(word.head());
      features.add(kind + " " + word.relation() + " of " + governor.upos());
      int trigger = governor.marks().trigger().any();
      if (trigger >= TRIGGER) {
        features.add(kind + " in an event " + word.relation());
      }
    }
    features.add(kind + " in " + passage(mention));
  }

  private String passage(Mention mention) {
    var passage = article.passageOf(article.sentence(mention.sentence()));
    return passage == null ? "nothing" : passage.kind().name().toLowerCase(Locale.ROOT);
  }
}
