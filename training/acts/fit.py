"""Train the choice of acts: python fit.py GOLD_FOLDER OWN_FOLDER examples.tsv heldout.txt RESOURCES

GOLD_FOLDER holds annotated articles with the spans of each statement's content (one JSON file each), OWN_FOLDER what
articles.py makes of sentences of our own; examples.tsv is what
`dev.detente.reading.statement.ActExamples GOLD_FOLDER OWN_FOLDER` (test classes of detente-core) writes for them; heldout.txt lists the
articles that the language model has not learned marks from (train.py writes it). A statement read is an example when its content
shares at least half of the words of the union with an annotated one. Writes into RESOURCES

  acts.tsv          the word model, a linear one on named features, kept small (L2)
  act-weights.tsv   what the word model, the network's marks on cue and content, and the acts before and after count for, and which
                    act follows which (log-odds counted in the annotation)

The few weights are fitted on the articles held out, parted in FOLDS, each with a word model that has not seen it either; the word
model that is written has seen all. Prints the share of right acts on each fold by weights fitted on the others. Deterministic.
"""
import collections, json, re, sys
from pathlib import Path

import torch

ACTS = ("say claim deny confirm demand ask promise offer threaten warn accuse criticise praise support refuse hope "
        "apologise").split()
SCALE, LEAST = 64, 3
CHAINS = "goes-on", "quotes", "answers"  # a speaker's next statement, a speaker's next quote, another speaker's statement
FOLDS = 4
OURS = "-own-"  # in the ids of articles of our own
PRIOR = 10  # how many statements the share of an act counts for beside those counted


class Example:
    def __init__(self, article, spans, act, speaker, kind, cue, content, features):
        self.article, self.spans, self.act, self.speaker, self.kind, self.cue, self.content = article, spans, act, speaker, kind, cue, content
        self.features, self.gold = features, -1


def words(text, spans):
    return {m.start() + a for a, b in spans for m in re.finditer(r"\w+", text[a:b])}


def load(folder, examples):
    read = collections.defaultdict(list)
    for line in open(examples, encoding="utf-8"):
        article, spans, act, speaker, kind, cue, content, *features = line.rstrip("\n").split("\t")
        spans = [tuple(map(int, s.split("-"))) for s in spans.split(",")]
        signs = [[float(x) for x in column.split()] or [0.0] * len(ACTS) for column in (cue, content)]
        read[article].append(Example(article, spans, act, speaker, kind, *signs, features))
    for file in sorted(Path(folder).glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text, told = gold["text"], gold["statements"]
        g = [words(text, s["spans"]["content"]) for s in told]
        p = [words(text, example.spans) for example in read[gold["id"]]]
        pairs = [(len(a & b) / len(a | b), i, j) for i, a in enumerate(g) for j, b in enumerate(p) if len(a & b) * 2 >= len(a | b) > 0]
        used = set()
        for _, i, j in sorted(pairs, key=lambda x: -x[0]):
            if i not in used and read[gold["id"]][j].gold < 0:
                used.add(i)
                read[gold["id"]][j].gold = ACTS.index(told[i]["act"])
        yield read[gold["id"]]


def followers(folder):
    """Log-odds of an act after another, of the same speaker and of another one: two matrices."""
    counts, alone = torch.zeros(2, len(ACTS), len(ACTS), dtype=torch.float64), torch.zeros(len(ACTS), dtype=torch.float64)
    for file in sorted(Path(folder).glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))["statements"]
        told.sort(key=lambda s: min(s["spans"]["content"], default=[0]))
        for before, s in zip([None] + told, told):
            alone[ACTS.index(s["act"])] += 1
            if before:
                counts[int(before["speaker"] != s["speaker"]), ACTS.index(before["act"]), ACTS.index(s["act"])] += 1
    share = alone / alone.sum()
    return ((counts + PRIOR * share) / (counts.sum(-1, keepdim=True) + PRIOR) / share).log()


class Sum(torch.autograd.Function):
    """Scores of examples: the sum of the weights of their features."""

    @staticmethod
    def forward(ctx, weights, rows, columns):
        ctx.columns = columns
        return rows @ weights

    @staticmethod
    def backward(ctx, slope):
        return ctx.columns @ slope, None, None


def signs(x):
    """An example's features. Articles of our own have their own readiness for each act and cue beside, so that what is peculiar to
    how they were written and annotated does not count for others (Daumé 2007, Frustratingly easy domain adaptation)."""
    if OURS not in x.article:
        return x.features
    return x.features + ["own"] + ["own:" + f for f in x.features if f.startswith(("act=", "cue="))]


