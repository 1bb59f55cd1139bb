"""F1 with 95 % bootstrap intervals, names by type: python intervals.py GOLD.conllu SYSTEM.conllu

Words are aligned by their characters, as score_conllu.py does; sentences of the gold file are drawn 1,000 times.
"""
import sys
from collections import defaultdict

import numpy as np

import corpus

LAYERS = ("UPOS", "FEATS", "lemma", "UAS", "LAS")


def read(path):
    """-> sentences of words: dict of span, parent span and columns. Spans count characters without white space."""
    out, words, at, token = [], [], 0, None
    for line in corpus.opened(path):
        line = line.rstrip("\n")
        if not line:
            if words:
                for w in words:
                    w["parent"] = words[w["head"] - 1]["span"] if w["head"] else None
                out.append(words)
            words, token = [], None
        elif line[0] != "#":
            c = line.split("\t")
            if "." in c[0]:
                continue
            n = len("".join(c[1].split()))
            if "-" in c[0]:
                a, b = map(int, c[0].split("-"))
                token, at = (a, b, at, at + n), at + n
                continue
            i = int(c[0])
            if token and token[0] <= i <= token[1]:
                span = (token[2], token[3], i - token[0])
            else:
                span, at = (at, at + n, 0), at + n
            name = next((m[5:] for m in c[9].split("|") if m.startswith("name=")), "O")
            words.append(dict(lemma=c[2], UPOS=c[3], FEATS=c[5], head=int(c[6]), rel=c[7].split(":")[0], name=name, span=span))
    return out


def names(words):
    out, start, last = set(), None, None
    for w in words + [dict(name="O", span=(0, 0, 0))]:
        n = w["name"]
        if start and (n == "O" or n[0] == "B" or n[2:] != start[1]):
            out.add((start[0], last, start[1]))
            start = None
        if n != "O" and not start:
            start = (w["span"][0], n[2:])
        last = w["span"][1]
    return out


def main():
    gold, system = read(sys.argv[1]), read(sys.argv[2])
    found = {w["span"]: w for s in system for w in s}
    found_names = {n for s in system for n in names(s)}
    starts = np.array([s[0]["span"][0] for s in gold])
    index = lambda at: int(np.searchsorted(starts, at, side="right")) - 1
    # per gold sentence: right, found, there
    counts = defaultdict(lambda: np.zeros((len(gold), 3)))
    for w in found.values():
        for k in LAYERS:
            counts[k][index(w["span"][0]), 1] += 1
    for i, s in enumerate(gold):
        for w in s:
            f = found.get(w["span"])
            for k in LAYERS:
                counts[k][i, 2] += 1
                if f is None:
                    continue
                right = f["parent"] == w["parent"] if k in ("UAS", "LAS") else f[k] == w[k]
                counts[k][i, 0] += right and (k != "LAS" or f["rel"] == w["rel"])
        for n in names(s):
            for k in ("names", n[2]):
                counts[k][i, 2] += 1
                counts[k][i, 0] += n in found_names
    for n in found_names:
        for k in ("names", n[2]):
            counts[k][index(n[0]), 1] += 1
    f1 = lambda c: 100 * 2 * c[..., 0] / np.maximum(1, c[..., 1] + c[..., 2])
    rng = np.random.default_rng(1)
    draws = rng.multinomial(len(gold), np.full(len(gold), 1 / len(gold)), size=1000)
    for k in list(LAYERS) + ["names"] + sorted(set(counts) - set(LAYERS) - {"names"}):
        low, high = np.percentile(f1(draws @ counts[k]), [2.5, 97.5])
        print(f"{k:8} {f1(counts[k].sum(0)):6.2f}  [{low:.1f}, {high:.1f}]  gold {int(counts[k][:, 2].sum())}")


if __name__ == "__main__":
    main()
