"""Term lists, ours and the user's."""