def train(data, l2=5.0, smoothing=0.05):
    counts = collections.Counter(f for x in data for f in signs(x))
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n > 1))}
    offsets, flat = [0], []
    for x in data:
        flat += [index[f] for f in signs(x) if f in index]
        offsets.append(len(flat))
    rows = torch.sparse_csr_tensor(torch.tensor(offsets), torch.tensor(flat), torch.ones(len(flat)), (len(data), len(index)))
    columns = rows.t().to_sparse_csr()
    target = torch.full((len(data), len(ACTS)), smoothing / len(ACTS))
    target[torch.arange(len(data)), torch.tensor([x.gold for x in data])] += 1 - smoothing
    weights = torch.zeros(len(index), len(ACTS), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=60, history_size=8, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        scores = Sum.apply(weights, rows, columns)
        loss = -(target * torch.log_softmax(scores, 1)).sum() + 0.5 * l2 * (weights**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return {f: i for f, i in index.items() if f.split(":")[0] != "own"}, weights.detach()


class Articles:
    """The parts of the choice for the statements of articles."""

    def __init__(self, articles, index, weights, after):
        self.articles = [a for a in articles if a]
        rows = [x for a in self.articles for x in a]
        told = lambda scores: torch.log_softmax(torch.tensor(scores, dtype=torch.float64), 1)
        linear = [weights[[index[f] for f in x.features if f in index]].sum(0).tolist() for x in rows]
        self.parts = {"words": told(linear), "cue": told([x.cue for x in rows]), "content": told([x.content for x in rows])}
        self.gold = [x.gold for x in rows]
        self.after = after

    def relation(self, before, x):
        same = x.speaker != "" and x.speaker == before.speaker
        return (CHAINS[1] if x.kind == "direct" else CHAINS[0]) if same else CHAINS[2]

    def likelihood(self, w):
        """The sum of the logarithms of the probability of each article's annotated acts, and each statement's likeliest act."""
        scores = sum(w[k] * part for k, part in self.parts.items())
        after = {k: w[k] * self.after[int(k == "answers")] for k in CHAINS}
        total, best, at = 0, [], 0
        for article in self.articles:
            links = [after[self.relation(a, b)] for a, b in zip(article, article[1:])]
            free, bound = [], []
            for i, x in enumerate(article):
                for way, known in ((free, False), (bound, x.gold >= 0)):
                    score = scores[at + i] + (torch.logsumexp(way[-1].unsqueeze(1) + links[i - 1], 0) if i else 0)
                    if known:
                        score = score + torch.where(torch.arange(len(ACTS)) == x.gold, 0.0, -1e9)
                    way.append(score)
            total = total + torch.logsumexp(bound[-1], 0) - torch.logsumexp(free[-1], 0)
            behind, told = torch.zeros(len(ACTS), dtype=torch.float64), []
            for i in reversed(range(len(article))):
                told.append(int((free[i] + behind).argmax()))
                if i:
                    behind = torch.logsumexp(links[i - 1] + scores[at + i] + behind, 1)
            best += reversed(told)
            at += len(article)
        return total, best

    @torch.no_grad()
    def right(self, w):
        pairs = [(a, b) for a, b in zip(self.likelihood(w)[1], self.gold) if b >= 0]
        return 100 * sum(a == b for a, b in pairs) / max(1, len(pairs))


def fit(folds):
    """The weights under which the annotated acts of all folds are likeliest."""
    w = {k: torch.tensor(1.0, dtype=torch.float64, requires_grad=True) for k in (*folds[0].parts, *CHAINS)}
    optimiser = torch.optim.LBFGS(w.values(), max_iter=25)

    def closure():
        optimiser.zero_grad()
        loss = -sum(fold.likelihood(w)[0] for fold in folds) + 0.1 * sum((v - 1) ** 2 for v in w.values())
        loss.backward()
        return loss

    optimiser.step(closure)
    return {k: v.detach() for k, v in w.items()}


def main(folder, own, examples, heldout, out):
    torch.set_num_threads(1)
    articles = list(load(folder, examples))
    names = set(Path(heldout).read_text(encoding="utf-8").split())
    held = [a for a in articles if a and a[0].article in names]
    every = [x for a in articles for x in a if x.gold >= 0] + [x for a in load(own, examples) for x in a if x.gold >= 0]
    after = followers(folder)
    folds = []
    for k in range(FOLDS):
        fold = held[k::FOLDS]
        away = {a[0].article for a in fold}
        folds.append(Articles(fold, *train([x for x in every if x.article not in away]), after))
    for fold in folds:
        right = fold.right(fit([f for f in folds if f is not fold]))
        print(f"right of the held out: {right:.1f} % of {sum(g >= 0 for g in fold.gold)}", flush=True)
    w = fit(folds)
    index, weights = train(every)
    with open(Path(out) / "acts.tsv", "w", encoding="utf-8") as lines:
        lines.write(" ".join(ACTS) + "\n")
        for feature in sorted(index):
            row = (weights[index[feature]] * SCALE).round().clamp(-127, 127).int().tolist()
            if max(map(abs, row)) >= LEAST:
                lines.write(feature + "\t" + "\t".join(f"{i}:{v}" for i, v in enumerate(row) if abs(v) > 1) + "\n")
    with open(Path(out) / "act-weights.tsv", "w", encoding="utf-8") as lines:
        for name, weight in w.items():
            lines.write(f"{name}\t{weight.item():.3f}\n")
            print(name, f"{weight.item():.3f}")
        for name, matrix in zip(("same", "other"), after):
            for act, row in zip(ACTS, matrix.tolist()):
                lines.write(f"{name}\t{act}\t" + "\t".join(f"{v:.2f}" for v in row) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
