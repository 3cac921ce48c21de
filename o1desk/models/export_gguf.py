"""Writes a Qwen3, Qwen2 or Llama folder, or such a folder with an adapter, as one GGUF file.

The file appears whole or not at all. Names and key-value pairs follow ggml-org/ggml docs/gguf.md
through the `gguf` package; weights stream through memory one by one.
"""

import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf

from o1desk.core.errors import InputError, NoSpaceError
from o1desk.core.files import replace, sync_folder
from o1desk.models.decoder import DecoderConfig, config_from_hf
from o1desk.models.export_tensors import ARCHS, Plan, converted
from o1desk.models.export_vocabulary import Vocabulary, read_vocabulary
from o1desk.models.safety import FolderReport, check_folder

OUTTYPES = ("f32", "f16", "q8_0")
_FILE_TYPES = {
    "f32": gguf.LlamaFileType.ALL_F32,
    "f16": gguf.LlamaFileType.MOSTLY_F16,
    "q8_0": gguf.LlamaFileType.MOSTLY_Q8_0,
}
_BYTES = {"f32": 4.0, "f16": 2.0, "q8_0": 34 / 32}  # a block of 32 numbers takes 34 bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class GgufExport:
    """What was written.

    Attributes:
        path: The file.
        bytes: Its size.
        outtype: "f32", "f16" or "q8_0".
        tensors: How many tensors it holds.
    """

    path: Path
    bytes: int
    outtype: str
    tensors: int


def export_gguf(
    folder: Path, out: Path, *, outtype: str = "f16", adapter: Path | None = None
) -> GgufExport:
    """Write a model folder as a GGUF file; nothing is left behind when it fails.

    Args:
        folder: Hugging Face folder of a Qwen3, Qwen2 or Llama model.
        out: File to write; replaced in one step at the end.
        outtype: "f32", "f16", or "q8_0"; vectors stay in f32.
        adapter: Folder of a LoRA adapter to merge first.

    Raises:
        InputError: If the type or the architecture cannot be written, or the file not made.
        MissingModelError: If the folder is not a model.
        DamagedModelError: If a file is damaged.
        NoSpaceError: If the disk is too full; tells how much is needed.
    """
    if outtype not in OUTTYPES:
        raise InputError(f"There is no GGUF type '{outtype}'; known: {', '.join(OUTTYPES)}")
    report = check_folder(folder)
    config = config_from_hf(report.config)
    if config is None:
        raise InputError(
            f"{folder} is a '{report.config.get('model_type', 'nameless')}' model that this "
            "exporter does not know; it writes plain Qwen3, Qwen2 and Llama models"
        )
    vocabulary = read_vocabulary(folder, config.vocab_size)
    _check_room(out, int(report.parameters * _BYTES[outtype]))
    part = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        part.touch()  # a folder that takes no file is told before anything is converted
        count = _write(part, report, config, vocabulary, Plan(outtype=outtype, adapter=adapter))
        _sync(part)
        replace(part, out)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoSpaceError(f"The disk is full; {out.name} was not written") from error
        raise InputError(
            f"{out} cannot be written ({error.strerror or error}); nothing was left behind; name "
            "another file"
        ) from error
    finally:
        with suppress(OSError):  # where it could not be made, it cannot be taken away either
            part.unlink()
    sync_folder(out.parent)
    return GgufExport(path=out, bytes=out.stat().st_size, outtype=outtype, tensors=count)


def _write(
    path: Path, report: FolderReport, config: DecoderConfig, vocabulary: Vocabulary, plan: Plan
) -> int:
    """Write the file in the format's order: header, keys, tensor table, data."""
    writer = gguf.GGUFWriter(path, gguf.MODEL_ARCH_NAMES[ARCHS[config.family]])
    try:
        _add_shape(writer, report, config, plan.outtype)
        _add_vocabulary(writer, vocabulary)
        count = 0
        # The table of tensors comes before their data, so the weights are read twice: once for
        # sizes, once for content. Reading is cheaper than keeping a model in memory.
        for name, data, kind in converted(report.folder, config, plan):
            writer.add_tensor_info(name, data.shape, data.dtype, data.nbytes, kind)
            count += 1
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_ti_data_to_file()
        for _, data, _ in converted(report.folder, config, plan):
            writer.write_tensor_data(data)
    finally:
        writer.close()
    return count


def _add_shape(writer: Any, report: FolderReport, config: DecoderConfig, outtype: str) -> None:
    writer.add_name(report.folder.name)
    writer.add_file_type(_FILE_TYPES[outtype])
    writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_key_length(config.head_dim)
    writer.add_value_length(config.head_dim)
    writer.add_rope_dimension_count(config.head_dim)
    writer.add_rope_freq_base(config.rope_theta)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_vocab_size(config.vocab_size)


def _add_vocabulary(writer: Any, vocabulary: Vocabulary) -> None:
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(vocabulary.pre)
    writer.add_token_list(vocabulary.tokens)
    writer.add_token_types(vocabulary.types)
    writer.add_token_merges(vocabulary.merges)
    adders = {
        "bos": writer.add_bos_token_id,
        "eos": writer.add_eos_token_id,
        "pad": writer.add_pad_token_id,
        "unk": writer.add_unk_token_id,
    }
    for name, number in vocabulary.ids.items():
        adders[name](number)
    writer.add_add_bos_token(vocabulary.adds_bos)
    if vocabulary.template:
        writer.add_chat_template(vocabulary.template)


def _check_room(out: Path, needed: int) -> None:
    if not out.parent.is_dir():
        raise InputError(f"The folder {out.parent} does not exist; nothing was written")
    if out.is_dir():
        raise InputError(f"{out} is a folder; nothing was written; name a file")
    free = shutil.disk_usage(out.parent).free
    if free < needed:
        raise NoSpaceError(
            f"{out.name} needs about {needed / 2**20:.0f} MB and {out.parent} has "
            f"{free / 2**20:.0f} MB free; nothing was written"
        )


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
