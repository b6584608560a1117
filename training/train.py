"""Fine-tunes the turn network on the training calls: `python -m training.train --out DIR`.

Fixed seed, one command, under 75 minutes on two cores. Writes a checkpoint and the held-out scores after each epoch.
"""

import argparse
import json
import math
import random
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from insight_desktop.nlp.model_files import sentence_encoder
from insight_desktop.nlp.turn_network import LAYERS, Scores, TurnNetwork
from insight_desktop.nlp.turn_reader import weights_of
from insight_desktop.nlp.turn_windows import MARKER_OF_ROLE, PADDING, EncodedTurn, Window, overlap, tile
from training.calls import (
    LABELS,
    OBJECTIONS,
    TrainingCall,
    late,
    newest,
    read_calls,
    read_consultations,
    split,
)
from training.noise import Homophones, recognised
from training.scoring import best_scores
from training.vocabulary import tokenizer_of

DATA = Path(__file__).parent / "data"
SEED = 20261122
NOISY_CALLS = 0.3
HIDDEN_PRODUCTS = 0.3
NAMELESS_CALLS = 0.06
HIDDEN_WORDS = 0.06
"""Share of the word pieces hidden while training, so that no single wording carries a label alone."""
AVERAGED = 0.998
"""Decay a step of the running mean of the weights, which is what is kept: it is better than the last weights on
writers that were never trained on (Izmailov and others 2018, averaging weights leads to wider optima)."""
NAMES = 6.0
"""Weight of the loss of the names of other vendors; one token in two hundred belongs to one."""
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
BATCH = 4
BUDGET = 256


def marker(speaker: str) -> int:
    """Return the marker of a speaker."""
    return MARKER_OF_ROLE["other" if speaker == "customer2" else speaker]


def initial_network(folder: Path) -> TurnNetwork:
    """Return the network with the encoder's weights and fresh heads."""
    weights = load_file(folder / "model.safetensors")
    words = weights["embeddings.word_embeddings.weight"].float()
    network = TurnNetwork(vocabulary=words.shape[0], labels=len(LABELS))
    state = network.state_dict()
    state["words.weight"] = words
    state["positions.weight"] = (
        weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    ).float()
    names = {
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
        "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"].float()
        for layer in range(LAYERS):
            here, there = f"layers.{layer}", f"encoder.layer.{layer}"
            state[f"{here}.qkv.{part}"] = torch.cat(
                [weights[f"{there}.attention.self.{name}.{part}"].float() for name in ("query", "key", "value")]
            )
            for mine, theirs in names.items():
                state[f"{here}.{mine}.{part}"] = weights[f"{there}.{theirs}.{part}"].float()
    separator = state["words.weight"][2]
    state["markers.weight"] = separator + 0.02 * torch.randn(8, separator.shape[0])
    state["rival.weight"], state["rival.bias"] = torch.zeros(1, separator.shape[0]), torch.full((1,), -4.0)
    network.load_state_dict(state)
    return network


@torch.inference_mode()
def standardise(network: TurnNetwork, windows: list[Window]) -> None:
    """Set the scales before the heads so that their input has mean 0 and deviation 1 at the start."""
    network.eval()
    inputs: dict[str, list[Tensor]] = {"turn": [], "token": []}
    hooks = [
        network.labels.register_forward_hook(lambda _m, i, _o: inputs["turn"].append(i[0])),
        network.query.register_forward_hook(lambda _m, i, _o: inputs["token"].append(i[0])),
    ]
    used: dict[str, list[Tensor]] = {"turn": [], "token": []}
    for window in windows:
        tokens, markers, slots, count = collate([window])
        network(tokens, markers, slots, count)
        used["turn"].append(inputs["turn"].pop()[0])
        used["token"].append(inputs["token"].pop()[0])
    for hook in hooks:
        hook.remove()
    for name, rows in used.items():
        stacked = torch.cat(rows)
        deviation = stacked.std(0).clamp(min=1e-3)
        getattr(network, f"{name}_scale").copy_(1 / deviation)
        getattr(network, f"{name}_shift").copy_(-stacked.mean(0) / deviation)


class Example(NamedTuple):
    """A window of a call, and which of its tokens belong to the name of another vendor."""

    call: TrainingCall
    window: Window
    names: tuple[bool, ...]


