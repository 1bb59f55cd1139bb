#!/usr/bin/env python3
"""Write records with the acts that a reader might take them for.

  noisy_records.py --seen LABELLED [--seed N] RECORDS > noisy.jsonl

Detente's act model has learned from the training articles, so that it reads their acts better than those of other articles. How
often which act is read as which is therefore counted from LABELLED, records of articles that it has not learned from, written by
`label_records.py`; the acts of RECORDS (of `gold_records.py` or `label_records.py`) are drawn accordingly. A statement that
nobody annotated keeps its act. Needs only Python 3.8+.
"""
import argparse
import collections
import json
import random


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seen", required=True)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("records")
    options = parser.parse_args()
    taken_for = collections.defaultdict(list)
    for line in open(options.seen, encoding="utf-8"):
        for s in json.loads(line)["statements"]:
            if s.get("gold_act"):
                taken_for[s["gold_act"]].append(s["act"])
    draw = random.Random(options.seed)
    for line in open(options.records, encoding="utf-8"):
        record = json.loads(line)
        for s in record["statements"]:
            act = s.get("gold_act") if "why" in s else s["act"]
            if act:
                s["act"] = draw.choice(taken_for[act] + [act])
        print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
