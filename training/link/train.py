#!/usr/bin/env python3
"""Fit the weights of the link model and write them as the codebook's `world/links.tsv`.

  train.py --set NAME PAIRS RECORDS [--set ...] --like NAME [--test NAME PAIRS RECORDS ...] [--output links.tsv]

PAIRS is what `LinkFeatureDump` (detente-core, test sources) wrote for RECORDS, which the other scripts here wrote from annotated
articles. For each statement all candidates compete with each other and with "no link": a conditional logit with a ridge penalty.
Thresholds and the calibration of the confidence come from cross-validation over articles on the set named by --like, which should
be what Detente reads. A --test set is only measured. Deterministic: full-batch L-BFGS from zero, one thread. Needs PyTorch, no GPU.
"""
import argparse
import collections
import json
import math
import warnings

import torch

warnings.filterwarnings("ignore", message="Sparse CSR")
RELATIONS = ["denies", "rejects", "confirms", "repeats", "answers"]
# A statement may repeat one and deny another, but neither repeat nor take up two: only what stands in one line competes.
CONTESTS = [["repeats"], ["denies", "rejects", "confirms", "answers"]]
FOLDS = 5
LEVELS = ((0, .2), (.2, .3), (.3, .4), (.4, .5), (.5, .6), (.6, .7), (.7, .8), (.8, .9), (.9, 1.01))


class Pairs:
    """The pairs of one set: rows of article, source, target, features and label (0 for none)."""

    def __init__(self, pairs, records, other=None):
        gold, self.wanted = {}, 0
        for line in open(records, encoding="utf-8"):
            record = json.loads(line)
            for link in record["links"]:
                gold[record["article"]["id"], link["from"], link["to"]] = RELATIONS.index(link["relation"]) + 1
            self.wanted += record.get("gold_links", len(record["links"]))
        self.rows = []
        for line in open(pairs, encoding="utf-8"):
            article, source, target, *features = line.rstrip("\n").split("\t")
            values = {other: 1.0} if other else {}
            for feature in features:
                name, _, value = feature.rpartition("=")
                values[name] = float(value)
            self.rows.append((article, source, target, values, gold.get((article, source, target), 0)))


class Features:
    """The features of rows as a sparse matrix, and which rows compete with each other."""

    def __init__(self, rows, index):
        starts, columns, values, numbers, last = [0], [], [], [], None
        for row in rows:
            for name, value in row[3].items():
                if name in index:
                    columns.append(index[name])
                    values.append(value)
            starts.append(len(columns))
            if row[:2] != last:
                last = row[:2]
                self.count = numbers[-1] + 1 if numbers else 0
            numbers.append(self.count)
        self.count += 1
        self.numbers = torch.tensor(numbers)
        self.x = torch.sparse_csr_tensor(
            torch.tensor(starts), torch.tensor(columns), torch.tensor(values, dtype=torch.float32), (len(rows), len(index)))

    def chances(self, weights):
        """Probabilities of each relation of each row, and of none for each source and contest: softmaxes over all rows of a source."""
        scores = self.x @ weights
        chances, nones = torch.zeros_like(scores), []
        for contest in CONTESTS:
            columns = [RELATIONS.index(name) for name in contest]
            largest = torch.zeros(self.count).scatter_reduce(0, self.numbers, scores[:, columns].max(1).values, "amax")
            powers = torch.exp(scores[:, columns] - largest[self.numbers, None])
            none = torch.exp(-largest)
            total = none.index_add(0, self.numbers, powers.sum(1))
            chances[:, columns] = powers / total[self.numbers, None]
            nones.append(none / total)
        return chances, nones


def fit(features, labels, inside, penalty, shrinks, steps):
    """Weights from the rows where `inside` is 1."""
    across = features.x.to_sparse_coo().t().to_sparse_csr()
    numbers, count = features.numbers, features.count
    wanted = torch.nn.functional.one_hot(labels, len(RELATIONS) + 1)[:, 1:].float()
    linked = []
    for contest in CONTESTS:
        columns = [RELATIONS.index(name) for name in contest]
        linked.append(torch.zeros(count).index_add(0, numbers, wanted[:, columns].sum(1)))
        wanted[:, columns] = wanted[:, columns] / linked[-1].clamp(min=1)[numbers, None]
    counted = torch.zeros(count).scatter_reduce(0, numbers, inside, "amax")
    weights = torch.zeros(len(shrinks), len(RELATIONS), requires_grad=True)
    shrink = penalty * shrinks[:, None]
    optimizer = torch.optim.LBFGS([weights], max_iter=steps, history_size=20, line_search_fn="strong_wolfe")

    def loss():
        with torch.no_grad():
            chances, nones = features.chances(weights)
            weights.grad = across @ ((chances - wanted) * inside[:, None]) + 2 * shrink * weights
            told = (chances.clamp(min=1e-30).log() * wanted * inside[:, None]).sum()
            for none, some in zip(nones, linked):
                told += (none.clamp(min=1e-30).log() * (some == 0) * counted).sum()
            return -told + (shrink * weights ** 2).sum()

    optimizer.step(loss)
    return weights.detach()


