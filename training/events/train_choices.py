"""Learns the weights by which the event reader decides: whether a mention reports an event, and who its parties are.

Input is what the reader asks itself on annotated articles (`EventQuestions`, a program among detente-core's tests that prints one
line Q per question and one line C per candidate with its features), the records of the same run and the annotated articles. The
model is log-linear with a penalty on the squares of its weights; a feature of a party counts once by itself and once together with
the event type. One part of --folds is held out first to print how well it does; the weights kept are those of all the data.
Needs Python 3.8+ and PyTorch; fixed seed.

  train_choices.py --gold FOLDER... --questions FILE --records FILE --out choices.tsv [--folds 3]
"""
import argparse
import json
import os
import random
import sys
from collections import defaultdict

import torch


def load_gold(folders):
    gold = {}
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            if name.endswith(".json"):
                with open(os.path.join(folder, name), encoding="utf-8") as f:
                    article = json.load(f)
                gold[article["id"]] = article
    return gold


def norm(words):
    return " ".join((words or "").split()).casefold()


def same_actor(name, gold_actor, actor, text):
    """Whether a read actor is the annotated one: shared name or mention, a person's surname, a state's country."""
    wanted = {norm(name)} | {norm(m) for m in (gold_actor or {}).get("mentions", [])}
    found = {norm(actor["name"])} | {norm(text[a:b]) for a, b in actor["mentions"]}
    if wanted & found - {""}:
        return True
    kind = (gold_actor or {}).get("kind")
    if kind == "person" and norm(name).split()[-1:] == norm(actor["name"]).split()[-1:]:
        return True
    return kind == "state" == actor["kind"] and gold_actor.get("country") == actor["country"]


def pair(cell):
    a, b = cell.split("-")
    return int(a), int(b)


def read_questions(path):
    question = None
    with open(path, encoding="utf-8") as f:
        for line in f:
            cells = line.rstrip("\n").split("\t")
            if cells[0] == "Q":
                if question:
                    yield question
                question = {"article": cells[1], "question": cells[2], "type": cells[3], "anchor": pair(cells[4]), "evidence": pair(cells[5]),
                            "actors": cells[6].split(",") if cells[6] else [], "recipients": cells[7].split(",") if cells[7] else [],
                            "candidates": []}
            elif cells[0] == "C" and question:
                question["candidates"].append((cells[1], cells[2].split()))
    if question:
        yield question


def find_all(text, words):
    found, at = [], text.find(words)
    while words and at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def anchors(event, text):
    if "spans" in event:
        return [event["spans"]["anchor"][0]]
    start = text.find(event["evidence"])
    return find_all(text, event["anchor"]) or [start]


def overlaps(event, text, span):
    start = text.find(event["evidence"])
    return start >= 0 and start < span[1] and span[0] < start + len(event["evidence"])


def examples(gold, questions, records):
    for question in questions:
        article = gold.get(question["article"])
        record = records.get(question["article"])
        if article is None or record is None:
            continue
        text = article["text"]
        actors = {a["id"]: a for a in record["actors"]}
        known = {a["name"]: a for a in article["actors"]}
        nobody = len(question["candidates"])
        example = {"article": question["article"], "question": question["question"], "type": question["type"],
                   "features": [f for _, f in question["candidates"]]}

        def is_one(names, ids):
            return any(i in actors and same_actor(n, known.get(n), actors[i], text) for n in names for i in ids)

        if question["question"] == "event":
            hit = any(e["type"] == question["type"] and overlaps(e, text, question["evidence"]) for e in article["events"])
            yield {**example, "right": {0} if hit else {nobody}, "rule": hit}
            continue
        best, best_score = None, 0
        for event in article["events"]:
            if event["type"] != question["type"] or not overlaps(event, text, question["evidence"]):
                continue
            score = 1 + 30 / (1 + min(abs(a - question["anchor"][0]) for a in anchors(event, text)))
            if question["question"] != "actor" and is_one(event["actors"], question["actors"]):
                score += 10
            if score > best_score:
                best, best_score = event, score
        if best is None:
            continue
        recipient = question["question"] in ("recipient", "target")
        parties = best["recipients"] if recipient else best["actors"]
        right = {i for i, (c, _) in enumerate(question["candidates"]) if is_one(parties, [c])}
        if parties and not right:
            continue
        rule = question["recipients"] if recipient else question["actors"]
        ids = [c for c, _ in question["candidates"]]
        rule_right = bool({i for i in right if ids[i] in rule}) if parties else not rule
        yield {**example, "right": right or {nobody}, "rule": rule_right}


