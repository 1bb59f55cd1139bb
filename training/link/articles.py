#!/usr/bin/env python3
"""Print the annotated articles of GOLD... as input of `detente read`: text and what is told of it, one JSON object a line."""
import json
import sys

from gold_records import articles

if __name__ == "__main__":
    for gold in articles(sys.argv[1:]):
        print(json.dumps({k: gold[k] for k in ("id", "language", "published", "outlet", "url", "text") if k in gold}, ensure_ascii=False))
