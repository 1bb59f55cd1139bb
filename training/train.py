"""Train the language model: python train.py --data ../../shared/data/treebank --out work/run1 --minutes 90

The learning rate falls along a cosine over the larger of step/steps and elapsed/minutes, so that a run fits the time at hand.
A checkpoint every few minutes makes the run resumable with the same command. Weights are averaged exponentially;
the average is what is evaluated and exported.
"""
import argparse, copy, json, math, random, time
from pathlib import Path

import torch
import torch.nn.functional as F

import corpus, marks, restore
from corpus import IGNORE
from model import Network, shared_dropout

WEIGHTS = {"arc": 1.0, "rel": 1.0, "upos": 0.6, "feats": 0.9, "script": 0.5, "name": 1.0}
WEIGHTS |= {"act": 0.5, "trigger": 1.5, "mode": 0.15, "status": 0.2, "span": 0.6}
HELD = 8  # every eighth article with events is held out
CUELESS = 0.25  # of the statements are learned from their content alone


class Batch:
    def __init__(self, group, types):
        ids = torch.tensor([s.types for s in group])
        unique, self.inverse = ids.t().unique(return_inverse=True)  # [n, batch]
        u = unique.tolist()
        self.word = torch.tensor([types.word[i] for i in u])
        self.fixed = torch.tensor([types.fixed[i] for i in u])
        width = max(len(types.grams[i]) for i in u)
        self.grams = torch.tensor([types.grams[i] + [0] * (width - len(types.grams[i])) for i in u])
        self.treebank = torch.tensor([s.treebank for s in group])
        t = lambda k: torch.tensor([getattr(s, k) for s in group])
        self.upos, self.feats, self.scripts, self.names, self.heads, self.rels = map(t, ("upos", "feats", "scripts", "names", "heads", "rels"))
        self.size = ids.numel()
        marked = [(r, s.marks) for r, s in enumerate(group) if s.marks]
        self.marked = torch.tensor([r for r, _ in marked])
        self.marks = {}
        for layer in ("trigger", "mode", "status", "span"):
            rows = [getattr(m, layer) or [IGNORE] * len(m.forms) for _, m in marked]
            if any(v != IGNORE for row in rows for v in row):
                self.marks[layer] = torch.tensor(rows)
        self.acts = [(k, *a) for k, (_, m) in enumerate(marked) for a in m.acts]


def act_scores(b, mark, acts):
    """Scores [statements, acts]: the means over the words of the cue and of the content, added. mark [n, marked, labels]."""
    out = 0
    for group, at in (("cue", 2), ("content", 3)):
        index = [(k * mark.shape[1] + a[0], s) for s, a in enumerate(acts) for k in a[at]]
        if index:
            words, statements = torch.tensor(index).t()
            count = torch.zeros(len(acts)).index_add_(0, statements, torch.ones(len(index))).clamp(min=1)
            flat = mark[..., slice(*marks.OFFSETS[group])].float().flatten(0, 1)
            out = out + torch.zeros(len(acts), flat.shape[1]).index_add_(0, statements, flat[words]) / count.unsqueeze(1)
    return out


def losses(net, b, a):
    word = torch.where(torch.rand(b.word.shape) < a.word_dropout, 0, b.word)
    drop = lambda v, positions=0: shared_dropout(v, a.dropout, net.training, positions)
    x = net.composition(word, b.fixed, b.grams, 0.15)[b.inverse]
    h = net.encode(x, b.treebank, a.dropout)
    upos, feats, script, name, mark = net.labels(h, shared_dropout(x, a.dropout, net.training), drop, a.mark_dropout)
    ce = lambda s, gold: F.cross_entropy(s.float().flatten(0, 1), gold.t().flatten(), ignore_index=IGNORE, reduction="sum") / max(1, (gold != IGNORE).sum().item())
    out = {"name": ce(name, b.names)} if (b.names != IGNORE).any() else {}
    if (b.upos != IGNORE).any():
        rows = (b.heads[:, 0] != IGNORE).nonzero().squeeze(1)
        scores, dep, head = net.arcs(h[:, rows], drop)
        heads = b.heads[rows]
        out["arc"] = F.cross_entropy(scores.float().flatten(0, 1), heads.flatten())
        out["rel"] = F.cross_entropy(net.relations(dep, head, heads, drop).float().flatten(0, 1), b.rels[rows].flatten(), ignore_index=IGNORE)
        out["upos"], out["feats"], out["script"] = ce(upos, b.upos), ce(feats, b.feats), ce(script, b.scripts)
    if len(b.marked):
        mark = mark[:, b.marked]
        for layer, gold in b.marks.items():
            out[layer] = ce(mark[..., slice(*marks.OFFSETS[layer])], gold)
        if b.acts:
            acts = [(k, act, [] if content and random.random() < CUELESS else cue, content) for k, act, cue, content in b.acts]
            out["act"] = F.cross_entropy(act_scores(b, mark, acts), torch.tensor([a[1] for a in acts]), label_smoothing=0.1)
    return out


