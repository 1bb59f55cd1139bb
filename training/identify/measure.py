#!/usr/bin/env python3
"""How often the published weights are right, by the number of words of a sentence, on text that they were not trained on.

  python training/identify/measure.py --data ../shared/data [--further FOLDER]

The treebanks' development parts, every second constructed article, and the files of a folder of one's own, da.txt, sv.txt ...,
a sentence a line.
"""
import argparse, collections, pathlib, struct
import numpy as np
import train
from train import LANGUAGES, WORD

LENGTHS = [(1, 2), (3, 5), (6, 10), (11, 10**6)]

def read(path):
    """-> a function from a text to the language told."""
    raw = path.read_bytes()
    magic, buckets, count, scale = struct.unpack_from(">4sIIf", raw)
    assert (magic, buckets, count) == (b"DLID", train.BUCKETS, len(LANGUAGES)), path
    bias = np.array(struct.unpack_from(f">{count}f", raw, 16))
    table = np.frombuffer(raw, np.int8, offset=16 + 4 * count).reshape(buckets, count)
    def tell(text):
        found = train.encode(text)
        if not found: return LANGUAGES[0]
        return LANGUAGES[int((table[found].sum(0, dtype=np.int64) * scale / len(found) ** 0.5 + bias).argmax())]
    return tell

def held_out(data, further):
    """-> name, language and sentences of each set"""
    tree = data / "treebank"
    for name, language, path in (("NDT nb", "nb", "nob/dev.conllu"), ("NDT nn", "nn", "nno/dev.conllu"),
                                 ("EWT", "en", "eng/ewt-dev.conllu"), ("GUM", "en", "eng/gum-dev.conllu")):
        yield name, language, train.treebank(tree / path)
    for language in LANGUAGES: yield f"articles {language}", language, train.sentences(train.articles(data / "gold-train", language)[1])
    for path in sorted(further.glob("??.txt")) if further else []: yield f"further {path.stem}", path.stem, path.read_text(encoding="utf-8").strip("\n").split("\n")

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = pathlib.Path(__file__).resolve().parents[2]
    ap.add_argument("--data", type=pathlib.Path, default=root.parent / "shared/data")
    ap.add_argument("--further", type=pathlib.Path)
    ap.add_argument("--weights", type=pathlib.Path, default=root / "detente-core/src/main/resources/dev/detente/language/identify/weights.bin")
    args = ap.parse_args()
    tell = read(args.weights)
    print("| | sentences | right | ± | 1-2 words | 3-5 | 6-10 | 11 or more | taken for |\n|---|---:|---:|---:|---:|---:|---:|---:|---|")
    for name, language, texts in held_out(args.data, args.further):
        told = [tell(t) for t in texts]
        right, lengths = np.array([t == language for t in told]), np.array([len(WORD.findall(t)) for t in texts])
        parts = [right[(lengths >= low) & (lengths <= high)] for low, high in LENGTHS]
        share = right.mean()
        wrong = collections.Counter(t for t in told if t != language).most_common()
        print(f"| {name} | {len(texts)} | {100 * share:.1f} | {196 * (share * (1 - share) / len(texts)) ** 0.5:.1f} | "
              + " | ".join(f"{100 * p.mean():.1f} ({len(p)})" if len(p) else "" for p in parts)
              + " | " + ", ".join(f"{l} {n}" for l, n in wrong) + " |")

if __name__ == "__main__": main()
