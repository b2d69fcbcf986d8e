"""From the syntax tree to the model, one pass a module."""
