package dev.detente.source.duplicate;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two thousand pairs of reports, made from our examples and from templates in three languages by
 * what desks do to a report (copies) and by what changes its meaning (no copies).
 */
final class DuplicatePairs {
  /**
   * @param kind how the second was made
   * @param copy whether the two count as one report
   * @param oneWord whether they differ in a single word
   */
  record Pair(String kind, boolean copy, boolean oneWord, Article one, Article other) {}

  private record Text(String language, String title, List<List<String>> paragraphs) {
    String whole() {
      StringBuilder text = new StringBuilder(title);
      for (List<String> paragraph : paragraphs) {
        text.append("\n\n").append(String.join(" ", paragraph));
      }
      return text.toString();
    }

    Text with(String newTitle, List<List<String>> newParagraphs) {
      return new Text(language, newTitle, newParagraphs);
    }
  }

  private static final String[][] PEOPLE = {
    {"Brekkan", "Solheim", "Aune", "Hovland", "Lindqvist", "Marek", "Osei", "Tandberg"},
  };
  private static final String[] PLACES = {
    "Tórshavn", "Vardø", "Genève", "Riga", "Nuuk", "Lerwick", "Visby", "Akureyri"
  };
  private static final String[] NUMBERS = {"14", "230", "1 200", "3,5", "78", "46 000", "9", "112"};

