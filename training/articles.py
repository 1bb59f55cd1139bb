"""Annotated articles of our own, written in a compact markup, as JSON files of one article each.

  articles.py check [FILE...]
  articles.py write OUT_FOLDER [FILE...]

Without files, all of articles/*.txt. A file holds articles between lines `=====`; each has a head (id, language, published, outlet),
its text with inline markers and its records, between lines `---`. Markers may nest, and content may stand in several pieces:

  {{s1:content}} {{c1:cue}} {{p1:the mention of the speaker nearest the cue}} {{e1:what names an event}}

Records, one a line; `-` stands for none, `;` parts several:

  A | name | person, state, organisation or group | country | sector | mentions
  S1 | speaker | direct, indirect or mixed | act | addressee | via
  E1 | TYPE or TYPE/mode | actors | recipients | place | date | status | statement
  L | s2 denies s1
  T | time expression | date
  P | place | English name | country | latitude | longitude

An event's evidence is the sentence around its marker. `check` names the article and the line of whatever does not fit and exits with 1;
`write` leaves such articles out. Offsets are code points, half-open.
"""
import json
import re
import sys
from pathlib import Path

KINDS = "person state organisation group".split()
ACTS = ("say claim deny confirm demand ask promise offer threaten warn accuse criticise praise support refuse hope "
        "apologise").split()
MODES = {
    "AGREE": "", "CONSULT": "visit third-party multilateral phone", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign", "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege", "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence", "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue", "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": ("abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons "
                "crowd-control unconventional"),
}
STATUSES = "actual future hypothetical negated historical alleged".split()
RELATIONS = "denies rejects confirms repeats answers".split()
OPEN = re.compile(r"\{\{([scpe])(\d+):")
DAY = r"-?\d{4}(-(\d\d|XX)(-(\d\d|XX)(T\d\d:\d\d)?)?)?[~?%]?"
EDTF = re.compile(rf"({DAY}|\d{{3}}X|\d\dXX)(/({DAY}|\.\.)?)?|(\.\.)?/({DAY}|\d{{3}}X)")
END = re.compile(r"(?<=[.!?])[»”\"]?\s+(?=[–—«“\"A-ZÆØÅÄÖ0-9])")


class Wrong(Exception):
    pass


def unmarked(marked):
    """The text without markers, and the spans of each marker by its name."""
    text, spans, stack, at = [], {}, [], 0
    length = 0
    while at < len(marked):
        opening = OPEN.match(marked, at)
        if opening:
            stack.append((opening.group(1) + opening.group(2), length))
            at = opening.end()
        elif marked.startswith("}}", at) and stack:
            name, start = stack.pop()
            spans.setdefault(name, []).append([start, length])
            at += 2
        else:
            text.append(marked[at])
            length += 1
            at += 1
    if stack:
        raise Wrong(f"marker {stack[-1][0]} is not closed")
    text = "".join(text)
    if "{{" in text or "}}" in text:
        raise Wrong("a marker is not read near " + text[max(0, text.find("{{" if "{{" in text else "}}") - 20):][:50])
    return text, {name: sorted(found) for name, found in spans.items()}


def cells(line):
    return [c.strip() for c in line.split("|")]


def several(cell):
    return [] if cell == "-" else [c.strip() for c in cell.split(";") if c.strip()]


def one(cell):
    return None if cell == "-" else cell


