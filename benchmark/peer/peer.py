#!/usr/bin/env python3
"""Detente beside UDPipe 1 (Straka & Strakova 2017), trained on the same files, in one run.

  python3 -m venv .venv && .venv/bin/pip install -r benchmark/peer/requirements.txt
  .venv/bin/python benchmark/peer/peer.py --data ../shared/data/treebank --scorer ../shared/tools/score_conllu.py

Trains UDPipe's tokenizer, tagger and parser on nob/train with its own trainer (once; the model is kept in --work), then
gives both programs the raw text of nob/dev, blank lines between documents and around headlines, and prints their accuracy
as the scorer counts it and their words per second of processor time and by the clock, start included. The text for the
speed is the same one, --times over. Detente reads with one thread; its figure includes the reading of actors, statements and
events, which UDPipe does not do, when --format is jsonl.
"""
import argparse, gzip, os, pathlib, resource, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sentences(path, most):
    """The CoNLL-U of the first `most` sentences, evenly drawn from the file."""
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as lines:
        every = lines.read().rstrip("\n").split("\n\n")
    step = max(1, len(every) // most)
    return [s + "\n\n" for s in every[::step]][:most]


def train(args, model):
    from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer

    def read(texts):
        reader, out, error = InputFormat.newConlluInputFormat(), Sentences(), ProcessingError()
        reader.setText("".join(texts))
        sentence = Sentence()
        while reader.nextSentence(sentence, error):
            out.push_back(sentence)
            sentence = Sentence()
        if error.occurred():
            sys.exit(error.message)
        return out

    start = time.process_time()
    error = ProcessingError()
    trained = Trainer.train(
        "morphodita_parsito", read(sentences(args.data / "nob/train.conllu.gz", args.sentences)), Sentences(),
        f"tokenize_url=1;epochs={args.epochs}", f"iterations={args.tagger}", f"iterations={args.parser}", error)
    if error.occurred():
        sys.exit(error.message)
    model.write_bytes(trained)
    return time.process_time() - start


def udpipe(model, text, out):
    """What a user of UDPipe writes; run in a process of its own, so that its start counts."""
    code = ("import sys;from ufal.udpipe import Model,Pipeline,ProcessingError;"
            "m=Model.load(sys.argv[1]);p=Pipeline(m,'tokenize',Pipeline.DEFAULT,Pipeline.DEFAULT,'conllu');"
            "e=ProcessingError();open(sys.argv[3],'w').write(p.process(open(sys.argv[2]).read(),e));sys.exit(e.message or 0)")
    return [sys.executable, "-c", code, str(model), str(text), str(out)]


def detente(command, text, form):
    return [*command, "read", "--threads", "1", "--language", "nb", "--format", form, str(text)]


def timed(command, out=None):
    """Seconds of processor time and by the clock of a command."""
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with open(out or os.devnull, "wb") as target:
        subprocess.run(command, stdout=target, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - clock


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data/treebank")
    parser.add_argument("--scorer", type=pathlib.Path, default=ROOT.parent / "shared/tools/score_conllu.py")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "benchmark/target/peer")
    parser.add_argument("--detente", nargs="+", default=[str(ROOT / "detente")], help="the command")
    parser.add_argument("--sentences", type=int, default=6000, help="training sentences of UDPipe; the file has 15,696")
    parser.add_argument("--epochs", type=int, default=10, help="of UDPipe's tokenizer; its own default is 100")
    parser.add_argument("--tagger", type=int, default=10, help="iterations of its tagger; its own default is 20")
    parser.add_argument("--parser", type=int, default=5, help="iterations of its parser; its own default is 10")
    parser.add_argument("--times", type=int, default=3, help="how many times the text for the speed holds the file")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    model = args.work / f"udpipe-{args.sentences}-{args.epochs}-{args.tagger}-{args.parser}.model"
    if not model.exists():
        print(f"UDPipe trained in {train(args, model) / 60:.1f} minutes of processor time", flush=True)

    gold = args.data / "nob/dev.conllu"
    raw = subprocess.run([sys.executable, str(args.scorer), "text", str(gold)], capture_output=True, text=True, check=True).stdout
    text, longer = args.work / "dev.txt", args.work / "longer.txt"
    text.write_text(raw, encoding="utf-8")
    # Articles of an ordinary length for Detente; UDPipe reads the same text in one piece.
    longer.write_text(raw * args.times, encoding="utf-8")
    words = sum(1 for line in open(gold, encoding="utf-8") if line[:1].isdigit() and "-" not in line.split("\t")[0])
    systems = {
        "UDPipe 1": (lambda t, o, f: udpipe(model, t, o), "conllu"),
        "Detente, trees": (lambda t, o, f: detente(args.detente, t, f), "conllu"),
        "Detente, records": (lambda t, o, f: detente(args.detente, t, f), "jsonl"),
    }
    for name, (command, form) in systems.items():
        out = args.work / (name.replace(" ", "-").replace(",", "") + "." + form)
        timed(command(text, out, form), None if name.startswith("UDPipe") else out)
        if form == "conllu":
            print(name)
            print(subprocess.run([sys.executable, str(args.scorer), "score", str(gold), str(out)], capture_output=True, text=True).stdout.rstrip())
        with tempfile.TemporaryDirectory() as folder:
            cpu, clock = timed(command(longer, pathlib.Path(folder) / "out", form))
        total = words * args.times
        print(f"{name}: {total / cpu:,.0f} words a second of processor time, {total / clock:,.0f} by the clock\n", flush=True)


if __name__ == "__main__":
    main()