def name_places(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return where a text says one of the names, letter case aside."""
    low = text.casefold()
    if len(low) != len(text):
        low = text
    return [
        (match.start(), match.end())
        for name in names
        for match in re.finditer(re.escape(_ARTICLE.sub("", name.casefold())), low)
    ]


def names_in(window: Window, names: list[list[bool]]) -> tuple[bool, ...]:
    """Return for each token of the window whether it belongs to a name; markers do not."""
    found = [False] * len(window.tokens)
    at = -1
    slot = -1
    for position, (marker_, here) in enumerate(zip(window.markers, window.slots, strict=True)):
        if here < 0:
            continue
        if here != slot or marker_:
            slot, at = here, -1
            if marker_:
                continue
        at += 1
        found[position] = names[window.first + here][at]
    return tuple(found)


def hidden(window: Window, mask: int, rng: random.Random) -> Window:
    """Return the window with some of its words hidden behind the mask that the encoder learnt; markers stay."""
    tokens = tuple(
        mask if not marker_ and rng.random() < HIDDEN_WORDS else token
        for token, marker_ in zip(window.tokens, window.markers, strict=True)
    )
    return replace(window, tokens=tokens)


class Averaged:
    """The running mean of a network's trained weights."""

    def __init__(self, network: TurnNetwork) -> None:
        """Begin with the weights as they are."""
        self.mean = {name: weight.detach().clone() for name, weight in network.named_parameters()}
        self._steps = 0

    @torch.no_grad()
    def add(self, network: TurnNetwork) -> None:
        """Take the weights after a step; the first steps count more, as the mean is young."""
        self._steps += 1
        keep = min(AVERAGED, self._steps / (self._steps + 10))
        for name, weight in network.named_parameters():
            if weight.requires_grad:
                self.mean[name].lerp_(weight, 1 - keep)

    def exchange(self, network: TurnNetwork) -> None:
        """Swap the mean and the weights; twice is as before."""
        with torch.no_grad():
            for name, weight in network.named_parameters():
                kept = weight.detach().clone()
                weight.copy_(self.mean[name])
                self.mean[name] = kept


class Epoch:
    """Turns calls into windows; each epoch cuts and disturbs them anew."""

    def __init__(self, tokenizer: Tokenizer, homophones: Homophones, rng: random.Random) -> None:
        """Keep what all epochs share."""
        self._tokenizer = tokenizer
        self._homophones = homophones
        self._rng = rng

    def encode(self, texts: list[str], speakers: list[str]) -> list[EncodedTurn]:
        """Return the turns as word ids."""
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        return [
            EncodedTurn(marker=marker(speaker), ids=tuple(encoding.ids))
            for speaker, encoding in zip(speakers, encodings, strict=True)
        ]

    def names(self, texts: list[str], rivals: Iterable[str]) -> list[list[bool]]:
        """Tell for each token of each turn whether it belongs to the name of another vendor."""
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        places = [name_places(text, rivals) for text in texts]
        return [
            [any(2 * (min(e, end) - max(s, start)) > e - s for start, end in spans) for s, e in encoding.offsets]
            for encoding, spans in zip(encodings, places, strict=True)
        ]

    def windows(self, calls: list[TrainingCall]) -> list[Example]:
        """Return one epoch of windows."""
        rng = self._rng
        result = []
        for call in calls:
            texts = [turn.text for turn in call.turns]
            if rng.random() < NOISY_CALLS:
                texts = [recognised(text, call.language, rng, self._homophones) for text in texts]
            nameless = rng.random() < NAMELESS_CALLS
            turns = self.encode(texts, ["unknown" if nameless else turn.speaker for turn in call.turns])
            header = self.header(call) if rng.random() > HIDDEN_PRODUCTS else ()
            windows = tile(turns, header=header, budget=BUDGET, lead=rng.randint(3, 14))
            names = self.names(texts, call.rivals) if call.rivals else [[False] * len(turn.ids) for turn in turns]
            result.extend(Example(call, window, names_in(window, names)) for window in windows)
        return result

    def header(self, call: TrainingCall) -> tuple[int, ...]:
        """Return the ids of what the customer has of ours."""
        return tuple(self._tokenizer.encode(call.products, add_special_tokens=False).ids) if call.products else ()


def collate(windows: list[Window]) -> tuple[Tensor, Tensor, Tensor, int]:
    """Return the network's input of some windows."""
    length = max(len(window.tokens) for window in windows)

    def rows(name: str, fill: int) -> Tensor:
        return torch.tensor([[*getattr(w, name), *([fill] * (length - len(w.tokens)))] for w in windows])

    slots = max(window.count for window in windows)
    return rows("tokens", PADDING), rows("markers", 0), rows("slots", -1), slots


def loss_of(scores: Scores, batch: list[Example], slots: int) -> Tensor:
    """Return the sum of the losses of all heads."""
    shape = (len(batch), slots)
    goal, weight = torch.zeros(*shape, len(LABELS)), torch.zeros(*shape, len(LABELS))
    mood, mood_weight = torch.ones(shape, dtype=torch.long), torch.zeros(shape)
    kind, kind_known = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.bool)
    insight = torch.full(shape, -1)
    named, said = torch.zeros_like(scores.rival), torch.zeros_like(scores.rival, dtype=torch.bool)
    for row, (call, window, names) in enumerate(batch):
        named[row, : len(names)] = torch.tensor(names, dtype=torch.float32)
        said[row, : len(names)] = torch.tensor([slot >= 0 for slot in window.slots])
        for slot in range(window.count):
            turn = call.turns[window.first + slot]
            for column, label in enumerate(LABELS):
                goal[row, slot, column] = float(label in turn.labels)
                weight[row, slot, column] = float(label in turn.known)
            mood[row, slot] = turn.sentiment
            mood_weight[row, slot] = float(turn.has_sentiment) * (0.25 if turn.speaker == "rep" else 1.0)
            if turn.objection in OBJECTIONS:
                kind[row, slot], kind_known[row, slot] = OBJECTIONS.index(turn.objection), True
            if turn.insight is not None:
                insight[row, slot] = turn.insight
    smooth = goal * 0.97 + 0.01
    label_loss = functional.binary_cross_entropy_with_logits(
        scores.labels, smooth, weight=weight, pos_weight=torch.tensor(2.0), reduction="sum"
    ) / weight.sum().clamp(min=1)
    mood_loss = functional.cross_entropy(
        scores.sentiment.flatten(0, 1), mood.flatten(), weight=torch.tensor([1.1, 0.9, 1.3]),
        reduction="none", label_smoothing=0.05,
    )  # fmt: skip
    total = 12 * label_loss + (mood_loss * mood_weight.flatten()).sum() / mood_weight.sum().clamp(min=1)
    if kind_known.any():
        total = total + 0.15 * functional.cross_entropy(scores.objection[kind_known], kind[kind_known])
    total = total + NAMES * functional.binary_cross_entropy_with_logits(
        scores.rival[said], named[said], pos_weight=torch.tensor(4.0)
    )
    left, right = insight.unsqueeze(1), insight.unsqueeze(2)
    pairs = (left >= 0) & (right >= 0) & ~torch.eye(slots, dtype=torch.bool)
    if pairs.any():
        same = (left == right).float()
        total = total + 0.2 * functional.binary_cross_entropy_with_logits(scores.link[pairs], same[pairs])
    return total


