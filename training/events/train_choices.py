"""Learns the weights by which the event reader decides: whether a mention reports an event, and who its parties are.

Input is what the reader asks itself on annotated articles (`EventQuestions`, a program among detente-core's tests that prints one
line Q per question and one line C per candidate with its features), the records of the same run and the annotated articles. The
model is log-linear with a penalty on the squares of its weights; a feature of a party counts once by itself and once together with
the event type. One part of --folds is held out first to print how well it does; the weights kept are those of all the data.
Needs Python 3.8+, NumPy and PyTorch; fixed seed.

  train_choices.py --gold FOLDER... --questions FILE --records FILE --out choices.tsv [--folds 3]
"""
import argparse
import json
import math
import os
import random
import sys
from collections import defaultdict

import numpy as np
import torch


OURS = "-own-"  # in the ids of articles of our own


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


# A weight nearer to nothing than this is left out.
LEAST = 0.08

VERBAL = {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT"}


def distance(one, other):
    return max(0, one[0] - other[1], other[0] - one[1])


def span_of(event, text, key):
    if key in event.get("spans", {}):
        return event["spans"][key]
    start = text.find(event[key]) if key == "evidence" else anchors(event, text)[0]
    return start, start + len(event[key])


def deeds(asked, article, actors, text, is_one):
    """Which of an article's statements is which annotated event: the nearest of the right speaker, one each; the others of the same
    type that the words of the event touch are neither right nor wrong."""
    right, unclear = set(), set()
    for event in article["events"]:
        if event["type"] not in VERBAL:
            continue
        anchor, evidence = span_of(event, text, "anchor"), span_of(event, text, "evidence")
        near = []
        for i, q in enumerate(asked):
            if q["type"] != event["type"] or distance(evidence, q["evidence"]) > 0 or evidence[0] == q["evidence"][1] or evidence[1] == q["evidence"][0]:
                continue
            unclear.add(i)
            if is_one(event["actors"], q["actors"]):
                near.append((distance(anchor, q["anchor"]), abs(anchor[0] - q["anchor"][0]), i))
        near = [n for n in sorted(near) if n[2] not in right]
        if near:
            right.add(near[0][2])
    return right, unclear - right


def examples(gold, questions, records):
    by_article = defaultdict(list)
    for question in questions:
        by_article[question["article"]].append(question)
    for name, asked in by_article.items():
        article, record = gold.get(name), records.get(name)
        if article is None or record is None:
            continue
        text = article["text"]
        actors = {a["id"]: a for a in record["actors"]}
        places = {p["id"]: {norm(p["name"]), norm(text[p["span"][0]:p["span"][1]])} for p in record["places"]}
        known = {a["name"]: a for a in article["actors"]}

        def is_one(names, ids):
            return any(i in actors and same_actor(n, known.get(n), actors[i], text) for n in names for i in ids)

        statements = [q for q in asked if q["question"] == "deed"]
        right, unclear = deeds(statements, article, actors, text, is_one)
        for i, q in enumerate(statements):
            if i not in unclear:
                rule = q["candidates"][0][0] == q["type"]
                yield {"article": name, "question": "deed", "type": q["type"], "features": [q["candidates"][0][1]],
                       "right": {0} if i in right else {1}, "rule": rule == (i in right)}
        for question in asked:
            if question["question"] != "deed":
                yield from example(question, article, text, is_one, places)


def bare(date):
    """An EDTF value without the marks of what is approximate or uncertain."""
    return date.replace("?", "").rstrip("~")


def example(question, article, text, is_one, places):
    nobody = len(question["candidates"])
    base = {"article": question["article"], "question": question["question"], "type": question["type"],
            "features": [f for _, f in question["candidates"]]}
    if question["question"] == "event":
        hit = any(e["type"] == question["type"] and overlaps(e, text, question["evidence"]) for e in article["events"])
        yield {**base, "right": {0} if hit else {nobody}, "rule": hit}
        return
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
        return
    if question["question"] == "mode":
        modes = [c for c, _ in question["candidates"]]
        right = modes.index(best["mode"]) if best["mode"] in modes else nobody
        yield {**base, "right": {right}, "rule": any("by-rule" in fs for i, (_, fs) in enumerate(question["candidates"]) if i == right)}
        return
    if question["question"] == "place":
        wanted = best["place"]
        right = {i for i, (c, _) in enumerate(question["candidates"]) if norm(wanted) in places[c]} if wanted else {nobody}
        if right:
            by_rule = [i for i, (_, fs) in enumerate(question["candidates"]) if "by-rule" in fs] or [nobody]
            yield {**base, "right": right, "rule": by_rule[0] in right}
        return
    if question["question"] == "date":
        wanted = bare(best["date"]) if best["date"] else None
        right = {i for i, (c, _) in enumerate(question["candidates"]) if c == wanted} if wanted else {nobody}
        if right:
            by_rule = [i for i, (_, fs) in enumerate(question["candidates"]) if "by-rule" in fs] or [nobody]
            yield {**base, "right": right, "rule": by_rule[0] in right}
        return
    recipient = question["question"] in ("recipient", "target")
    parties = best["recipients"] if recipient else best["actors"]
    if question["question"] == "participant":
        parties = best["actors"] + best["recipients"]
    right = {i for i, (c, _) in enumerate(question["candidates"]) if is_one(parties, [c])}
    if parties and not right:
        return
    rule = question["recipients"] if recipient else question["actors"]
    ids = [c for c, _ in question["candidates"]]
    rule_right = bool({i for i in right if ids[i] in rule}) if parties else not rule
    yield {**base, "right": right or {nobody}, "rule": rule_right}


def train(data, l2, minimum=4, epochs=45):
    """Weights of the features seen often enough: log-linear choice among each question's candidates and "nobody".

    In articles of our own every candidate has a feature more, which takes up that they hold more words of conflict without an event
    and more parties that no sentence names (Daumé 2007, Frustratingly easy domain adaptation); it is not among the weights given back.
    """
    data = [dict(e, features=[fs + [OURS] for fs in e["features"]]) if OURS in e["article"] else e for e in data]
    counts = defaultdict(int)
    for e in data:
        for fs in e["features"] + [["nobody"]]:
            for f in fs:
                counts[f] += 1
                if e["type"]:
                    counts[e["type"] + "|" + f] += 1
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= minimum))}
    flat, sizes, starts, right = [], [], [], []
    for e in data:
        starts.append(len(sizes))
        for i, fs in enumerate(e["features"] + [["nobody"]]):
            before = len(flat)
            for f in fs:
                for g in (f, e["type"] + "|" + f):
                    if g in index:
                        flat.append(index[g])
            if len(flat) == before:
                flat.append(len(index))  # nothing known: a weight that stays 0
            sizes.append(len(flat) - before)
            right.append(i in e["right"])
    flat, sizes, starts, right = np.array(flat, np.int32), np.array(sizes), np.array(starts), np.array(right)
    offsets, many = np.cumsum(sizes) - sizes, np.diff(np.append(starts, len(sizes)))
    crossed = np.array([2.0 if "|" in f else 1.0 for f in index] + [1.0])
    weights = torch.zeros(len(index) + 1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=epochs, history_size=10, line_search_fn="strong_wolfe")

    def chances(scores):
        """Probabilities within each question, and the sum of the logarithms of their sums."""
        largest = np.repeat(np.maximum.reduceat(scores, starts), many)
        exps = np.exp(scores - largest)
        sums = np.add.reduceat(exps, starts)
        return exps / np.repeat(sums, many), (np.log(sums) + largest[starts]).sum()

    def closure():
        w = weights.detach().numpy()
        scores = np.add.reduceat(w[flat], offsets)
        every, total = chances(scores)
        true, wanted = chances(np.where(right, scores, -1e9))
        gradient = np.bincount(flat, np.repeat(every - true, sizes), len(w)) + 2 * l2 * crossed * w
        gradient[-1] = 0
        weights.grad = torch.from_numpy(gradient)
        return torch.tensor(total - wanted + l2 * (crossed * w * w).sum())

    optimizer.step(closure)
    return {f: float(w) for f, w in zip(index, weights.detach()) if f.split("|")[-1] != OURS}


