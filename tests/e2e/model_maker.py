"""Writes a random model of a few thousand weights to a folder; run as a program."""

import sys
from pathlib import Path

import torch  # noqa: TID253 - a program of its own, so that the tests stay without it

from o1desk.models.decoder import Decoder
from o1desk.training.starter.folder import decoder_config, save_folder
from o1desk.training.starter.recipe import Shape
from o1desk.training.starter.tokenizer import train_tokenizer

SHAPE = Shape(
    vocab_size=320,
    hidden_size=32,
    intermediate_size=64,
    num_hidden_layers=2,
    num_attention_heads=2,
    num_key_value_heads=1,
    head_dim=16,
    max_position_embeddings=256,
)

if __name__ == "__main__":
    decoder = Decoder(decoder_config(SHAPE))
    decoder.initialise(torch.Generator().manual_seed(0))
    tokenizer = train_tokenizer(["3 + 4 = 7"], SHAPE.vocab_size)
    save_folder(decoder, tokenizer, Path(sys.argv[1]))