@torch.inference_mode()
def names_f1(network: TurnNetwork, epoch: Epoch, calls: list[TrainingCall]) -> float:
    """Return the F1 of tokens said to belong to the name of another vendor."""
    hits = extra = missed = 0
    for call in calls:
        texts = [turn.text for turn in call.turns]
        turns = epoch.encode(texts, [turn.speaker for turn in call.turns])
        names = epoch.names(texts, call.rivals)
        for window in tile(turns, header=epoch.header(call), budget=BUDGET):
            gold = torch.tensor(names_in(window, names))
            found = network(*collate([window])).rival[0] > 0
            found &= torch.tensor(window.slots) >= 0
            hits += int((gold & found).sum())
            extra += int((found & ~gold).sum())
            missed += int((gold & ~found).sum())
    return 2 * hits / max(1, 2 * hits + extra + missed)


@torch.inference_mode()
def predict(network: TurnNetwork, epoch: Epoch, call: TrainingCall, noise: str = "") -> tuple[np.ndarray, np.ndarray]:
    """Return the mean logits of labels and sentiment of every turn of a call."""
    texts = [turn.text for turn in call.turns]
    if noise:
        rng = random.Random(call.id)  # noqa: S311
        texts = [recognised(text, call.language, rng, epoch._homophones) for text in texts]  # noqa: SLF001
    turns = epoch.encode(texts, [turn.speaker for turn in call.turns])
    windows = overlap(turns, header=epoch.header(call), budget=BUDGET)
    labels, moods = np.zeros((len(turns), len(LABELS))), np.zeros((len(turns), 3))
    seen = np.zeros((len(turns), 1))
    tokens, markers, slots, count = collate(windows)
    scores = network(tokens, markers, slots, count)
    for row, window in enumerate(windows):
        here = slice(window.first, window.first + window.count)
        labels[here] += scores.labels[row, : window.count].numpy()
        moods[here] += scores.sentiment[row, : window.count].numpy()
        seen[here] += 1
    return labels / seen, moods / seen


