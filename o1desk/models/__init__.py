"""The only home of transformers, peft and llama_cpp: backends, sampler, LoRA, export."""
