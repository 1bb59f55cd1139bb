"""From scores to trees and names. The Java classes TreeDecoder and NameDecoder do the same."""
import numpy as np

from corpus import NAMES

ROOT_PENALTY = 1e6


def is_tree(heads):
    """heads[i] in 0..n, 0 = root; exactly one root and no cycle."""
    if sum(1 for h in heads if h == 0) != 1:
        return False
    seen = [0] * (len(heads) + 1)
    for i in range(1, len(heads) + 1):
        j = i
        while j and seen[j] == 0:
            seen[j] = i
            j = heads[j - 1]
        if j and seen[j] == i:
            return False
    return True


def tree(scores):
    """scores [n, n+1] (dependent, head) -> heads: the arg max if it is a tree, else the best tree with one root."""
    s = np.array(scores, dtype=np.float64)
    n = len(s)
    s[np.arange(n), np.arange(1, n + 1)] = -np.inf
    heads = s.argmax(1).tolist()
    if is_tree(heads):
        return heads
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = s
    full[1:, 0] -= ROOT_PENALTY
    return edmonds(full)[1:]


def edmonds(s):
    """Chu-Liu/Edmonds on s[dependent, head], node 0 is the root. -> list of heads (entry 0 is -1)."""
    n = len(s)
    heads = [-1] + [int(s[i].argmax()) for i in range(1, n)]
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    new = {v: k for k, v in enumerate(rest)}
    c = len(rest)
    t = np.full((c + 1, c + 1), -np.inf)
    enter, leave = {}, {}
    for i in rest:
        for j in rest:
            if i != 0 and i != j:
                t[new[i], new[j]] = s[i, j]
    for j in rest:
        best = max(cycle, key=lambda k: s[k, j] - s[k, heads[k]])
        t[c, new[j]] = s[best, j] - s[best, heads[best]]
        enter[new[j]] = best
    for i in rest:
        if i != 0:
            best = max(cycle, key=lambda k: s[i, k])
            t[new[i], c] = s[i, best]
            leave[new[i]] = best
    sub = edmonds(t)
    out = [-1] * n
    for i in rest:
        if i != 0:
            h = sub[new[i]]
            out[i] = leave[new[i]] if h == c else rest[h]
    for k in cycle:
        out[k] = heads[k]
    broken = enter[sub[c]]
    out[broken] = rest[sub[c]]
    return out


def find_cycle(heads):
    seen = [0] * len(heads)
    for i in range(1, len(heads)):
        j = i
        while j > 0 and seen[j] == 0:
            seen[j] = i
            j = heads[j]
        if j > 0 and seen[j] == i:
            cycle, k = [j], heads[j]
            while k != j:
                cycle.append(k)
                k = heads[k]
            return cycle
    return None


def names(scores):
    """Viterbi over the sequences that BIOES allows; scores [n, labels] -> BIO labels."""
    s = np.array(scores, dtype=np.float64)
    n, k = s.shape
    first = [NAMES[i][0] for i in range(k)]
    label = [NAMES[i][2:] for i in range(k)]
    ok = np.zeros((k, k), dtype=bool)
    for a in range(k):
        for b in range(k):
            inside = first[a] in "BI"
            ok[a, b] = (first[b] in "IE" and label[a] == label[b]) if inside else first[b] in "OBS"
    block = np.where(ok, 0.0, -np.inf)
    v = np.where([c in "OBS" for c in first], s[0], -np.inf)
    back = []
    for i in range(1, n):
        m = v[:, None] + block
        back.append(m.argmax(0))
        v = m.max(0) + s[i]
    v = np.where([c in "OES" for c in first], v, -np.inf)
    at = int(v.argmax())
    path = [at]
    for b in reversed(back):
        at = int(b[at])
        path.append(at)
    path.reverse()
    return ["O" if p == 0 else {"B": "B-", "S": "B-", "I": "I-", "E": "I-"}[first[p]] + label[p] for p in path]
