#!/usr/bin/env python3
"""Train the language identifier: Bokmål, Nynorsk, Danish, Swedish, English.

  python training/identify/train.py --data ../shared/data

Features: every word and its character n-grams, hashed. Model: one linear layer (softmax regression) over the
features' counts divided by the root of their number, so that a sentence and an article are on one scale. Text:
the treebanks' training parts for nb, nn and en; for da and sv, which have no treebank here, sentences drawn
word by word from the frequency lists of `wordfreq` (CC BY-SA 4.0) — all features lie within a word, so word order
does not matter — and half of the constructed articles; for da also the Bokmål sentences whose words, respelled by
`danish.txt` and by rule, are all in the Danish list. Something is drawn for every language, so that being drawn says
nothing, and all languages weigh the same. Half of a sentence's features are dropped each time it is seen, so that few have to suffice. Held out by document: the treebanks' development parts and the other half of
the articles.

Writes the weights as detente-core's resource: see LanguageIdentifier for the format. One CPU, about three minutes.
"""
import argparse, collections, glob, gzip, json, pathlib, random, re, struct
import numpy as np, torch, wordfreq

LANGUAGES = ["nb", "nn", "da", "sv", "en"]
DRAWN = {"nb": 8000, "nn": 8000, "da": 30000, "sv": 30000, "en": 8000}
BUCKETS, SEED, LONGEST, DROPOUT = 1 << 18, 20260127, 5, 0.5
WORD = re.compile(r"[^\W\d_]+")
CACHE = {}

def fnv(units, start):
    h = start
    for u in units: h = ((h ^ u) * 0x01000193) & 0xFFFFFFFF
    return (h ^ (h >> 15)) & (BUCKETS - 1)

def features(word):
    """Buckets of a word in small letters: itself, its letters, and n-grams of the word between marks."""
    if word not in CACHE:
        u = [2] + [b[0] | b[1] << 8 for b in zip(*[iter(word[:40].encode("utf-16-le"))] * 2)] + [3]
        found = [fnv(u, 0x811C9DC5 ^ 1)] * 3
        found += [fnv(u[i:i + n], 0x811C9DC5) for n in range(1, LONGEST + 1) for i in range(len(u) - n + 1)
                  if n > 1 or 0 < i < len(u) - 1]
        CACHE[word] = found
    return CACHE[word]

def encode(text): return [f for w in WORD.findall(text.lower()) for f in features(w)]