  private static final String[] NB = {
    "Utenriksminister {A} reiste til {P} {D} for å møte motparten {B}.",
    "– Vi har ikke noe å skjule i denne saken, sier {A} til Nordbyrå.",
    "Delegasjonen på {N} personer ble tatt imot av ordføreren i {P}.",
    "{B} avviser at landet har brutt avtalen om fisket.",
    "Ifølge {A} skal partene møtes igjen {D}.",
    "Forhandlingene har vart i {N} dager uten at noen av partene har gitt seg.",
    "– Dette er en gave til dem som vil ha strid, sa {B} på en pressekonferanse i {P}.",
    "Regjeringen krever at havnene åpnes før året er omme.",
    "Fartøyet hadde {N} tonn makrell om bord da det ble stanset.",
    "{A} truer med å kalle hjem ambassadøren dersom kravet blir avslått.",
    "Naboene har tilbudt seg å megle, opplyser departementet.",
    "Avtalen gjelder fram til utgangen av neste år og dekker hele havområdet nord for banken.",
    "Fiskerne i {P} frykter at striden vil koste dem {N} millioner kroner.",
    "{B} ville ikke svare på spørsmål fra pressen {D}.",
    "Observatører mener at begge parter har mye å tape på en lang konflikt.",
  };
  private static final String[] NN = {
    "Utanriksminister {A} reiste til {P} {D} for å møte motparten {B}.",
    "– Vi har ikkje noko å løyne i denne saka, seier {A} til Nordbyrå.",
    "Delegasjonen på {N} personar vart teken imot av ordføraren i {P}.",
    "{B} avviser at landet har brote avtalen om fisket.",
    "Etter det {A} seier, skal partane møtast att {D}.",
    "Forhandlingane har vart i {N} dagar utan at nokon av partane har gjeve seg.",
    "– Dette er ei gåve til dei som vil ha strid, sa {B} på ein pressekonferanse i {P}.",
    "Regjeringa krev at hamnene vert opna før året er omme.",
    "Fartøyet hadde {N} tonn makrell om bord då det vart stansa.",
    "{A} trugar med å kalle heim ambassadøren dersom kravet vert avslege.",
    "Grannane har tilbode seg å mekle, opplyser departementet.",
    "Fiskarane i {P} fryktar at striden vil koste dei {N} millionar kroner.",
    "{B} ville ikkje svare på spørsmål frå pressa {D}.",
  };
  private static final String[] EN = {
    "Foreign minister {A} travelled to {P} on {D} to meet {B}.",
    "\"We have nothing to hide in this matter,\" {A} told Harbour Wire.",
    "The delegation of {N} people was received by the mayor of {P}.",
    "{B} denies that the country has broken the fishing agreement.",
    "According to {A}, the parties will meet again on {D}.",
    "Talks have gone on for {N} days without either side giving way.",
    "\"This is a gift to those who want a quarrel,\" {B} said at a news conference in {P}.",
    "The government demands that the ports be opened before the year is out.",
    "The vessel carried {N} tonnes of mackerel when it was stopped.",
    "{A} threatens to recall the ambassador if the demand is refused.",
    "Neighbours have offered to mediate, the ministry says.",
    "The agreement runs until the end of next year and covers all waters north of the bank.",
    "Fishermen in {P} fear that the dispute will cost them {N} million crowns.",
    "{B} would not take questions from the press on {D}.",
    "Observers believe that both sides have much to lose from a long conflict.",
  };
  private static final String[][] DAYS = {
    {"mandag", "tirsdag", "onsdag", "torsdag", "fredag"},
    {"måndag", "tysdag", "onsdag", "torsdag", "fredag"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"},
  };
  private static final String[][] TITLES = {
    {
      "Nye samtaler om fisket",
      "Fortsatt strid om makrellen",
      "– Ingen gir seg i fiskestriden",
      "Ministeren ut mot naboene",
      "Dette er striden om havet",
      "Her møtes de to landene"
    },
    {
      "Nye samtalar om fisket",
      "Framleis strid om makrellen",
      "– Ingen gjev seg i fiskestriden",
      "Ministeren ut mot grannane",
      "Dette er striden om havet",
      "Her møtest dei to landa"
    },
    {
      "New talks on fishing",
      "Mackerel quarrel drags on",
      "No one gives way in fish dispute",
      "Minister takes aim at neighbours",
      "What the sea quarrel is about",
      "Where two nations meet"
    },
  };
  private static final String[][] EXTRA = {
    {
      "Saken har vakt oppsikt langs hele kysten.",
      "Vår avis var til stede da skipet kom.",
      "Les mer om bakgrunnen i lørdagsutgaven."
    },
    {
      "Saka har vekt oppsikt langs heile kysten.",
      "Vår avis var til stades då skipet kom.",
      "Les meir om bakgrunnen i laurdagsutgåva."
    },
    {
      "The case has stirred feelings along the coast.",
      "Our reporter was there when the ship came in.",
      "Read more about the background on Saturday."
    },
  };
  private static final List<String> CODES = List.of("nb", "nn", "en");

  /** Words that a negation goes before or after. */
  private static final Pattern VERB =
      Pattern.compile(
          "\\b(har|skal|ble|vart|vert|er|vil|reiste|krever|krev|kan|møter|nektet|will|was|has|have|is|are|would)\\b");

  /** Words with others that turn what is said. */
  private static final String[][] TURNS = {
    {"avviser", "bekrefter"}, {"krever", "frykter"}, {"truer", "lover"}, {"møte", "unngå"},
    {"frykter", "håper"}, {"tilbudt", "nektet"}, {"åpnes", "stenges"}, {"ulovlig", "lovlig"},
    {"avviser", "stadfestar"}, {"krev", "fryktar"}, {"trugar", "lovar"}, {"opna", "stengde"},
    {"fryktar", "vonar"}, {"tilbode", "nekta"}, {"før", "etter"}, {"nord", "sør"},
    {"denies", "confirms"}, {"threatens", "promises"}, {"meet", "avoid"}, {"opened", "closed"},
    {"fear", "hope"}, {"offered", "refused"}, {"before", "after"}, {"north", "south"},
    {"accused", "cleared"}, {"told", "asked"}, {"sier", "benektet"}, {"seier", "nekta"},
    {"broken", "kept"}, {"brutt", "holdt"}, {"brote", "halde"}, {"sa", "tenkte"},
  };

  private final Random random = new Random(20310507);
  private final List<Text> texts = new ArrayList<>();

  private DuplicatePairs(Path examples) throws IOException {
    readExamples(examples);
    int own = texts.size();
    for (int i = 0; texts.size() < own + 72; i++) {
      texts.add(generated(i % 3));
    }
  }

  static List<Pair> generate(Path examples, int count) throws IOException {
    DuplicatePairs pairs = new DuplicatePairs(examples);
    List<Pair> all = new ArrayList<>();
    for (int i = 0; all.size() < count; i++) {
      Pair pair = i % 2 == 0 ? pairs.copy(i / 2) : pairs.changed(i / 2);
      if (pair != null) {
        all.add(pair);
      }
    }
    return all;
  }

  private void readExamples(Path examples) throws IOException {
    try (Stream<Path> files = Files.list(examples)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        String text = Files.readString(file).replaceFirst("^date \\S+\\s+", "");
        String[] blocks = text.strip().split("\n\\s*\n");
        List<List<String>> paragraphs = new ArrayList<>();
        for (int i = 1; i < blocks.length; i++) {
          paragraphs.add(
              new ArrayList<>(Arrays.asList(blocks[i].split("(?<=[.!?]) (?=[\\p{Lu}–])"))));
        }
        String name = file.getFileName().toString();
        String language = name.startsWith("fjord") ? "nn" : name.startsWith("sound") ? "en" : "nb";
        texts.add(new Text(language, blocks[0].strip(), paragraphs));
      }
    }
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }

