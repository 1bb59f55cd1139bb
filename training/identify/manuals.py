#!/usr/bin/env python3
"""Take Danish or Swedish sentences out of unpacked HTML manuals; what was left untranslated (English) is dropped.

  python training/identify/manuals.py FOLDER... > da.txt
"""
import html, pathlib, re, sys

ENGLISH = re.compile(r"\b(the|of|and|is|are|you|this|with|to|by|can|it|was|be|an|or|not|from|which)\b", re.I)
seen = set()
for folder in sys.argv[1:]:
    for path in sorted(pathlib.Path(folder).rglob("*.html")):
        page = path.read_text(encoding="utf-8", errors="replace")
        for paragraph in re.findall(r"<(?:p|li|dd)[^>]*>(.*?)</(?:p|li|dd)>", page, re.S):
            text = " ".join(html.unescape(re.sub(r"<[^>]+>", "", paragraph)).split())
            for sentence in re.split(r"(?<=[.!?])\s+", text):
                words = sentence.split()
                if len(words) > 4 and sentence not in seen and len(ENGLISH.findall(sentence)) * 20 < len(words):
                    seen.add(sentence)
                    print(sentence)
