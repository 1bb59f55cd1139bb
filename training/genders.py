"""Genders of nouns, by lemma: what the forms say less clearly than the trees.

The network sees a form and its sentence. That *hendene* is of *hand* and *hand* feminine it cannot know when the trees have other
forms of that noun alone. So the trees' lemmas and how often each is masculine, feminine and neuter go into labels.txt, and the
scores of the three genders of a noun are weighed with them. Definite singulars are left out: there the ending tells. A compound
that the trees lack has the gender of its last part. The Java class NounGenders does the same.
"""
import math
from collections import Counter

GENDERS = ("Masc", "Fem", "Neut")
LANGUAGES = ("nb", "nn")
LEAST = 2  # times that a lemma is seen
PART, PART_LEAST = 4, 3  # letters of a last part, times that it is seen
PRIOR = 0.5  # added to every count


def gender(feats):
    """The gender of a noun whose ending does not tell it, or None."""
    values = feats.split("|")
    if "Definite=Def" in values and "Number=Sing" in values:
        return None
    return next((g for g in GENDERS if "Gender=" + g in values), None)


def count(trees):
    """-> per language lines of lemma and its counts of GENDERS."""
    seen = {l: {} for l in LANGUAGES}
    for s in trees:
        for lemma, upos, feats in zip(s.lemmas, s.upos or [], s.feats) if s.treebank in LANGUAGES else ():
            if upos == "NOUN" and gender(feats):
                seen[s.treebank].setdefault(lemma.lower(), Counter())[gender(feats)] += 1
    return {l: [" ".join([k, *(str(c[g]) for g in GENDERS)]) for k, c in sorted(t.items()) if sum(c.values()) >= LEAST] for l, t in seen.items()}


class Genders:
    def __init__(self, labels):
        self.feats = labels["feats"]
        at = {f: i for i, f in enumerate(self.feats)}
        other = lambda f, g, to: at.get(f.replace("Gender=" + g, "Gender=" + to))
        self.others = [[other(f, gender(f), to) for to in GENDERS] if gender(f) else None for f in self.feats]
        self.tables = {l: {} for l in LANGUAGES}
        for l in LANGUAGES:
            for line in labels.get("genders-" + l, []):
                lemma, *counts = line.rsplit(" ", 3)
                self.tables[l][lemma] = [int(c) for c in counts]

    def counts(self, language, lemma):
        table = self.tables[language]
        if lemma in table:
            return table[lemma]
        parts = (table.get(lemma[i:]) for i in range(2, len(lemma) - PART + 1))
        return next((c for c in parts if c and sum(c) >= PART_LEAST), None)

    def choose(self, language, upos, lemma, best, scores):
        """The features to take instead of the best, by their index."""
        if upos != "NOUN" or self.others[best] is None or language not in self.tables:
            return best
        counts = self.counts(language, lemma.lower())
        if counts is None:
            return best
        total = sum(counts) + PRIOR * len(GENDERS)
        weighed = [(scores[i] + math.log((c + PRIOR) / total), -k, i) for k, (i, c) in enumerate(zip(self.others[best], counts)) if i is not None]
        return max(weighed)[2]