def train(data, l2, epochs=25, minimum=4):
    counts = defaultdict(int)
    for e in data:
        for fs in e["features"] + [["nobody"]]:
            for f in fs:
                counts[f] += 1
                if e["type"]:
                    counts[e["type"] + "|" + f] += 1
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= minimum))}
    weights = torch.zeros(len(index), requires_grad=True)
    flat, offsets, group, right = [], [], [], []
    for n, e in enumerate(data):
        for i, fs in enumerate(e["features"] + [["nobody"]]):
            offsets.append(len(flat))
            for f in fs:
                for g in (f, e["type"] + "|" + f):
                    if g in index:
                        flat.append(index[g])
            group.append(n)
            right.append(i in e["right"])
    flat, offsets, group, right = torch.tensor(flat), torch.tensor(offsets), torch.tensor(group), torch.tensor(right)
    crossed = torch.tensor([2.0 if "|" in f else 1.0 for f in index])
    optimizer = torch.optim.LBFGS([weights], max_iter=epochs, history_size=10, line_search_fn="strong_wolfe")

    def log_sum(scores, chosen):
        largest = torch.full((len(data),), -1e9).scatter_reduce(0, group[chosen], scores[chosen], "amax")
        total = torch.zeros(len(data)).scatter_add(0, group[chosen], torch.exp(scores[chosen] - largest[group[chosen]]))
        return largest + torch.log(total)

    every = torch.ones_like(right)

    def closure():
        optimizer.zero_grad()
        scores = torch.nn.functional.embedding_bag(flat, weights.unsqueeze(1), offsets, mode="sum").squeeze(1)
        loss = (log_sum(scores, every) - log_sum(scores, right)).sum() + l2 * (crossed * weights ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return {f: float(w) for f, w in zip(index, weights.detach())}


def choose(weights, e):
    def score(fs):
        return sum(weights.get(f, 0.0) + (weights.get(e["type"] + "|" + f, 0.0) if e["type"] else 0.0) for f in fs)
    scores = [score(fs) for fs in e["features"]] + [score(["nobody"])]
    best = max(range(len(scores)), key=lambda i: scores[i])
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", required=True)
    parser.add_argument("--questions", required=True)
    parser.add_argument("--records", required=True)
    parser.add_argument("--out")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--l2", type=float, default=0.3)
    parser.add_argument("--only", help="questions to learn, with commas; the others' weights stay as they are in --out")
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    gold = load_gold(args.gold)
    with open(args.records, encoding="utf-8") as f:
        records = {r["article"]["id"]: r for r in map(json.loads, f)}
    by_question = defaultdict(list)
    for e in examples(gold, read_questions(args.questions), records):
        by_question[e["question"]].append(e)
    lines = []
    if args.only:
        only = set(args.only.split(","))
        by_question = {q: d for q, d in by_question.items() if q in only}
        with open(args.out, encoding="utf-8") as f:
            lines = [l.rstrip("\n") for l in f if not l.startswith("#") and l.split("\t")[0] not in only]
    for question, data in sorted(by_question.items()):
        articles = sorted({e["article"] for e in data})
        random.Random(1).shuffle(articles)
        right = total = named = named_right = chosen = chosen_right = 0
        # One fold tells enough of how it does; the weights kept are those of all the data.
        for fold in range(args.folds)[:1]:
            held = set(articles[fold::args.folds])
            weights = train([e for e in data if e["article"] not in held], args.l2)
            for e in data:
                if e["article"] in held:
                    best = choose(weights, e)
                    chosen += best < len(e["features"])
                    chosen_right += best < len(e["features"]) and best in e["right"]
                    total += 1
                    right += best in e["right"]
                    if len(e["features"]) not in e["right"]:
                        named += 1
                        named_right += best in e["right"]
        rule = sum(e["rule"] for e in data) * total / max(1, len(data))
        print(f"{question:12} {total:6} questions; right {100 * right / max(1, total):5.1f} % (rules {100 * rule / max(1, total):5.1f} %); "
              f"where one is right {100 * named_right / max(1, named):5.1f} % of {named}; of those chosen {100 * chosen_right / max(1, chosen):5.1f} % of {chosen}", file=sys.stderr)
        weights = train(data, args.l2)
        lines += [f"{question}\t{f}\t{w:.2f}" for f, w in sorted(weights.items()) if abs(w) >= 0.03]
    if args.out:
        with open(args.out, "w", encoding="utf-8") as f:
            f.write("# Weights of the event reader's decisions: question, feature, weight. Made by training/events/train_choices.py.\n")
            f.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
