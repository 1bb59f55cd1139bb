#!/usr/bin/env python3
"""Draws coloured terminal output as an SVG picture.

  A pseudo-terminal makes the program colour its output:
  script -qec "./detente read --width 96 examples/nordavisa-1.txt" /dev/null | docs/picture.py 48 > docs/read.svg

The argument is the number of lines to show. Needs only Python 3.8+.
"""
import html, re, sys

LINES = int(sys.argv[1]) if len(sys.argv) > 1 else 40
COLOURS = {"31": "#f38ba8", "32": "#a6e3a1", "33": "#f9e2af", "34": "#89b4fa", "35": "#f5c2e7", "36": "#94e2d5"}
WIDTH, HEIGHT, MARGIN = 8.43, 19, 18

text = sys.stdin.buffer.read().decode("utf-8").replace("\r\n", "\n")
lines = text.rstrip("\n").split("\n")
cut = len(lines) > LINES
lines = lines[:LINES] + (["…"] if cut else [])
columns = max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines)
w, h = columns * WIDTH + 2 * MARGIN, len(lines) * HEIGHT + 2 * MARGIN + 16
out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:.0f}" height="{h:.0f}" viewBox="0 0 {w:.0f} {h:.0f}">',
       '<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#cdd6f4;white-space:pre}</style>',
       f'<rect width="{w:.0f}" height="{h:.0f}" rx="8" fill="#1e1e2e"/>']
for i, colour in enumerate(("#f38ba8", "#f9e2af", "#a6e3a1")):
    out.append(f'<circle cx="{MARGIN + 18 * i}" cy="16" r="5.5" fill="{colour}"/>')
for number, line in enumerate(lines):
    y = MARGIN + 16 + (number + 1) * HEIGHT - 5
    style, column = {}, 0
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        code = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if code:
            for c in code.group(1).split(";"):
                if c in ("0", ""):
                    style = {}
                elif c == "1":
                    style["font-weight"] = "bold"
                elif c == "2":
                    style["opacity"] = ".6"
                elif c == "3":
                    style["font-style"] = "italic"
                elif c in COLOURS:
                    style["fill"] = COLOURS[c]
        elif part:
            css = ";".join(f"{k}:{v}" for k, v in style.items())
            attribute = f' style="{css}"' if css else ""
            length = len(part) * WIDTH
            if part.strip():
                out.append(f'<text x="{MARGIN + column * WIDTH:.1f}" y="{y}" textLength="{length:.1f}" xml:space="preserve"{attribute}>{html.escape(part)}</text>')
            column += len(part)
print("\n".join(out + ["</svg>"]))
