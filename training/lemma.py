"""Lemmas as edit scripts: which case, how much to cut and what to add at both ends of the form.

A script is written case|cut|add|cut|add, for instance l|0||2|e: lower the form, cut two characters at the end, add e.
Where nothing is shared, =|be gives the lemma whole. The case is l (lower), k (keep) or t (lower, then the first letter of the result upper). Units are code points.
"""
from difflib import SequenceMatcher

from features import lower as lower_char


def lower(s):
    return "".join(lower_char(c) for c in s)


def title(s):
    u = s[:1].upper()
    return (u if len(u) == 1 else s[:1]) + s[1:]


def _edit(form, lemma):
    m = SequenceMatcher(None, form, lemma, autojunk=False).find_longest_match(0, len(form), 0, len(lemma))
    if m.size == 0:
        return None
    return m.a, lemma[: m.b], len(form) - m.a - m.size, lemma[m.b + m.size :]


def script(form, lemma):
    """-> the shortest script that makes the lemma from the form, or None (a lemma with a bar)."""
    best = None
    for case in "lkt":
        if case == "l" and lower(lemma) != lemma:
            continue
        target = lemma if case != "t" else lower(lemma)
        e = _edit(form if case == "k" else lower(form), target)
        if e is None or "|" in e[1] or "|" in e[3]:
            continue
        s = f"{case}|{e[0]}|{e[1]}|{e[2]}|{e[3]}"
        if apply(s, form) != lemma:
            continue
        cost = e[0] + len(e[1]) + e[2] + len(e[3]) + 0.1 * "lkt".index(case)
        if best is None or cost < best[0]:
            best = (cost, s)
    if best is None or best[0] > len(lemma) + 2:
        return "=|" + lemma if "|" not in lemma else None
    return best[1]


def apply(script, form):
    if script.startswith("=|"):
        return script[2:]
    case, cp, ap, cs, as_ = script.split("|")
    cp, cs = int(cp), int(cs)
    w = form if case == "k" else lower(form)
    if cp + cs > len(w):
        return w
    w = ap + w[cp : len(w) - cs] + as_
    return title(w) if case == "t" else w
