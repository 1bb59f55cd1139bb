"""The mean of a round of training and of the round it began from: python mix.py EXPORTED RUN SHARE OUT

Between the two there is no hill of loss, and the mean keeps what each knows better (Wortsman et al. 2022, Robust fine-tuning of
zero-shot models): here the trees of the later round and the names of the earlier one. SHARE is the part of the earlier round. The
heads of marks, which the earlier round may lack, are taken from the later one; fit_marks.py fits them to the mean.
"""
import shutil, sys
from pathlib import Path

import torch

import corpus, restore
from model import Network


def mixed(exported, run, share):
    inv = corpus.Inventory.load(Path(run) / "inventory.json")
    late = torch.load(Path(run) / "checkpoint.pt", weights_only=False)["average"]
    net = Network(inv, len(corpus.TREEBANKS))
    net.load_state_dict(late)
    restore.restored(exported, net, inv)  # words that the earlier round lacks keep their later rows
    early = net.state_dict()
    return inv, {k: v if k.startswith("mark") else share * early[k] + (1 - share) * v for k, v in late.items()}


def main():
    exported, run, share, out = sys.argv[1:]
    inv, state = mixed(exported, run, float(share))
    Path(out).mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(run) / "inventory.json", out)
    torch.save({"average": state}, Path(out) / "checkpoint.pt")


if __name__ == "__main__":
    main()
