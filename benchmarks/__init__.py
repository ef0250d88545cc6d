"""What ``make bench`` runs: each file measures one thing, both sides in the same run."""
