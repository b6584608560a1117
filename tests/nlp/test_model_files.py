"""The sentence encoder's folder is made once and made again when damaged."""

import struct
from pathlib import Path

import numpy as np
import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models import location
from insight_desktop.nlp import model_files
from insight_desktop.nlp.dequantise import (
    NotAContainerError,
    bert_weights,
    read_container,
    widen_q4_0,
    with_pieces,
    write_sentence_transformer,
)
from insight_desktop.nlp.model_files import sentence_encoder

HIDDEN, WIDE, PIECES = 32, 64, ("<s>", "<pad>", "</s>", "<unk>", "▁値引き", "▁discount", "▁")


def a_container() -> bytes:
    """Write the smallest E5S1 container: one layer, seven pieces, float and 4-bit tensors."""
    tensors: dict[str, np.ndarray] = {
        "emb.word": np.repeat(np.arange(len(PIECES)), HIDDEN).reshape(-1, HIDDEN),
        "emb.pos": np.ones((8, HIDDEN)),
        "emb.type": np.ones((1, HIDDEN)),
        "emb.ln.w": np.ones(HIDDEN),
        "emb.ln.b": np.zeros(HIDDEN),
    }
    for name, rows, columns in (
        ("q", HIDDEN, HIDDEN),
        ("k", HIDDEN, HIDDEN),
        ("v", HIDDEN, HIDDEN),
        ("ao", HIDDEN, HIDDEN),
        ("fi", WIDE, HIDDEN),
        ("fo", HIDDEN, WIDE),
    ):
        tensors[f"l0.{name}.w"] = np.full((rows, columns), 0.5)
        tensors[f"l0.{name}.b"] = np.zeros(rows)
    for name in ("aln", "oln"):
        tensors[f"l0.{name}.w"], tensors[f"l0.{name}.b"] = np.ones(HIDDEN), np.zeros(HIDDEN)
    text = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, text)]).astype("<u4")
    head = b"E5S1" + struct.pack("<i", 1) + struct.pack("<7i", HIDDEN, 1, 2, WIDE, len(PIECES), 8, 1)
    head += struct.pack("<f", 1e-12) + struct.pack("<6i", 32, len(PIECES), 0, 2, 1, 3)
    head += struct.pack("<Q", sum(map(len, text))) + offsets.tobytes()
    head += np.array([-1.0] * len(PIECES), "<f4").tobytes() + b"".join(text)
    head += struct.pack("<iI", 0, 0) + struct.pack("<i", len(tensors))
    packed = {name: _packed(name, tensor) for name, tensor in tensors.items()}
    directory = sum(2 + len(name) + 1 + 4 + 16 for name in tensors)
    place, table, body = len(head) + directory, b"", b""
    for name, tensor in tensors.items():
        table += struct.pack("<H", len(name)) + name.encode()
        table += struct.pack("<BIQQ", 0, tensor.size, place + len(body), len(packed[name]))
        body += packed[name]
    return head + table + body


def _packed(name: str, tensor: np.ndarray) -> bytes:
    if not name.startswith("l0.q.w"):
        return tensor.astype("<f4").tobytes()
    block = np.float16(0.5).tobytes() + bytes([0x99] * 16)  # nibble 9 less 8, times 0.5
    return block * (tensor.size // 32)


def test_q4_0_blocks_widen_to_their_weights() -> None:
    block = np.float16(2.0).tobytes() + bytes([0x80 | low for low in range(16)])

    weights = widen_q4_0(block, 32)

    assert weights[:16].tolist() == [2.0 * (low - 8) for low in range(16)]
    assert weights[16:].tolist() == [0.0] * 16


def test_container_is_read_to_bert_names_and_shapes() -> None:
    weights = bert_weights(read_container(memoryview(a_container())))

    query = weights["encoder.layer.0.attention.self.query.weight"]
    assert query.shape == (HIDDEN, HIDDEN)
    assert np.all(query == 0.5)
    assert weights["encoder.layer.0.intermediate.dense.weight"].shape == (WIDE, HIDDEN)


@pytest.mark.parametrize("size", [0, 3, 30, 100, 400, 2000, -1])
def test_cut_container_is_refused(size: int) -> None:
    with pytest.raises(NotAContainerError):
        read_container(memoryview(a_container()[:size]))


def test_folder_loads_as_a_tokenizer(tmp_path: Path) -> None:
    from tokenizers import Tokenizer

    write_sentence_transformer(memoryview(a_container()), tmp_path)
    tokens = Tokenizer.from_file(str(tmp_path / "tokenizer.json")).encode("値引き discount").tokens

    assert tokens == ["<s>", "▁値引き", "▁discount", "</s>"]


@pytest.fixture
def small_source(tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    source = tmp_path / "e5.bin"
    source.write_bytes(a_container())
    monkeypatch.setattr(location, "package_file", lambda _: source)
    monkeypatch.setattr(location, "damaged_in_packages", lambda _: ())
    return source


def test_encoder_is_made_once(small_source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = sentence_encoder()
    monkeypatch.setattr(model_files, "write_sentence_transformer", lambda *_: pytest.fail("made again"))

    assert sentence_encoder() == folder
    assert (folder / "model.safetensors").is_file()


def test_encoder_made_with_other_pieces_is_made_again(small_source: Path) -> None:
    folder = sentence_encoder()
    (folder / "e5_pieces.json").unlink()
    (folder / "model.safetensors").write_bytes(b"of all languages")

    assert (sentence_encoder() / "model.safetensors").stat().st_size > 1000


def test_kept_pieces_keep_their_words() -> None:
    whole = read_container(memoryview(a_container()))
    kept = [0, 1, 2, 3, 5]
    cut = with_pieces(whole, kept)

    assert cut.pieces == tuple(whole.pieces[number] for number in kept)
    words = bert_weights(whole)["embeddings.word_embeddings.weight"]
    assert np.array_equal(bert_weights(cut)["embeddings.word_embeddings.weight"], words[kept])


def test_damaged_encoder_is_made_again(small_source: Path) -> None:
    folder = sentence_encoder()
    (folder / "model.safetensors").write_bytes(b"cut")

    assert (sentence_encoder() / "model.safetensors").stat().st_size > 1000


def test_rubbish_in_the_package_is_a_damaged_model(small_source: Path, own_cache: Path) -> None:
    small_source.write_bytes(b"rubbish")

    with pytest.raises(KnownError) as caught:
        sentence_encoder()

    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert not (own_cache / "models" / "multilingual-e5-small").exists()


def test_missing_package_is_a_missing_model(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "package_file", lambda _: None)

    with pytest.raises(KnownError) as caught:
        sentence_encoder()

    assert caught.value.code is ErrorCode.MODEL_MISSING


@pytest.mark.model
def test_real_encoder_puts_the_same_wish_closer_than_another(monkeypatch: pytest.MonkeyPatch) -> None:
    from sentence_transformers import SentenceTransformer

    encoder = SentenceTransformer(str(sentence_encoder()), device="cpu")
    wish, same, other = encoder.encode(
        ["query: 値引きをお願いします", "query: Could you give us a discount?", "query: 今日は天気がいいですね"],
        normalize_embeddings=True,
        show_progress_bar=False,
    )

    assert wish @ same > wish @ other
