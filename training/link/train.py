#!/usr/bin/env python3
"""Fit the weights of the link model and write them as the codebook's `world/links.tsv`.

  train.py --pairs PAIRS --records RECORDS [--evaluate PAIRS RECORDS] --output links.tsv

PAIRS is what `LinkFeatureDump` (detente-core, test sources) wrote for RECORDS, which `gold_records.py` wrote from annotated
articles; several of each may be given. A multinomial logistic regression with a ridge penalty; thresholds are chosen by
cross-validation over articles. Deterministic: full-batch L-BFGS from zero, one thread. Needs PyTorch, no GPU.
"""
import argparse
import collections
import json

import torch

RELATIONS = ["denies", "rejects", "confirms", "repeats", "answers"]


def load(pairs_files, record_files):
    """Rows of (set and article, source, target, features, label); links wanted per set."""
    gold, totals = {}, collections.Counter()
    for k, file in enumerate(record_files):
        for line in open(file, encoding="utf-8"):
            record = json.loads(line)
            article = k, record["article"]["id"]
            for link in record["links"]:
                gold[article, link["from"], link["to"]] = RELATIONS.index(link["relation"]) + 1
            totals[k] += record.get("gold_links", len(record["links"]))
    rows = []
    for k, file in enumerate(pairs_files):
        for line in open(file, encoding="utf-8"):
            article, source, target, *features = line.rstrip("\n").split("\t")
            values = {}
            for feature in features:
                name, _, value = feature.rpartition("=")
                values[name] = float(value)
            article = k, article
            rows.append((article, source, target, values, gold.get((article, source, target), 0)))
    return rows, totals


def matrix(rows, index):
    starts, columns, values = [0], [], []
    for row in rows:
        for name, value in row[3].items():
            if name in index:
                columns.append(index[name])
                values.append(value)
        starts.append(len(columns))
    return torch.sparse_csr_tensor(
        torch.tensor(starts), torch.tensor(columns), torch.tensor(values, dtype=torch.float32), (len(rows), len(index)))


def fit(rows, index, penalty, steps):
    x = matrix(rows, index)
    across = x.to_sparse_coo().t().to_sparse_csr()
    wanted = torch.nn.functional.one_hot(torch.tensor([row[4] for row in rows]), len(RELATIONS) + 1).float()
    weights = torch.zeros(len(index), len(RELATIONS), requires_grad=True)
    shrink = torch.full((len(index), 1), penalty)
    shrink[index["bias"]] = penalty / 100
    zero = torch.zeros(len(rows), 1)
    optimizer = torch.optim.LBFGS([weights], max_iter=steps, history_size=20, line_search_fn="strong_wolfe")

    def loss():
        with torch.no_grad():
            log = torch.log_softmax(torch.cat([zero, x @ weights], 1), 1)
            weights.grad = across @ (log.exp() - wanted)[:, 1:] + 2 * shrink * weights
            return -(log * wanted).sum() + (shrink * weights ** 2).sum()

    optimizer.step(loss)
    return weights.detach()


def predict(rows, index, weights):
    return torch.softmax(torch.cat([torch.zeros(len(rows), 1), matrix(rows, index) @ weights], 1), 1).double()


def decode(rows, probabilities, thresholds):
    """As LinkReader does: a source keeps its link with the largest probability relative to the threshold."""
    top, which = (probabilities[:, 1:] / torch.tensor(thresholds, dtype=torch.float64)).max(1)
    best = {}
    for i in torch.nonzero(top >= 1).flatten().tolist():
        key = rows[i][0], rows[i][1]
        if key not in best or top[i].item() > best[key][0]:
            best[key] = (top[i].item(), i, which[i].item() + 1)
    return [(i, relation, probabilities[i, relation].item()) for _, i, relation in best.values()]


def f1(hits, given, wanted):
    return 200 * hits / (given + wanted) if given + wanted else 0.0


