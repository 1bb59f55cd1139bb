"""Annotate CoNLL-U (gold tokens) with a checkpoint: python predict.py work/run IN.conllu LANGUAGE > OUT.conllu

The arg max network in PyTorch, unquantised; the Java analyser is the product, this is the reference.
"""
import random, sys
from pathlib import Path

import torch

import corpus, decode, lemma
from model import Network
from train import same

ROWS = {"nb": ["nb"], "nn": ["nn"], "en": ["gum"], "ewt": ["ewt"], "gum": ["gum"], "da": ["nb"], "sv": ["nb"]}
LONGEST = 150


class Analyser:
    def __init__(self, run, which="average"):
        self.inv = corpus.Inventory.load(Path(run) / "inventory.json")
        self.types = corpus.Types(self.inv)
        self.net = Network(self.inv, len(corpus.TREEBANKS)).eval()
        self.net.load_state_dict(torch.load(Path(run) / "checkpoint.pt", weights_only=False)[which])

    @torch.no_grad()
    def __call__(self, sentences, language):
        """Lists of forms -> lists of (form, lemma, upos, feats, head, rel, name)."""
        out = [None] * len(sentences)
        groups = {}
        for k, forms in enumerate(sentences):
            groups.setdefault(len(forms), []).append(k)
        for n, ks in sorted(groups.items()):
            size = max(1, 3000 // n)
            for at in range(0, len(ks), size):
                part = ks[at : at + size]
                for k, r in zip(part, self.run([sentences[k] for k in part], language)):
                    out[k] = r
        return out

    def run(self, group, language):
        inv, types, net = self.inv, self.types, self.net
        ids = torch.tensor([[types.id(f) for f in forms] for forms in group])
        u, inverse = ids.t().unique(return_inverse=True)
        u = u.tolist()
        grams = torch.zeros(len(u), 40, dtype=torch.long)
        for i, t in enumerate(u):
            grams[i, : len(types.grams[t])] = torch.tensor(types.grams[t], dtype=torch.long)
        x = net.composition(torch.tensor([types.word[i] for i in u]), torch.tensor([types.fixed[i] for i in u]), grams)[inverse]
        row = torch.tensor([corpus.TREEBANKS.index(ROWS[language][0])] * len(group))
        h = net.encode(x, row, 0)
        upos, feats, script, name, _ = net.labels(h, x, same)
        scores, dep, head = net.arcs(h, same)
        heads = torch.tensor([decode.tree(s) for s in scores.numpy()])
        rels = net.relations(dep, head, heads, same)
        rels[..., inv.rels_id["root"]] = torch.where(heads == 0, 1e9, -1e9)
        rels = rels.argmax(-1).tolist()
        upos, feats, script = [v.argmax(-1).t().tolist() for v in (upos, feats, script)]
        for b, forms in enumerate(group):
            nm = decode.names(name[:, b].numpy())
            yield [
                (f, lemma.apply(inv.scripts[script[b][i]], f), inv.upos[upos[b][i]], inv.feats[feats[b][i]], int(heads[b, i]), inv.rels[rels[b][i]], nm[i])
                for i, f in enumerate(forms)
            ]


def main():
    run, path, language = sys.argv[1:4]
    torch.set_num_threads(1)
    analyser = Analyser(run)
    meta, rows, sentences, metas, allrows = [], [], [], [], []
    for line in corpus.opened(path):
        line = line.rstrip("\n")
        if not line:
            if rows:
                sentences.append([r[1] for r in rows if r[0].isdigit()])
                allrows.append(rows)
                metas.append(meta)
            rows, meta = [], []
        elif line[0] == "#":
            meta.append(line)
        else:
            rows.append(line.split("\t"))
    for meta, rows, result in zip(metas, allrows, analyser(sentences, language)):
        for m in meta:
            print(m)
        k = 0
        for r in rows:
            if not r[0].isdigit():
                print("\t".join(r))
                continue
            form, lem, upos, feats, head, rel, name = result[k]
            k += 1
            space = ["SpaceAfter=No"] if "SpaceAfter=No" in r[9] else []
            print("\t".join([r[0], form, lem, upos, "_", feats, str(head), rel, "_", "|".join(space + ["name=" + name])]))
        print()


if __name__ == "__main__":
    main()