def decode(rows, chances, thresholds):
    """As LinkReader does: per contest a source keeps its link with the largest probability relative to the threshold."""
    margins = chances / torch.tensor(thresholds, dtype=torch.float64)
    best = {}
    for number, contest in enumerate(CONTESTS):
        columns = [RELATIONS.index(name) for name in contest]
        top, which = margins[:, columns].max(1)
        for i in torch.nonzero(top >= 1).flatten().tolist():
            key = *rows[i][:2], number
            if key not in best or top[i].item() > best[key][0]:
                best[key] = top[i].item(), i, columns[which[i].item()]
    kept = {}
    for margin, i, relation in best.values():  # one relation a pair
        if i not in kept or margin > kept[i][0]:
            kept[i] = margin, relation
    return [(i, relation, chances[i, relation].item()) for i, (_, relation) in kept.items()]


def f1(hits, given, wanted):
    return 200 * hits / (given + wanted) if given + wanted else 0.0


def choose(rows, chances, wanted, least):
    """A threshold per relation, in turn, by the F1 of all links: where several are nearly as good, the highest."""
    thresholds = [0.4] * len(RELATIONS)
    for _ in range(2):
        for k in range(len(RELATIONS)):
            tried = []
            for limit in [x / 100 for x in range(round(100 * least), 70, 3)]:
                links = decode(rows, chances, thresholds[:k] + [limit] + thresholds[k + 1:])
                tried.append((f1(sum(rows[i][4] == r + 1 for i, r, _ in links), len(links), wanted), limit))
            best = max(tried)[0]
            thresholds[k] = max(limit for value, limit in tried if value >= best - 0.15)
    return thresholds


def odds(chance):
    chance = min(1 - 1e-6, max(1e-6, chance))
    return math.log(chance / (1 - chance))


