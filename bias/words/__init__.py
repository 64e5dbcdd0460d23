"""What is known of a word by itself."""