def groups(network: TurnNetwork, rate: float, decay: float, frozen: int) -> list[dict[str, object]]:
    """Return the optimizer's groups: slower further down, not at all at the bottom."""
    for layer in network.layers[:frozen]:
        layer.dropout.p = 0.0
    for module in (network.words, network.positions, network.norm, *network.layers[:frozen]):
        for weight in module.parameters():
            weight.requires_grad_(False)
    result: list[dict[str, object]] = []
    for depth, layer in enumerate(network.layers):
        if depth >= frozen:
            result.append({"params": list(layer.parameters()), "lr": rate * decay ** (LAYERS - 1 - depth)})
    inside = {id(weight) for layer in network.layers for weight in layer.parameters()}
    heads = [weight for weight in network.parameters() if weight.requires_grad and id(weight) not in inside]
    result.append({"params": heads, "lr": 1e-3})
    return result


def replayed(calls: list[TrainingCall], share: float, rng: random.Random) -> list[TrainingCall]:
    """Return the newest calls and a share of those that the network has seen before, so that it forgets nothing."""
    return [call for call in calls if newest(call) or rng.random() < share]


def main() -> None:  # noqa: PLR0915 - one training run, read from top to bottom
    """Train, and report after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--frozen", type=int, default=3)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint or model folder")
    parser.add_argument("--first-calls", action="store_true", help="only the 372 calls that were written first")
    parser.add_argument("--replay", type=float, default=1.0, help="share of earlier calls that an epoch goes through")
    parser.add_argument("--floor", type=float, default=0.02, help="share of the rate that is left at the end")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=0, help="stop early, to try the program")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)  # noqa: S311

    training, held_out = split(read_calls(DATA / "calls"))
    if options.first_calls:
        training = [call for call in training if not late(call)]
    training += read_calls(DATA / "everyday")
    consultations = read_consultations(DATA / "asdc" / "dialog_act.tsv")
    training += consultations[:45]
    homophones = Homophones(turn.text for call in training + held_out if call.language == "ja" for turn in call.turns)
    folder = sentence_encoder()
    tokenizer = tokenizer_of(folder)
    mask = tokenizer.token_to_id("<mask>")
    epoch = Epoch(tokenizer, homophones, rng)
    network = initial_network(folder)
    if options.start and options.start.is_dir():
        network.load_state_dict(network.state_dict() | weights_of(options.start))
    elif options.start:
        network.load_state_dict(torch.load(options.start, map_location="cpu"))
    else:
        standardise(network, [example.window for example in epoch.windows(training[::8])[::4]])
    optimizer = torch.optim.AdamW(groups(network, options.rate, 0.9, options.frozen), weight_decay=0.01)  # type: ignore[arg-type]
    per_epoch = math.ceil(len(epoch.windows(replayed(training, options.replay, random.Random(0)))) / BATCH)  # noqa: S311
    total = per_epoch * options.epochs
    warm = max(1, int(0.06 * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: (
            min(1.0, (step + 1) / warm)
            * (options.floor + (1 - options.floor) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total))))
        ),
    )
    print(f"{len(training)} calls, {len(held_out)} held out, {per_epoch} steps an epoch", flush=True)
    averaged = Averaged(network)
    began = time.monotonic()
    for number in range(options.epochs):
        network.train()
        windows = epoch.windows(replayed(training, options.replay, rng))
        rng.shuffle(windows)
        block = BATCH * 30
        ordered = [
            item
            for at in range(0, len(windows), block)
            for item in sorted(windows[at : at + block], key=lambda item: len(item.window.tokens))
        ]
        batches = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
        rng.shuffle(batches)
        running = 0.0
        for step, batch in enumerate(batches, 1):
            tokens, markers, slots, count = collate([hidden(example.window, mask, rng) for example in batch])
            loss = loss_of(network(tokens, markers, slots, count), batch, count)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            averaged.add(network)
            running += 0.02 * (loss.item() - running) if running else loss.item()
            if step % 25 == 0:
                print(
                    f"epoch {number} step {step}/{len(batches)} loss {running:.3f} {time.monotonic() - began:.0f} s",
                    flush=True,
                )
            if options.steps and step >= options.steps:
                break
        averaged.exchange(network)
        torch.save(network.state_dict(), options.out / f"epoch{number}.pt")
        network.eval()
        outputs = [predict(network, epoch, call) for call in held_out]
        report = best_scores(held_out, outputs)
        print(f"names {names_f1(network, epoch, held_out):.3f}")
        newer = [n for n, call in enumerate(held_out) if late(call)]
        if newer:
            print("late calls", json.dumps(best_scores([held_out[n] for n in newer], [outputs[n] for n in newer])))
        print(f"epoch {number}", json.dumps(report), f"{time.monotonic() - began:.0f} s", flush=True)
        averaged.exchange(network)


if __name__ == "__main__":
    main()
