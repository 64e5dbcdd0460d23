"""Where the work is done: this machine, a cluster, a data frame."""
