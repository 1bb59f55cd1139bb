package dev.detente.ledger;

import dev.detente.codebook.world.Countries;
import dev.detente.codebook.world.Country;
import dev.detente.ledger.store.EntityBook;
import dev.detente.record.ActorKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names states in every language, so that they are found by any, whichever the articles use. */
final class CountryNames {
  private final Countries countries;
  private final Set<String> named = new HashSet<>();

  CountryNames(Countries countries) {
    this.countries = countries;
  }

  /** Gives the states among actors all their names. Part of a transaction. */
  void nameStates(List<List<EntityBook.Member>> articles, EntityBook entities) {
    for (List<EntityBook.Member> members : articles) {
      for (EntityBook.Member member : members) {
        if (member.sketch().kind() == ActorKind.STATE && named.add(member.entity())) {
          Country country = countries.byCode(member.entity());
          if (country != null) {
            country
                .names()
                .values()
                .forEach(names -> names.forEach(name -> entities.alias(member.entity(), name)));
          }
        }
      }
    }
  }
}
