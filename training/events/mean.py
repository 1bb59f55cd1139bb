"""The mean of two fits of the event reader's decisions: python mean.py NEW.tsv OLD.tsv QUESTION SHARE > choices.tsv

QUESTION's weights are SHARE times those of NEW and the rest those of OLD; all other questions are NEW's.
"""
import sys


def load(file):
    cells = (line.rstrip("\n").split("\t") for line in open(file, encoding="utf-8"))
    return {(c[0], c[1]): float(c[2]) for c in cells if len(c) == 3}


def main(new, old, question, share):
    n, o, share = load(new), load(old), float(share)
    print(open(new, encoding="utf-8").readline(), end="")
    for key in sorted(set(n) | set(o)):
        weight = n.get(key, 0)
        if key[0] == question:
            weight = weight * share + o.get(key, 0) * (1 - share)
        if abs(weight) >= 0.005:
            print(*key, f"{weight:.2f}", sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
