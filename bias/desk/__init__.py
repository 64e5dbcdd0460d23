"""What an editor wants told of a draft: what to look at, where in the file, what reads plainer."""
