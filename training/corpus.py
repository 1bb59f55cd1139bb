"""Reading the treebanks, the label inventories, augmentation and batches of equal length."""
import gzip, json, random
from collections import Counter
from pathlib import Path

import features, lemma

TREEBANKS = ["nb", "nn", "ewt", "gum"]  # rows of the treebank embedding
GUM_GENRES = {"academic", "bio", "court", "interview", "news", "voyage"}  # free licences, see the model card
IGNORE = -100


class Sentence:
    """Columns of one sentence; a layer that the source lacks is None."""

    __slots__ = ("forms", "lemmas", "upos", "feats", "heads", "rels", "names", "treebank", "lines")

    def __init__(self, treebank):
        self.treebank = treebank
        self.forms, self.lemmas, self.upos, self.feats, self.heads, self.rels, self.names = [], [], [], [], [], [], []


def opened(path):
    return gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")


def read_conllu(path, treebank, genres=None):
    out, s, keep = [], Sentence(treebank), True
    for line in opened(path):
        line = line.rstrip("\n")
        if not line:
            if s.forms and keep:
                if len(s.names) != len(s.forms):
                    s.names = None
                out.append(s)
            s = Sentence(treebank)
        elif line[0] == "#":
            if genres and line.startswith("# genre = "):
                keep = line[10:] in genres
        else:
            c = line.split("\t")
            if not c[0].isdigit():
                continue
            s.forms.append(c[1])
            s.lemmas.append(c[2])
            s.upos.append(c[3])
            s.feats.append(c[5])
            s.heads.append(int(c[6]))
            s.rels.append(c[7])
            for m in c[9].split("|"):
                if m.startswith("name="):
                    s.names.append(m[5:])
    return out


def read_silver(path):
    out, s = [], Sentence("gum")
    for line in opened(path):
        line = line.rstrip("\n")
        if not line or line.startswith("# doc "):
            if 3 <= len(s.forms) <= 80:
                s.upos = None
                out.append(s)
            s = Sentence("gum")
        else:
            form, tag = line.split("\t")
            s.forms.append(form)
            # MISC is mostly nationalities and events, which the English layers do not mark
            s.names.append("O" if tag.endswith("-MISC") else tag)
    return out


def bioes(names):
    """BIO to BIOES."""
    out = []
    for i, n in enumerate(names):
        if n in "O?":  # "?" is no label: it is left out of the loss
            out.append(n)
            continue
        label = n[2:]
        start = n[0] == "B" or i == 0 or names[i - 1][2:] != label
        nxt = names[i + 1] if i + 1 < len(names) else "O"
        end = not (nxt[0] == "I" and nxt[2:] == label)
        out.append({(1, 1): "S-", (1, 0): "B-", (0, 1): "E-", (0, 0): "I-"}[(int(start), int(end))] + label)
    return out


LABELS = ["PER", "ORG", "LOC", "GPE_LOC", "GPE_ORG", "PROD", "EVT", "DRV", "MISC"]
NAMES = ["O"] + [p + "-" + l for l in LABELS for p in "BIES"]


class Inventory:
    """Label sets and the vocabulary; saved as JSON beside the checkpoint."""

    def __init__(self, words, upos, feats, scripts, rels):
        self.words, self.upos, self.feats, self.scripts, self.rels, self.names = words, upos, feats, scripts, rels, NAMES
        for layer in ("words", "upos", "feats", "scripts", "rels", "names"):
            setattr(self, layer + "_id", {v: i for i, v in enumerate(getattr(self, layer))})

    def extended(self, forms, least):
        """With the words that occur so often in further texts, behind those known."""
        extra = Counter(map(features.key, forms))
        new = sorted(w for w, n in extra.items() if n >= least and w not in self.words_id)
        return Inventory(self.words + new, self.upos, self.feats, self.scripts, self.rels)

    @staticmethod
    def build(trees, silver):
        words, upos, feats, scripts, rels = Counter(), Counter(), Counter(), Counter(), Counter()
        for s in trees:
            words.update(map(features.key, s.forms))
            upos.update(s.upos)
            feats.update(s.feats)
            rels.update(s.rels)
            scripts.update(filter(None, map(lemma.script, s.forms, s.lemmas)))
        extra = Counter(features.key(w) for s in silver for w in s.forms)
        vocabulary = {w for w, n in words.items() if n >= 2} | {w for w, n in extra.items() if n >= 12}
        order = lambda c, least=1: [k for k, n in sorted(c.items(), key=lambda x: (-x[1], x[0])) if n >= least]
        return Inventory(["<unk>"] + sorted(vocabulary), order(upos), order(feats, 2), order(scripts, 3), order(rels))

    def save(self, path):
        json.dump({k: getattr(self, k) for k in ("words", "upos", "feats", "scripts", "rels")}, open(path, "w"), ensure_ascii=False)

    @staticmethod
    def load(path):
        return Inventory(**json.load(open(path)))


class Types:
    """Word forms to type numbers, with the features of each type, grown as forms turn up."""

    def __init__(self, inventory):
        self.inventory, self.ids, self.word, self.fixed, self.grams = inventory, {}, [], [], []

    def id(self, form):
        i = self.ids.get(form)
        if i is None:
            i = self.ids[form] = len(self.ids)
            self.word.append(self.inventory.words_id.get(features.key(form), 0))
            self.fixed.append(features.fixed(form))
            self.grams.append(features.grams(form))
        return i


