"""The analyses: each a folder of its own, from the model to plain values that explain themselves.

An analysis never imports another one, nor text: composition happens in
:mod:`servanda.workbench`.
"""
