"""Acts for the training of the event reader that are no better than on articles of others.

The word model of acts has learned every annotated article, and the network has learned the marks of most; the events are to learn
from acts as they are read of articles that neither has seen. This writes, for each of some parts of the articles, a folder

  PART/gold/...          links to the articles of the part
  PART/dev/detente/...   weights of the acts without these articles; without the network's marks too, unless the part is one of
                         the articles that the network has not learned from, which are the last

With a PART in front of the class path, `EventQuestions PART/gold` writes the questions of its articles; the files of all parts, one
after the other, are what train_choices.py takes. Prints the share of right acts of each part.

  act_folds.py GOLD_FOLDER OWN_FOLDER examples.tsv heldout.txt ACT_RESOURCES OUT [PARTS [UNSEEN_PARTS]]

OWN_FOLDER is what ../acts/articles.py writes, examples.tsv what `dev.detente.reading.statement.ActExamples GOLD_FOLDER OWN_FOLDER`
writes, ACT_RESOURCES the folder of act-weights.tsv.
"""
import os
import random
import re
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "acts"))
import fit as acts


def write(path, index, weights):
    with open(path, "w", encoding="utf-8") as lines:
        lines.write(" ".join(acts.ACTS) + "\n")
        for feature in sorted(index):
            row = (weights[index[feature]] * acts.SCALE).round().clamp(-127, 127).int().tolist()
            if max(map(abs, row)) >= acts.LEAST:
                lines.write(feature + "\t" + "\t".join(f"{i}:{v}" for i, v in enumerate(row) if abs(v) > 1) + "\n")


def main(folder, own, examples, heldout, resources, out, parts=5, unseen_parts=1):
    torch.set_num_threads(1)
    parts, unseen_parts = int(parts), int(unseen_parts)
    articles = [a for a in acts.load(folder, examples) if a]
    ours = [x for a in acts.load(own, examples) for x in a if x.gold >= 0]
    unseen = set(Path(heldout).read_text(encoding="utf-8").split())
    names = sorted(f.stem for f in Path(folder).glob("*.json"))
    learned = [n for n in names if n not in unseen]
    random.Random(7).shuffle(learned)
    others = [n for n in names if n in unseen]
    random.Random(7).shuffle(others)
    part = {n: i % parts for i, n in enumerate(learned)} | {n: parts + i % unseen_parts for i, n in enumerate(others)}
    fitted = (Path(resources) / "act-weights.tsv").read_text(encoding="utf-8")
    after = acts.followers(folder)
    for k in range(parts + unseen_parts):
        gold = Path(out) / str(k) / "gold"
        gold.mkdir(parents=True, exist_ok=True)
        for name in names:
            link = gold / f"{name}.json"
            link.unlink(missing_ok=True)
            if part[name] == k:
                os.symlink(Path(folder).resolve() / link.name, link)
        index, weights = acts.train([x for a in articles for x in a if x.gold >= 0 and part[x.article] != k] + ours)
        target = Path(out) / str(k) / "dev" / "detente" / "reading" / "statement"
        target.mkdir(parents=True, exist_ok=True)
        write(target / "acts.tsv", index, weights)
        own = fitted if k >= parts else re.sub(r"(?m)^(cue|content)\t.*$", r"\1\t0.000", fitted)
        (target / "act-weights.tsv").write_text(own, encoding="utf-8")
        scalars = (l.split("\t") for l in own.splitlines())
        w = {c[0]: torch.tensor(float(c[1]), dtype=torch.float64) for c in scalars if len(c) == 2}
        mine = acts.Articles([a for a in articles if part[a[0].article] == k], index, weights, after)
        print(k, f"{mine.right(w):.1f} % right", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
