"""Compare quantisations of the encoder on a development file: python quantise_check.py RUN GOLD.conllu LANGUAGE

Prints accuracies on gold tokens with float weights and with int8 weights (full range; 7 bits; unsigned).
"""
import sys, tempfile, time
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType

import corpus
from export import export_encoder, export_labels, export_words
from parity import Exported
from predict import Analyser

ROWS = {"nb": 0, "nn": 1, "ewt": 2, "gum": 3, "en": 3}


def score(model, gold, row):
    c = dict(words=0, upos=0, feats=0, lemma=0, uas=0, las=0)
    begin = time.process_time()
    for s in gold:
        for i, r in enumerate(model.annotate(s.forms, row)):
            c["words"] += 1
            c["upos"] += r[2] == s.upos[i]
            c["feats"] += r[3] == s.feats[i]
            c["lemma"] += r[1] == s.lemmas[i]
            c["uas"] += r[4] == s.heads[i]
            c["las"] += r[4] == s.heads[i] and r[5].split(":")[0] == s.rels[i].split(":")[0]
    n = c.pop("words")
    return {k: round(100 * v / n, 2) for k, v in c.items()}, round(time.process_time() - begin, 1)


def main():
    run, path, language = sys.argv[1:4]
    torch.set_num_threads(1)
    a = Analyser(run)
    gold = corpus.read_conllu(path, language)
    with tempfile.TemporaryDirectory() as d:
        out = Path(d)
        export_words(a.net, out / "words.bin")
        export_labels(a.inv, out / "labels.txt")
        export_encoder(a.net, a.inv, out)
        print("float", *score(Exported(out, "encoder-float.onnx"), gold, ROWS[language]), flush=True)
        for name, options in (("8 bits", {"reduce_range": False}), ("7 bits", {}), ("unsigned 8 bits", {"reduce_range": False, "weight_type": QuantType.QUInt8})):
            export_encoder(a.net, a.inv, out, **options)
            print(name, *score(Exported(out), gold, ROWS[language]), flush=True)


if __name__ == "__main__":
    main()
