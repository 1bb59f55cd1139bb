package dev.detente.reading.place;

import dev.detente.article.Span;
import dev.detente.codebook.world.Country;
import dev.detente.codebook.world.CountryMatch;
import dev.detente.codebook.world.GazetteerPlace;
import dev.detente.codebook.world.NameForm;
import dev.detente.codebook.world.World;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every stretch of text that may name a place: the longest names that the gazetteer knows,
 * parts of countries, compounds, and names of places by the analysis that the gazetteer lacks.
 * Names of organisations that hold a place's name are passed over. Immutable and thread-safe.
 */
final class MentionFinder {
  private final World world;

  MentionFinder(World world) {
    this.world = world;
  }

  List<Mention> find(AnalysedArticle article, PlaceLexicon lexicon) {
    List<Mention> found = new ArrayList<>();
    List<Sentence> sentences = article.sentences();
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      int at = 0;
      while (at < sentence.size()) {
        at = mentionAt(article, lexicon, sentence, s, at, found);
      }
    }
    return found;
  }

  /** Adds the mention that begins at a word, if any; the index of the word to go on with. */
  private int mentionAt(
      AnalysedArticle article,
      PlaceLexicon lexicon,
      Sentence sentence,
      int index,
      int at,
      List<Mention> found) {
    String language = article.language();
    int limit = Math.min(sentence.size(), at + world.gazetteer().longestName());
    Word word = sentence.word(at);
    boolean capital = Character.isUpperCase(word.form().codePointAt(0));
    PlaceLexicon.Direction direction = lexicon.direction(word.form());
    if (direction != null && at + 1 < sentence.size()) {
      int end = part(article, sentence, index, at, direction, found);
      if (end > at) {
        return end;
      }
    }
    if (lexicon.isCapitalWord(word.form())) {
      return capital(article, sentence, index, at, found);
    }
    for (int end = limit; end > at; end--) {
      Span span = new Span(word.span().start(), sentence.word(end - 1).span().end());
      if (end - at > 1 && !joined(sentence, at, end)) {
        continue;
      }
      String text = article.slice(span);
      if (!capital && !world.gazetteer().isListed(text)) {
        continue;
      }
      List<GazetteerPlace> places = world.gazetteer().find(text, language);
      if (!places.isEmpty()) {
        if (capital || places.get(0).precision() != GazetteerPlace.Precision.COUNTRY) {
          int extended = extend(lexicon, sentence, end);
          if (extended == end || places.get(0).precision() == GazetteerPlace.Precision.COUNTRY) {
            found.add(mention(article, sentence, index, at, end, span, places, "gazetteer"));
            return end;
          }
          Span whole = new Span(span.start(), sentence.word(extended - 1).span().end());
          found.add(mention(article, sentence, index, at, extended, whole, places, "extended"));
          return extended;
        }
        continue;
      }
      if (capital && end - at > 1 && world.organisations().name(text, language) != null) {
        return end;
      }
    }
    if (!capital) {
      return at + 1;
    }
    return single(article, lexicon, sentence, index, at, found);
  }

  /**
   * "den sudanske hovedstaden", "the Russian capital", "Syrias hovedstad": the town by its country.
   * Without a country beside it, or with the town's name after it, it is no mention of its own.
   */
  private int capital(
      AnalysedArticle article, Sentence sentence, int index, int at, List<Mention> found) {
    String language = article.language();
    if (at == 0
        || (at + 1 < sentence.size()
            && Character.isUpperCase(sentence.word(at + 1).form().codePointAt(0)))) {
      return at + 1;
    }
    Word before = sentence.word(at - 1);
    CountryMatch match = world.countries().adjective(before.form(), language);
    if (match == null || match.part()) {
      return at + 1;
    }
    String name = world.countries().capital(match.country());
    GazetteerPlace place = name == null ? null : world.gazetteer().first(name, "en");
    if (place == null) {
      return at + 1;
    }
    int first = at - 1;
    if (first > 0 && sentence.word(first - 1).upos().equals("DET")) {
      first--;
    }
    Span span = new Span(sentence.word(first).span().start(), sentence.word(at).span().end());
    found.add(
        new Mention(
            sentence,
            index,
            first,
            at,
            span,
            article.slice(span),
            List.of(place),
            "capital",
            false));
    return at + 1;
  }

  /** "Syria" in "nordlige Syria", "eastern Ukraine": the words together are the place. */
  private int part(
      AnalysedArticle analysed,
      Sentence sentence,
      int index,
      int at,
      PlaceLexicon.Direction direction,
      List<Mention> found) {
    int limit = Math.min(sentence.size(), at + 4);
    for (int end = limit; end > at + 1; end--) {
      Span name =
          new Span(sentence.word(at + 1).span().start(), sentence.word(end - 1).span().end());
      CountryMatch match = world.countries().name(analysed.slice(name), analysed.language());
      if (match != null) {
        // "det nordlige Mali": the article belongs to the name in Norwegian, not in English.
        boolean article =
            at > 0
                && sentence.word(at - 1).upos().equals("DET")
                && !analysed.language().equals("en");
        int first = article ? at - 1 : at;
        Span span = new Span(sentence.word(first).span().start(), name.end());
        GazetteerPlace place = partOf(match.country(), direction);
        List<GazetteerPlace> listed =
            world
                .gazetteer()
                .find(
                    analysed.slice(new Span(sentence.word(at).span().start(), name.end())),
                    analysed.language());
        found.add(
            mention(
                analysed,
                sentence,
                index,
                first,
                end,
                span,
                listed.isEmpty() ? List.of(place) : listed,
                "part"));
        return end;
      }
    }
    return partOfArea(analysed, sentence, index, at, found);
  }

  /** "western Slavonia": a part of a region is told with its direction; the region is where. */
  private int partOfArea(
      AnalysedArticle analysed, Sentence sentence, int index, int at, List<Mention> found) {
    Word name = sentence.word(at + 1);
    if (!Character.isUpperCase(name.form().codePointAt(0))) {
      return at;
    }
    Span span = new Span(sentence.word(at).span().start(), name.span().end());
    List<GazetteerPlace> areas =
        world.gazetteer().find(name.form(), analysed.language()).stream()
            .filter(place -> place.precision() == GazetteerPlace.Precision.AREA)
            .toList();
    if (areas.isEmpty()) {
      return at;
    }
    found.add(mention(analysed, sentence, index, at, at + 2, span, areas, "part"));
    return at + 2;
  }

  private GazetteerPlace partOf(Country country, PlaceLexicon.Direction direction) {
    return world
        .gazetteer()
        .partOf(
            country,
            direction.north(),
            direction.east(),
            direction.english() + " " + country.name());
  }

  /** One word that is no listed name: a compound, a part of a country, an unknown place name. */
  private int single(
      AnalysedArticle article,
      PlaceLexicon lexicon,
      Sentence sentence,
      int index,
      int at,
      List<Mention> found) {
    Word word = sentence.word(at);
    String form = word.form();
    String language = article.language();
    int slash = form.indexOf('/');
    if (slash > 0 && slash < form.length() - 1) {
      int from = 0;
      for (int i = 0; i <= form.length(); i++) {
        if (i == form.length() || form.charAt(i) == '/') {
          List<GazetteerPlace> places = world.gazetteer().find(form.substring(from, i), language);
          if (!places.isEmpty()) {
            Span span =
                new Span(
                    word.span().start() + form.codePointCount(0, from),
                    word.span().start() + form.codePointCount(0, i));
            found.add(mention(article, sentence, index, at, at + 1, span, places, "gazetteer"));
          }
          from = i + 1;
        }
      }
      return at + 1;
    }
    String bare = lexicon.withoutPrefix(form);
    PlaceLexicon.Direction direction = lexicon.prefixOf(form);
    if (bare != null && direction != null) {
      CountryMatch match = world.countries().name(bare, language);
      if (match != null) {
        found.add(
            mention(
                article,
                sentence,
                index,
                at,
                at + 1,
                word.span(),
                List.of(partOf(match.country(), direction)),
                "part"));
        return at + 1;
      }
    }
    int hyphen = form.lastIndexOf('-');
    if (hyphen > 1 && lexicon.isAreaNoun(form.substring(hyphen + 1))) {
      List<GazetteerPlace> places = world.gazetteer().find(form.substring(0, hyphen), language);
      if (!places.isEmpty()) {
        found.add(mention(article, sentence, index, at, at + 1, word.span(), places, "compound"));
        return at + 1;
      }
    }
    if (isPlaceLabel(word.nameType())
        && world.organisations().name(form, language) == null
        && !word.name().startsWith("I-")) {
      int end = at + 1;
      while (end < sentence.size()
          && sentence.word(end).name().equals("I-" + word.nameType())
          && end < at + 6) {
        end++;
      }
      return unlisted(article, lexicon, sentence, index, at, end, "name", found);
    }
    int run = run(sentence, at);
    if (run > at
        && (extend(lexicon, sentence, run) > run
            || at > 0 && sentence.word(at - 1).upos().equals("ADP"))) {
      return unlisted(article, lexicon, sentence, index, at, run, "bare", found);
    }
    return at + 1;
  }

  /**
   * A name that the gazetteer lacks, with the noun that says what it is ("Exarchia district"); the
   * index of the word to go on with.
   */
  private int unlisted(
      AnalysedArticle article,
      PlaceLexicon lexicon,
      Sentence sentence,
      int index,
      int at,
      int end,
      String source,
      List<Mention> found) {
    String language = article.language();
    int extended = extend(lexicon, sentence, end);
    Span name = new Span(sentence.word(at).span().start(), sentence.word(end - 1).span().end());
    if (world.organisations().name(article.slice(name), language) == null
        && world.countries().find(article.slice(name), language) == null) {
      Span span = new Span(name.start(), sentence.word(extended - 1).span().end());
      found.add(
          mention(
              article,
              sentence,
              index,
              at,
              extended,
              span,
              List.of(),
              extended > end ? source + " noun" : source));
    }
    return extended;
  }

  /** The end of the proper nouns with capitals from here on that are no organisation's name. */
  private static int run(Sentence sentence, int at) {
    int end = at;
    while (end < sentence.size() && end < at + 4 && joined(sentence, at, end + 1)) {
      Word word = sentence.word(end);
      if (!word.upos().equals("PROPN")
          || word.nameType().equals("ORG")
          || !Character.isUpperCase(word.form().codePointAt(0))) {
        break;
      }
      end++;
    }
    return end;
  }

  static boolean isPlaceLabel(String type) {
    return type.equals("LOC") || type.equals("GPE_LOC") || type.equals("GPE_ORG");
  }

  /** Whether these words stand close enough to be one name: no punctuation but hyphens between. */
  private static boolean joined(Sentence sentence, int first, int end) {
    for (int i = first; i + 1 < end; i++) {
      int gap = sentence.word(i + 1).span().start() - sentence.word(i).span().end();
      if (gap > 1) {
        return false;
      }
    }
    return true;
  }

  /** The end of the name with the nouns that belong to it: "Gaza by", "Incirlik air base". */
  private static int extend(PlaceLexicon lexicon, Sentence sentence, int end) {
    if (end + 1 < sentence.size()
        && lexicon.isNameNoun(sentence.word(end).form() + " " + sentence.word(end + 1).form())) {
      return end + 2;
    }
    if (end < sentence.size() && lexicon.isNameNoun(sentence.word(end).form())) {
      return end + 1;
    }
    return end;
  }

  private Mention mention(
      AnalysedArticle article,
      Sentence sentence,
      int index,
      int first,
      int end,
      Span whole,
      List<GazetteerPlace> places,
      String source) {
    Span span = whole;
    String text = article.slice(span);
    boolean genitive = false;
    String base = genitiveBase(text, article.language());
    if (base != null) {
      genitive = true;
      span = new Span(span.start(), span.start() + base.codePointCount(0, base.length()));
      text = base;
    } else if (end < sentence.size()) {
      String next = NameForm.plain(sentence.word(end).form());
      genitive = next.equals("'s") || next.equals("'");
    }
    return new Mention(sentence, index, first, end - 1, span, text, places, source, genitive);
  }

  /** The name without its genitive ending; null for "Paris", "Honduras" and names without one. */
  private @Nullable String genitiveBase(String text, String language) {
    String plain = NameForm.plain(text);
    String base = NameForm.withoutGenitive(plain, language);
    if (base == null || !world.gazetteer().exact(plain, language).isEmpty()) {
      return null;
    }
    if (NameForm.isAllCapitals(plain)
        && (base.length() == plain.length() - 1
            || !world.gazetteer().exact(NameForm.titleCase(plain), language).isEmpty())) {
      return null;
    }
    return text.substring(0, base.length());
  }
}