def treebank(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as lines:
        return [l[9:].strip() for l in lines if l.startswith("# text = ")]

def articles(folder, language):
    """-> (train, held out) texts, every second article each."""
    texts = []
    for path in sorted(glob.glob(f"{folder}/{language}-*.json")):
        article = json.load(open(path, encoding="utf-8"))
        texts.append(article.get("article", article)["text"])
    return texts[::2], texts[1::2]

def sentences(texts): return [s.strip() for t in texts for s in re.split(r"(?<=[.!?»”])\s+|\n+", t) if len(WORD.findall(s)) > 2]

def frequencies(language, texts):
    """Word frequencies of a language; of its own training sentences where no list exists."""
    if language in ("da", "sv", "nb", "en"): return wordfreq.get_frequency_dict(language, wordlist="best")
    return collections.Counter(w for t in texts for w in WORD.findall(t.lower()))

def drawn(language, texts, count, rng):
    frequencies_ = frequencies(language, texts)
    words = sorted((w for w in frequencies_ if WORD.fullmatch(w)), key=lambda w: (-frequencies_[w], w))
    weights = np.array([float(frequencies_[w]) for w in words]); weights /= weights.sum()
    lengths = rng.integers(3, 26, count)
    picks = rng.choice(len(words), int(lengths.sum()), p=weights)
    out, at = [], 0
    drawn_words = [words[i] for i in picks]
    if language != "en":  # long compounds, which no list of frequent words holds
        parts = [w for w in words[:20000] if len(w) > 3]
        for i in np.flatnonzero(rng.random(len(drawn_words)) < 0.12):
            drawn_words[i] = parts[int(rng.integers(len(parts)))] + parts[int(rng.integers(len(parts)))]
    for n in lengths: out.append(" ".join(drawn_words[at:at + n])); at += n
    return out

RESPELLED = [("sjon", "tion"), ("gj", "g"), ("kj", "k"), ("skj", "sk"), ("ei", "ej"), ("øy", "øj"), ("nn", "nd"), ("ll", "ld"), ("mm", "m"),
             ("tt", "t"), ("pp", "p"), ("kk", "k"), ("p", "b"), ("t", "d"), ("k", "g"), ("av", "af"), ("lig", "lig"), ("ks", "x"), ("s", "c")]

def respelled(word, known, table):
    """A Bokmål word as Danish writes it, or None: by the table, unchanged, or by the one respelling that is most frequent."""
    if word in table: return table[word]
    found = []
    for old, new in RESPELLED:
        at = word.find(old, 1)
        while at > 0:
            found.append(word[:at] + new + word[at + len(old):])
            at = word.find(old, at + 1)
    for old, new in (("et", "ede"), ("te", "ede"), ("ene", "erne"), ("er", "ere"), ("ete", "ede")):
        if word.endswith(old): found.append(word[:-len(old)] + new)
    best = max(found, key=lambda w: known.get(w, 0), default=word)
    if known.get(word, 0) >= 2e-6 and known.get(best, 0) < 20 * known[word]: return word
    return best if known.get(best, 0) >= 2e-6 else None

def danish(texts):
    """Those of the Bokmål sentences that can be respelled word by word into words of the Danish list; names are kept."""
    known = wordfreq.get_frequency_dict("da", wordlist="best")
    table = dict(l.split() for l in open(pathlib.Path(__file__).with_name("danish.txt"), encoding="utf-8") if l[0] != "#")
    out = []
    for text in texts:
        words = [w if i and w[0].isupper() else respelled(w.lower(), known, table) for i, w in enumerate(WORD.findall(text))]
        if words and None not in words: out.append(" ".join(words))
    return out

def cropped(texts, rng):
    """A stretch of each sentence, so that short ones are known too."""
    out = []
    for t in texts:
        words = t.split(); n = min(len(words), int(rng.integers(3, 9))); at = int(rng.integers(0, len(words) - n + 1))
        out.append(" ".join(words[at:at + n]))
    return out

def batches(data, rng, size):
    order = rng.permutation(len(data))
    for at in range(0, len(order), size):
        picked = [data[i] for i in order[at:at + size]]
        ids = torch.tensor([f for x, _ in picked for f in x])
        lengths = [len(x) for x, _ in picked]
        offsets = torch.tensor([0] + list(np.cumsum(lengths[:-1])))
        weights = torch.cat([torch.full((n,), n ** -0.5) for n in lengths])
        yield ids, offsets, weights, torch.tensor([y for _, y in picked])

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = pathlib.Path(__file__).resolve().parents[2]
    ap.add_argument("--data", type=pathlib.Path, default=root.parent / "shared/data")
    ap.add_argument("--out", type=pathlib.Path, default=root / "detente-core/src/main/resources/dev/detente/language/identify/weights.bin")
    ap.add_argument("--epochs", type=int, default=6)
    args = ap.parse_args()
    torch.set_num_threads(1); random.seed(SEED); torch.manual_seed(SEED); rng = np.random.default_rng(SEED)
    torch.use_deterministic_algorithms(True)

    tree, made = args.data / "treebank", args.data / "gold-train"
    train = {"nb": treebank(tree / "nob/train.conllu.gz"), "nn": treebank(tree / "nno/train.conllu.gz"),
             "en": treebank(tree / "eng/ewt-train.conllu.gz") + treebank(tree / "eng/gum-train.conllu.gz"), "da": [], "sv": []}
    held = {"nb ndt": ("nb", treebank(tree / "nob/dev.conllu")), "nn ndt": ("nn", treebank(tree / "nno/dev.conllu")),
            "en ewt": ("en", treebank(tree / "eng/ewt-dev.conllu")), "en gum": ("en", treebank(tree / "eng/gum-dev.conllu"))}
    whole = {}
    for language in LANGUAGES:
        seen, unseen = articles(made, language)
        train[language] += sentences(seen)
        held[f"{language} articles"] = (language, sentences(unseen))
        whole[language] = unseen
    spelled = danish(train["nb"])
    print(len(spelled), "sentences respelled into Danish, such as:", *spelled[:400:50], sep="\n  ")
    data = []
    for language in LANGUAGES:
        texts = train[language] + cropped(train[language], rng)
        if language == "da": texts += spelled + cropped(spelled, rng)
        if language in ("da", "sv"): texts += train[language] * 10
        texts += drawn(language, train[language], DRAWN[language], rng)
        data += [(encode(t), LANGUAGES.index(language)) for t in texts]
    data = [(x, y) for x, y in data if x]
    print(len(data), "sentences", len(CACHE), "words")

    counts = collections.Counter(y for _, y in data)
    print({LANGUAGES[y]: n for y, n in sorted(counts.items())})
    balance = torch.tensor([len(data) / len(LANGUAGES) / counts[y] for y in range(len(LANGUAGES))])

    model = torch.nn.EmbeddingBag(BUCKETS, len(LANGUAGES), mode="sum")
    torch.nn.init.zeros_(model.weight)
    bias = torch.nn.Parameter(torch.zeros(len(LANGUAGES)))
    optimiser = torch.optim.Adam([{"params": model.parameters(), "lr": 0.01}, {"params": [bias], "lr": 0.01}], fused=True)
    steps = args.epochs * ((len(data) + 511) // 512)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.02, steps)
    for epoch in range(args.epochs):
        total = 0.0
        for ids, offsets, weights, labels in batches(data, rng, 512):
            weights = weights * (torch.rand(len(weights)) > DROPOUT) / (1 - DROPOUT)
            scores = model(ids, offsets, per_sample_weights=weights) + bias
            loss = torch.nn.functional.cross_entropy(scores, labels, weight=balance)
            optimiser.zero_grad(); loss.backward(); optimiser.step(); schedule.step()
            total += loss.item()
        print("epoch", epoch + 1, "loss", round(total / (steps / args.epochs), 4))

    weights, scale = model.weight.detach().numpy(), float(model.weight.detach().abs().max()) / 127
    quantised = np.rint(weights / scale).astype(np.int8)
    final_bias = bias.detach().numpy().astype(np.float32)
    def guess(text):
        f = encode(text)
        return quantised[f].astype(np.float32).sum(0) * scale / max(1, len(f)) ** 0.5 + final_bias
    print("per sentence, held out by document:")
    for name, (language, texts) in sorted(held.items()):
        if texts:
            long = [t for t in texts if len(WORD.findall(t)) >= 6]
            guesses = [LANGUAGES[int(guess(t).argmax())] for t in texts]
            wrong = {l: guesses.count(l) for l in LANGUAGES if l != language and l in guesses}
            print(f"  {name:12} {100 * guesses.count(language) / len(texts):6.2f} %  of {len(texts)}  wrong {wrong}; six words or more {100 * sum(LANGUAGES[int(guess(t).argmax())] == language for t in long) / max(1, len(long)):6.2f} %")
    right = sum(LANGUAGES[int(guess(t).argmax())] == l for l, texts in whole.items() for t in texts)
    print("whole articles:", right, "of", sum(map(len, whole.values())))

    args.out.parent.mkdir(parents=True, exist_ok=True)
    with open(args.out, "wb") as out:
        out.write(struct.pack(">4sII f", b"DLID", BUCKETS, len(LANGUAGES), scale))
        out.write(struct.pack(f">{len(LANGUAGES)}f", *final_bias))
        out.write(quantised.tobytes())
    print(args.out, args.out.stat().st_size, "bytes")

if __name__ == "__main__": main()
