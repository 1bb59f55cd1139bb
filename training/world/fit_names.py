"""Learns from which country a person's name is: a log-linear model over pieces of words.

  fit_names.py NAMES.tsv OFFICES.tsv OUT.tsv GOLD_FOLDER...

NAMES.tsv lists names in use by country (one line may hold several countries), OFFICES.tsv is the register of office-holders, the
folders hold annotated articles, whose persons and their countries are learned too. Pieces are the word itself, marked `=`, and all of
its stretches of 2 to 4 letters, `^` before and `$` after the word. The weights of a name's pieces are added and divided by the square
root of their number; countries count alike, however many of their names are known. OUT.tsv has a piece and the weights of its
countries, in 64ths, on each line. Prints how often the likeliest of the countries of an article is right for the persons of every
eighth article, by a model that has not seen them. Deterministic.
"""
import collections
import json
import math
import re
import sys
from pathlib import Path

import torch

SCALE, LEAST = 64, 32
BODIES = {"UNO", "IGO", "EUR", "NGO", "MNC"}


def pieces(name):
    found = set()
    for word in name.lower().split():
        found.add("=" + word)
        bound = "^" + word + "$"
        found.update(bound[i:i + n] for n in (2, 3, 4) for i in range(len(bound) - n + 1))
    return found


def listed(file):
    for line in open(file, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            countries, names = line.rstrip("\n").split("\t")
            yield from ((name, countries.split(",")) for name in sorted(set(names.split())))


def office_holders(file):
    lines = (l.split("\t") for l in open(file, encoding="utf-8") if l.strip() and not l.startswith("#"))
    yield from ((name, [country]) for name, country in sorted({(c[0], c[3]) for c in lines}) if country not in BODIES)


def persons(folders):
    """By article: (name, country, the article's countries)."""
    for folder in folders:
        for file in sorted(Path(folder).glob("*.json")):
            actors = json.loads(file.read_text(encoding="utf-8"))["actors"]
            countries = sorted({a["country"] for a in actors if a["country"]} - BODIES)
            yield [(a["name"], a["country"], countries) for a in actors
                   if a["kind"] == "person" and a["country"] in countries and named(a["name"])]


def named(name):
    words = name.split()
    return len(words) > 1 and re.fullmatch(r"[^\W\d_][\w'’. -]*", name) and all(w[0].isupper() for w in (words[0], words[-1]))


class Sum(torch.autograd.Function):
    @staticmethod
    def forward(ctx, weights, rows, columns):
        ctx.columns = columns
        return rows @ weights

    @staticmethod
    def backward(ctx, slope):
        return ctx.columns @ slope, None, None


def fit(data, l2=0.15):
    counts = collections.Counter(p for name, _ in data for p in pieces(name))
    index = {p: i for i, p in enumerate(sorted(p for p, n in counts.items() if n > 1))}
    countries = sorted({c for _, cs in data for c in cs})
    column = {c: i for i, c in enumerate(countries)}
    at, values, target = [[], []], [], torch.zeros(len(data), len(countries))
    for row, (name, own) in enumerate(data):
        known = sorted(index[p] for p in pieces(name) if p in index)
        at[0] += [row] * len(known)
        at[1] += known
        values += [1 / math.sqrt(len(known))] * len(known)
        for country in own:
            target[row, column[country]] = 1 / len(own)
    rows = torch.sparse_coo_tensor(torch.tensor(at), torch.tensor(values), (len(data), len(index))).coalesce().to_sparse_csr()
    columns = rows.t().to_sparse_csr()
    each = (target / target.sum(0).clamp(min=20)).sum(1, keepdim=True)
    each = each / each.mean()
    weights = torch.zeros(len(index), len(countries), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=40, history_size=6, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = -(each * target * torch.log_softmax(Sum.apply(weights, rows, columns), 1)).sum() + 0.5 * l2 * (weights**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    kept = {}
    for piece, i in index.items():
        row = (weights[i].detach() * SCALE).round().int().tolist()
        row = {countries[j]: w for j, w in enumerate(row) if abs(w) >= LEAST}
        if row:
            kept[piece] = row
    return kept


def likeliest(model, name, countries):
    known = [model[p] for p in pieces(name) if p in model]
    return max(countries, key=lambda c: sum(row.get(c, 0) for row in known))


def main(names, offices, out, *folders):
    torch.set_num_threads(1)
    articles = [a for a in persons(folders) if a]
    known = [*listed(names), *office_holders(offices)]
    held = [p for a in articles[::8] for p in a]
    model = fit(known + [(n, [c]) for i, a in enumerate(articles) if i % 8 for n, c, _ in a])
    right = sum(likeliest(model, n, cs) == c for n, c, cs in held)
    print(f"{100 * right / max(1, len(held)):.1f} % of {len(held)} right, of {sum(len(p[2]) for p in held) / max(1, len(held)):.1f} countries each")
    model = fit(known + [(n, [c]) for a in articles for n, c, _ in a])
    with open(out, "w", encoding="utf-8") as lines:
        lines.write("# From which country a name is: piece of a word, countries with their weights. Made by training/world/fit_names.py.\n")
        for piece, row in sorted(model.items()):
            lines.write(piece + "\t" + " ".join(f"{c}:{w}" for c, w in row.items()) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
