#!/usr/bin/env python3
"""Fits world/same.tsv: how much each feature speaks for two statements or events of different articles being the same.

  same.py records GOLD... > annotated.jsonl           annotated articles as records, as if they had been read without error
  same.py vague GOLD... > vague.jsonl                 the same, a third of them dated by their month alone, as many archives are
  same.py apart PAIRS FEATURES VAGUE > vague-pairs.tsv
                                                      the pairs, and those that only the vague dates let be one, which are not
  same.py pairs READ.jsonl GOLD SCORE.PY < same-pairs.tsv > read-pairs.tsv
                                                      the pairs of annotated articles as pairs of what was read of them
  same.py sides READ.jsonl LINKS.jsonl SCORE.PY PAIRS GOLD...
                                                      how many links across that deny, reject or confirm follow from what is annotated
  same.py fit PAIRS FEATURES [PAIRS FEATURES]...      the weights, and figures on articles left out

PAIRS: kind, article, id, article, id, 1 or 0; pairs that are not listed are 0 when they share little, else left out. `same-pairs.tsv` beside
this file has those of gold-train, judged by hand: every pair that weights fitted before gave 0.12 or more, but for those that two readers
might call either way. Those of `gold` are its `same_as`; nothing is fitted on them. FEATURES: what SameFeatureDump prints for records.
`fit` needs numpy (requirements.txt).

The weights of world/same.tsv come of four sets: gold-train as annotated, as read (thrice, since ledgers hold what was read), and both with
a third of the articles dated by their month (read anew from articles so dated; their pairs made by `pairs`, then `apart`).
"""
import glob
import importlib.util
import json
import os
import re
import sys
import zlib

UNLISTED = 0.25  # probability of today's weights below which an unlisted pair is taken for a wrong one
THRESHOLD = 0.5  # a link is recorded when it is more probable than not
SIDES = ("denies", "rejects", "confirms")
SAMPLE = 8       # one in so many of the pairs that share nothing is kept, with that weight


def articles(paths):
    for path in paths:
        for file in sorted(glob.glob(os.path.join(path, "*.json"))) if os.path.isdir(path) else [path]:
            yield json.load(open(file, encoding="utf-8"))


def places(text, words):
    return [[m.start(), m.end()] for m in re.finditer(re.escape(words), text)] if words else []


def nearest(spans, position):
    return min(spans, key=lambda span: abs(span[0] - position)) if spans else None


def record(gold):
    text, ids = gold["text"], {a["name"]: f"a{i + 1}" for i, a in enumerate(gold["actors"])}
    actors = [{"id": ids[a["name"]], "name": a["name"], "kind": a["kind"], "country": a["country"], "sector": a["sector"], "role": None,
               "mentions": [list(s) for s in sorted({tuple(s) for m in a["mentions"] for s in places(text, m)})],
               "why": "description" if a["name"][:1].islower() or a["kind"] == "group" else "name"} for a in gold["actors"]]
    found, spots = {}, []
    for place in gold["places"]:
        if places(text, place["text"]):
            found.setdefault(place["text"], f"p{len(spots) + 1}")
            spots.append({"id": f"p{len(spots) + 1}", "span": places(text, place["text"])[0], "name": place["name"],
                          "country": place["country"], "lat": None, "lon": None, "precision": "point", "why": "annotated"})
    statements = []
    for s in gold["statements"]:
        content = []
        for words in s["content"]:
            span = nearest(places(text, words), content[0][0] if content else 0)
            if span:
                content.append(span)
        if content:
            content.sort()
            statements.append({"id": s["id"], "speaker": ids.get(s["speaker"]), "cue": nearest(places(text, s["cue"]), content[0][0]),
                               "speaker_span": nearest(places(text, s["speaker_text"]), content[0][0]), "content": content,
                               "kind": s["kind"], "act": s["act"], "addressee": ids.get(s["addressee"]),
                               "via": [ids[v] for v in s["via"] if v in ids], "date": None, "place": None, "why": "annotated"})
    events = []
    for e in gold["events"]:
        evidence = places(text, e["evidence"])
        if evidence:
            inside = [a for a in places(text, e["anchor"]) if evidence[0][0] <= a[0] < evidence[0][1]]
            events.append({"id": e["id"], "type": e["type"], "mode": e["mode"], "contexts": [], "cameo": None, "goldstein": None,
                           "score": 0.0, "quad": "verbal cooperation", "actors": [ids[x] for x in e["actors"] if x in ids],
                           "recipients": [ids[x] for x in e["recipients"] if x in ids], "place": found.get(e["place"]),
                           "date": e["date"], "status": e["status"], "statement": e["statement"], "quantities": [],
                           "anchor": (inside or evidence)[0], "evidence": evidence[0], "why": "annotated"})
    said = {s["id"] for s in statements}
    links = [{**link, "confidence": 1.0, "why": "annotated"} for link in gold["links"] if {link["from"], link["to"]} <= said]
    head = {k: gold.get(k) for k in ("id", "language", "published", "outlet", "url")}
    return {"schema": "detente/record/1", "article": {**head, "title": None, "text": text, "passages": []}, "actors": actors,
            "statements": statements, "events": events, "links": links, "times": [], "places": spots}


