"""The network that reads several turns at once: an e5-small encoder with one set of heads for every turn.

A window holds consecutive turns, each behind a marker of its speaker, so a turn is encoded once and still sees what
was said before and after it. Imports torch: load it late, from an adapter.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN = 384
LAYERS = 12
ATTENTION_HEADS = 12
INNER = 1536
POSITIONS = 512
LINK_SIZE = 64


class Scores(NamedTuple):
    """Logits of every turn slot of every window."""

    labels: Tensor
    """windows × turns × labels"""
    sentiment: Tensor
    """windows × turns × 3"""
    objection: Tensor
    """windows × turns × 6: what kind of objection it is, if it is one"""
    link: Tensor
    """windows × turns × turns: whether two turns speak of the same thing"""
    focus: Tensor
    """windows × labels × tokens: how much each token speaks for a label"""
    rival: Tensor
    """windows × tokens: whether a token belongs to the name of another vendor"""


class PackedWords:
    """The table of words as int8 with one scale a row; a row is widened when its word is met."""

    def __init__(self, weight: Tensor, scale: Tensor) -> None:
        """Keep the table: words × hidden, and words × 1."""
        self._weight, self._scale = weight, scale

    def __call__(self, tokens: Tensor) -> Tensor:
        """Return the words' vectors as float32."""
        return self._weight[tokens].float() * self._scale[tokens].float()


class Layer(nn.Module):  # type: ignore[misc]
    """One transformer layer as in BERT: attention, then a feed-forward part, each added and normalised."""

    def __init__(self, dropout: float) -> None:
        """Lay out the weights."""
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return the next states; `mask` is true where attention may look."""
        windows, length, _ = states.shape
        qkv = self.qkv(states).view(windows, length, 3, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(windows, length, HIDDEN)
        states = self.norm1(states + self.dropout(self.out(mixed)))
        inner = self.down(functional.gelu(self.up(states)))
        return self.norm2(states + self.dropout(inner))


class TurnNetwork(nn.Module):  # type: ignore[misc]
    """Encoder and heads."""

    def __init__(self, *, vocabulary: int, labels: int, dropout: float = 0.1) -> None:
        """Lay out the weights for a vocabulary (markers included) and a number of labels."""
        super().__init__()
        # weights are always loaded; drawing them at random on no device would import the whole of torch.compile
        self.words = nn.Embedding(vocabulary, HIDDEN, _weight=torch.empty(vocabulary, HIDDEN))
        self.positions = nn.Embedding(POSITIONS, HIDDEN, _weight=torch.empty(POSITIONS, HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.markers = nn.Embedding(8, HIDDEN, _weight=torch.empty(8, HIDDEN))
        self.dropout = nn.Dropout(dropout)
        # e5's states differ little around a large mean; the heads learn many times faster on standardised ones
        self.turn_scale = nn.Parameter(torch.ones(2 * HIDDEN))
        self.turn_shift = nn.Parameter(torch.zeros(2 * HIDDEN))
        self.token_scale = nn.Parameter(torch.ones(HIDDEN))
        self.token_shift = nn.Parameter(torch.zeros(HIDDEN))
        self.query = nn.Linear(HIDDEN, labels)
        self.evidence = nn.Linear(HIDDEN, labels)
        self.labels = nn.Linear(2 * HIDDEN, labels)
        self.sentiment = nn.Linear(2 * HIDDEN, 3)
        self.sentiment_tokens = nn.Linear(HIDDEN, 3)
        self.objection = nn.Linear(2 * HIDDEN, 6)
        self.link = nn.Linear(2 * HIDDEN, LINK_SIZE)
        self.rival = nn.Linear(HIDDEN, 1)
        self.link_scale = nn.Parameter(torch.tensor([4.0, -1.0]))

    def forward(self, tokens: Tensor, markers: Tensor, turns: Tensor, slots: int) -> Scores:
        """Score each turn slot.

        Args:
            tokens: windows × length, word ids; 1 is padding.
            markers: windows × length, 0 for a word, else which marker stands there.
            turns: windows × length, the slot of the token's turn, -1 outside any turn.
            slots: how many turn slots the windows have at most.

        """
        states = self.words(tokens)
        states = torch.where((markers > 0).unsqueeze(-1), self.markers(markers), states)
        positions = torch.arange(tokens.shape[1], device=tokens.device)
        states = self.dropout(self.norm(states + self.positions(positions)))
        padded = tokens == 1
        mask = None if not bool(padded.any()) else ~padded[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)

        # windows × slots × tokens: which tokens belong to a slot, and which of them is its marker
        belongs = turns.unsqueeze(1) == torch.arange(slots, device=tokens.device)[None, :, None]
        marker = (belongs & (markers > 0).unsqueeze(1)).to(states.dtype)
        share = belongs.to(states.dtype)
        share = share / share.sum(-1, keepdim=True).clamp(min=1)
        pooled = torch.cat([share @ states, marker @ states], dim=-1)
        pooled = self.dropout(pooled * self.turn_scale + self.turn_shift)
        states = states * self.token_scale + self.token_shift

        weights = self.query(states).transpose(1, 2)
        evidence = self.evidence(states).transpose(1, 2)
        spread = weights.unsqueeze(1).masked_fill(~belongs.unsqueeze(2), -1e4).softmax(-1)
        labels = self.labels(pooled) + (spread * evidence.unsqueeze(1)).sum(-1)
        sentiment = self.sentiment(pooled) + share @ self.sentiment_tokens(states)
        vectors = functional.normalize(self.link(pooled), dim=-1)
        link = self.link_scale[0] * (vectors @ vectors.transpose(1, 2)) + self.link_scale[1]
        rival = self.rival(states).squeeze(-1)
        return Scores(labels, sentiment, self.objection(pooled), link, weights + evidence, rival)
