package dev.detente.reading.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persons of an article by their names, so that finding one takes no longer when there are
 * many. Used once per article; not thread-safe.
 */
final class Namesakes {
  /** Persons of one surname that are told apart; further ones are known by their full names. */
  static final int MOST = 100;

  private final Map<Entity, Integer> order = new HashMap<>();
  private final Map<String, Entity> called = new HashMap<>();
  private final Map<String, List<Entity>> surnamed = new HashMap<>();
  private final Map<String, List<Entity>> withWord = new HashMap<>();

  /** Adds a person under the words of the name. */
  void add(Entity person) {
    order.put(person, order.size());
    file(surnamed, person.surname(), person);
    for (String word : words(person.name)) {
      file(withWord, word, person);
    }
  }

  /** Gives a person a fuller name. */
  void rename(Entity person, String name) {
    remove(surnamed, person.surname(), person);
    for (String word : words(person.name)) {
      remove(withWord, word, person);
    }
    person.name = name;
    file(surnamed, person.surname(), person);
    for (String word : words(name)) {
      file(withWord, word, person);
    }
  }

  /** Notes that the text calls a person by this name. */
  void call(Entity person, String name) {
    person.names.add(name);
    Entity first = called.get(name);
    if (first == null || order(person) < order(first)) {
      called.put(name, person);
    }
  }

  /** The first person that the text calls by exactly this name; null for none. */
  @Nullable Entity called(String name) {
    return called.get(name);
  }

  /** Persons of this surname, small letters, in the order that they were added. */
  List<Entity> surnamed(String surname) {
    return surnamed.getOrDefault(surname, List.of());
  }

  /** Persons with this word in their name, small letters, in the order that they were added. */
  List<Entity> withWord(String word) {
    return withWord.getOrDefault(word, List.of());
  }

  /** How many persons were added before this one. */
  int order(Entity person) {
    return order.getOrDefault(person, Integer.MAX_VALUE);
  }

  private void file(Map<String, List<Entity>> index, String key, Entity person) {
    List<Entity> persons = index.computeIfAbsent(key, k -> new ArrayList<>(2));
    int at = persons.size();
    while (at > 0 && order(persons.get(at - 1)) > order(person)) {
      at--;
    }
    if (persons.size() < MOST) {
      persons.add(at, person);
    }
  }

  private static void remove(Map<String, List<Entity>> index, String key, Entity person) {
    List<Entity> persons = index.get(key);
    if (persons != null) {
      persons.remove(person);
    }
  }

  private static LinkedHashSet<String> words(String name) {
    return new LinkedHashSet<>(List.of(name.toLowerCase(Locale.ROOT).split(" ", -1)));
  }
}
