#!/usr/bin/env python3
"""Write annotated records with the acts that a reader might take them for.

  noisy_records.py GOLD_RECORDS LABELLED_RECORDS > noisy.jsonl

How often which act is read as which is counted from LABELLED_RECORDS (of `label_records.py`, read by a version that had not
learned from these articles, or of other articles); the draw is seeded. Needs only Python 3.8+.
"""
import collections
import json
import random
import sys

from label_records import words


def main():
    gold = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    read = {r["article"]["id"]: r for r in map(json.loads, open(sys.argv[2], encoding="utf-8"))}
    taken_for = collections.defaultdict(list)
    for record in gold:
        text = record["article"]["text"]
        theirs = [(words(text, s["content"]), s["act"]) for s in read.get(record["article"]["id"], {"statements": []})["statements"]]
        for s in record["statements"]:
            ours = words(text, s["content"])
            for other, act in theirs:
                if 2 * len(ours & other) >= len(ours | other) > 0:
                    taken_for[s["act"]].append(act)
                    break
    draw = random.Random(17)
    for record in gold:
        for s in record["statements"]:
            s["act"] = draw.choice(taken_for[s["act"]] or [s["act"]])
        print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