def evidence(text, span):
    """The sentence around a span."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    end = len(text) if end < 0 else end
    for gap in END.finditer(text, start, end):
        if gap.end() <= span[0]:
            start = gap.end()
        elif gap.start() >= span[1]:
            end = gap.start()
            break
    return text[start:end].rstrip()


def among(value, allowed, what):
    if value not in allowed:
        raise Wrong(f"{what} {value!r} is none of {' '.join(allowed)}")
    return value


def dated(value):
    if value is not None and not EDTF.fullmatch(value):
        raise Wrong(f"{value!r} is no date of EDTF level 1")
    return value


def width(row, count):
    if len(row) != count:
        raise Wrong(f"{count} cells are asked for, {len(row)} found")
    return row


def within(words, text):
    if words not in text:
        raise Wrong(f"{words!r} does not stand in the text")
    return words


class Article:
    def __init__(self, source):
        parts = re.split(r"(?m)^---[ \t]*$", source)
        if len(parts) != 3:
            raise Wrong("head, text and records are asked for, between lines ---")
        head = dict(re.findall(r"(?m)^(\w+):[ \t]*(.*?)[ \t]*$", parts[0]))
        missing = [k for k in ("id", "language", "published", "outlet") if not head.get(k)]
        if missing:
            raise Wrong("the head lacks " + ", ".join(missing))
        self.text, self.spans = unmarked(parts[1].strip("\n"))
        self.json = {"id": head["id"], "language": head["language"], "published": dated(head["published"]), "outlet": head["outlet"],
                     "url": None, "origin": "constructed", "text": self.text, "actors": [], "statements": [], "events": [], "links": [],
                     "times": [], "places": []}
        self.names, self.told, self.wrong = set(), set(), []
        lines = [l for l in parts[2].splitlines() if l.strip()]
        for kind in "ASETPL":
            for line in lines:
                if line.lstrip()[0] == kind:
                    try:
                        getattr(self, kind)(cells(line))
                    except Wrong as wrong:
                        self.wrong.append(f"{line.strip()}: {wrong}")
        self.wrong += [f"{l.strip()}: no such record" for l in lines if l.lstrip()[0] not in "ASETPL"]
        for name in sorted(self.spans):
            record = name.replace("c", "s").replace("p", "s")
            if record not in self.told:
                self.wrong.append(f"marker {name} has no record {record.upper()}")

    def known(self, name):
        if name is not None and name not in self.names:
            raise Wrong(f"{name!r} is no actor")
        return name

    def A(self, row):
        _, name, kind, country, sector, mentions = width(row, 6)
        self.names.add(name)
        self.json["actors"].append({"name": name, "kind": among(kind, KINDS, "kind"), "country": one(country), "sector": one(sector),
                                    "mentions": [within(m, self.text) for m in several(mentions)]})

    def S(self, row):
        id_, speaker, kind, act, addressee, via = width(row, 6)
        id_ = id_.lower()
        number = id_[1:]
        self.told.add(id_)
        content, cue, near = (self.spans.get(k + number, []) for k in "scp")
        if not content:
            raise Wrong(f"no content is marked {{{{{id_}:")
        if len(cue) > 1 or len(near) > 1:
            raise Wrong("more than one cue or speaker is marked")
        at = lambda spans: self.text[spans[0][0]:spans[0][1]] if spans else ""
        self.json["statements"].append({
            "id": id_, "speaker": self.known(one(speaker)), "speaker_text": at(near), "cue": at(cue),
            "content": [self.text[a:b] for a, b in content], "kind": among(kind, ("direct", "indirect", "mixed"), "kind"),
            "act": among(act, ACTS, "act"), "addressee": self.known(one(addressee)), "via": [self.known(v) for v in several(via)],
            "spans": {"content": content, "cue": cue[0] if cue else [], "speaker": near[0] if near else []}})

    def E(self, row):
        id_, type_, actors, recipients, place, date, status, statement = width(row, 8)
        id_ = id_.lower()
        self.told.add(id_)
        type_, _, mode = type_.partition("/")
        among(type_, MODES, "type")
        if mode:
            among(mode, MODES[type_].split(), "mode")
        marked = self.spans.get(id_)
        if not marked or len(marked) > 1:
            raise Wrong(f"one marker {{{{{id_}: is asked for, {len(marked or [])} found")
        if one(statement) and statement.lower() not in self.told:
            raise Wrong(f"{statement!r} is no statement")
        self.json["events"].append({
            "id": id_, "type": type_, "mode": mode or None, "actors": [self.known(a) for a in several(actors)],
            "recipients": [self.known(a) for a in several(recipients)], "place": None if place == "-" else within(place, self.text),
            "date": dated(one(date)), "status": among(status, STATUSES, "status"), "anchor": self.text[marked[0][0]:marked[0][1]],
            "evidence": evidence(self.text, marked[0]), "statement": statement.lower() if one(statement) else None,
            "spans": {"anchor": marked[0]}})

    def L(self, row):
        words = width(row, 2)[1].split()
        if len(words) != 3 or words[0].lower() not in self.told or words[2].lower() not in self.told:
            raise Wrong("a link is `s2 denies s1`, between records")
        self.json["links"].append({"from": words[0].lower(), "relation": among(words[1], RELATIONS, "relation"), "to": words[2].lower()})

    def T(self, row):
        _, text, value = width(row, 3)
        self.json["times"].append({"text": within(text, self.text), "value": dated(value)})

    def P(self, row):
        _, text, name, country, lat, lon = width(row, 6)
        try:
            self.json["places"].append({"text": within(text, self.text), "name": name, "country": one(country), "lat": float(lat), "lon": float(lon)})
        except ValueError:
            raise Wrong("latitude and longitude are asked for") from None


def load(files):
    """Articles, and what is wrong with those that are left out."""
    articles, wrong = {}, []
    for file in files:
        for source in re.split(r"(?m)^=====[ \t]*$", Path(file).read_text(encoding="utf-8")):
            if not source.strip():
                continue
            name = re.search(r"(?m)^id:[ \t]*(\S+)", source)
            where = f"{file}: {name.group(1) if name else source.strip()[:30]!r}"
            try:
                article = Article(source)
                faults = article.wrong + (["there is one with this id already"] if article.json["id"] in articles else [])
                if not faults:
                    articles[article.json["id"]] = article.json
            except Wrong as fault:
                faults = [str(fault)]
            wrong += [f"{where}: {fault}" for fault in faults]
    return articles, wrong


def main(command, *arguments):
    ours = sorted((Path(__file__).resolve().parent / "articles").glob("*.txt"))
    files = arguments[1:] if command == "write" else arguments
    articles, wrong = load(files or ours)
    for fault in wrong:
        print(fault, file=sys.stderr)
    if command == "write":
        out = Path(arguments[0])
        out.mkdir(parents=True, exist_ok=True)
        for name, article in articles.items():
            (out / f"{name}.json").write_text(json.dumps(article, ensure_ascii=False, indent=1), encoding="utf-8")
    count = lambda key: sum(len(a[key]) for a in articles.values())
    print(len(articles), "articles,", count("statements"), "statements,", count("events"), "events,", count("links"), "links,",
          len(wrong), "faults")
    return 1 if wrong and command == "check" else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