def same(v, positions=0):
    return v


@torch.no_grad()
def evaluate(net, types, dev):
    """Plain argmax accuracies on gold tokens; the real figures come from score_conllu.py."""
    net.eval()
    out = {}
    for name, sentences in dev.items():
        c = dict(n=0, upos=0, feats=0, script=0, uas=0, las=0, tp=0, sys=0, gold=0)
        for group in corpus.batches(sentences, 4000, random.Random(0), 64):
            b = Batch(group, types)
            x = net.composition(b.word, b.fixed, b.grams)[b.inverse]
            h = net.encode(x, b.treebank, 0)
            u, f, s, nm = [v.argmax(-1).t() for v in net.labels(h, x, same)[:4]]
            scores, dep, head = net.arcs(h, same)
            heads = scores.argmax(-1)
            rels = net.relations(dep, head, heads, same).argmax(-1)
            c["n"] += b.size
            for k, p, g in (("upos", u, b.upos), ("feats", f, b.feats), ("script", s, b.scripts)):
                c[k] += (p == g).sum().item()
            c["uas"] += (heads == b.heads).sum().item()
            c["las"] += ((heads == b.heads) & (rels == b.rels)).sum().item()
            for p, g in zip(nm.tolist(), b.names.tolist()):
                if IGNORE not in g:
                    p, g = spans(p), spans(g)
                    c["tp"] += len(p & g); c["sys"] += len(p); c["gold"] += len(g)
        n = c.pop("n")
        r = {k: round(100 * c[k] / n, 2) for k in ("upos", "feats", "script", "uas", "las")}
        if c["gold"]:
            r["ner"] = round(200 * c["tp"] / max(1, c["sys"] + c["gold"]), 2)
        out[name] = r
    net.train()
    return out


@torch.no_grad()
def evaluate_marks(net, types, sentences):
    """Percentages on articles held out: acts right with the cue and from the content alone, F1 of triggers (word and type), their
    modes and statuses, F1 of the words of cues and contents."""
    net.eval()
    c, f1 = {}, {}
    count = lambda k, right, of: c.__setitem__(k, (c.get(k, (0, 0))[0] + right, c.get(k, (0, 0))[1] + of))
    score = lambda k, tp, sys, gold: f1.__setitem__(k, [x + y for x, y in zip(f1.get(k, [0, 0, 0]), (tp, sys, gold))])
    for group in corpus.batches(sentences, 4000, random.Random(0), 64):
        b = Batch(group, types)
        x = net.composition(b.word, b.fixed, b.grams)[b.inverse]
        h = net.encode(x, b.treebank, 0)
        mark = net.labels(h, x, same)[4][:, b.marked]
        best = {k: mark[..., slice(*marks.OFFSETS[k])].argmax(-1).t() for k in ("trigger", "mode", "status", "span")}
        if b.acts:
            gold = torch.tensor([a[1] for a in b.acts])
            count("act", (act_scores(b, mark, b.acts).argmax(-1) == gold).sum().item(), len(gold))
            bare = [(i, (k, act, [], content)) for i, (k, act, _, content) in enumerate(b.acts) if content]
            if bare:
                count("act of content", (act_scores(b, mark, [x for _, x in bare]).argmax(-1) == gold[[i for i, _ in bare]]).sum().item(), len(bare))
        for k in ("mode", "status"):
            if k in b.marks:
                told = b.marks[k] != IGNORE
                count(k, (best[k][told] == b.marks[k][told]).sum().item(), told.sum().item())
        if "trigger" in b.marks:
            g, p = b.marks["trigger"], best["trigger"]
            score("trigger", ((p == g) & (g > 0)).sum().item(), ((p > 0) & (g != IGNORE)).sum().item(), (g > 0).sum().item())
        for k, label in (("cue", 2), ("in content", 3)):
            g, p = b.marks["span"] == label, best["span"] == label
            score(k, (p & g).sum().item(), p.sum().item(), g.sum().item())
    net.train()
    out = {k: round(100 * r / max(1, n), 1) for k, (r, n) in c.items()}
    return out | {k: round(200 * tp / max(1, s + g), 1) for k, (tp, s, g) in f1.items()}


