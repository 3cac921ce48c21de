"""A model of a few thousand weights as a folder, in place of the starter."""

import pytest

from o1desk.bench.subject import Subject


@pytest.fixture(scope="session")
def tiny(tmp_path_factory) -> Subject:
    import torch

    from o1desk.models.decoder import Decoder
    from o1desk.training.starter.folder import decoder_config, save_folder
    from o1desk.training.starter.recipe import Shape
    from o1desk.training.starter.tokenizer import train_tokenizer

    folder = tmp_path_factory.mktemp("tiny") / "model"
    tokenizer = train_tokenizer(["What is 12 + 30?"] * 9, 320)
    shape = Shape(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=32, intermediate_size=64,
        num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1, head_dim=16,
    )  # fmt: skip
    decoder = Decoder(decoder_config(shape))
    decoder.initialise(torch.Generator().manual_seed(1))
    with torch.no_grad():
        for weight in decoder.parameters():
            if weight.ndim == 2:
                weight.mul_(8.0)  # far from uniform, so that greedy choices are no ties
    save_folder(decoder, tokenizer, folder)
    return Subject(folder=folder, words="a tiny random model", is_trained=False)
