#!/usr/bin/env python3
"""Write annotated articles as records (JSON Lines), with spans instead of strings.

  gold_records.py GOLD... > gold.jsonl

GOLD: .json files or folders of them, as `detente score` takes. The records hold what linking needs: article, actors,
statements, events, places and links. Needs only Python 3.8+.
"""
import json
import os
import re
import sys


def articles(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from articles(sorted(os.path.join(path, f) for f in os.listdir(path) if f.endswith(".json")))
        else:
            with open(path, encoding="utf-8") as file:
                yield json.load(file)


def occurrences(text, string):
    return [[m.start(), m.start() + len(string)] for m in re.finditer(re.escape(string), text)] if string else []


def nearest(spans, position):
    return min(spans, key=lambda span: abs(span[0] - position)) if spans else None


def record(gold):
    text = gold["text"]
    ids = {actor["name"]: f"a{i + 1}" for i, actor in enumerate(gold["actors"])}
    actors = []
    for actor in gold["actors"]:
        mentions = sorted({tuple(s) for m in actor["mentions"] for s in occurrences(text, m)})
        actors.append({"id": ids[actor["name"]], "name": actor["name"], "kind": actor["kind"],
                       "country": actor["country"], "mentions": mentions})
    statements = []
    for s in gold["statements"]:
        if s.get("spans", {}).get("content"):
            content = s["spans"]["content"]
        else:
            first = occurrences(text, s["content"][0])
            cues = occurrences(text, s["cue"])
            # Of several places the one with the cue nearest, as annotators meant it.
            start = min(first, key=lambda f: min([abs(c[0] - f[1]) for c in cues] or [0])) if first else None
            if start is None:
                continue
            content = [start]
            for piece in s["content"][1:]:
                found = nearest(occurrences(text, piece), content[-1][1])
                if found:
                    content.append(found)
        cue = s.get("spans", {}).get("cue") or nearest(occurrences(text, s["cue"]), content[0][0])
        statements.append({
            "id": s["id"], "speaker": ids.get(s["speaker"]), "cue": cue, "content": sorted(content), "kind": s["kind"],
            "act": s["act"], "addressee": ids.get(s["addressee"]) if s["addressee"] else None})
    events = []
    for e in gold["events"]:
        anchor = e.get("spans", {}).get("anchor")
        if not anchor:
            evidence = text.find(e["evidence"])
            anchor = nearest([a for a in occurrences(text, e["anchor"]) if a[0] >= evidence], evidence)
        if anchor:
            events.append({"id": e["id"], "type": e["type"], "anchor": anchor})
    places = [{"id": f"p{i}", "name": p["name"], "country": p["country"], "span": span}
              for i, p in enumerate(gold["places"]) for span in occurrences(text, p["text"])[:1]]
    known = {s["id"] for s in statements}
    links = [l for l in gold["links"] if l["from"] in known and l["to"] in known]
    return {"article": {"id": gold["id"], "language": gold["language"], "text": text}, "actors": actors,
            "statements": statements, "events": events, "places": places, "links": links, "gold_links": len(gold["links"])}


if __name__ == "__main__":
    for gold in articles(sys.argv[1:]):
        print(json.dumps(record(gold), ensure_ascii=False))