def scores(weights, e):
    def score(fs):
        return sum(weights.get(f, 0.0) + (weights.get(e["type"] + "|" + f, 0.0) if e["type"] else 0.0) for f in fs)
    return [score(fs) for fs in e["features"]] + [score(["nobody"])]


def report(question, data, weights):
    """How well the weights do on articles that they have not seen."""
    if question in ("event", "deed"):
        decided = []
        for e in data:
            yes, no = scores(weights, e)
            decided.append((1 / (1 + math.exp(min(50, no - yes))), 0 in e["right"]))
        wanted = sum(r for _, r in decided)
        line = []
        for least in (0.3, 0.4, 0.5, 0.6):
            kept = [r for p, r in decided if p >= least]
            p, r = sum(kept) / max(1, len(kept)), sum(kept) / max(1, wanted)
            line.append(f">= {least}: P {100 * p:4.1f} R {100 * r:4.1f} F {200 * p * r / max(1e-9, p + r):4.1f}")
        print(f"{question:12} {len(data):6} questions, {wanted} right; " + "; ".join(line), file=sys.stderr)
        return
    right = named = named_right = chosen = chosen_right = rule = 0
    for e in data:
        values = scores(weights, e)
        best = max(range(len(values)), key=lambda i: values[i])
        somebody = len(e["features"]) not in e["right"]
        right += best in e["right"]
        rule += e["rule"]
        named += somebody
        named_right += somebody and best in e["right"]
        chosen += best < len(e["features"])
        chosen_right += best < len(e["features"]) and best in e["right"]
    total = max(1, len(data))
    print(f"{question:12} {total:6} questions; right {100 * right / total:5.1f} % (rules {100 * rule / total:5.1f} %); "
          f"where one is right {100 * named_right / max(1, named):5.1f} % of {named}; of those chosen {100 * chosen_right / max(1, chosen):5.1f} % of {chosen}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", required=True)
    parser.add_argument("--questions", required=True)
    parser.add_argument("--records", required=True)
    parser.add_argument("--out")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--minimum", type=int, default=4, help="features seen less often are left out")
    parser.add_argument("--only", help="questions to learn, with commas; the others' weights stay as they are in --out")
    parser.add_argument("--check", action="store_true", help="print how it does on articles held out and write nothing")
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
        if args.out and os.path.exists(args.out):
            with open(args.out, encoding="utf-8") as f:
                lines = [l.rstrip("\n") for l in f if not l.startswith("#") and l.split("\t")[0] not in only]
    for question, data in sorted(by_question.items()):
        articles = sorted({e["article"] for e in data})
        random.Random(1).shuffle(articles)
        # One fold tells enough of how it does; the weights kept are those of all the data.
        held = set(articles[::args.folds])
        weights = train([e for e in data if e["article"] not in held], args.l2, args.minimum)
        report(question, [e for e in data if e["article"] in held], weights)
        if not args.check:
            weights = train(data, args.l2, args.minimum)
            lines += [f"{question}\t{f}\t{w:.2f}" for f, w in sorted(weights.items()) if abs(w) >= LEAST]
    if args.out and not args.check:
        with open(args.out, "w", encoding="utf-8") as f:
            f.write("# Weights of the event reader's decisions: question, feature, weight. Made by training/events/train_choices.py.\n")
            f.write("\n".join(sorted(lines)) + "\n")


if __name__ == "__main__":
    main()
