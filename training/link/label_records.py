#!/usr/bin/env python3
"""Label the statements that Detente reads with the links of the annotated articles.

  label_records.py --records RECORDS GOLD... > labelled.jsonl

RECORDS is what `detente read --format jsonl` wrote for the articles of GOLD. A statement read stands for the annotated one
whose content shares at least half of the words of the union with it, best first, one to one; `gold_act` is the annotated act.
Training on these beside the annotated statements makes the link model used to the mistakes of what it is given. Needs only
Python 3.8+.
"""
import argparse
import json
import re

from gold_records import articles, record


def words(text, spans):
    return {m.start() + a for a, b in spans for m in re.finditer(r"\w+", text[a:b])}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", required=True)
    parser.add_argument("gold", nargs="+")
    options = parser.parse_args()
    read = {}
    for line in open(options.records, encoding="utf-8"):
        one = json.loads(line)
        read[one["article"]["id"]] = one
    for gold in articles(options.gold):
        if gold["id"] not in read:
            continue
        ours, theirs = read[gold["id"]], record(gold)
        text = gold["text"]
        left = [words(text, s["content"]) for s in theirs["statements"]]
        right = [words(text, s["content"]) for s in ours["statements"]]
        pairs = sorted(
            ((len(a & b) / len(a | b), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if 2 * len(a & b) >= len(a | b) > 0),
            key=lambda pair: -pair[0])
        to_ours, taken = {}, set()
        for _, i, j in pairs:
            if theirs["statements"][i]["id"] not in to_ours and j not in taken:
                taken.add(j)
                to_ours[theirs["statements"][i]["id"]] = ours["statements"][j]["id"]
                ours["statements"][j]["gold_act"] = theirs["statements"][i]["act"]
        links = [
            {"from": to_ours[l["from"]], "relation": l["relation"], "to": to_ours[l["to"]]}
            for l in theirs["links"] if l["from"] in to_ours and l["to"] in to_ours]
        print(json.dumps({
            "article": {k: ours["article"][k] for k in ("id", "language", "text")}, "actors": ours["actors"],
            "statements": ours["statements"], "events": ours["events"], "places": ours["places"], "links": links, "gold_links": theirs["gold_links"]}, ensure_ascii=False))


if __name__ == "__main__":
    main()
