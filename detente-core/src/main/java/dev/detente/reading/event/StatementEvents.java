package dev.detente.reading.event;

import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import dev.detente.article.Span;
import dev.detente.codebook.plover.Plover;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Act;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Statement;
import dev.detente.record.StatementKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What statements do by being made: a demand is a REQUEST, an accusation an ACCUSE, and so on. The
 * speaker acts; the one addressed or spoken of is the recipient.
 */
final class StatementEvents {
  private static final Set<EventType> ADDRESSED =
      Set.of(
          EventType.REQUEST,
          EventType.AGREE,
          EventType.CONCEDE,
          EventType.THREATEN,
          EventType.SUPPORT);

  /** What a statement can be by being made. */
  private static final List<EventType> DEEDS =
      List.of(
          EventType.ACCUSE,
          EventType.REQUEST,
          EventType.REJECT,
          EventType.THREATEN,
          EventType.AGREE,
          EventType.CONCEDE,
          EventType.SUPPORT);

  /** How likely a statement must be to be an event of a type. */
  private static final double LIKELY = 0.35;

  /** The same where cue and model leave no doubt of the act that makes it one. */
  private static final double LIKELY_WHERE_SURE = 0.2;

  /** The note of a statement that says what a noun of speech comes to. */
  private static final String SPELLED_OUT = " spelled-out ";

  /** The note of an act that lexicon and model agree on, before its probability. */
  private static final String AGREED = " act:lexicon+model ";

  private static final double SURE = 0.9;

  private final AnalysedArticle article;
  private final Cast cast;
  private final Plover plover;
  private final WordLists words;
  private final Parties parties;
  private final Occasion occasion;
  private final DeedFeatures features;
  private final ChoiceModel model;
  private final @Nullable Observer observer;

  StatementEvents(
      AnalysedArticle article,
      Cast cast,
      Plover plover,
      WordLists words,
      Parties parties,
      Occasion occasion,
      DeedFeatures features,
      ChoiceModel model,
      @Nullable Observer observer) {
    this.features = features;
    this.model = model;
    this.observer = observer;
    this.article = article;
    this.cast = cast;
    this.plover = plover;
    this.words = words;
    this.parties = parties;
    this.occasion = occasion;
  }

