package dev.detente.reading.event;

import dev.detente.codebook.plover.Trigger;
import dev.detente.language.Sentence;
import dev.detente.language.Word;
import dev.detente.reading.actor.Cast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts and who is acted upon: the roles of a trigger looked up in the tree of its sentence. For
 * one article; not thread-safe.
 */
final class Parties {
  /** How many words stand at most between a preposition and its noun. */
  private static final int BEFORE = 4;

  private final Cast cast;
  private final Chunks chunks;
  private final Set<String> light;
  private final Set<String> agentPrepositions;
  private final Set<String> originPrepositions;
  private final Set<String> outward;

  /** Who holds the roles of the mention asked about last. */
  private final Map<String, Holders> byRole = new HashMap<>();

  private @Nullable Mention asked;

  private record Holders(List<String> byTree, @Nullable String byOrder) {}

  /**
   * @param light verbs that carry a noun's action
   * @param agentPrepositions what introduces the agent of a passive
   * @param originPrepositions what joins a group to whom it belongs ("soldater fra Russland")
   * @param outward what makes a preposition after it one of place ("trukket ut av landet")
   */
  Parties(
      Cast cast,
      Set<String> light,
      Set<String> agentPrepositions,
      Set<String> originPrepositions,
      Set<String> outward) {
    this.outward = outward;
    this.cast = cast;
    this.chunks = new Chunks(cast);
    this.light = light;
    this.agentPrepositions = agentPrepositions;
    this.originPrepositions = originPrepositions;
  }

  /** Actor ids for the first of these roles that names somebody; empty when none does. */
  List<String> first(Mention mention, List<String> roles, Set<String> except) {
    for (String role : roles) {
      List<String> found = actors(mention, holders(mention, role), except);
      if (!found.isEmpty()) {
        return found;
      }
    }
    for (String role : roles) {
      String found = byOrder(mention, role);
      if (found != null && !except.contains(found)) {
        return List.of(found);
      }
    }
    return List.of();
  }

  /** Whether an actor holds a role of the mention by the tree. */
  boolean holds(Mention mention, String role, String actor) {
    return role(mention, role).byTree().contains(actor);
  }

  /** Whether an actor holds a role of the mention by the order of mentions. */
  boolean holdsByOrder(Mention mention, String role, String actor) {
    return actor.equals(role(mention, role).byOrder());
  }

  /** Who holds a role: found once for all that is asked about a mention before the next. */
  private Holders role(Mention mention, String role) {
    if (asked != mention) {
      asked = mention;
      byRole.clear();
    }
    return byRole.computeIfAbsent(
        role,
        one ->
            new Holders(actors(mention, holders(mention, one), Set.of()), byOrder(mention, one)));
  }

  /** The holder of a role by the order of mentions, for where the tree names none. */
  private @Nullable String byOrder(Mention mention, String role) {
    Sentence tree = mention.tree();
    int head = mention.head();
    boolean verbal = mention.trigger().part() == Trigger.Part.VERB;
    Chunks.Chunk chunk =
        switch (role) {
          case "subj" -> {
            if (!verbal) {
              yield null;
            }
            if (!Tree.passive(tree, head)) {
              yield chunks.subject(mention.sentence(), tree, head);
            }
            Chunks.Chunk agent = null;
            for (String preposition : agentPrepositions) {
              Chunks.Chunk found =
                  chunks.prepositional(mention.sentence(), tree, head, preposition);
              if (agent == null && found != null && !fromPlace(tree, found.start(), preposition)) {
                agent = found;
              }
            }
            yield agent;
          }
          case "obj" -> {
            if (!verbal) {
              yield null;
            }
            yield Tree.passive(tree, head)
                ? chunks.passiveSubject(mention.sentence(), tree, head)
                : chunks.object(mention.sentence(), tree, head);
          }
          case "iobj", "gen", "adj", "light", "self", "near" -> null;
          default -> chunks.prepositional(mention.sentence(), tree, head, role);
        };
    return chunk == null ? null : chunk.actor();
  }

