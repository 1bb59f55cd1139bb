package dev.detente.ledger;

import dev.detente.record.ArticleRecord;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a question finds in an article that has come since. Immutable.
 *
 * @param findings in the order of the text, at least one
 * @param addresses theirs, in the same order
 * @param position where this article stands in the order in which they came
 */
public record Fresh(
    Survey.Listed article, List<Finding> findings, List<Address> addresses, Position position) {
  public Fresh {
    findings = List.copyOf(findings);
    addresses = List.copyOf(addresses);
  }

  /** An article's findings with their permanent addresses; null when the article has gone. */
  static @Nullable Fresh of(Ledger ledger, List<Finding> findings, Position position) {
    String id = findings.get(0).article();
    Survey.Listed article = ledger.survey().article(id).orElse(null);
    ArticleRecord record = ledger.record(id);
    if (article == null || record == null) {
      return null;
    }
    List<Finding> there = new ArrayList<>();
    List<Address> addresses = new ArrayList<>();
    for (Finding finding : findings) {
      Address.of(article.content(), record, finding.id())
          .ifPresent(
              address -> {
                there.add(finding);
                addresses.add(address);
              });
    }
    return there.isEmpty() ? null : new Fresh(article, there, addresses, position);
  }

  /**
   * How far somebody has been told of what is new.
   *
   * @param n number of the last article
   * @param added when it came; what came before is not new, though it be coded anew
   */
  public record Position(long n, LocalDateTime added) {
    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<Position> parse(String text) {
      int at = text.indexOf('@');
      if (at < 1 || at > 15 || !text.substring(0, at).chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Optional.empty();
      }
      try {
        LocalDateTime added = LocalDateTime.parse(text.substring(at + 1));
        return added.getYear() < 1 || added.getYear() > 9999
            ? Optional.empty()
            : Optional.of(new Position(Long.parseLong(text.substring(0, at)), added));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return n + "@" + added;
    }
  }
}