def spans(ids):
    out, start = set(), None
    for i, k in enumerate(ids):
        if k == 0:
            start = None
            continue
        p, label = corpus.NAMES[k].split("-")
        if p in "BS":
            start = (i, label)
        if p in "ES" and start and start[1] == label:
            out.add((start[0], i, label))
            start = None
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", default="../../shared/data/treebank")
    ap.add_argument("--out", default="work/run")
    ap.add_argument("--steps", type=int, default=20000)
    ap.add_argument("--minutes", type=float, default=0)
    ap.add_argument("--seed", type=int, default=17)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--tokens", type=int, default=1400)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--dropout", type=float, default=0.33)
    ap.add_argument("--word-dropout", type=float, default=0.15)
    ap.add_argument("--english", type=float, default=0.6, help="share of the English trees seen in an epoch")
    ap.add_argument("--silver", type=float, default=0.2, help="share of the silver sentences seen in an epoch")
    ap.add_argument("--web-names", help="EWT with the names of web_names.py")
    ap.add_argument("--exchange", type=float, default=0.5, help="share of the sentences whose names are exchanged")
    ap.add_argument("--mark-dropout", type=float, default=0.5)
    ap.add_argument("--average", type=float, default=0.998)
    ap.add_argument("--evaluate-minutes", type=float, default=8)
    ap.add_argument("--init", help="folder of exported files to begin from")
    ap.add_argument("--marks", nargs=2, action="append", default=[], metavar=("CONLLU", "ARTICLES"), help="annotated articles, with Detente's words")
    ap.add_argument("--held", help="file of the articles to hold out, one a line; every eighth without it")
    ap.add_argument("--attributions", type=float, default=0.15, help="share of the sentences seen in an epoch that have attributions only")
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    say = lambda *w: print(time.strftime("%H:%M:%S"), *w, flush=True)

    trees, silver = corpus.load(a.data, a.web_names)
    annotated = marks.load(a.marks)
    held = marks.held(annotated, HELD, a.held)
    (out / "heldout.txt").write_text("".join(name + "\n" for name in sorted(held)))
    learned = [s for name, ss in annotated.items() if name not in held for s in ss]
    inv_path = out / "inventory.json"
    if not inv_path.exists():
        inv = restore.inventory(a.init) if a.init else corpus.Inventory.build(trees, silver)
        inv.extended((f for s in learned if s.trigger for f in s.forms), 4).save(inv_path)
    inv = corpus.Inventory.load(inv_path)
    types = corpus.Types(inv)
    encoded = [corpus.Encoded(s, inv, types) for s in trees]
    dev = {k: [corpus.Encoded(s, inv, types) for s in corpus.read_conllu(Path(a.data) / p, k)] for k, p in corpus.DEV.items()}
    exchange = corpus.Exchange(trees + silver)
    some = {k: v[::4] for k, v in dev.items()}
    told, attributed = [], []
    for s in learned:
        if 2 <= len(s.forms) <= 150:
            (told if s.trigger else attributed).append(corpus.Encoded(s, inv, types))
    unseen = [corpus.Encoded(s, inv, types) for name in sorted(held) for s in annotated[name]]
    say("sentences", len(trees), "silver", len(silver), "marked", len(told), "attributed", len(attributed), "held out", len(unseen), "types", len(types.ids), "words", len(inv.words))

    net = Network(inv, len(corpus.TREEBANKS))
    if a.init:
        restore.restored(a.init, net, inv)
    average = copy.deepcopy(net).requires_grad_(False)
    say("parameters", sum(p.numel() for p in net.parameters()), "in tables", sum(p.numel() for n, p in net.named_parameters() if "composition" in n))
    opt = torch.optim.AdamW(net.parameters(), lr=a.rate, betas=(0.9, 0.98), eps=1e-8, weight_decay=0.01, fused=True)
    step, epoch, spent = 0, 0, 0.0
    path = out / "checkpoint.pt"
    if path.exists():
        c = torch.load(path, weights_only=False)
        net.load_state_dict(c["net"]); average.load_state_dict(c["average"]); opt.load_state_dict(c["opt"])
        step, epoch, spent = c["step"], c["epoch"] + 1, c["spent"]
        torch.manual_seed(a.seed + step)
        say("resumed at step", step)

    def save():
        tmp = out / "checkpoint.tmp"
        torch.save(dict(net=net.state_dict(), average=average.state_dict(), opt=opt.state_dict(), step=step, epoch=epoch, spent=spent, args=vars(a)), tmp)
        tmp.rename(path)

    begin, base, shown, mean, words = time.time(), spent, time.time(), {}, 0
    shown_eval = spent
    done = lambda: max(step / a.steps, spent / 60 / a.minutes if a.minutes else 0)
    net.train()
    while done() < 1:
        rng = random.Random(a.seed * 1000 + epoch)
        chosen = []
        for s, e in zip(trees, encoded):
            if s.treebank in ("ewt", "gum") and rng.random() > a.english:
                continue
            if len(s.forms) > 150:
                continue
            t, forms, recased = corpus.augment(exchange(s, rng) if rng.random() < a.exchange else s, rng)
            chosen.append(e if t is s and forms is None else corpus.Encoded(t, inv, types, forms, recased))
        for s in silver:
            if rng.random() < a.silver:
                chosen.append(corpus.Encoded(exchange(s, rng) if rng.random() < a.exchange else s, inv, types))
        chosen += told + [s for s in attributed if rng.random() < a.attributions]
        for group in corpus.batches(chosen, a.tokens, rng):
            p = done()
            if p >= 1:
                break
            rate = a.rate * min(1, (step + 1) / 400) * (0.5 * (1 + math.cos(math.pi * p)) * 0.99 + 0.01)
            for g in opt.param_groups:
                g["lr"] = rate
            b = Batch(group, types)
            with torch.autocast("cpu", torch.bfloat16):
                ls = losses(net, b, a)
            loss = sum(WEIGHTS[k] * v for k, v in ls.items()) * (b.size / a.tokens) ** 0.5
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0, foreach=True)
            opt.step()
            step += 1
            words += b.size
            if step % 4 == 0:
                d = min(a.average, (step + 1) / (step + 40)) ** 4
                with torch.no_grad():
                    torch._foreach_lerp_(list(average.parameters()), list(net.parameters()), 1 - d)
            for k, v in ls.items():
                m = mean.setdefault(k, [0, 0]); m[0] += v.item(); m[1] += 1
            spent = base + time.time() - begin
            if step % 100 == 0:
                say("epoch", epoch, "step", step, f"{p:.3f}", "lr %.5f" % rate, "words/s", round(words / (time.time() - shown)), " ".join(f"{k} {m[0] / m[1]:.3f}" for k, m in mean.items()))
                mean, words, shown = {}, 0, time.time()
            if spent - shown_eval > 60 * a.evaluate_minutes:
                shown_eval = spent
                save()
                say("dev", json.dumps(evaluate(average, types, some)), json.dumps(evaluate_marks(average, types, unseen) if unseen else {}))
                shown, words = time.time(), 0
        epoch += 1
    save()
    say("dev", json.dumps(evaluate(average, types, dev)), json.dumps(evaluate_marks(average, types, unseen) if unseen else {}))
    say("finished", "steps", step, "seconds", round(spent))


if __name__ == "__main__":
    main()
