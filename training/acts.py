"""Train the act model: python acts.py GOLD_FOLDER examples.tsv acts.tsv

GOLD_FOLDER holds annotated articles with the spans of each statement's content (one JSON file each); examples.tsv is what
`dev.detente.reading.statement.ActExamples GOLD_FOLDER` (test classes of detente-core) writes for them. A statement read is an
example when its content shares at least half of the words of the union with an annotated one. The model is a linear one,
trained with most features left out at random, and written as text: the acts, then a feature and its weights per line.
Prints the accuracy on a fifth of the articles held out, then trains on all. Deterministic.
"""
import collections, json, random, re, sys
from pathlib import Path

import torch

ACTS = ("say claim deny confirm demand ask promise offer threaten warn accuse criticise praise support refuse hope "
        "apologise").split()
SCALE, LEAST = 40, 4


def words(text, spans):
    return {m.start() + a for a, b in spans for m in re.finditer(r"\w+", text[a:b])}


def load(folder, examples):
    read = collections.defaultdict(list)
    for line in open(examples, encoding="utf-8"):
        article, spans, act, *features = line.rstrip("\n").split("\t")
        spans = [tuple(map(int, s.split("-"))) for s in spans.split(",")]
        read[article].append((spans, act, features))
    data = []
    for file in sorted(Path(folder).glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text, told = gold["text"], gold["statements"]
        g = [words(text, s["spans"]["content"]) for s in told]
        p = [words(text, spans) for spans, _, _ in read[gold["id"]]]
        pairs = [(len(a & b) / len(a | b), i, j) for i, a in enumerate(g) for j, b in enumerate(p) if len(a & b) * 2 >= len(a | b) > 0]
        used_i, used_j = set(), set()
        for _, i, j in sorted(pairs, key=lambda x: -x[0]):
            if i not in used_i and j not in used_j:
                used_i.add(i), used_j.add(j)
                data.append((gold["id"], read[gold["id"]][j][2], told[i]["act"]))
    return data


def train(data, l2=1e-4, drop=0.5, epochs=10, rate=0.02, seed=1):
    counts = collections.Counter(f for _, features, _ in data for f in features)
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n > 1))}
    torch.manual_seed(seed)
    rnd = random.Random(seed)
    table = torch.nn.EmbeddingBag(len(index) + 1, len(ACTS), mode="sum")
    torch.nn.init.zeros_(table.weight)
    rows = [[index[f] for f in features if f in index] for _, features, _ in data]
    target = torch.tensor([ACTS.index(act) for _, _, act in data])
    optimiser = torch.optim.Adam(table.parameters(), lr=rate)
    order = list(range(len(data)))
    for epoch in range(epochs):
        rnd.shuffle(order)
        for group in optimiser.param_groups:
            group["lr"] = rate * (1 - epoch / epochs)
        for at in range(0, len(order), 128):
            batch, flat, offsets = order[at : at + 128], [], []
            for i in batch:
                offsets.append(len(flat))
                flat += [f for f in rows[i] if rnd.random() > drop]
            scores = table(torch.tensor(flat), torch.tensor(offsets))
            loss = torch.nn.functional.cross_entropy(scores, target[batch], label_smoothing=0.1) + l2 * (table.weight**2).sum()
            optimiser.zero_grad(), loss.backward(), optimiser.step()
    return index, table.weight.detach()


def accuracy(index, weights, data):
    right = 0
    for _, features, act in data:
        right += ACTS[int(weights[[index[f] for f in features if f in index]].sum(0).argmax())] == act
    return right / max(1, len(data))


def main(folder, examples, out):
    torch.set_num_threads(1)
    data = load(folder, examples)
    articles = sorted({article for article, _, _ in data})
    random.Random(7).shuffle(articles)
    held = set(articles[::5])
    index, weights = train([d for d in data if d[0] not in held])
    print(f"{len(data)} examples; held out: {100 * accuracy(index, weights, [d for d in data if d[0] in held]):.1f} % right")
    index, weights = train(data)
    with open(out, "w", encoding="utf-8") as lines:
        lines.write(" ".join(ACTS) + "\n")
        for feature in sorted(index):
            row = (weights[index[feature]] * SCALE).round().clamp(-127, 127).int().tolist()
            if max(map(abs, row)) >= LEAST:
                lines.write(feature + "\t" + "\t".join(f"{i}:{v}" for i, v in enumerate(row) if abs(v) > 1) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
