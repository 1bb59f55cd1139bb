package dev.detente.reading.actor;

/**
 * Decides who the mentions of one article refer to: names first, over the whole article, then
 * descriptions and pronouns in the order of the text. Used once per article; not thread-safe.
 */
final class Resolver {
  private final Casting casting;
  private final NameResolver names;
  private final WhoIsWho who;
  private final DescriptionResolver descriptions;
  private final PeopleResolver peoples;
  private final PronounResolver pronouns;
  private final boolean[] tried;
  private final ActingWeights acting;

  Resolver(Casting casting, ActingWeights acting) {
    this.casting = casting;
    this.acting = acting;
    this.names = new NameResolver(casting);
    this.who = new WhoIsWho(casting, this::resolve);
    this.descriptions = new DescriptionResolver(casting, who);
    this.peoples = new PeopleResolver(casting);
    this.pronouns = new PronounResolver(casting);
    this.tried = new boolean[casting.mentions.size()];
  }

  ResolvedCast cast() {
    return profile().cast();
  }

  /** Resolves all mentions. */
  Profile profile() {
    names.fullNames();
    for (int m = 0; m < casting.mentions.size(); m++) {
      Mention mention = casting.mentions.get(m);
      if (mention.isName()) {
        casting.assign(m, names.name(mention, m));
      }
    }
    who.learnAll();
    for (int m = 0; m < casting.mentions.size(); m++) {
      resolve(m);
    }
    return new Profile(casting, acting);
  }

  private void resolve(int m) {
    if (tried[m]) {
      return;
    }
    tried[m] = true;
    Mention mention = casting.mentions.get(m);
    Entity entity =
        switch (mention.form()) {
          case NOMINAL -> descriptions.description(mention, m);
          case PEOPLE -> peoples.people(mention, m);
          case PRONOUN -> pronouns.pronoun(mention, m);
          case ADJECTIVE -> peoples.adjective(mention);
          case RELATIVE -> pronouns.relative(mention);
          default -> null;
        };
    if (entity != null) {
      casting.assign(m, entity);
    }
  }
}
