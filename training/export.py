"""Export a checkpoint to the resources of detente-core: python export.py work/run OUT_DIRECTORY TREEBANKS

Writes
  encoder.onnx   vectors of one sentence's words in; labels, arcs, heads, relations out; int8 LSTM and MatMul weights
  words.bin      the composition of words: tables as int8 with a scale per row, small matrices as float32
  labels.txt     label inventories, vocabulary and genders of nouns (genders.py), one item per line

words.bin (big-endian): the bytes DTTW, int32 version, int32 number of arrays, then per array: UTF name, int32 rows,
int32 columns, byte kind (0 = float32 values; 1 = a float32 scale per row, then int8 values).
"""
import struct, sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
import torch.nn.functional as F
from torch import nn

import corpus
import features
import genders
import marks
from model import ARC, LEMMA, MARK, NAME, REL, TAG, H, X
from predict import Analyser

VERSION = 1
RELEASE = "nb-nn-en 3"  # named in every record; raise it with the weights


class Encoder(nn.Module):
    """Some sentences, longest first: x [words, 256] -> int64 upos, feats, script, head, rel; float names, arcs, the sides of the
    relations, marks and the scores of feats.

    The same function as Network, with the first layers of all heads as one product. The words stand one sentence after the other;
    only the LSTM sees them side by side (layout), where one product serves all sentences. Heads are counted from 1 through all of
    them, 0 is everybody's root.
    """

    def __init__(self, net):
        super().__init__()
        self.net = net
        width = 2 * H
        hidden = [net.arc_dep, net.arc_head, net.tag, net.lemma, net.name_hidden, net.mark_hidden]
        every = hidden + [net.rel_dep, net.rel_head]
        self.first = nn.Linear(width, sum(l.out_features for l in every))
        self.word = nn.Linear(X, LEMMA + NAME + MARK, bias=False)
        with torch.no_grad():
            self.first.weight.copy_(torch.cat([l.weight[:, :width] for l in every]))
            self.first.bias.copy_(torch.cat([l.bias for l in every]))
            self.word.weight.copy_(torch.cat([l.weight[:, width:] for l in (net.lemma, net.name_hidden, net.mark_hidden)]))

    def forward(self, x, treebank, place, row, lengths):
        net, n = self.net, x.shape[0]
        h = torch.cat([x.new_zeros(1, X), x], 0)[place] + net.treebank(treebank)
        for layer in net.layers:
            packed = nn.utils.rnn.pack_padded_sequence(h, lengths)
            h = nn.utils.rnn.pad_packed_sequence(layer(packed)[0])[0]
        h = h.reshape(-1, 2 * H)[row]
        r = self.first(torch.cat([net.root.unsqueeze(0), h], 0))
        plain, words, rel_dep, rel_head = r.split([ARC + ARC + TAG, LEMMA + NAME + MARK, REL, REL], 1)
        plain, words = F.gelu(plain, approximate="tanh"), F.gelu(words[1:] + self.word(x), approximate="tanh")
        dep, head, tag = plain[1:, :ARC], plain[:, ARC : 2 * ARC], plain[1:, 2 * ARC :]
        scores = torch.matmul(net.arc(dep), head.t()) + net.arc_bias(head).t()
        at = torch.arange(n + 1)
        sentence = torch.cat([row.new_full((1,), -1), row % lengths.shape[0]])
        possible = (sentence[1:].unsqueeze(1) == sentence) & (at[1:].unsqueeze(1) != at) | (at == 0)
        scores = torch.where(possible, scores, -1e9)
        heads = scores.argmax(-1)
        rel_dep = rel_dep[1:]
        rel = net.rel(F.gelu(rel_dep + rel_head[heads], approximate="tanh"))
        lemma, name, mark = words.split([LEMMA, NAME, MARK], 1)
        feats = net.feats(tag)
        return (net.upos(tag).argmax(-1), feats.argmax(-1), net.script(lemma).argmax(-1), heads, rel.argmax(-1), net.name(name), scores, rel_dep, rel_head, net.mark(mark), feats)


