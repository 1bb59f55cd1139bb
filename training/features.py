"""Context-free features of a word form. The Java class WordFeatures computes the same numbers; a parity test keeps them equal.

Everything is defined on Unicode code points. A feature is hashed with 32-bit FNV-1a over its UTF-8 bytes, started
from a seed of its own, followed by the final mixing steps of MurmurHash3.
"""

MAX_CHARS = 40  # longer forms keep their first and last 20 characters
MAX_GRAMS = 40

# (name, n characters, buckets, dimensions); bucket 0 means "no such feature"
SUFFIXES = [("s1", 1, 512, 32), ("s2", 2, 4096, 48), ("s3", 3, 8192, 48), ("s4", 4, 16384, 48), ("s5", 5, 16384, 48)]
PREFIXES = [("p1", 1, 512, 16), ("p2", 2, 4096, 32), ("p3", 3, 8192, 32), ("p4", 4, 16384, 32)]
SHAPE = ("shape", 0, 1024, 32)
GRAMS = ("grams", 0, 32768, 64)
GRAM_SIZES = (3, 4)

DOUBLE_QUOTES = "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u02ba"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
FOLD = {**{c: '"' for c in DOUBLE_QUOTES}, **{c: "'" for c in SINGLE_QUOTES}, **{c: "-" for c in DASHES}, "\u00a0": " "}


def lower(c):
    """Simple lower case of one code point, as java.lang.Character.toLowerCase(int)."""
    if c == "\u0130":
        return "i"
    l = c.lower()
    return l if len(l) == 1 else c


def fold(form):
    """Typographic quotes and dashes to their ASCII forms; forms over MAX_CHARS cut in the middle."""
    if len(form) > MAX_CHARS:
        form = form[: MAX_CHARS // 2] + form[-(MAX_CHARS // 2) :]
    return "".join(FOLD.get(c, c) for c in form)


def key(form):
    """The form under which a word is looked up in the vocabulary: folded, lower case."""
    return "".join(lower(c) for c in fold(form))


def fnv(seed, text):
    h = (2166136261 ^ seed) & 0xFFFFFFFF
    h = (h * 16777619) & 0xFFFFFFFF
    for b in text.encode("utf-8", "surrogatepass"):
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & 0xFFFFFFFF
    return h ^ (h >> 16)


def bucket(seed, text, buckets):
    return 1 + fnv(seed, text) % (buckets - 1)


def shape(form):
    """Letters to X/x, digits to d, other ASCII kept, anything else ?; runs cut to two, the whole to twelve characters."""
    out = []
    for c in fold(form):
        if lower(c) != c:
            s = "X"
        elif "0" <= c <= "9":
            s = "d"
        elif c.isalpha():
            s = "x"
        else:
            s = c if c < "\u0080" else "?"
        if len(out) >= 2 and out[-1] == s and out[-2] == s:
            continue
        out.append(s)
        if len(out) == 12:
            break
    return "".join(out)


def fixed(form):
    """-> the bucket of every suffix, prefix and of the shape."""
    k = "".join("0" if "0" <= c <= "9" else c for c in key(form))
    out = []
    for seed, (_, n, buckets, _) in enumerate(SUFFIXES):
        out.append(bucket(1 + seed, k[-n:], buckets) if len(k) >= n else 0)
    for seed, (_, n, buckets, _) in enumerate(PREFIXES):
        out.append(bucket(11 + seed, k[:n], buckets) if len(k) >= n else 0)
    out.append(bucket(21, shape(form), SHAPE[2]))
    return out


def grams(form):
    """-> the buckets of the character 3- and 4-grams of <form>, at most MAX_GRAMS."""
    k = "<" + "".join("0" if "0" <= c <= "9" else c for c in key(form)) + ">"
    out = []
    for n in GRAM_SIZES:
        for i in range(len(k) - n + 1):
            if len(out) == MAX_GRAMS:
                return out
            out.append(bucket(31, k[i : i + n], GRAMS[2]))
    return out