def vague(record):
    """A record of an article of which the month is all that is known, and of all that it dates by the day."""
    if zlib.crc32(record["article"]["id"].encode()) % 3 == 0:
        record["article"]["published"] = (record["article"]["published"] or "")[:7] or None
        for item in record["statements"] + record["events"]:
            if re.match(r"\d{4}-\d\d-\d\d", item["date"] or ""):
                item["date"] = item["date"][:7] + "-XX"
    return record


def apart(listed, features, wider):
    seen = set()
    for line in open(features, encoding="utf-8"):
        seen.add(tuple(line.split("\t")[:5]))
    print(open(listed, encoding="utf-8").read(), end="")
    for line in open(wider, encoding="utf-8"):
        pair = tuple(line.split("\t")[:5])
        if pair not in seen:
            print(*pair, 0, sep="\t")


def matched(read, golds, scorer):
    """The annotated articles, and by article the annotated statement or event of each that was read."""
    spec = importlib.util.spec_from_file_location("score", scorer)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    annotated, maps = score.load(golds), {}
    score.score(annotated, score.load([read]), maps)
    return annotated, maps


def sides(read, links, scorer, listed, golds):
    """A link follows when one end's own article has it to or from what is the same as the other end."""
    annotated, maps = matched(read, golds, scorer)
    own, same = {}, {}
    for gold in annotated:
        for link in gold["links"]:
            if link["relation"] in SIDES:
                own.setdefault(link["relation"], set()).add(((gold["id"], link["from"]), (gold["id"], link["to"])))
        for mine, article, theirs in gold.get("same_as", []):
            same.setdefault((gold["id"], mine), set()).add((article, theirs))
    for line in open(listed, encoding="utf-8"):
        kind, a, x, b, y, right = line.rstrip("\n").split("\t")
        if right == "1":
            same.setdefault((a, x), set()).add((b, y))
            same.setdefault((b, y), set()).add((a, x))
    found = follow = 0
    for line in open(links, encoding="utf-8"):
        link = json.loads(line)
        start, end = ((link[e]["article"], maps.get(link[e]["article"], {}).get(link[e]["id"])) for e in ("from", "to"))
        if link["relation"] in SIDES and start[1] and end[1]:
            found += 1
            pairs = own.get(link["relation"], set())
            right = any((start, x) in pairs for x in same.get(end, ())) or any((x, end) in pairs for x in same.get(start, ()))
            follow += right
            if not right:
                print(link["relation"], *start, *end, link["why"], sep="\t")
    print(f"{follow} of {found} follow from the annotation: {100 * follow / max(1, found):.1f}", file=sys.stderr)