def layout(lengths):
    """-> place [longest, sentences], 1 + the number of the word that stands there or 0, and row [words], where each word stands."""
    place, row, word = np.zeros((lengths[0], len(lengths)), np.int64), [], 0
    for k, n in enumerate(lengths):
        place[:n, k] = np.arange(word + 1, word + n + 1)
        row += [i * len(lengths) + k for i in range(n)]
        word += n
    return place, np.array(row, np.int64)


def export_encoder(net, inv, out, quantise=True, **options):
    m = Encoder(net).eval()
    raw = out / "encoder-float.onnx"
    names = ["upos", "feats", "script", "head", "rel", "names", "arcs", "relDep", "relHead", "marks", "featScores"]
    inputs = ["x", "treebank", "place", "row", "lengths"]
    axes = {"place": {0: "longest", 1: "sentences"}, "lengths": {0: "sentences"}, "arcs": {0: "words", 1: "heads"}, "relHead": {0: "heads"}}
    axes = {k: {0: "words"} for k in ["x", "row", *names]} | axes
    place, row = layout([7, 5, 3])
    example = (torch.randn(15, X), torch.tensor([0]), torch.from_numpy(place), torch.from_numpy(row), torch.tensor([7, 5, 3]))
    torch.onnx.export(m, example, str(raw), input_names=inputs, output_names=names, dynamic_axes=axes, opset_version=20, dynamo=False)
    if not quantise:
        return raw
    target = out / "encoder.onnx"
    quantize_dynamic(str(raw), str(target), weight_type=options.pop("weight_type", QuantType.QInt8), per_channel=True, **{"reduce_range": True, **options})
    model = onnx.load(str(target))
    model.doc_string = ""
    onnx.save(model, str(target))
    return target


def rows_int8(w):
    scale = np.maximum(np.abs(w).max(1), 1e-8) / 127
    return scale.astype(">f4"), np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8)


def export_words(net, path):
    c = net.composition
    specs = features.SUFFIXES + features.PREFIXES + [features.SHAPE]
    arrays = [("word", c.word.weight, 1)]
    arrays += [(s[0], t.weight, 1) for s, t in zip(specs, c.tables)]
    arrays += [("grams", c.grams.weight, 1)]
    # stored by input, so that Java adds scaled rows
    arrays += [("hidden", c.hidden.weight.t(), 0), ("hiddenBias", c.hidden.bias[None], 0), ("out", c.out.weight.t(), 0), ("outBias", c.out.bias[None], 0)]
    arrays += [("rel", net.rel.weight, 0), ("relBias", net.rel.bias[None], 0)]
    with open(path, "wb") as f:
        f.write(b"DTTW" + struct.pack(">ii", VERSION, len(arrays)))
        for name, w, kind in arrays:
            w = w.detach().numpy().astype(np.float32)
            f.write(struct.pack(">H", len(name)) + name.encode() + struct.pack(">iib", *w.shape, kind))
            if kind == 0:
                f.write(np.ascontiguousarray(w, dtype=">f4").tobytes())
            else:
                scale, q = rows_int8(w)
                f.write(scale.tobytes() + q.tobytes())


def export_labels(inv, path, nouns=None):
    """Sections: a line [name count], then the items with backslash, newline and carriage return escaped."""
    escape = lambda s: s.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(f"[version 1]\n{RELEASE}\n")
        for layer in ("upos", "feats", "scripts", "rels", "names", "words"):
            items = getattr(inv, layer)
            f.write(f"[{layer} {len(items)}]\n")
            for item in items:
                f.write(escape(item) + "\n")
        f.write(f"[marks {len(marks.LABELS)}]\n" + "".join(label + "\n" for label in marks.LABELS))
        for language, lines in (nouns or {}).items():
            f.write(f"[genders-{language} {len(lines)}]\n" + "".join(escape(line) + "\n" for line in lines))


def main():
    run, out, data = map(Path, sys.argv[1:4])
    torch.set_num_threads(1)
    out.mkdir(parents=True, exist_ok=True)
    a = Analyser(run)
    export_encoder(a.net, a.inv, out)
    (out / "encoder-float.onnx").unlink()
    export_words(a.net, out / "words.bin")
    export_labels(a.inv, out / "labels.txt", genders.count(corpus.load(data)[0]))
    for p in sorted(out.iterdir()):
        print(p, p.stat().st_size)


if __name__ == "__main__":
    main()
