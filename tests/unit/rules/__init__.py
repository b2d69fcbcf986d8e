"""Each rule of docs/semantics.md, by a case small enough to read."""
