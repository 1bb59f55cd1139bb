"""Makes the tables of this folder with pyarrow: one content, laid out in the ways that writers lay it out."""

import datetime
import json

import pyarrow as pa
import pyarrow.parquet as pq

N = 12
text = [None if i == 7 else f"Havnesjefen i Vestøy sa tirsdag at kai {i} åpner igjen. " * (1 + i % 3) for i in range(N)]
day = [datetime.date(2031, 2, 24) + datetime.timedelta(days=i) if i % 5 else None for i in range(N)]
time = [datetime.datetime.combine(d, datetime.time(23, 59)) if d else None for d in day]
columns = {
    "tags": pa.array([["kai", "avgift"][: i % 3] if i % 4 else None for i in range(N)]),
    "place": pa.array([{"name": "Vestøy", "at": {"lat": 1.5, "lon": float(i)}} for i in range(N)]),
    "id": pa.array(range(1000, 1000 + N), pa.int64()),
    "text": pa.array(text),
    "outlet": pa.array(["Kystposten" if i % 3 else None for i in range(N)]),
    "url": pa.array([f"https://kystposten.example/sak/{i}" for i in range(N)]),
}


def write(name, published, **options):
    options = {"row_group_size": 5, "data_page_size": 200, **options}
    pq.write_table(pa.table({**columns, "published": pa.array(*published)}), name + ".parquet", **options)


deltas = {
    "text": "DELTA_LENGTH_BYTE_ARRAY",
    "outlet": "DELTA_LENGTH_BYTE_ARRAY",
    "url": "DELTA_BYTE_ARRAY",
    "id": "DELTA_BINARY_PACKED",
    "published": "DELTA_BINARY_PACKED",
}
write("snappy-dictionary", (day, pa.date32()), compression="snappy")
write("gzip-micros-second-pages", (time, pa.timestamp("us")), compression="gzip", data_page_version="2.0")
write("brotli-plain-texts", ([d and d.isoformat() for d in day],), compression="brotli", use_dictionary=False)
write("zstd-millis", (time, pa.timestamp("ms")), compression="zstd")
write("lz4-nanos-second-pages", (time, pa.timestamp("ns")), compression="lz4", data_page_version="2.0")
write("old-times", (time, pa.timestamp("ns")), use_deprecated_int96_timestamps=True, compression="none")
for version in ("1.0", "2.0"):
    write(
        f"deltas-{version[0]}",
        (day, pa.date32()),
        use_dictionary=False,
        column_encoding=deltas,
        data_page_version=version,
    )
with open("expected.jsonl", "w", encoding="utf-8") as out:
    for i in range(N):
        row = {"id": str(1000 + i), "text": text[i], "published": day[i] and day[i].isoformat()}
        row |= {"outlet": columns["outlet"][i].as_py(), "url": columns["url"][i].as_py()}
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
