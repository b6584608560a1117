"""Teaches the sentence encoder which short phrase of a catalogue names a told problem.

    python -m training.train_problems --out models/problems   # what is shipped
    python -m training.train_problems --out OUT --tellings     # tried: calls were matched no better

A catalogue says 「二重予約」, a customer tells of the two parties in one room. `data/problems.tsv` holds for pains,
needs and growth of the training calls the phrases that a catalogue could carry for them. The four uppermost layers
learn to put each beside its phrases and apart from those of the other problems of the batch (InfoNCE both ways: van
den Oord and others 2018, "Representation Learning with Contrastive Predictive Coding"). With `--tellings` those of
`data/tellings`, and those of the calls that name a catalogue, learn to find the product that solves them among all
of their catalogue, or that none does (a learnt limit). The layers below stay, and are read once.
"""

import argparse
import functools
import hashlib
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from insight_desktop.nlp.model_files import sentence_encoder
from insight_desktop.nlp.problems_model import LAYERS_FILE, MEANS_FILE
from insight_desktop.nlp.sentence_network import NAMES, THIRDS, layer_of
from insight_desktop.nlp.turn_network import HIDDEN
from training.calls import UNSEEN
from training.export import packed
from training.tellings import Telling, Trade, halves, read_trades

DATA = Path(__file__).parent / "data"
LAYERS = range(8, 12)
SEED = 20261128
BATCH = 48
OF_ONE_CATALOGUE = 24
TEMPERATURE = 0.05
RATE = 5e-5
DROPOUT = 0.1
LONGEST, LONGEST_JOINED = 110, 300
"""Pieces of a text that are read; characters of all turns of a problem together."""
UNSEEN_TELLINGS = ("te1-8", "tj1-8")
_PARTS = ("weight", "bias")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a customer told over some turns, and the phrases that name it."""

    call: str
    turns: tuple[str, ...]
    phrases: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language of both."""
        return self.call[:2]

    @property
    def tellings(self) -> tuple[str, ...]:
        """Each turn alone, and all of them together."""
        joined = (" ".join(self.turns)[:LONGEST_JOINED],) if len(self.turns) > 1 else ()
        return (*self.turns[:4], *joined)


def read_problems() -> list[Problem]:
    """Read the phrases and the turns that they belong to."""
    found = []
    turns: dict[str, dict[str, list[str]]] = {}
    for line in (DATA / "problems.tsv").read_text(encoding="utf-8").splitlines():
        call, number, phrases = line.split("\t")
        if call not in turns:
            turns[call] = _told(call)
        found.append(Problem(call=call, turns=tuple(turns[call][number]), phrases=tuple(phrases.split(";"))))
    return found


