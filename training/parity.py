"""Write the parity file of the Java tests: python parity.py MODEL_DIRECTORY > ../detente-core/src/test/resources/.../parity.txt

Reads parity-sentences.txt (our own sentences, `language<TAB>words`), and computes hashed features and annotations with
onnxruntime and the exported files alone. Lines: `W form key fixed... | grams...`, then `S language` and CoNLL-U rows.
"""
import struct, sys
from pathlib import Path

import numpy as np
import onnxruntime as ort

import decode, features, lemma
from genders import Genders

ROWS = {"nb": 0, "nn": 1, "en": 3}


def read_words(path):
    data, at, out = path.read_bytes(), 12, {}
    (count,) = struct.unpack(">i", data[8:12])
    for _ in range(count):
        (k,) = struct.unpack_from(">H", data, at)
        name = data[at + 2 : at + 2 + k].decode()
        at += 2 + k
        rows, columns, kind = struct.unpack_from(">iib", data, at)
        at += 9
        n = rows * columns
        if kind == 0:
            out[name] = np.frombuffer(data, ">f4", n, at).reshape(rows, columns).astype(np.float32)
            at += 4 * n
        else:
            scale = np.frombuffer(data, ">f4", rows, at).astype(np.float32)
            at += 4 * rows
            out[name] = scale[:, None] * np.frombuffer(data, np.int8, n, at).reshape(rows, columns)
            at += n
    return out


def read_labels(directory):
    out, lines = {}, (directory / "labels.txt").read_text(encoding="utf-8").split("\n")
    i = 0
    while i < len(lines) - 1:
        name, count = lines[i][1:-1].split(" ")
        out[name] = lines[i + 1 : i + 1 + int(count)]
        i += 1 + int(count)
    return out


def gelu(x):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def alone(n):
    """The network's inputs for the place of n words of one sentence."""
    words = np.arange(n)
    return {"place": 1 + words[:, None], "row": words, "lengths": np.array([n])}


class Exported:
    def __init__(self, directory, encoder="encoder.onnx"):
        self.w = read_words(directory / "words.bin")
        self.labels = read_labels(directory)
        self.genders = Genders(self.labels)
        self.vocabulary = {w: i for i, w in enumerate(self.labels["words"])}
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = ort.InferenceSession(str(directory / encoder), options)
        self.cache = {}

    def vector(self, form):
        v = self.cache.get(form)
        if v is not None:
            return v
        w = self.w
        parts = [w["word"][self.vocabulary.get(features.key(form), 0)]]
        specs = features.SUFFIXES + features.PREFIXES + [features.SHAPE]
        parts += [w[s[0]][b] for s, b in zip(specs, features.fixed(form))]
        g = features.grams(form)
        parts.append(w["grams"][g].sum(0) / np.sqrt(max(1, len(g))))
        h = gelu(np.concatenate(parts) @ w["hidden"] + w["hiddenBias"][0])
        v = self.cache[form] = (h @ w["out"] + w["outBias"][0]).astype(np.float32)
        return v

    def annotate(self, forms, row):
        x = np.stack([self.vector(f) for f in forms])
        upos, feats, script, head, rel, names, arcs, dep, heads_side, _, scores = self.session.run(None, {"x": x, "treebank": np.array([row]), **alone(len(forms))})
        root = self.labels["rels"].index("root")
        heads = decode.tree(arcs)
        out = []
        for i, h in enumerate(heads):
            r = rel[i]
            if h and (h != head[i] or r == root):
                score = gelu(dep[i] + heads_side[h]) @ self.w["rel"].T + self.w["relBias"][0]
                score[root] = -np.inf
                r = int(score.argmax())
            out.append((h, "root" if h == 0 else self.labels["rels"][r]))
        bio = decode.names(names)
        l = self.labels
        language = {0: "nb", 1: "nn"}.get(row, "en")
        result = []
        for i, f in enumerate(forms):
            u, lem = l["upos"][upos[i]], lemma.apply(l["scripts"][script[i]], f)
            chosen = self.genders.choose(language, u, lem, feats[i], scores[i])
            result.append((f, lem, u, l["feats"][chosen], *out[i], bio[i]))
        return result


def main():
    model = Exported(Path(sys.argv[1]))
    here = Path(__file__).parent
    sentences = [l.split("\t") for l in (here / "parity-sentences.txt").read_text(encoding="utf-8").splitlines() if l]
    seen = set()
    for _, text in sentences:
        for f in text.split(" "):
            if f not in seen:
                seen.add(f)
                print("W", f, features.key(f), *features.fixed(f), "|", *features.grams(f))
    for language, text in sentences:
        print("S", language)
        for i, r in enumerate(model.annotate(text.split(" "), ROWS[language])):
            print("\t".join([str(i + 1), r[0], r[1], r[2], "_", r[3], str(r[4]), r[5], "_", "name=" + r[6]]))
        print()


if __name__ == "__main__":
    main()