  /** A draft per statement that is an event; order of the statements. */
  List<Draft> read(List<Statement> statements) {
    List<Draft> drafts = new ArrayList<>();
    Set<String> spoken = new HashSet<>();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      String told = i == 0 ? null : dayOfUmbrella(statements.get(i - 1), statement);
      boolean dated = told != null && statement.date() == null;
      boolean isUmbrella =
          i + 1 < statements.size() && isUmbrella(statement, statements.get(i + 1));
      for (Draft draft : read(dated ? statement.withDate(told) : statement, spoken)) {
        if (!isUmbrella || draft.type() != EventType.REQUEST) {
          drafts.add(draft);
        }
      }
      if (statement.speaker() != null) {
        spoken.add(statement.speaker());
      }
    }
    return drafts;
  }

  /**
   * Whether a statement names what the next one spells out, "the demands were that ...". What is
   * spelled out is the event.
   */
  private static boolean isUmbrella(Statement one, Statement next) {
    return next.why().contains(SPELLED_OUT)
        && !one.why().contains(SPELLED_OUT)
        && one.act() == next.act()
        && Objects.equals(one.speaker(), next.speaker());
  }

  private static @Nullable String dayOfUmbrella(Statement one, Statement next) {
    return isUmbrella(one, next) ? one.date() : null;
  }

  private List<Draft> read(Statement statement, Set<String> spoken) {
    if (statement.speaker() == null || statement.content().isEmpty()) {
      return List.of();
    }
    List<Sentence> contentSentences = sentences(statement.content());
    if (contentSentences.isEmpty()) {
      return List.of();
    }
    EventType byRule = byRule(statement, contentSentences);
    List<String> described = features.of(statement, byRule, spoken.contains(statement.speaker()));
    List<Draft> drafts = new ArrayList<>();
    boolean silence = statement.act() == Act.REFUSE && isSilence(statement, contentSentences);
    for (EventType type : DEEDS) {
      if (silence && type == EventType.REJECT) {
        continue;
      }
      Draft draft = draft(statement, type, contentSentences);
      if (observer != null) {
        observer.asked("deed", draft, List.of(rule(byRule)), List.of(described));
      }
      double probability = model.probability("deed", type, described, type == byRule ? 1 : 0);
      double least = type == byRule && isSure(statement) ? LIKELY_WHERE_SURE : LIKELY;
      if (probability >= least || observer != null && observer.wants(draft)) {
        drafts.add(draft);
        if (type == EventType.REQUEST) {
          drafts.addAll(furtherDemands(draft, statement));
        }
      }
    }
    return drafts;
  }

  /**
   * A draft for each demand of a list after the first: "krever nyvalg, fri presse og at fangene
   * slippes".
   */
  private List<Draft> furtherDemands(Draft whole, Statement statement) {
    Span content = statement.content().get(0);
    int index = article.sentenceAt(content.start());
    if (index < 0 || statement.kind() == StatementKind.DIRECT) {
      return List.of();
    }
    Sentence home = article.sentence(index);
    List<Integer> demands = DemandList.of(home, content);
    List<Draft> further = new ArrayList<>();
    for (int i = 1; i < demands.size(); i++) {
      List<Span> own = DemandList.words(home, demands, i);
      String mode = words.mode(EventType.REQUEST, List.of(home), own);
      further.add(whole.part(home.word(demands.get(i)).span(), mode, "demand " + (i + 1)));
    }
    return further;
  }

  private static boolean isSure(Statement statement) {
    int note = statement.why().lastIndexOf(AGREED);
    if (note < 0) {
      return false;
    }
    String behind = statement.why().substring(note + AGREED.length());
    int end = behind.indexOf(' ');
    try {
      return Double.parseDouble(end < 0 ? behind : behind.substring(0, end)) >= SURE;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String rule(@Nullable EventType byRule) {
    return byRule == null ? "none" : byRule.name();
  }

  /** What the act alone makes of a statement; null for no event. */
  private @Nullable EventType byRule(Statement statement, List<Sentence> contentSentences) {
    Plover.Deed deed = plover.deed(statement.act());
    if (deed == null) {
      if (statement.act() == Act.CLAIM && features.tellsOfForce(statement)) {
        return EventType.ACCUSE;
      }
      boolean threat =
          statement.act() == Act.WARN
              && words.anyWord(words.list("threat_words"), contentSentences, statement.content());
      return threat ? EventType.THREATEN : null;
    }
    EventType type = deed.type();
    if (type == EventType.REJECT && isSilence(statement, contentSentences)) {
      return null;
    }
    if (statement.act() == Act.PROMISE
        && words.anyWord(words.list("hypothetical_marks"), contentSentences, statement.content())
        && words.mode(EventType.THREATEN, contentSentences, statement.content()) != null) {
      // What is promised in case of something is a threat: "lover sanksjoner hvis ...".
      return EventType.THREATEN;
    }
    if (statement.act() == Act.ASK && isQuestion(statement.content().get(0))) {
      return null;
    }
    if (type == EventType.AGREE
        && words.anyWord(
            words.modeSet(EventType.REQUEST, "yield"), contentSentences, statement.content())) {
      return EventType.CONCEDE;
    }
    return type;
  }

  private Draft draft(Statement statement, EventType type, List<Sentence> contentSentences) {
    String speaker = Objects.requireNonNull(statement.speaker());
    Plover.Deed deed = plover.deed(statement.act());
    String byAct = deed != null && deed.type() == type ? deed.mode() : null;
    if (type == EventType.ACCUSE && byAct == null) {
      byAct = statement.act() == Act.CLAIM ? "allege" : "disapprove";
    }
    String mode = mode(type, byAct, contentSentences, statement);
    Span first = statement.content().get(0);
    Span cue = statement.cue();
    Span anchor = cue != null ? cue : first;
    int homeIndex = Math.max(0, article.sentenceAt(anchor.start()));
    Sentence home = article.sentence(homeIndex);
    Span evidence = home.span().union(contentSentences.get(0).span());
    List<String> recipients = recipients(statement, type, speaker);
    String date = statement.date();
    if (date == null) {
      date = occasion.dateOf(homeIndex, wordAt(home, anchor));
    }
    if (date == null) {
      date = occasion.defaultDate(homeIndex);
    }
    String place = occasion.placeIn(homeIndex, -1, anchor);
    if (place == null) {
      place = statement.place();
    }
    return new Draft(
        new Draft.Source(homeIndex, wordAt(home, anchor), null, statement),
        type,
        mode,
        List.of(),
        null,
        speakers(statement, speaker),
        recipients,
        place,
        date,
        EventStatus.ACTUAL,
        null,
        List.of(),
        anchor,
        evidence,
        inHeading(home) ? Draft.HEADING : 3,
        "act:" + statement.act().label() + " " + statement.id());
  }

  private @Nullable String mode(
      EventType type,
      @Nullable String byAct,
      List<Sentence> contentSentences,
      Statement statement) {
    String byWords = words.mode(type, contentSentences, statement.content());
    if (type == EventType.ACCUSE) {
      return byAct;
    }
    if (byWords != null) {
      return byWords;
    }
    return switch (type) {
      case REQUEST, REJECT -> "change";
      default -> byAct;
    };
  }

  /** The speaker and those joined to the mention by "and": "FN og USA ber om ro". */
  private List<String> speakers(Statement statement, String speaker) {
    List<String> found = new ArrayList<>();
    found.add(speaker);
    Span span = statement.speakerSpan();
    int index = span == null ? -1 : article.sentenceAt(span.start());
    if (span == null || index < 0) {
      return found;
    }
    Sentence home = article.sentence(index);
    for (int i = 0; i < home.size(); i++) {
      if (!span.contains(home.word(i).span())) {
        continue;
      }
      for (int other : Tree.withConjuncts(home, i)) {
        String joined = span.overlaps(home.word(other).span()) ? null : cast.actorAt(index, other);
        if (joined != null && !found.contains(joined)) {
          found.add(joined);
        }
      }
    }
    return found;
  }

  private List<String> recipients(Statement statement, EventType type, String speaker) {
    String addressee = statement.addressee();
    if (addressee != null && ADDRESSED.contains(type) && !isPress(addressee)) {
      return List.of(addressee);
    }
    List<String> targets = targets(statement, speaker);
    if (!targets.isEmpty()) {
      return targets;
    }
    if (addressee != null && !isPress(addressee)) {
      return List.of(addressee);
    }
    return List.of();
  }

  /** Whether a refusal is one to speak: "ville ikke kommentere saken". */
  private boolean isSilence(Statement statement, List<Sentence> contentSentences) {
    if (words.anyWord(words.list("no_rejection"), contentSentences, statement.content())) {
      return true;
    }
    Span cue = statement.cue();
    if (cue == null) {
      return false;
    }
    // With what stands between: "vil" is the cue of "vil ikke si hva ...".
    int end = Math.max(cue.end(), statement.content().get(0).start());
    List<Span> at = List.of(new Span(cue.start(), end));
    List<Sentence> home = sentences(at);
    return words.anyWord(words.list("silence"), home, at)
        && (words.anyWord(words.list("negation_words"), home, at)
            || words.anyWord(words.list("negation_verbs"), home, at));
  }

  private boolean isPress(String actor) {
    return "JRN".equals(cast.actor(actor).sector());
  }

  /** Those the content names first, the speaker excepted. */
  private List<String> targets(Statement statement, String speaker) {
    for (Span span : statement.content()) {
      for (int s = first(span); s < past(span); s++) {
        Sentence sentence = article.sentence(s);
        for (int i = 0; i < sentence.size(); i++) {
          if (!span.contains(sentence.word(i).span())) {
            continue;
          }
          String actor = cast.actorAt(s, i);
          if (actor == null || actor.equals(speaker)) {
            continue;
          }
          List<String> found = new ArrayList<>();
          found.add(actor);
          for (int other : Tree.withConjuncts(sentence, i)) {
            String joined = parties.actor(s, sentence, other);
            if (joined != null && !found.contains(joined) && !joined.equals(speaker)) {
              found.add(joined);
            }
          }
          return found;
        }
      }
    }
    return List.of();
  }

  private boolean isQuestion(Span content) {
    String text = article.slice(content).strip();
    int end = text.length();
    while (end > 0 && "»\"”'’ ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == '?';
  }

  /** The sentences that these spans, in order of the text, stand in. */
  private List<Sentence> sentences(List<Span> spans) {
    List<Sentence> found = new ArrayList<>();
    int next = 0;
    for (Span span : spans) {
      for (int s = Math.max(next, first(span)); s < past(span); s++) {
        found.add(article.sentence(s));
        next = s + 1;
      }
    }
    return found;
  }

  /** Index of the first sentence that ends behind the start of a span; their number for none. */
  private int first(Span span) {
    int first = article.sentenceAt(span.start());
    return first < 0 ? article.sentences().size() : first;
  }

  /** Index of the first sentence that begins behind a span; their number for none. */
  private int past(Span span) {
    int at = first(new Span(span.end(), span.end()));
    boolean within =
        at < article.sentences().size() && article.sentence(at).span().start() < span.end();
    return within ? at + 1 : at;
  }

  private boolean inHeading(Sentence sentence) {
    Passage passage = article.passageOf(sentence);
    return passage != null
        && (passage.kind() == PassageKind.HEADLINE || passage.kind() == PassageKind.SUBHEADING);
  }

  /** The word of a sentence that an anchor's tree hangs on. */
  private static int wordAt(Sentence sentence, Span anchor) {
    int found = -1;
    for (int i = 0; i < sentence.size(); i++) {
      if (!sentence.word(i).span().overlaps(anchor)) {
        continue;
      }
      int head = sentence.word(i).head();
      if (found < 0 || head < 0 || !sentence.word(head).span().overlaps(anchor)) {
        found = i;
        if (head < 0 || !sentence.word(head).span().overlaps(anchor)) {
          return i;
        }
      }
    }
    return Math.max(0, found);
  }
}
