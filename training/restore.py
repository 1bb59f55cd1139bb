"""The network back from its exported files: restored(DIRECTORY, network, inventory) fills a Network's weights.

Export rounds every weight to eight bits, which costs no accuracy that can be measured; a further round of training can
therefore begin from the published files and needs no checkpoint. Rows of words that the files do not know keep what they have.
"""
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

import corpus, features
from model import H
from parity import read_labels, read_words


def inventory(directory):
    """The label sets and the vocabulary of labels.txt."""
    unescape = lambda s: re.sub(r"\\(.)", lambda m: {"n": "\n", "r": "\r"}.get(m[1], m[1]), s)
    labels = read_labels(Path(directory))
    return corpus.Inventory(*([unescape(x) for x in labels[k]] for k in ("words", "upos", "feats", "scripts", "rels")))


@torch.no_grad()
def restored(directory, net, inv):
    words = {k: torch.from_numpy(w.copy()) for k, w in read_words(Path(directory) / "words.bin").items()}
    c = net.composition
    known = inventory(directory).words_id
    for i, w in enumerate(inv.words):
        if w in known:
            c.word.weight[i] = words["word"][known[w]]
    for spec, table in zip(features.SUFFIXES + features.PREFIXES + [features.SHAPE], c.tables):
        table.weight.copy_(words[spec[0]])
    c.grams.weight.copy_(words["grams"])
    for name, layer in (("hidden", c.hidden), ("out", c.out)):
        layer.weight.copy_(words[name].t())
        layer.bias.copy_(words[name + "Bias"][0])

    graph = onnx.load(str(Path(directory) / "encoder.onnx")).graph
    raw = {i.name: numpy_helper.to_array(i) for i in graph.initializer}

    def whole(base):
        q, s, z = (raw[base + end].astype(np.float32) for end in ("_quantized", "_scale", "_zero_point"))
        return torch.from_numpy(np.asarray((q - (z if s.ndim < 2 else z[:, None])) * (s if s.ndim < 2 else s[:, None])).copy())

    def stripped(name):
        return name[: -len("_quantized")]

    net.treebank.weight.copy_(whole("net.treebank.weight"))
    gates = [0, 2, 3, 1]  # ONNX holds input, output, forget, cell; PyTorch input, forget, cell, output
    order = lambda w: torch.cat([w[g * H : (g + 1) * H] for g in gates])
    for layer, node in zip(net.layers, [n for n in graph.node if n.op_type == "DynamicQuantizeLSTM"]):
        w, r, b = whole(stripped(node.input[1])), whole(stripped(node.input[2])), torch.from_numpy(raw[node.input[3]].copy())
        for d, end in enumerate(("", "_reverse")):
            getattr(layer, "weight_ih_l0" + end).copy_(order(w[d].t()))
            getattr(layer, "weight_hh_l0" + end).copy_(order(r[d].t()))
            getattr(layer, "bias_ih_l0" + end).copy_(order(b[d][: 4 * H]))
            getattr(layer, "bias_hh_l0" + end).copy_(order(b[d][4 * H :]))
    concat = next(n for n in graph.node if n.op_type == "Concat" and n.input[0] in raw and raw[n.input[0]].shape == (1, 2 * H))
    net.root.copy_(torch.from_numpy(raw[concat.input[0]][0].copy()))
    product = {n.output[0].split("/")[1] if "/" in n.output[0] else n.output[0]: n.input[1] for n in graph.node if n.op_type == "MatMulInteger"}
    first, bias, at = whole("first.weight").t(), torch.from_numpy(raw["first.bias"].copy()), 0
    word, taken = whole(stripped(product["word"])).t(), 0
    layers = [net.arc_dep, net.arc_head, net.tag, net.lemma, net.name_hidden, net.mark_hidden, net.rel_dep, net.rel_head]
    marked = any(o.name == "marks" for o in graph.output)
    for layer in layers if marked else [l for l in layers if l is not net.mark_hidden]:
        n = layer.out_features
        layer.weight[:, : 2 * H].copy_(first[at : at + n])
        layer.bias.copy_(bias[at : at + n])
        at += n
        if layer in (net.lemma, net.name_hidden, net.mark_hidden):
            layer.weight[:, 2 * H :].copy_(word[taken : taken + n])
            taken += n
    net.arc.weight.copy_(whole(stripped(product["arc"])).t())
    net.arc_bias.weight.copy_(whole(stripped(product["arc_bias"])).t())
    for name in ("upos", "feats", "script", "name", "rel") + (("mark",) if marked else ()):
        layer = getattr(net, name)
        layer.weight.copy_(whole(f"net.{name}.weight").t())
        layer.bias.copy_(torch.from_numpy(raw[f"net.{name}.bias"].copy()))
