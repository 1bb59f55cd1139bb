"""What each part gives: python ablation.py --data ../../shared/data/treebank --out work/ablation --steps 1200 [--only SETTING ...]

Trains the whole with three seeds and every setting with one part left out, all from scratch, with the same number of steps, and
prints a table in Markdown of the development files (gold tokens, plain arg max): the whole as mean and standard deviation, the
others as difference from the mean. A run that is finished is not repeated. What follows "--" goes to train.py.
"""
import argparse, json, statistics, subprocess, sys
from pathlib import Path

import torch

SEEDS = (17, 18, 19)
COLUMNS = [(b, k) for b in ("nb", "nn", "ewt", "gum") for k in ("las", "ner")] + [("nb", "feats"), ("nb", "script")]
WHOLE = [f"seed {s}" for s in SEEDS]


def characters():
    import features

    shape = len(features.SUFFIXES + features.PREFIXES)
    fixed = features.fixed
    features.fixed = lambda form: [0] * shape + fixed(form)[shape:]
    features.grams = lambda form: [0]


def treebank():
    from model import Network

    encode = Network.encode
    Network.encode = lambda net, x, row, dropout: encode(net, x, row * 0, dropout)


def augmentation():
    import corpus

    corpus.augment = lambda s, rng: (s, None, False)


# what is left out: (options of train.py, change of the code)
SETTINGS = {
    "affixes and character n-grams": ([], characters),
    "word dropout": (["--word-dropout", "0"], None),
    "variational dropout": (["--dropout", "0"], None),
    "treebank embedding": ([], treebank),
    "exchange of names": (["--exchange", "0"], None),
    "augmentation": ([], augmentation),
    "English": (["--english", "0", "--silver", "0"], None),
    "silver names": (["--silver", "0"], None),
    "marks": ([], None),
}


def train_one(setting, a, rest):
    """In a process of its own, as the change of the code stays."""
    options, change = SETTINGS.get(setting, ([], None))
    import train

    if change:
        change()
    seed = setting.split()[1] if setting in WHOLE else str(SEEDS[0])
    if setting == "marks":
        rest = rest[: rest.index("--marks")] if "--marks" in rest else rest
    out = Path(a.out) / setting.replace(" ", "-")
    sys.argv = ["train.py", "--data", a.data, "--out", str(out), "--steps", str(a.steps), "--seed", seed, "--evaluate-minutes", "999"]
    sys.argv += options + rest
    train.main()
    if setting in WHOLE:
        import corpus
        from predict import Analyser

        raw = Analyser(out, "net")
        dev = {k: [corpus.Encoded(s, raw.inv, raw.types) for s in corpus.read_conllu(Path(a.data) / p, k)] for k, p in corpus.DEV.items()}
        print("raw", json.dumps(train.evaluate(raw.net, raw.types, dev)), flush=True)


def figures(log, word):
    """The evaluation that a log ends with."""
    lines = [l.split(word + " ", 1)[1] for l in log.read_text().splitlines() if word + " {" in l]
    return json.JSONDecoder().raw_decode(lines[-1])[0]


def table(out):
    found = {s: figures(out / (s.replace(" ", "-") + ".log"), "dev") for s in [*WHOLE, *SETTINGS] if (out / (s.replace(" ", "-") + ".log")).exists()}
    whole = [found[s] for s in WHOLE if s in found]
    cell = lambda f, c: f[c[0]].get(c[1], 0)
    mean = {c: statistics.mean(cell(f, c) for f in whole) for c in COLUMNS}
    print("| |" + "".join(f" {b} {k} |" for b, k in COLUMNS) + "\n" + "|---" * (1 + len(COLUMNS)) + "|")
    print("| the whole |" + "".join(f" {mean[c]:.2f} ± {statistics.stdev(cell(f, c) for f in whole) if len(whole) > 1 else 0:.2f} |" for c in COLUMNS))
    raw = [figures(out / (s.replace(" ", "-") + ".log"), "raw") for s in WHOLE if s in found]
    rows = {"averaging of the weights": {c: statistics.mean(cell(f, c) for f in raw) for c in COLUMNS}}
    rows |= {s: {c: cell(f, c) for c in COLUMNS} for s, f in found.items() if s in SETTINGS}
    for name, row in rows.items():
        print(f"| without {name} |" + "".join(f" {row[c] - mean[c]:+.2f} |" for c in COLUMNS))


def main():
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    own, rest = sys.argv[1:end], sys.argv[end + 1 :]
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", default="../../shared/data/treebank")
    ap.add_argument("--out", default="work/ablation")
    ap.add_argument("--steps", type=int, default=1200)
    ap.add_argument("--only", nargs="*", help="these settings")
    ap.add_argument("--one", help=argparse.SUPPRESS)
    a = ap.parse_args(own)
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    if a.one:
        return train_one(a.one, a, rest)
    for setting in a.only if a.only is not None else [*WHOLE, *SETTINGS]:
        log = out / (setting.replace(" ", "-") + ".log")
        if not log.exists() or "finished" not in log.read_text():
            with open(log, "w") as target:
                command = [sys.executable, __file__, "--data", a.data, "--out", a.out, "--steps", str(a.steps), "--one", setting]
                subprocess.run(command + ["--"] + rest, stdout=target, check=True)
    table(out)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
