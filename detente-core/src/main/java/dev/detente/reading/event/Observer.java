package dev.detente.reading.event;

import java.util.List;

/** Sees every decision the event reader puts to its model; for making training data. */
interface Observer {
  /**
   * One decision.
   *
   * @param question which
   * @param draft the event it is about, as far as it is known
   * @param candidates what can be chosen
   * @param features of each candidate
   */
  void asked(String question, Draft draft, List<String> candidates, List<List<String>> features);

  /** Whether the parties of a draft that the rules would not keep are of interest. */
  boolean wants(Draft draft);
}
