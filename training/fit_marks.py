"""Fit the heads of marks alone, on the states of a finished network: python fit_marks.py RUN --marks CONLLU ARTICLES ...

The states of all marked sentences are computed once, so that an epoch takes seconds. Every eighth article is held out, as in
train.py; the epoch that does best there is kept. Writes the heads into the run's checkpoint.
"""
import argparse, random, time
from pathlib import Path

import torch
import torch.nn.functional as F

import corpus, marks
from model import MARK, H, X
from predict import Analyser
from train import CUELESS, HELD, WEIGHTS, Batch, act_scores, shared_dropout
from corpus import IGNORE


@torch.no_grad()
def states(net, types, sentences):
    """-> batches with the network's states beside the word vectors, kept in half precision."""
    out = []
    for group in corpus.batches(sentences, 3000, random.Random(0), 64):
        b = Batch(group, types)
        x = net.composition(b.word, b.fixed, b.grams)[b.inverse]
        out.append((b, torch.cat([net.encode(x, b.treebank, 0), x], -1).to(torch.bfloat16)))
    return out


def scores(head, hx, dropout, training):
    hidden, last = head
    v = F.gelu(hidden(shared_dropout(hx.float(), dropout, training)), approximate="tanh")
    return last(shared_dropout(v, 0.33, training))


def loss(b, mark):
    ce = lambda s, gold: F.cross_entropy(s.flatten(0, 1), gold.t().flatten(), ignore_index=IGNORE)
    out = {k: ce(mark[..., slice(*marks.OFFSETS[k])], gold) for k, gold in b.marks.items()}
    if b.acts:
        acts = [(k, act, [] if content and random.random() < CUELESS else cue, content) for k, act, cue, content in b.acts]
        out["act"] = F.cross_entropy(act_scores(b, mark, acts), torch.tensor([a[1] for a in acts]), label_smoothing=0.1)
    return sum(WEIGHTS[k] * v for k, v in out.items())


@torch.no_grad()
def figures(head, batches):
    """Percent of acts right, and F1 of triggers with their types, of the words of cues and of contents."""
    right = told = 0
    f = {"trigger": [0, 0, 0], "cue": [0, 0, 0], "content": [0, 0, 0]}
    for b, hx in batches:
        mark = scores(head, hx, 0, False)
        if b.acts:
            gold = torch.tensor([a[1] for a in b.acts])
            right += (act_scores(b, mark, b.acts).argmax(-1) == gold).sum().item()
            told += len(gold)
        best = {k: mark[..., slice(*marks.OFFSETS[k])].argmax(-1).t() for k in ("trigger", "span")}
        cells = [("cue", best["span"] == 2, b.marks["span"] == 2), ("content", best["span"] == 3, b.marks["span"] == 3)]
        if "trigger" in b.marks:
            g, p = b.marks["trigger"], best["trigger"]
            for i, v in enumerate((((p == g) & (g > 0)).sum(), ((p > 0) & (g != IGNORE)).sum(), (g > 0).sum())):
                f["trigger"][i] += v.item()
        for k, p, g in cells:
            for i, v in enumerate(((p & g).sum(), p.sum(), g.sum())):
                f[k][i] += v.item()
    return {"act": 100 * right / max(1, told)} | {k: 200 * tp / max(1, s + g) for k, (tp, s, g) in f.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("run")
    ap.add_argument("--marks", nargs=2, action="append", required=True)
    ap.add_argument("--epochs", type=int, default=14)
    ap.add_argument("--rate", type=float, default=1e-3)
    ap.add_argument("--dropout", type=float, default=0.5)
    ap.add_argument("--held", help="file of the articles to hold out, one a line; every eighth without it")
    ap.add_argument("--attributions", type=float, default=0.15)
    ap.add_argument("--seed", type=int, default=17)
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    rng = random.Random(a.seed)
    analyser = Analyser(a.run)
    net, inv, types = analyser.net, analyser.inv, analyser.types
    annotated = marks.load(a.marks)
    held = marks.held(annotated, HELD, a.held)
    pick = lambda s: 2 <= len(s.forms) <= 150 and (s.trigger or rng.random() < a.attributions)
    learned = [corpus.Encoded(s, inv, types) for name, ss in annotated.items() if name not in held for s in ss if pick(s)]
    unseen = [corpus.Encoded(s, inv, types) for name in sorted(held) for s in annotated[name]]
    train, dev = states(net, types, learned), states(net, types, unseen)
    print(time.strftime("%H:%M:%S"), "states of", len(learned), "and", len(unseen), "sentences", flush=True)
    head = torch.nn.ModuleList([torch.nn.Linear(2 * H + X, MARK), torch.nn.Linear(MARK, len(marks.LABELS))])
    opt = torch.optim.AdamW(head.parameters(), lr=a.rate, weight_decay=0.02)
    best, kept = -1, None
    steps, step = a.epochs * len(train), 0
    for epoch in range(a.epochs):
        rng.shuffle(train)
        for b, hx in train:
            for g in opt.param_groups:
                g["lr"] = a.rate * (1 - step / steps)
            step += 1
            if not b.marks and not b.acts:
                continue
            opt.zero_grad()
            loss(b, scores(head, hx, a.dropout, True)).backward()
            opt.step()
        f = figures(head, dev)
        total = f["act"] + f["trigger"] + f["cue"] / 2
        print(time.strftime("%H:%M:%S"), "epoch", epoch, " ".join(f"{k} {v:.1f}" for k, v in f.items()), flush=True)
        if total > best:
            best, kept = total, {k: v.clone() for k, v in head.state_dict().items()}
    path = Path(a.run) / "checkpoint.pt"
    c = torch.load(path, weights_only=False)
    for i, name in enumerate(("mark_hidden", "mark")):
        for end in ("weight", "bias"):
            c["average"][f"{name}.{end}"] = kept[f"{i}.{end}"]
    torch.save(c, path)


if __name__ == "__main__":
    main()
