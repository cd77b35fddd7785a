"""Train the tagger on PolNeAR.

    PYTHONPATH=../src python train.py CORPUS WORK [--epochs 3] [--seed 1] [--threads 1]

Writes WORK/last.pt at every hundredth step and WORK/final.pt (averaged weights) at the end.
The same seed and number of threads on the same machine give the same weights.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path
from typing import Any

import torch
from batches import batch_of
from encoder import load_weights
from labelled import Example, examples, split, weights_folder
from network import Network
from polnear import Article, articles
from tokenizers import Tokenizer
from torch.optim import AdamW
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from onetext.reading.tagger.windows import SHAPES

HELD_OUT, SPLIT_SEED = 60, 7
QUOTES = 4
ENCODER_RATE, HEAD_RATE, WARM_UP, DECAY = 3e-4, 1e-3, 0.08, 0.01
AVERAGE_DECAY = 0.99
LINK_WEIGHT = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--windows", type=int, default=16, help="windows in a batch")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--mask", type=float, default=0.05, help="share of pieces hidden")
    parser.add_argument(
        "--unnamed", type=float, default=0.3, help="share of windows whose annotator is not told"
    )
    parser.add_argument("--rate", type=float, default=ENCODER_RATE)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    chance = random.Random(asked.seed)  # noqa: S311 - repeatable, no secret
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    train, _ = split(articles(asked.corpus, "train"), HELD_OUT, SPLIT_SEED)
    network = Network(SHAPES, QUOTES, asked.dropout)
    load_weights(network.encoder, weights_folder())
    if asked.start:
        network.load_state_dict(torch.load(asked.start, weights_only=True))
    network.encoder.words.requires_grad_(False)
    network.encoder.positions.requires_grad_(False)
    optimiser = AdamW(_groups(network, asked.rate, asked.rate * HEAD_RATE / ENCODER_RATE))
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE_DECAY))
    epoch_batches = _batches(train, 0, tokenizer, chance, asked)
    total = int(asked.epochs * len(epoch_batches))
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / (WARM_UP * total), max(0.0, (total - at) / total))
    )
    network.train()
    began, step, epoch = time.monotonic(), 0, 0
    while step < total:
        for chosen in epoch_batches:
            if step == total:
                break
            batch = batch_of(chosen, masked=asked.mask, unnamed=asked.unnamed, chance=chance)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                labels, links = network.losses(batch)
                loss = (labels + LINK_WEIGHT * links) / 50
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            plan.step()
            average.update_parameters(network)
            step += 1
            if step % 20 == 0:
                told = {"step": step, "of": total, "labels": round(labels.item(), 2)}
                told |= {"links": round(links.item(), 2), "s": round(time.monotonic() - began)}
                print(json.dumps(told), flush=True)
            if step % 100 == 0:
                torch.save(average.module.state_dict(), asked.work / "last.pt")
        epoch += 1
        epoch_batches = _batches(train, epoch, tokenizer, chance, asked)
    torch.save(average.module.state_dict(), asked.work / "final.pt")


def _groups(network: Network, rate: float, head_rate: float) -> list[dict[str, Any]]:
    """The encoder slowly, the rest faster; no decay of biases and normalisation."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        slow = name.startswith("encoder.") and not name.startswith(
            ("encoder.shapes", "encoder.quotes", "encoder.annotators")
        )
        decay = DECAY if parameter.dim() > 1 else 0.0
        groups.setdefault((rate if slow else head_rate, decay), []).append(parameter)
    return [
        {"params": found, "lr": rate, "weight_decay": decay}
        for (rate, decay), found in groups.items()
    ]


def _batches(
    train: list[Article], epoch: int, tokenizer: Tokenizer, chance: random.Random, asked: Any
) -> list[list[Example]]:
    found: list[Example] = []
    for article in train:
        found += examples(article, epoch, tokenizer, chance)
    chance.shuffle(found)
    found.sort(key=lambda one: math.ceil(len(one.window) / 64))  # stable: chance within a length
    size = asked.windows
    batches = [found[at : at + size] for at in range(0, len(found), size)]
    chance.shuffle(batches)
    return batches


if __name__ == "__main__":
    main()