def calibrate(links, rows):
    """Slope and offset of the log-odds, from links of articles that the weights had not seen."""
    z = torch.tensor([odds(p) for _, _, p in links], dtype=torch.float64)
    y = torch.tensor([float(rows[i][4] == r + 1) for i, r, _ in links], dtype=torch.float64)
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([line], max_iter=100, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        told = torch.nn.functional.binary_cross_entropy_with_logits(line[0] * z + line[1], y, reduction="sum")
        told.backward()
        return told

    optimizer.step(loss)
    return line.tolist()


def check(links, rows):
    """Whether the confidence holds: calibrated on four fifths of the articles, counted on the other; printed by level."""
    fold = {article: i % FOLDS for i, article in enumerate(sorted({row[0] for row in rows}))}
    told = []
    for k in range(FOLDS):
        line = calibrate([x for x in links if fold[rows[x[0]][0]] != k], rows)
        told += [(confidence(line, p), rows[i][4] == r + 1) for i, r, p in links if fold[rows[i][0]] == k]
    levels = []
    for low, high in LEVELS:
        level = [right for sure, right in told if low <= sure < high]
        if level:
            levels.append(f"{low:.1f}: {100 * sum(level) / len(level):.0f} % of {len(level)}")
    print("confidence, calibration cross-validated too: right " + ", ".join(levels))


def confidence(calibration, chance):
    return 1 / (1 + math.exp(-(calibration[0] * odds(chance) + calibration[1])))


def report(title, rows, chances, thresholds, wanted, calibration):
    links = decode(rows, chances, thresholds)
    hits = sum(rows[i][4] == r + 1 for i, r, _ in links)
    print(f"{title}: P {100 * hits / max(1, len(links)):.1f} R {100 * hits / wanted:.1f} F1 {f1(hits, len(links), wanted):.1f}"
          f" ({len(links)} given, {wanted} wanted)")
    for k, name in enumerate(RELATIONS):
        given = [x for x in links if x[1] == k]
        right = sum(rows[i][4] == k + 1 for i, _, _ in given)
        there = sum(row[4] == k + 1 for row in rows)
        print(f"   {name:9} P {100 * right / max(1, len(given)):5.1f} R {100 * right / max(1, there):5.1f} ({len(given)} given, {there} there)")
    told = []
    for low, high in LEVELS:
        level = [(i, r) for i, r, p in links if low <= confidence(calibration, p) < high]
        if level:
            told.append(f"{low:.1f}: {100 * sum(rows[i][4] == r + 1 for i, r in level) / len(level):.0f} % of {len(level)}")
    print("   right by confidence " + ", ".join(told))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", nargs=3, action="append", required=True, metavar=("NAME", "PAIRS", "RECORDS"))
    parser.add_argument("--test", nargs=3, action="append", default=[], metavar=("NAME", "PAIRS", "RECORDS"))
    parser.add_argument("--like", required=True)
    parser.add_argument("--penalty", type=float, default=8.0)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--least", type=int, default=3, help="times a feature must occur with a link")
    parser.add_argument("--lowest", type=float, default=0.22, help="lowest threshold")
    parser.add_argument("--output")
    options = parser.parse_args()
    torch.set_num_threads(1)
    # What only the other sets are like gets weights of its own, which nobody needs later.
    sets = {name: Pairs(pairs, records, None if name == options.like else f"set {name}") for name, pairs, records in options.set}
    rows = [row for one in sets.values() for row in one.rows]
    counts = collections.Counter(name for row in rows if row[4] for name in row[3])
    all_counts = collections.Counter(name for row in rows for name in row[3])
    names = sorted(name for name, n in all_counts.items() if counts[name] >= options.least or name == "bias" or n >= 60)
    index = {name: i for i, name in enumerate(names)}
    print(f"{len(rows)} pairs, {sum(row[4] > 0 for row in rows)} links, {len(names)} features")
    features, labels = Features(rows, index), torch.tensor([row[4] for row in rows])
    shrinks = torch.ones(len(index))
    for name, i in index.items():
        if name == "bias" or name.startswith("set "):
            shrinks[i] = 0.01
    fold = {article: i % FOLDS for i, article in enumerate(sorted({row[0] for row in rows}))}
    folds = torch.tensor([fold[row[0]] for row in rows])
    every = torch.zeros(len(rows), len(RELATIONS), dtype=torch.float64)
    for k in range(FOLDS):
        weights = fit(features, labels, (folds != k).float(), options.penalty, shrinks, options.steps)
        every[folds == k] = features.chances(weights)[0].double()[folds == k]
    parts = every.split([len(one.rows) for one in sets.values()])
    chances = dict(zip(sets, parts))
    like = sets[options.like]
    thresholds = choose(like.rows, chances[options.like], like.wanted, options.lowest)
    given = decode(like.rows, chances[options.like], thresholds)
    calibration = calibrate(given, like.rows)
    check(given, like.rows)
    print("thresholds", dict(zip(RELATIONS, thresholds)), "calibration", calibration)
    for name, one in sets.items():
        report(f"{name}, cross-validated", one.rows, chances[name], thresholds, one.wanted, calibration)
    weights = fit(features, labels, torch.ones(len(rows)), options.penalty, shrinks, options.steps)
    for name, pairs, records in options.test:
        one = Pairs(pairs, records)
        report(f"{name}, not trained on", one.rows, Features(one.rows, index).chances(weights)[0].double(), thresholds, one.wanted, calibration)
    if options.output:
        with open(options.output, "w", encoding="utf-8") as out:
            out.write("# Weights of the link model by training/link/train.py; a column per relation: " + " ".join(RELATIONS) + "\n")
            out.write("threshold\t" + "\t".join(f"{x:.2f}" for x in thresholds) + "\n")
            out.write("calibration slope" + f"\t{calibration[0]:.3f}" * len(RELATIONS) + "\n")
            out.write("calibration offset" + f"\t{calibration[1]:.3f}" * len(RELATIONS) + "\n")
            for name in names:
                if name.startswith("set "):
                    continue
                row = weights[index[name]]
                if row.abs().max() >= 0.005:
                    out.write(name + "\t" + "\t".join(f"{x:.3f}" for x in row.tolist()) + "\n")


if __name__ == "__main__":
    main()