  private Text generated(int language) {
    String[] templates = language == 0 ? NB : language == 1 ? NN : EN;
    String a = pick(PEOPLE[0]);
    String b = a;
    while (b.equals(a)) {
      b = pick(PEOPLE[0]);
    }
    Set<Integer> chosen = new LinkedHashSet<>();
    int length = 7 + random.nextInt(5);
    while (chosen.size() < length) {
      chosen.add(random.nextInt(templates.length));
    }
    List<List<String>> paragraphs = new ArrayList<>();
    for (int index : chosen) {
      String sentence =
          templates[index]
              .replace("{A}", a)
              .replace("{B}", b)
              .replace("{P}", pick(PLACES))
              .replace("{N}", pick(NUMBERS))
              .replace("{D}", pick(DAYS[language]));
      if (paragraphs.isEmpty() || random.nextInt(3) > 0) {
        paragraphs.add(new ArrayList<>());
      }
      paragraphs.get(paragraphs.size() - 1).add(sentence);
    }
    return new Text(CODES.get(language), pick(TITLES[language]), paragraphs);
  }

  private static List<List<String>> deep(List<List<String>> paragraphs) {
    List<List<String>> copy = new ArrayList<>();
    paragraphs.forEach(paragraph -> copy.add(new ArrayList<>(paragraph)));
    return copy;
  }

  private static Article article(String id, String day, String text) {
    return new Article(id, null, day, null, null, null, ArticleText.of(text), List.of());
  }

  private Text text(int turn) {
    return texts.get(turn % texts.size());
  }

  private Text abridged(Text text) {
    List<List<String>> paragraphs = deep(text.paragraphs());
    if (random.nextBoolean()) {
      int keep = Math.max(2, (int) (paragraphs.size() * (0.4 + 0.5 * random.nextDouble())));
      return text.with(text.title(), paragraphs.subList(0, Math.min(keep, paragraphs.size())));
    }
    int drop = 1 + random.nextInt(Math.max(1, paragraphs.size() / 3));
    for (int i = 0; i < drop && paragraphs.size() > 2; i++) {
      List<String> paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
      paragraph.remove(random.nextInt(paragraph.size()));
      paragraphs.removeIf(List::isEmpty);
    }
    return text.with(text.title(), paragraphs);
  }

  private Text reheaded(Text text) {
    String title = text.title();
    while (title.equals(text.title())) {
      title = pick(TITLES[CODES.indexOf(text.language())]);
    }
    return text.with(title, text.paragraphs());
  }

  private Text extended(Text text) {
    List<List<String>> paragraphs = deep(text.paragraphs());
    String own = pick(EXTRA[CODES.indexOf(text.language())]);
    paragraphs.add(random.nextInt(paragraphs.size() + 1), List.of(own));
    return text.with(text.title(), paragraphs);
  }

  private String misspelt(String text) {
    List<int[]> words = new ArrayList<>();
    Matcher word = Pattern.compile("(?<![\\p{L}-])\\p{Ll}{7,}(?![\\p{L}-])").matcher(text);
    while (word.find()) {
      words.add(new int[] {word.start(), word.end()});
    }
    int[] chosen = words.get(random.nextInt(words.size()));
    int at = chosen[0] + 1 + random.nextInt(chosen[1] - chosen[0] - 3);
    StringBuilder misspelt = new StringBuilder(text);
    if (random.nextBoolean() || text.charAt(at) == text.charAt(at + 1)) {
      misspelt.insert(at, text.charAt(at));
    } else {
      misspelt.setCharAt(at, text.charAt(at + 1));
      misspelt.setCharAt(at + 1, text.charAt(at));
    }
    return misspelt.toString();
  }

  private String restyled(String text) {
    return text.replace("– ", random.nextBoolean() ? "- " : "— ")
        .replaceAll("\"([^\"\n]*)\"", "“$1”")
        .replace("«", "\"")
        .replace("»", "\"")
        .replace("1 200", random.nextBoolean() ? "1\u00a0200" : "1 200")
        .replace("\n\n", random.nextBoolean() ? "\n" : "\n\n  ");
  }

