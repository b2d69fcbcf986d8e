"""Which model is meant by a name, and where its server is. Nothing is sent from here."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit
from urllib.request import getproxies

from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.language_model.failures import (
    no_key,
    no_such_model,
    not_installed,
)

if TYPE_CHECKING:
    from pydantic_ai.models import Model

KEY = "SERVANDA_MODEL_KEY"
"""The variable with the key of a server that is named by its address; no other key goes there."""

OLLAMA = "http://127.0.0.1:11434/v1"
"""Where Ollama listens unless OLLAMA_BASE_URL says otherwise (https://docs.ollama.com/faq)."""

_AT_ADDRESS = re.compile(r"(?:(?P<name>[^\s]+)@)?(?P<address>https?://[^\s]+)")
_OF_PROVIDER = re.compile(r"[a-z][a-z0-9/-]*:[^\s]+")
_VARIABLE = re.compile(r"\b[A-Z][A-Z0-9_]*(?:KEY|TOKEN)\b")


class Destination(NamedTuple):
    """A model, and its server.

    Attributes:
        model: What pydantic-ai asks.
        host: The server, with its port where one is given; without what would be a key.
        stays: Whether it is on this machine, and nothing stands between.
        encrypted: Whether nobody between can read what is sent.
    """

    model: Model
    host: str
    stays: bool
    encrypted: bool


def destination(source: str, name: str, environment: Mapping[str, str]) -> Destination | Diagnostic:
    """The model of a name, ready to be asked; or why there is none.

    Args:
        source: The article that it would read, for the report.
        name: A provider with a model, or a model with the address of its server.
        environment: The variables of the process: keys, and where Ollama is.
    """
    try:
        at_address = _AT_ADDRESS.fullmatch(name)
        if at_address is not None:
            address, key = at_address["address"], environment.get(KEY) or "none"
            if "@" in urlsplit(address).netloc:
                without = name.replace(f"{urlsplit(address).netloc.rpartition('@')[0]}@", "")
                why = f"a key does not stand in an address; set {KEY} in the environment"
                return no_such_model(source, without, why)
            return _here_or_there(_compatible(at_address["name"] or "default", address, key))
        if not _OF_PROVIDER.fullmatch(name):
            return no_such_model(source, name, "this names neither a provider nor an address")
        if name.startswith("ollama:"):
            address = environment.get("OLLAMA_BASE_URL") or OLLAMA
            key = environment.get("OLLAMA_API_KEY") or "none"
            return _here_or_there(_ollama(name.partition(":")[2], address, key))
        return _here_or_there(_inferred(name), ours=False)
    except ImportError:
        return not_installed(source, name)
    except Exception as error:
        found = _VARIABLE.search(str(error))
        if found is not None:
            return no_key(source, name, found[0])
        return no_such_model(source, name, "the provider or its address is not known")


def is_on_this_machine(host: str) -> bool:
    """Whether a host is this machine by its name alone: ``localhost``, 127.0.0.0/8, ``::1``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _here_or_there(model: Model, *, ours: bool = True) -> Destination:
    """Where a model's server is, by the address that its client really has."""
    address = urlsplit(model.base_url or "")
    if not address.hostname:
        raise ValueError("no address")
    host = f"[{address.hostname}]" if ":" in address.hostname else address.hostname
    host += f":{address.port}" if address.port else ""
    direct = ours or not getproxies()
    stays = direct and is_on_this_machine(address.hostname)
    return Destination(model, host, stays, address.scheme == "https")


def _inferred(name: str) -> Model:
    from pydantic_ai.models import infer_model

    return infer_model(name)


def _compatible(name: str, address: str, key: str) -> Model:
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    client = _client(address)
    provider = OpenAICompatibleProvider(
        "address", base_url=address, api_key=key, http_client=client
    )
    return OpenAIChatModel(name, provider=provider)


def _ollama(name: str, address: str, key: str) -> Model:
    from pydantic_ai.models.ollama import OllamaModel
    from pydantic_ai.providers.ollama import OllamaProvider

    client = _client(address)
    return OllamaModel(name, provider=OllamaProvider(address, key, http_client=client))


def _client(address: str) -> Any:
    """A client that goes nowhere else than it was told: no other address, for this machine no proxy."""
    from servanda.workbench.reading.language_model.clients import BoundedClient

    outside = not is_on_this_machine(urlsplit(address).hostname or "")
    return BoundedClient(timeout=600.0, trust_env=outside, follow_redirects=False)
