"""Sentences of our own as annotated articles: python articles.py OUT

Reads nb.txt, nn.txt and en.txt beside this file and writes an article of one statement for each of their lines into the folder OUT,
in the form of the annotated articles that fit.py learns from. A line is

    act: what is said
    act [cue]: what is said after this cue and "that"
    act [=cue]: what is said right after this cue

{S} stands for the speaker's state, {O} for another one. Speakers, states and the commonest cues are drawn, always the same for the
same lines. They teach what the annotated articles are thin in: what plain cues do by their content, most of all in Nynorsk and English.
"""
import json, random, sys
from pathlib import Path

SPEAKERS = {
    "nb": [("Russlands utenriksminister Viktor Orlov", "Russland"), ("Tyrkias president Kemal Aydin", "Tyrkia"),
           ("Polens statsminister Jan Nowak", "Polen"), ("Irans ambassadør Reza Karimi", "Iran"),
           ("Norges forsvarsminister Kari Lunde", "Norge"), ("Kinas talsmann Wei Chen", "Kina"),
           ("Israels statsminister Dov Peretz", "Israel"), ("Etiopias president Abel Tesfaye", "Etiopia")],
    "nn": [("Russlands utanriksminister Viktor Orlov", "Russland"), ("Tyrkias president Kemal Aydin", "Tyrkia"),
           ("Polens statsminister Jan Nowak", "Polen"), ("Irans ambassadør Reza Karimi", "Iran"),
           ("Noregs forsvarsminister Kari Lunde", "Noreg"), ("Kinas talsmann Wei Chen", "Kina"),
           ("Israels statsminister Dov Peretz", "Israel"), ("Etiopias president Abel Tesfaye", "Etiopia")],
    "en": [("Russian foreign minister Viktor Orlov", "Russia"), ("Turkish president Kemal Aydin", "Turkey"),
           ("Polish prime minister Jan Nowak", "Poland"), ("Iranian ambassador Reza Karimi", "Iran"),
           ("Norwegian defence minister Kari Lunde", "Norway"), ("Chinese spokesman Wei Chen", "China"),
           ("Israeli prime minister Dov Peretz", "Israel"), ("Ethiopian president Abel Tesfaye", "Ethiopia")],
}
CUES = {"nb": "sier sa sier opplyser skriver".split(), "nn": "seier sa seier opplyser skriv".split(), "en": "said says said wrote".split()}
THAT = {"nb": "at", "nn": "at", "en": "that"}
# Words by which a sentence is spoken and not reported.
SPOKEN = set("vi jeg eg oss meg vår vårt våre min mitt mine dere deg dykk de we i us our my me you ja nei yes no".split())
INDIRECT = 0.55  # of the sentences that may be either


def article(number, language, line, draw):
    act, words = line.split(": ", 1)
    act, _, cue = act.partition(" [")
    cue, bare = cue.rstrip("]").lstrip("="), cue.startswith("=")
    speaker, own = draw.choice(SPEAKERS[language])
    other = draw.choice([state for _, state in SPEAKERS[language] if state != own])
    words = words.replace("{S}", own).replace("{O}", other)
    spoken = SPOKEN & set(words.lower().replace(",", "").split()) or words.endswith("?") or act in ("ask", "demand", "apologise")
    if cue or not spoken and draw.random() < INDIRECT:
        said = words if words.startswith((own, other)) else words[0].lower() + words[1:]
        before = f"{speaker} {cue or draw.choice(CUES[language])} " + ("" if bare else THAT[language] + " ")
        text = before + said + "."
    else:
        said, before = words[0].upper() + words[1:], ""
        stop = "" if said.endswith("?") else ","
        said = f'"{said}{stop}"' if language == "en" else f"– {said}"
        verb = draw.choice(CUES[language])
        text = f"{said} {speaker} {verb}." if language == "en" else f"{said}{stop} {verb} {speaker}."
    span = [len(before), len(before) + len(said)]
    told = {"id": "s1", "act": act, "speaker": speaker, "content": [said], "spans": {"content": [span]}}
    return {"id": f"own-{number:04}", "language": language, "published": "2015-05-04", "outlet": "own", "text": text, "statements": [told]}


def main(out):
    draw, number = random.Random(7), 0
    Path(out).mkdir(parents=True, exist_ok=True)
    for language in SPEAKERS:
        for line in (Path(__file__).parent / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            number += 1
            made = article(number, language, line, draw)
            (Path(out) / f"{made['id']}.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
