"""Coded sentences as annotated articles of one sentence each, for EventQuestions and train_choices.py.

  sentences.py FILE.jsonl OUT_FOLDER

FILE holds one sentence a line with its events: a type, and the texts of actors and recipients. A YIELD may be a CONCEDE or a RETREAT.
No event tells where in the sentence it stands; its evidence is all of it.
"""
import json
import re
import sys
from pathlib import Path


def actor(text):
    bare = re.sub(r"^(the|a|an|some|several|two|three)\s+", "", text, flags=re.IGNORECASE)
    # As a person, so that the last word alone may match: a coder's words for somebody are longer than a reader's.
    return {"name": text, "kind": "person", "country": None, "sector": None, "mentions": sorted({text, bare, re.sub(r"['’]s$", "", bare)})}


def main(file, out):
    Path(out).mkdir(parents=True, exist_ok=True)
    for line in open(file, encoding="utf-8"):
        sentence = json.loads(line)
        text, names, events = sentence["text"], {}, []
        for event in sentence["events"]:
            parties = {side: [p["text"] for p in event[side]] for side in ("actors", "recipients")}
            names.update((n, actor(n)) for side in parties.values() for n in side)
            for type_ in ("CONCEDE", "RETREAT") if event["type"] == "YIELD" else (event["type"],):
                events.append({"id": f"e{len(events)}", "type": type_, "mode": None, **parties, "place": None, "date": None,
                               "status": "actual", "anchor": text, "evidence": text, "statement": None})
        article = {"id": sentence["id"], "language": sentence["language"], "published": sentence["published"] or "2018-06", "outlet": None,
                   "url": None, "text": text, "actors": list(names.values()), "statements": [], "events": events, "links": [], "times": [],
                   "places": []}
        (Path(out) / (sentence["id"] + ".json")).write_text(json.dumps(article, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