def _told(call: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for line in (DATA / "calls" / f"{call}.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        for mark in cells[1].split(",") if len(cells) == 4 else ():  # noqa: PLR2004 - the notation of the calls
            name, _, number = mark.partition("#")
            if name in {"pain", "need", "expansion_signal"}:
                told.setdefault(number, []).append(cells[3])
    return told


class Upper(nn.Module):  # type: ignore[misc]
    """The layers that learn, over the kept states of those below."""

    def __init__(self, folder: Path) -> None:
        """Read the encoder's folder."""
        super().__init__()
        self._weights = load_file(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self.layers = nn.ModuleList(layer_of(self._weights, number, DROPOUT) for number in LAYERS)
        self._below = [layer_of(self._weights, number) for number in range(LAYERS[0])]
        self._kept: dict[str, Tensor] = {}
        self.limit = nn.Parameter(torch.tensor(0.4))
        """From which likeness on a product solves a problem."""

    @torch.inference_mode()  # type: ignore[untyped-decorator]
    def keep(self, texts: Sequence[str]) -> None:
        """Read texts with the layers that stay."""
        words = self._weights["embeddings.word_embeddings.weight"]
        places = self._weights["embeddings.position_embeddings.weight"].float()
        places = places + self._weights["embeddings.token_type_embeddings.weight"][0].float()
        norm = [self._weights[f"embeddings.LayerNorm.{part}"].float() for part in _PARTS]
        for text in dict.fromkeys(texts):
            ids = torch.tensor(self._tokenizer.encode("query: " + text).ids)
            states = (words[ids].float() + places[: len(ids)]).unsqueeze(0)
            states = functional.layer_norm(states, (HIDDEN,), norm[0], norm[1], 1e-12)
            for layer in self._below:
                states = layer(states, None)
            self._kept[text] = states[0].half()

    def forward(self, texts: Sequence[str]) -> Tensor:
        """Return one unit row a text that was kept."""
        longest = max(len(self._kept[text]) for text in texts)
        states, real = torch.zeros(len(texts), longest, HIDDEN), torch.zeros(len(texts), longest, 1)
        for row, text in enumerate(texts):
            kept = self._kept[text]
            states[row, : len(kept)], real[row, : len(kept)] = kept.float(), 1.0
        mask = real.bool()[:, None, None, :, 0]
        for layer in self.layers:
            states = layer(states, mask)
        return functional.normalize((states * real).sum(1) / real.sum(1), dim=1)

    @torch.inference_mode()  # type: ignore[untyped-decorator]
    def rows(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the rows of many texts, as the program will see them."""
        self.eval()
        order = sorted(range(len(texts)), key=lambda at: len(self._kept[texts[at]]))
        result = np.zeros((len(texts), HIDDEN), dtype=np.float32)
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            result[batch] = self([texts[n] for n in batch]).numpy()
        return result

    def state(self) -> dict[str, Tensor]:
        """Return the learnt weights under the encoder's own names."""
        result = {}
        for number, layer in zip(LAYERS, self.layers, strict=True):
            there, state = f"encoder.layer.{number}", layer.state_dict()
            for part in _PARTS:
                thirds = state[f"qkv.{part}"].chunk(3)
                for name, third in zip(THIRDS, thirds, strict=True):
                    result[f"{there}.attention.self.{name}.{part}"] = third.contiguous()
                result |= {f"{there}.{theirs}.{part}": state[f"{mine}.{part}"] for mine, theirs in NAMES.items()}
        return result


def batches(problems: Sequence[Problem], rng: random.Random) -> list[list[Problem]]:
    """Return one epoch of batches, each of one language."""
    result = []
    for language in ("ja", "en"):
        mine = [problem for problem in problems if problem.language == language]
        rng.shuffle(mine)
        result += [mine[at : at + BATCH] for at in range(0, len(mine), BATCH)]
    rng.shuffle(result)
    return result


def loss_of(network: Upper, batch: Sequence[Problem], rng: random.Random) -> Tensor:
    """Return how badly each telling finds its phrase among those of the batch, and each phrase its telling."""
    phrases = [rng.choice(problem.phrases) for problem in batch]
    likeness = network([rng.choice(problem.tellings) for problem in batch]) @ network(phrases).T / TEMPERATURE
    same = torch.tensor(
        [[a == b and row != column for column, b in enumerate(phrases)] for row, a in enumerate(phrases)]
    )
    likeness = likeness.masked_fill(same, -1e4)
    goal = torch.arange(len(batch))
    return (functional.cross_entropy(likeness, goal) + functional.cross_entropy(likeness.T, goal)) / 2


def placed(network: Upper, trade: Trade, tellings: Sequence[Telling], rng: random.Random | None) -> Tensor:
    """Return how like each telling is to each product, by its nearest text, and last the limit.

    A random form of each telling is taken, or all its turns together without `rng`.
    """
    texts = [text for offering in trade.offerings for text in offering.texts]
    owner = torch.tensor([n for n, offering in enumerate(trade.offerings) for _ in offering.texts])
    told = network([rng.choice(telling.forms) if rng else telling.forms[0] for telling in tellings])
    likeness = told @ network(texts).T
    nearest = torch.full((len(tellings), len(trade.offerings)), -1.0)
    nearest = nearest.scatter_reduce(1, owner.expand_as(likeness), likeness, "amax")
    return torch.cat([nearest, network.limit.expand(len(tellings), 1)], dim=1)


def catalogue_loss(network: Upper, trade: Trade, tellings: Sequence[Telling], rng: random.Random) -> Tensor:
    """Return how badly tellings find their product among all of a catalogue, or none."""
    none = len(trade.offerings)
    goal = torch.tensor([none if telling.solved_by is None else telling.solved_by for telling in tellings])
    return functional.cross_entropy(placed(network, trade, tellings, rng) / TEMPERATURE, goal)


@torch.inference_mode()  # type: ignore[untyped-decorator]
def solved(network: Upper, trades: Sequence[Trade]) -> Iterator[str]:
    """Yield for each language how often the right product comes first, and is above the limit."""
    network.eval()
    for language in ("ja", "en"):
        first = above = wrong = count = none = 0
        for trade in trades:
            if trade.language != language or not trade.tellings:
                continue
            scores = placed(network, trade, trade.tellings, None)
            best = scores[:, :-1].argmax(1)
            for row, telling in enumerate(trade.tellings):
                sure = bool(scores[row, best[row]] > scores[row, -1])
                right = telling.solved_by is not None and int(best[row]) == telling.solved_by
                first, above = first + right, above + (right and sure)
                wrong += sure and not right
                count, none = count + (telling.solved_by is not None), none + (telling.solved_by is None)
        if count:
            told = f"product first {first / count:.3f}, and sure {above / count:.3f} of {count}"
            yield f"{language}: {told}; wrongly sure {wrong} of {count + none}"


def found(network: Upper, problems: Sequence[Problem], means: Mapping[str, NDArray[np.float32]]) -> Iterator[str]:
    """Yield for each language how often a problem's own phrase comes first among the phrases of all of them."""
    for language, mean in means.items():
        mine = [problem for problem in problems if problem.language == language]
        if not mine:
            continue
        owner = np.array([n for n, problem in enumerate(mine) for _ in problem.phrases])
        phrases = centred(network.rows([phrase for problem in mine for phrase in problem.phrases]), mean)
        ranks = []
        for n, problem in enumerate(mine):
            near = (centred(network.rows(problem.tellings), mean) @ phrases.T).max(0)
            ranks.append(1 + len(set(owner[(near > near[owner == n].max()) & (owner != n)])))
        rank = np.array(ranks)
        yield f"{language}: first {np.mean(rank == 1):.3f}, mean reciprocal rank {np.mean(1 / rank):.3f} of {len(mine)}"


def centred(rows: NDArray[np.float32], mean: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit rows without the mean of their language."""
    moved = rows - mean
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def means_of(network: Upper, problems: Sequence[Problem]) -> dict[str, NDArray[np.float32]]:
    """Return each language's mean row over the first tellings."""
    return {
        language: network.rows([p.turns[0] for p in problems if p.language == language]).mean(0)
        for language in ("ja", "en")
    }


def main() -> None:
    """Train, report after every epoch, and write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--tellings", action="store_true", help="learn from catalogues and told problems as well")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311
    problems, trades = read_problems(), read_trades() if options.tellings else []
    strange = [trade for trade in trades if trade.name.startswith((*UNSEEN, *UNSEEN_TELLINGS))]
    known = [trade for trade in trades if trade not in strange]
    unseen = [problem for problem in problems if problem.call.startswith(UNSEEN)]
    learnt = [problem for problem in problems if not problem.call.startswith(UNSEEN)]
    network = Upper(sentence_encoder())
    network.keep([text for problem in problems for text in (*problem.tellings, *problem.phrases)])
    network.keep([text for trade in trades for text in trade.texts])
    print(f"{len(learnt)} problems, {len(unseen)} of writers unseen", flush=True)
    print(f"{sum(len(trade.tellings) for trade in known)} tellings of {len(known)} catalogues", flush=True)
    print(
        "before:", *found(network, unseen, means_of(network, learnt)), *solved(network, strange), sep="\n  ", flush=True
    )
    groups = [{"params": network.layers.parameters()}, {"params": [network.limit], "lr": 1e-3, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
    counted = random.Random(SEED)  # noqa: S311
    per_epoch = len(batches(learnt, counted)) + len(halves(known, OF_ONE_CATALOGUE, counted))
    total = per_epoch * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * total)) * max(0.0, 1 - step / total)
    )
    for number in range(options.epochs):
        network.train()
        losses = []
        steps: list[Callable[[], Tensor]] = [
            *(functools.partial(loss_of, network, batch, rng) for batch in batches(learnt, rng)),
            *(
                functools.partial(catalogue_loss, network, trade, told, rng)
                for trade, told in halves(known, OF_ONE_CATALOGUE, rng)
            ),
        ]
        if known:
            rng.shuffle(steps)
        for step in steps:
            loss = step()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.layers.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        report = [*found(network, unseen, means_of(network, learnt)), *solved(network, strange)]
        limit = f"limit {network.limit.item():.3f}"
        print(f"epoch {number + 1}, loss {np.mean(losses):.3f}, {limit}", *report, sep="\n  ", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    save_file(packed(network.state()), options.out / LAYERS_FILE)
    np.savez(options.out / MEANS_FILE, **means_of(network, learnt))
    for path in sorted(options.out.iterdir()):
        print(path.name, path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
