"""Names for the trees of EWT, which has none: python web_names.py RUN ewt-train.conllu.gz OUT.conllu

Self-training with the trees as a second witness. What can be a name is told by the annotators: a run of proper nouns joined in the
tree. Whether it is one, and of which kind, is told by a finished network, over all places of the document that have the same words.
Where it is not sure, the words are left out of the loss ("?"). A word on the left that the network does not take for part of a
name, a title mostly, is cut off.
"""
import sys
from collections import defaultdict

import torch

import corpus
from predict import Analyser

KINDS = ["PER", "ORG", "LOC"]
SURE_NONE = 0.9  # mean probability over the places in a document


@torch.no_grad()
def probabilities(analyser, sentences):
    """-> per sentence [words, kinds + none]."""
    net, types, out = analyser.net, analyser.types, [None] * len(sentences)
    columns = [[i for i, n in enumerate(corpus.NAMES) if n[2:] == k] for k in KINDS]
    for k, s in enumerate(sentences):
        ids = [types.id(f) for f in s.forms]
        width = max(len(types.grams[i]) for i in ids)
        grams = torch.tensor([types.grams[i] + [0] * (width - len(types.grams[i])) for i in ids])
        x = net.composition(torch.tensor([types.word[i] for i in ids]), torch.tensor([types.fixed[i] for i in ids]), grams).unsqueeze(1)
        h = net.encode(x, torch.tensor([corpus.TREEBANKS.index("gum")]), 0)
        p = net.labels(h, x, lambda v, positions=0: v)[3][:, 0].softmax(-1)
        out[k] = torch.stack([p[:, c].sum(-1) for c in columns] + [p[:, 0]], -1)
    return out


def candidates(s, none):
    """Runs of proper nouns that hang together in the tree, with what the network counts in ("New", "of"), as (start, end)."""
    proper = [u == "PROPN" for u in s.upos]
    inside = [p or n < 0.4 for p, n in zip(proper, none)]
    out, i = [], 0
    while i < len(s.forms):
        j = i + 1
        if inside[i]:
            while j < len(s.forms) and inside[j] and (not (proper[j - 1] and proper[j]) or joined(s, i, j)):
                j += 1
            end = j
            while end > i and s.upos[end - 1] in ("ADP", "DET", "PUNCT", "CCONJ", "PART"):
                end -= 1
            if any(proper[i:end]):
                out.append((i, end))
        i = j
    return out


def joined(s, start, word):
    """Whether the word's head stands in the run before it, or one of the run hangs on it, by a relation within names."""
    within = ("flat", "compound", "goeswith", "nmod")
    down = start < s.heads[word] <= word and s.rels[word].split(":")[0] in within
    return down or any(s.heads[k] == word + 1 and s.rels[k].split(":")[0] in within for k in range(start, word))


def main():
    run, path, out = sys.argv[1:]
    torch.set_num_threads(1)
    analyser = Analyser(run)
    sentences = corpus.read_conllu(path, "ewt")
    documents, n = [], 0
    for line in corpus.opened(path):
        n += line.startswith("# newdoc id")
        if line == "\n":
            documents.append(n)
    probability = probabilities(analyser, sentences)
    spans, votes = [], defaultdict(list)
    for s, p, d in zip(sentences, probability, documents):
        found = []
        for i, j in candidates(s, p[:, 3].tolist()):
            while j - i > 1 and p[i, 3] > 0.7:
                i += 1
            key = (d, " ".join(s.forms[i:j]).lower())
            votes[key].append(p[i:j].mean(0))
            found.append((i, j, key))
        spans.append(found)
    told = {k: torch.stack(v).mean(0).tolist() for k, v in votes.items()}
    counts = defaultdict(int)
    for s, found in zip(sentences, spans):
        s.names = ["O"] * len(s.forms)
        for i, j, key in found:
            *kinds, none = told[key]
            best = max(range(3), key=kinds.__getitem__)
            if none < SURE_NONE:
                label = KINDS[best] if kinds[best] > max(0.15, 0.65 * sum(kinds)) else "?"
                counts[label] += 1
                s.names[i:j] = ["?"] * (j - i) if label == "?" else ["B-" + label] + ["I-" + label] * (j - i - 1)
            else:
                counts["O"] += 1
    print(dict(counts), file=sys.stderr)
    rest = iter(zip(sentences, range(len(sentences))))
    with open(out, "w", encoding="utf-8") as target:
        names = None
        for line in corpus.opened(path):
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                if names is None:
                    names = iter(next(rest)[0].names)
                cells[9] = "|".join([m for m in cells[9].split("|") if m != "_"] + ["name=" + next(names)])
                line = "\t".join(cells) + "\n"
            elif line == "\n":
                names = None
            target.write(line)


if __name__ == "__main__":
    main()
