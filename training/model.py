"""The network: a composition of the word form, a BiLSTM over the sentence, and one head per layer of annotation.

All sentences of a batch have the same length, so there are neither masks nor padding. Tensors are time-major: [n, batch, ...].
"""
import torch
import torch.nn.functional as F
from torch import nn

import features
import marks

WORD_DIM, X, H = 96, 256, 256
ARC, REL, TAG, NAME, LEMMA, MARK = 256, 256, 256, 192, 256, 256


def shared_dropout(x, p, training, positions=0):
    """Variational dropout: one mask for all positions (a dimension of x) of a sentence."""
    if not training or p == 0:
        return x
    shape = list(x.shape)
    shape[positions] = 1
    return x * x.new_empty(shape).bernoulli_(1 - p).div_(1 - p)


class Composition(nn.Module):
    """Form to vector, independent of the context: word, affixes, shape and character n-grams through a small network."""

    def __init__(self, words):
        super().__init__()
        self.word = nn.Embedding(words, WORD_DIM)
        specs = features.SUFFIXES + features.PREFIXES + [features.SHAPE]
        self.tables = nn.ModuleList([nn.Embedding(b, d) for _, _, b, d in specs])
        self.grams = nn.Embedding(features.GRAMS[2], features.GRAMS[3])
        width = WORD_DIM + sum(s[3] for s in specs) + features.GRAMS[3]
        self.hidden = nn.Linear(width, 384)
        self.out = nn.Linear(384, X)
        for t in [self.word, self.grams, *self.tables]:
            nn.init.normal_(t.weight, std=0.1)
            with torch.no_grad():
                t.weight[0] = 0

    def concat(self, word, fixed, grams):
        g = self.grams(grams) * (grams > 0).unsqueeze(-1)
        n = (grams > 0).sum(1, keepdim=True).clamp(min=1)
        parts = [self.word(word)] + [t(fixed[:, i]) for i, t in enumerate(self.tables)]
        return torch.cat(parts + [g.sum(1) / n.sqrt()], 1)

    def forward(self, word, fixed, grams, dropout=0.0):
        x = self.concat(word, fixed, grams)
        x = F.dropout(x, dropout, self.training)
        return self.out(F.gelu(self.hidden(x), approximate="tanh"))


class Network(nn.Module):
    def __init__(self, inventory, treebanks):
        super().__init__()
        self.composition = Composition(len(inventory.words))
        self.treebank = nn.Embedding(treebanks, X)
        nn.init.normal_(self.treebank.weight, std=0.1)
        self.layers = nn.ModuleList([nn.LSTM(X if i == 0 else 2 * H, H, bidirectional=True) for i in range(3)])
        for l in self.layers:
            for name, p in l.named_parameters():
                if "weight_hh" in name:
                    for k in range(4):
                        nn.init.orthogonal_(p.data[k * H : (k + 1) * H])
                elif "bias" in name:
                    nn.init.zeros_(p.data)
                    if "bias_ih" in name:
                        p.data[H : 2 * H] = 1
        self.root = nn.Parameter(torch.randn(2 * H) * 0.1)
        self.arc_dep, self.arc_head = nn.Linear(2 * H, ARC), nn.Linear(2 * H, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        nn.init.normal_(self.arc.weight, std=0.02)
        self.rel_dep, self.rel_head = nn.Linear(2 * H, REL), nn.Linear(2 * H, REL)
        self.rel = nn.Linear(REL, len(inventory.rels))
        self.tag = nn.Linear(2 * H, TAG)
        self.upos, self.feats = nn.Linear(TAG, len(inventory.upos)), nn.Linear(TAG, len(inventory.feats))
        self.lemma = nn.Linear(2 * H + X, LEMMA)
        self.script = nn.Linear(LEMMA, len(inventory.scripts))
        self.name_hidden = nn.Linear(2 * H + X, NAME)
        self.name = nn.Linear(NAME, len(inventory.names))
        self.mark_hidden = nn.Linear(2 * H + X, MARK)
        self.mark = nn.Linear(MARK, len(marks.LABELS))

    def encode(self, x, treebank, dropout):
        """x [n, batch, X] -> contextual vectors [n, batch, 2H]."""
        h = shared_dropout(x + self.treebank(treebank), dropout, self.training)
        for l in self.layers:
            h = shared_dropout(l(h)[0], dropout, self.training)
        return h

    def arcs(self, h, drop):
        """-> scores [batch, dependent, head], head 0 is the root; and the dependent and head sides of the relation."""
        r = torch.cat([self.root.to(h.dtype).expand(1, h.shape[1], -1), h], 0)
        act = lambda v: drop(F.gelu(v, approximate="tanh"))
        dep, head = act(self.arc_dep(h)), act(self.arc_head(r))
        s = torch.matmul(self.arc(dep).transpose(0, 1), head.permute(1, 2, 0))
        s = s + self.arc_bias(head).permute(1, 2, 0)
        return s, self.rel_dep(h).transpose(0, 1), self.rel_head(r).transpose(0, 1)

    def relations(self, dep, head, heads, drop):
        """Relation scores [batch, n, relations] for the given heads [batch, n]."""
        chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return self.rel(drop(F.gelu(dep + chosen, approximate="tanh"), 1))

    def labels(self, h, x, drop, mark_dropout=0):
        """-> scores [n, batch, labels] of upos, feats, scripts, names and marks."""
        act = lambda v: drop(F.gelu(v, approximate="tanh"))
        t = act(self.tag(h))
        hx = torch.cat([h, x.to(h.dtype)], -1)
        return self.upos(t), self.feats(t), self.script(act(self.lemma(hx))), self.name(act(self.name_hidden(hx))), self.mark(act(self.mark_hidden(shared_dropout(hx, mark_dropout, self.training))))