def report(rows, probabilities, thresholds, wanted, title):
    links = decode(rows, probabilities, thresholds)
    hits = sum(rows[i][4] == r for i, r, _ in links)
    print(f"{title}: P {100 * hits / max(1, len(links)):.1f} R {100 * hits / wanted:.1f} F1 {f1(hits, len(links), wanted):.1f}"
          f" ({len(links)} given, {wanted} wanted)")
    for k, name in enumerate(RELATIONS, 1):
        given = [x for x in links if x[1] == k]
        right = sum(rows[i][4] == k for i, _, _ in given)
        there = sum(row[4] == k for row in rows)
        print(f"   {name:9} P {100 * right / max(1, len(given)):5.1f} R {100 * right / max(1, there):5.1f} F1 {f1(right, len(given), there):5.1f} ({there})")
    for low, high in ((0, .4), (.4, .5), (.5, .6), (.6, .7), (.7, .8), (.8, 1.01)):
        bucket = [(i, r) for i, r, p in links if low <= p < high]
        if bucket:
            print(f"   confidence {low:.1f}: {len(bucket):4} given, {100 * sum(rows[i][4] == r for i, r in bucket) / len(bucket):.0f} % right")
    return f1(hits, len(links), wanted)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", nargs="+", required=True)
    parser.add_argument("--records", nargs="+", required=True)
    parser.add_argument("--evaluate", nargs="+", default=[], metavar="PAIRS RECORDS")
    parser.add_argument("--penalty", type=float, default=0.5)
    parser.add_argument("--steps", type=int, default=80)
    parser.add_argument("--least", type=int, default=3, help="times a feature must occur with a link")
    parser.add_argument("--output")
    options = parser.parse_args()
    torch.set_num_threads(1)
    rows, totals = load(options.pairs, options.records)
    counts = collections.Counter(name for row in rows if row[4] for name in row[3])
    every = collections.Counter(name for row in rows for name in row[3])
    names = sorted(name for name in every if counts[name] >= options.least or name == "bias" or (every[name] >= 40))
    index = {name: i for i, name in enumerate(names)}
    print(f"{len(rows)} pairs, {sum(row[4] > 0 for row in rows)} links, {len(names)} features")
    articles = sorted({row[0][1] for row in rows})
    fold = {article: i % 5 for i, article in enumerate(articles)}
    probabilities = torch.zeros(len(rows), len(RELATIONS) + 1, dtype=torch.float64)
    for k in range(5):
        inside = [row for row in rows if fold[row[0][1]] != k]
        outside = [i for i, row in enumerate(rows) if fold[row[0][1]] == k]
        weights = fit(inside, index, options.penalty, options.steps)
        probabilities[outside] = predict([rows[i] for i in outside], index, weights)
    # The last set decides on the thresholds: give what Detente reads last.
    last = max(totals)
    chosen = [i for i, row in enumerate(rows) if row[0][0] == last]
    some, theirs, wanted = [rows[i] for i in chosen], probabilities[chosen], totals[last]
    thresholds = [0.45] * len(RELATIONS)
    for _ in range(2):
        for k in range(len(RELATIONS)):
            tried = []
            for limit in [x / 100 for x in range(35, 75, 5)]:
                attempt = thresholds[:k] + [limit] + thresholds[k + 1:]
                links = decode(some, theirs, attempt)
                tried.append((f1(sum(some[i][4] == r for i, r, _ in links), len(links), wanted), limit))
            thresholds[k] = max(tried)[1]
    print("thresholds", dict(zip(RELATIONS, thresholds)))
    for k in sorted(totals):
        chosen = [i for i, row in enumerate(rows) if row[0][0] == k]
        report([rows[i] for i in chosen], probabilities[chosen], thresholds, totals[k], f"set {k}, cross-validated")
    weights = fit(rows, index, options.penalty, options.steps)
    for pairs, records in zip(options.evaluate[::2], options.evaluate[1::2]):
        other, wanted = load([pairs], [records])
        report(other, predict(other, index, weights), thresholds, wanted[0], f"{records}, evaluated")
    if options.output:
        with open(options.output, "w", encoding="utf-8") as out:
            out.write("# Weights of the link model by training/link/train.py; a column per relation: " + " ".join(RELATIONS) + "\n")
            out.write("threshold\t" + "\t".join(f"{x:.2f}" for x in thresholds) + "\n")
            for name in names:
                row = weights[index[name]]
                if row.abs().max() >= 0.005:
                    out.write(name + "\t" + "\t".join(f"{x:.3f}" for x in row.tolist()) + "\n")


if __name__ == "__main__":
    main()