  private Pair copy(int turn) {
    Text text = text(turn);
    String one = text.whole();
    String kind;
    String other;
    switch (turn % 9) {
      case 0 -> {
        kind = "reprinted";
        other = one;
      }
      case 1 -> {
        kind = "restyled";
        other = restyled(one);
      }
      case 2, 3 -> {
        kind = "abridged";
        other = abridged(text).whole();
      }
      case 4 -> {
        kind = "headed anew";
        other = reheaded(text).whole();
      }
      case 5 -> {
        kind = "headed anew and abridged";
        other = restyled(abridged(reheaded(text)).whole());
      }
      case 6 -> {
        kind = "spelling corrected";
        other = one;
        one = misspelt(one);
      }
      case 7 -> {
        kind = "dateline and sign";
        int first = one.indexOf("\n\n") + 2;
        other =
            one.substring(0, first) + "RIGA (Nordbyrå): " + one.substring(first) + " (©Nordbyrå)";
        one = restyled(one);
      }
      default -> {
        kind = "sentence added";
        other = extended(reheaded(text)).whole();
      }
    }
    boolean turned = random.nextBoolean();
    return new Pair(
        kind,
        true,
        false,
        article("a", "2031-05-07", turned ? other : one),
        article("b", random.nextBoolean() ? "2031-05-08" : "2031-05-07", turned ? one : other));
  }

  private String replaceOne(
      String text, Pattern pattern, java.util.function.UnaryOperator<String> by) {
    List<int[]> places = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return null;
    }
    int[] at = places.get(random.nextInt(places.size()));
    String old = text.substring(at[0], at[1]);
    String changed = by.apply(old);
    return changed.equals(old) ? null : text.substring(0, at[0]) + changed + text.substring(at[1]);
  }

  private String negated(Text text) {
    String not =
        switch (text.language()) {
          case "nb" -> " ikke";
          case "nn" -> " ikkje";
          default -> " not";
        };
    String body = text.whole();
    Matcher existing = Pattern.compile(" (?:ikke|ikkje|not)\\b").matcher(body);
    if (random.nextInt(4) == 0 && existing.find()) {
      return existing.replaceFirst("");
    }
    return replaceOne(body, VERB, verb -> verb + not);
  }

  private String turned(String text) {
    int start = random.nextInt(TURNS.length);
    for (int i = 0; i < TURNS.length; i++) {
      String[] turn = TURNS[(start + i) % TURNS.length];
      String turned =
          replaceOne(
              text, Pattern.compile("(?<!\\p{L})" + turn[0] + "(?!\\p{L})"), word -> turn[1]);
      if (turned != null) {
        return turned;
      }
    }
    return null;
  }

  private Pair changed(int turn) {
    Text text = text(turn);
    String one = text.whole();
    boolean oneWord = turn % 10 < 6;
    String kind;
    String other;
    switch (turn % 10) {
      case 0, 1 -> {
        kind = "negated";
        other = negated(text);
      }
      case 2 -> {
        kind = "another number";
        other =
            replaceOne(
                one,
                Pattern.compile("(?<![\\d,])\\d{1,3}(?![\\d,])"),
                number -> String.valueOf(Integer.parseInt(number) + 1 + random.nextInt(40)));
      }
      case 3 -> {
        kind = "another name";
        other =
            replaceOne(
                one,
                Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}[\\p{Ll}]{3,}"),
                name ->
                    random.nextBoolean()
                        ? pick(PEOPLE[0])
                        : name.substring(0, name.length() - 1) + (name.endsWith("a") ? "e" : "a"));
      }
      case 4 -> {
        kind = "another day";
        int language = CODES.indexOf(text.language());
        other =
            replaceOne(
                one,
                Pattern.compile(String.join("|", DAYS[language])),
                day -> pick(DAYS[language]));
      }
      case 5 -> {
        kind = "another word";
        other = turned(one);
      }
      case 6 -> {
        kind = "negated, headed anew, abridged";
        String negated = negated(reheaded(text));
        other = negated;
      }
      case 7 -> {
        kind = "another number, sentence added";
        String added = extended(text).whole();
        other =
            replaceOne(
                added,
                Pattern.compile("(?<![\\d,])\\d{1,3}(?![\\d,])"),
                number -> String.valueOf(Integer.parseInt(number) + 1));
      }
      case 8 -> {
        kind = "another speaker throughout";
        String name = pick(PEOPLE[0]);
        String by = pick(PEOPLE[0]);
        other = one.contains(name) && !one.contains(by) ? one.replace(name, by) : null;
      }
      default -> {
        kind = "another report on the same matter";
        Text second = generated(CODES.indexOf(text.language()));
        other =
            random.nextBoolean()
                ? second.whole()
                : second.with(text.title(), second.paragraphs()).whole();
      }
    }
    if (other == null) {
      return null;
    }
    return new Pair(
        kind, false, oneWord, article("a", "2031-05-07", one), article("b", "2031-05-08", other));
  }
}
