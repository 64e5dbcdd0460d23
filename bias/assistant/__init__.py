"""What a language model may ask: answers with spans, so that it cites instead of guessing."""
