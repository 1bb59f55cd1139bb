"""Marks of statements and events on the words of annotated articles: the supervision of the reading heads.

Input is CoNLL-U of the articles as Detente cuts them (`detente read --format conllu`), whose words are found again in the
article's text, and the annotation with its spans. Every sentence becomes one example:

  acts      per statement with words here: (act, words of the cue, words of the content)
  trigger   per word: the type of the event whose anchor it heads, 0 for none
  mode, status   at those words
  span      per word: none, source, cue or content of the innermost statement

The annotation tells an event once. A word with the lemma of a marked one elsewhere in the article is therefore left out of the
loss, not taken as no trigger.
"""
import json
from pathlib import Path

import corpus
from corpus import IGNORE

ACTS = ("say claim deny confirm demand ask promise offer threaten warn accuse criticise praise support refuse hope "
        "apologise").split()
TYPES = ["-"] + ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
                 "MOBILIZE COERCE ASSAULT").split()
MODES = ["-"] + ("visit third-party multilateral phone withdraw release disarm ceasefire access resign assist change yield "
                 "meet disapprove investigate allege restrict arrest relations expel territory violence demo riot strike "
                 "hunger boycott obstruct vandalize convict discontinue troops weapons police militia seize censor curfew "
                 "martial-law deport withhold misinformation cyber abduct beat torture sexual targeted destroy primitive "
                 "firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional").split()
STATUSES = "actual future hypothetical negated historical alleged".split()
SPANS = ["-", "source", "cue", "content"]
GROUPS = {"cue": ACTS, "content": ACTS, "trigger": TYPES, "mode": MODES, "status": STATUSES, "span": SPANS}
LABELS = [f"{group}:{label}" for group, labels in GROUPS.items() for label in labels]
OFFSETS, at = {}, 0
for group, labels in GROUPS.items():
    OFFSETS[group] = (at, at + len(labels))
    at += len(labels)
ROWS = {"nb": "nb", "nn": "nn", "en": "gum", "da": "nb", "sv": "nb"}


class Sentence(corpus.Sentence):
    """A sentence of an article; only the layers of marks are set (see the module)."""

    __slots__ = ("acts", "trigger", "mode", "status", "span", "offsets", "tree")

    def __init__(self, treebank):
        super().__init__(treebank)
        self.upos = self.names = None
        self.acts, self.offsets, self.tree, self.trigger = [], [], [], None


def articles(path):
    """CoNLL-U -> (id, sentences of (form, lemma, head)) per article."""
    name, sentences, words = None, [], []
    for line in corpus.opened(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            if name:
                yield name, sentences
            name, sentences = line[14:], []
        elif not line:
            if words:
                sentences.append(words)
            words = []
        elif line[0] != "#":
            c = line.split("\t")
            if c[0].isdigit():
                words.append((c[1], c[2], int(c[6])))
    if name:
        yield name, sentences


def located(text, sentences):
    """The half-open code point ranges of all words, or None where a word is not found again."""
    at, out = 0, []
    for words in sentences:
        row = []
        for form, _, _ in words:
            start = text.find(form, at)
            if start < 0 or text[at:start].strip():
                return None
            row.append((start, start + len(form)))
            at = start + len(form)
        out.append(row)
    return out


def inside(row, spans):
    return [k for k, (a, b) in enumerate(row) if any(a < y and b > x for x, y in spans)]


def mark(article, sentences):
    """-> Sentences with marks, or an empty list when the words do not fit the text."""
    places = located(article["text"], sentences)
    if places is None:
        return []
    told = article.get("statements") or [
        {"act": None, "spans": {"content": a["content"], "cue": a["cue"][0] if a["cue"] else None, "speaker": a["source"][0] if a["source"] else None}}
        for a in article.get("attributions", [])
    ]
    told = sorted(told, key=lambda s: -sum(b - a for a, b in s["spans"]["content"]))  # the innermost last
    marked = set()
    out = []
    for words, row in zip(sentences, places):
        s = Sentence(ROWS[article["language"]])
        s.forms, s.offsets, s.tree = [w[0] for w in words], row, [w[2] for w in words]
        n = len(words)
        span = [0] * n
        parts = []
        for t in told:
            content, cue, source = (inside(row, x) for x in (t["spans"]["content"], *([c] if c else [] for c in (t["spans"].get("cue"), t["spans"].get("speaker")))))
            for k in content:
                span[k] = 3
            parts.append((cue, source))
            if t["act"] and (content or cue):
                s.acts.append((ACTS.index(t["act"]), cue, [k for k in content if k not in cue]))
        for cue, source in parts:
            for k in source:
                if span[k] != 3 or len(source) < 12:
                    span[k] = 1
        for cue, source in parts:
            for k in cue:
                span[k] = 2
        s.span = span
        s.mode, s.status = [IGNORE] * n, [IGNORE] * n
        s.trigger = [0] * n if "events" in article else None
        for e in article.get("events", []):
            anchor = e["spans"].get("anchor")
            here = set(inside(row, [anchor])) if anchor else ()
            tops = [k for k in here if words[k][2] - 1 not in here]
            if tops and s.trigger[tops[0]] == 0:
                k = tops[0]
                s.trigger[k] = TYPES.index(e["type"])
                s.mode[k] = MODES.index(e["mode"] or "-") if (e["mode"] or "-") in MODES else IGNORE
                s.status[k] = STATUSES.index(e["status"])
                marked.add(words[k][1])
        out.append(s)
    for s, words in zip(out, sentences):
        if s.trigger:
            s.trigger = [IGNORE if t == 0 and w[1] in marked else t for t, w in zip(s.trigger, words)]
    return out


def load(pairs):
    """pairs of (CoNLL-U file, folder or JSON Lines of annotated articles) -> {article id: sentences}."""
    out = {}
    for conllu, annotation in pairs:
        path = Path(annotation)
        lines = (f.read_text(encoding="utf-8") for f in sorted(path.glob("*.json"))) if path.is_dir() else open(path, encoding="utf-8")
        gold = {d["id"]: d for d in map(json.loads, lines)}
        lost = 0
        for name, sentences in articles(conllu):
            marks = mark(gold[name], sentences)
            lost += not marks
            out[name] = marks
        if lost:
            print(f"{conllu}: {lost} articles whose words do not fit their text")
    return out


def held(annotated, every, named=None):
    """The articles named in a file; without one, one of every so many articles with events, in the order of their ids."""
    if named:
        return set(Path(named).read_text().split()) & set(annotated)
    return set(sorted(name for name, ss in annotated.items() if any(s.trigger for s in ss))[::every])
