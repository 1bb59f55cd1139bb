#!/bin/sh
# Fits the link model anew: training/link/refit.sh [DATA]
#
# DATA (default ../shared/data) holds gold-train, from which the weights are learned, and gold, which is only measured and tells
# how often Detente takes one act for another in articles that it has not learned from. Builds Detente, lets it read both, and
# writes world/links.tsv of the codebook. PYTHON (default python3) needs training/requirements.txt. Run it after every change of
# the language model, the act model or what finds statements. Ten minutes of one core.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
data=$(cd "${1:-$home/../shared/data}" && pwd -P)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$home/detente" --version
jar=$home/detente-cli/target/detente.jar
mkdir "$work/classes"
javac -nowarn -proc:none -d "$work/classes" -cp "$jar" \
  "$home/detente-core/src/test/java/dev/detente/reading/link/LinkFeatureDump.java"

# NAME: the features of the records NAME.jsonl, by the class that reading uses.
features() {
  java -cp "$work/classes:$jar" dev.detente.reading.link.LinkFeatureDump "$work/$1.jsonl" "$work/$1.tsv"
}

cd "$here"
for set in gold-train gold; do
  "$python" articles.py "$data/$set" >"$work/articles.jsonl"
  "$home/detente" read --format jsonl "$work/articles.jsonl" >"$work/read-$set.jsonl"
  "$python" label_records.py --records "$work/read-$set.jsonl" "$data/$set" >"$work/labelled-$set.jsonl"
  "$python" gold_records.py "$data/$set" >"$work/annotated-$set.jsonl"
done
noisy() {
  "$python" noisy_records.py --seen "$work/labelled-gold.jsonl" --seed "$1" "$work/$2-gold-train.jsonl" >"$work/$3.jsonl"
}
noisy 17 annotated noisy
noisy 17 labelled read
for set in annotated-gold-train noisy read annotated-gold labelled-gold; do
  features "$set"
done

"$python" train.py \
  --set annotated "$work/annotated-gold-train.tsv" "$work/annotated-gold-train.jsonl" \
  --set noisy "$work/noisy.tsv" "$work/noisy.jsonl" \
  --set read "$work/read.tsv" "$work/read.jsonl" \
  --like read \
  --test "gold as annotated" "$work/annotated-gold.tsv" "$work/annotated-gold.jsonl" \
  --test "gold as read" "$work/labelled-gold.tsv" "$work/labelled-gold.jsonl" \
  --output "$home/detente-core/src/main/resources/dev/detente/codebook/world/links.tsv"