  /** Actor ids of the holders of all these roles. */
  List<String> every(Mention mention, List<String> roles) {
    Set<String> found = new LinkedHashSet<>();
    for (String role : roles) {
      if (!role.equals("near") || found.isEmpty()) {
        found.addAll(actors(mention, holders(mention, role), Set.of()));
      }
    }
    if (found.isEmpty()) {
      for (String role : roles) {
        String one = byOrder(mention, role);
        if (one != null) {
          found.add(one);
        }
      }
    }
    return new ArrayList<>(found);
  }

  private List<String> actors(Mention mention, List<Integer> words, Set<String> except) {
    Set<String> found = new LinkedHashSet<>();
    for (int word : words) {
      String actor = actor(mention.sentence(), mention.tree(), word);
      if (actor != null && !except.contains(actor)) {
        found.add(actor);
      }
    }
    return new ArrayList<>(found);
  }

  /** The actor a nominal names or, failing that, the one it says it belongs to. */
  @Nullable String actor(int sentence, Sentence tree, int word) {
    String direct = cast.actorAt(sentence, word);
    if (direct != null) {
      return direct;
    }
    for (int child : tree.children(word)) {
      Word dependent = tree.word(child);
      boolean carries =
          switch (dependent.relation()) {
            case "flat", "appos", "compound" -> true;
            case "nmod" ->
                dependent.deprel().equals("nmod:poss")
                    || introduced(tree, child, originPrepositions);
            case "amod" -> true;
            default -> false;
          };
      if (carries) {
        String found = cast.actorAt(sentence, child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean introduced(Sentence tree, int word, Set<String> prepositions) {
    for (int child : tree.children(word)) {
      if (tree.word(child).relation().equals("case") && Tree.is(tree, child, prepositions)) {
        return true;
      }
    }
    return false;
  }

  /** Words that hold a role of the mention. */
  List<Integer> holders(Mention mention, String role) {
    Sentence tree = mention.tree();
    int head = mention.head();
    boolean verbal = mention.trigger().part() == Trigger.Part.VERB;
    return switch (role) {
      case "subj" -> verbal ? subject(tree, head) : predicateSubject(tree, head, mention);
      case "obj" -> verbal ? object(tree, head) : List.of();
      case "iobj" -> verbal ? indirect(tree, head) : List.of();
      case "gen" -> genitive(tree, head);
      case "adj" -> adjectival(tree, head);
      case "light" -> verbal ? List.of() : carrier(tree, head);
      case "self" -> List.of(head);
      case "near" -> verbal ? List.of() : clauseSubject(tree, head);
      default ->
          verbal && agentPrepositions.contains(role) && Tree.passive(tree, head)
              ? subject(tree, head)
              : prepositional(mention, role);
    };
  }

  private List<Integer> subject(Sentence tree, int verb) {
    if (Tree.passive(tree, verb)) {
      List<Integer> agents = new ArrayList<>();
      for (String preposition : agentPrepositions) {
        for (int agent : Tree.prepositional(tree, verb, preposition)) {
          if (!fromPlace(tree, agent, preposition)) {
            agents.add(agent);
          }
        }
      }
      return agents;
    }
    return Tree.subjects(tree, verb);
  }

  /** "trukket ut av landet": the preposition before a nominal says from where, not by whom. */
  private boolean fromPlace(Sentence tree, int word, String preposition) {
    for (int at = word - 1; at >= Math.max(1, word - BEFORE); at--) {
      if (Tree.form(tree, at).equals(preposition)) {
        return outward.contains(Tree.form(tree, at - 1));
      }
    }
    return false;
  }

  private List<Integer> object(Sentence tree, int verb) {
    if (Tree.passive(tree, verb)) {
      List<Integer> own = Tree.own(tree, verb, "nsubj");
      if (!own.isEmpty()) {
        return own;
      }
      Word word = tree.word(verb);
      return word.head() < 0 ? List.of() : Tree.subjects(tree, verb);
    }
    return Tree.own(tree, verb, "obj");
  }

  private static List<Integer> indirect(Sentence tree, int verb) {
    return Tree.own(tree, verb, "iobj");
  }

  private static List<Integer> genitive(Sentence tree, int noun) {
    List<Integer> found = new ArrayList<>();
    for (int child : tree.children(noun)) {
      Word word = tree.word(child);
      if (word.deprel().equals("nmod:poss")
          || word.relation().equals("nmod") && word.feat("Case").equals("Gen")
          || word.relation().equals("det") && word.feat("Poss").equals("Yes")) {
        found.addAll(Tree.withConjuncts(tree, child));
      }
    }
    return found;
  }

  /** Adjectives of nationality and first parts of loose compounds: "amerikanske", "US strikes". */
  private static List<Integer> adjectival(Sentence tree, int noun) {
    List<Integer> found = new ArrayList<>(Tree.own(tree, noun, "amod"));
    found.addAll(Tree.own(tree, noun, "compound"));
    return found;
  }

  /** Subject of a predicate noun or adjective: "partene ble enige". */
  private static List<Integer> predicateSubject(Sentence tree, int head, Mention mention) {
    if (mention.trigger().part() == Trigger.Part.NOUN) {
      return List.of();
    }
    List<Integer> own = Tree.own(tree, head, "nsubj");
    if (!own.isEmpty()) {
      return own;
    }
    int verb = Tree.governingVerb(tree, head, 1);
    return verb < 0 ? Tree.subjects(tree, head) : Tree.subjects(tree, verb);
  }

  /** Subject of the clause a noun stands in, whatever its verb: "kom forsinket til møtet". */
  private List<Integer> clauseSubject(Sentence tree, int noun) {
    int verb = Tree.governingVerb(tree, noun, 2);
    return verb < 0 ? List.of() : subject(tree, verb);
  }

  /** Subject of the verb that carries a noun: "Russland gjennomførte et angrep". */
  private List<Integer> carrier(Sentence tree, int noun) {
    int at = noun;
    for (int step = 0; step < 2; step++) {
      Word word = tree.word(at);
      int head = word.head();
      if (head < 0) {
        return List.of();
      }
      String relation = word.relation();
      Word above = tree.word(head);
      if (above.upos().equals("ADJ") && relation.equals("obl") && Tree.is(tree, head, light)) {
        // "ble enige om sanksjoner"
        return Tree.subjects(tree, head);
      }
      if (above.upos().equals("VERB") || above.upos().equals("AUX")) {
        boolean carried =
            relation.equals("obj") || relation.equals("obl") || relation.equals("xcomp");
        if (relation.equals("nsubj") && Tree.passive(tree, head)) {
          return Tree.is(tree, head, light) ? subject(tree, head) : List.of();
        }
        return carried && Tree.is(tree, head, light) ? subject(tree, head) : List.of();
      }
      if (!relation.equals("nmod") && !relation.equals("conj")) {
        return List.of();
      }
      at = head;
    }
    return List.of();
  }

  private static List<Integer> prepositional(Mention mention, String preposition) {
    Sentence tree = mention.tree();
    List<Integer> found = new ArrayList<>();
    for (int word : mention.words()) {
      found.addAll(Tree.prepositional(tree, word, preposition));
    }
    if (found.isEmpty() && mention.trigger().part() == Trigger.Part.NOUN) {
      // "rettet kritikk mot regjeringen": the preposition may hang on the verb.
      Word noun = tree.word(mention.head());
      String relation = noun.relation();
      if (noun.head() >= 0
          && (relation.equals("obj") || relation.equals("nsubj") || relation.equals("obl"))) {
        found.addAll(Tree.prepositional(tree, noun.head(), preposition));
      }
    }
    found.removeIf(mention.words()::contains);
    return found;
  }

  /** Who sends and the forces that are sent, where they are somebody of their own. */
  List<String> withForces(Mention mention, List<String> actors) {
    List<String> found = new ArrayList<>(actors);
    for (int word : mention.words()) {
      String forces = word == mention.head() ? null : cast.actorAt(mention.sentence(), word);
      if (forces != null && !found.contains(forces)) {
        found.add(forces);
      }
    }
    return found;
  }
}