class Encoded:
    """One sentence as numbers."""

    __slots__ = ("types", "upos", "feats", "scripts", "heads", "rels", "names", "treebank", "marks")

    def __init__(self, s, inv, types, forms=None, recased=False):
        n = len(s.forms)
        self.marks = s if hasattr(s, "span") else None
        none = [IGNORE] * n
        self.treebank = TREEBANKS.index(s.treebank)
        self.types = [types.id(f) for f in (forms or s.forms)]
        if s.upos:
            self.upos = [inv.upos_id.get(u, IGNORE) for u in s.upos]
            self.feats = [inv.feats_id.get(f, IGNORE) for f in s.feats]
            scripts = [lemma.script(f, l) for f, l in zip(s.forms, s.lemmas)]
            self.scripts = [IGNORE if x is None or (recased and x[0] == "k") else inv.scripts_id.get(x, IGNORE) for x in scripts]
            self.heads = list(s.heads)
            self.rels = [inv.rels_id.get(r, IGNORE) for r in s.rels]
        else:
            self.upos = self.feats = self.scripts = self.heads = self.rels = none
        self.names = [inv.names_id.get(x, IGNORE) for x in bioes(s.names)] if s.names else none


def augment(s, rng):
    """-> (sentence, forms, recased): now and then another case or no final full stop."""
    r = rng.random()
    if r < 0.015:
        return s, [f.upper() for f in s.forms], True
    if r < 0.025:
        return s, [f.lower() for f in s.forms], True
    if r < 0.035 and s.treebank in ("ewt", "gum"):
        return s, [f[:1].upper() + f[1:] for f in s.forms], True
    if r < 0.08 and s.upos and len(s.forms) > 2 and s.forms[-1] == "." and len(s.forms) not in s.heads:
        t = Sentence(s.treebank)
        for k in ("forms", "lemmas", "upos", "feats", "heads", "rels", "names"):
            v = getattr(s, k)
            setattr(t, k, v[:-1] if v is not None else None)
        return t, None, False
    return s, None, False


def name_spans(names):
    """(first word, number of words, label) of every name in BIO."""
    out = []
    for i, n in enumerate(names):
        if n[0] == "B" or (n[0] == "I" and (i == 0 or names[i - 1] == "O")):
            k = 1
            while i + k < len(names) and names[i + k] == "I-" + n[2:]:
                k += 1
            out.append((i, k, n[2:]))
    return out


class Exchange:
    """Names of a kind in one another's place, so that contexts are learned and not who stood in them.

    A name gives way to one of the same language, label and number of words with the same parts of speech and features.
    """

    def __init__(self, sentences):
        self.donors = {}
        for s in sentences:
            for i, k, label in name_spans(s.names or []):
                self.donors.setdefault(self.key(s, i, k, label), []).append((s, i))

    @staticmethod
    def key(s, i, k, label):
        language = s.treebank if s.treebank in ("nb", "nn") else "en"
        return (language, label, k, s.upos is None) + (tuple(s.upos[i : i + k]) + tuple(s.feats[i : i + k]) if s.upos else ())

    def __call__(self, s, rng):
        """A copy with other names, or the sentence itself when it has none."""
        spans = name_spans(s.names or [])
        if not spans:
            return s
        t = Sentence(s.treebank)
        for layer in ("forms", "lemmas", "upos", "feats", "heads", "rels", "names"):
            v = getattr(s, layer)
            setattr(t, layer, list(v) if v is not None else None)
        for i, k, label in spans:
            donor, j = rng.choice(self.donors[self.key(s, i, k, label)])
            t.forms[i : i + k] = donor.forms[j : j + k]
            if s.upos:
                t.lemmas[i : i + k] = donor.lemmas[j : j + k]
        return t


def batches(sentences, tokens, rng, cap=128):
    """Batches of sentences of equal length, about `tokens` words each, in random order: no padding, so no masks."""
    by_length = {}
    for s in sentences:
        by_length.setdefault(len(s.types), []).append(s)
    out = []
    for n, group in by_length.items():
        rng.shuffle(group)
        size = max(1, min(cap, tokens // n))
        out += [group[i : i + size] for i in range(0, len(group), size)]
    rng.shuffle(out)
    return out


def load(root, web=None):
    """The trees, EWT with the names of web_names.py where they are given, and the silver sentences."""
    root = Path(root)
    trees = (
        read_conllu(root / "nob/train.conllu.gz", "nb")
        + read_conllu(root / "nno/train.conllu.gz", "nn")
        + read_conllu(web or root / "eng/ewt-train.conllu.gz", "ewt")
        + read_conllu(root / "eng/gum-train.conllu.gz", "gum", GUM_GENRES)
    )
    return trees, read_silver(root / "eng/polnear-silver-ner.txt.gz")


DEV = {"nb": "nob/dev.conllu", "nn": "nno/dev.conllu", "ewt": "eng/ewt-dev.conllu", "gum": "eng/gum-dev.conllu"}
