"""How the starter model is made: corpus, tokenizer, pre-training, card."""