def pairs(read, gold, scorer):
    """Pairs of annotated statements and events as pairs of those that were read of them, events with whatever parties."""
    annotated, maps = matched(read, [gold], scorer)
    back = {article: {g: r for r, g in ids.items()} for article, ids in maps.items()}
    records = {record["article"]["id"]: record for record in map(json.loads, open(read, encoding="utf-8"))}
    for one in annotated:
        taken = {r for r in back.get(one["id"], {}).values()}
        for event in one["events"]:
            told = places(one["text"], event["evidence"])[:1]
            for other in records.get(one["id"], {}).get("events", []):
                if (event["id"] not in back.get(one["id"], {}) and other["id"] not in taken and other["type"] == event["type"]
                        and told and other["evidence"][0] < told[0][1] and told[0][0] < other["evidence"][1]):
                    back.setdefault(one["id"], {})[event["id"]] = other["id"]
                    taken.add(other["id"])
    for line in sys.stdin:
        kind, a, x, b, y, same = line.rstrip("\n").split("\t")
        x, y = back.get(a, {}).get(x), back.get(b, {}).get(y)
        if x and y:
            print(kind, a, x, b, y, same, sep="\t")


def load(listed, features):
    judged = {}
    for line in open(listed, encoding="utf-8"):
        kind, a, x, b, y, same = line.rstrip("\n").split("\t")
        judged[kind, frozenset([(a, x), (b, y)])] = int(same)
    for line in open(features, encoding="utf-8"):
        kind, a, x, b, y, probability, values = line.rstrip("\n").split("\t")
        same = judged.get((kind, frozenset([(a, x), (b, y)])))
        if same is None and float(probability) < UNLISTED:
            same = 0
        values = {v.rsplit("=", 1)[0]: float(v.rsplit("=", 1)[1]) for v in values.split(";")}
        if same is None or not same and values["alike"] < 0.02 and zlib.crc32((a + x + b + y).encode()) % SAMPLE:
            continue
        yield kind, a, b, values, same, SAMPLE if not same and values["alike"] < 0.02 else 1


def fit(rows, ridge=1.0):
    import numpy as np
    names = sorted({name for row in rows for name in row[3]})
    x = np.array([[row[3].get(name, 0.0) for name in names] + [1.0] for row in rows])
    y, w = np.array([row[4] for row in rows], float), np.array([row[5] for row in rows], float)
    weights, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], ridge)
    penalty[-1] = 0.01
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x * (w * p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(penalty), x.T @ (w * (p - y)) + penalty * weights)
        weights -= step
    return dict(zip(names + ["bias"], weights))


def probability(weights, values):
    import math
    return 1 / (1 + math.exp(-weights["bias"] - sum(v * weights.get(n, 0.0) for n, v in values.items())))


def clusters(rows):
    """Articles joined by something that is the same: they are left out together."""
    parents = {}

    def root(x):
        while parents.setdefault(x, x) != x:
            x = parents[x]
        return x
    for row in rows:
        if row[4]:
            parents[root(row[1])] = root(row[2])
    return root


def main():
    what, given = sys.argv[1], sys.argv[2:]
    if what in ("records", "vague"):
        for gold in articles(given):
            print(json.dumps(vague(record(gold)) if what == "vague" else record(gold), ensure_ascii=False))
    elif what == "sides":
        sides(*given[:4], given[4:])
    elif what == "apart":
        apart(*given)
    elif what == "pairs":
        pairs(*given)
    else:
        data = [row for i in range(0, len(given), 2) for row in load(given[i], given[i + 1])]
        for kind in ("statement", "event"):
            rows = [row for row in data if row[0] == kind]
            root, right, found, wanted = clusters(rows), 0, 0, 0
            for fold in range(5):
                out = [zlib.crc32(root(row[1]).encode()) % 5 == fold for row in rows]
                weights = fit([row for row, left in zip(rows, out) if not left])
                for row, left in zip(rows, out):
                    if left:
                        wanted += row[4]
                        if probability(weights, row[3]) >= THRESHOLD:
                            found += 1
                            right += row[4]
            print(f"{kind}: precision {100 * right / max(1, found):.1f}, recall {100 * right / max(1, wanted):.1f} of {wanted}"
                  " on articles left out", file=sys.stderr)
            print(kind, "threshold", THRESHOLD, sep="\t")
            for name, value in sorted(fit(rows).items()):
                print(kind, name, f"{value:.3f}", sep="\t")


if __name__ == "__main__":
    main()
