"""A server on this machine that speaks as OpenAI's does, and answers what a test says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any, NamedTuple

Reply = tuple[int, dict[str, Any]]


class Served(NamedTuple):
    """A server that runs, and what was sent to it."""

    address: str
    requests: list[dict[str, Any]]
    keys: list[str]


def statements(*told: dict[str, Any]) -> Reply:
    """An answer in the form that was asked for."""
    call = {"name": "final_result", "arguments": json.dumps({"statements": told})}
    part = {"id": "1", "type": "function", "function": call}
    said = {"role": "assistant", "content": None, "tool_calls": [part]}
    return _completion(said, "tool_calls")


def words(text: str) -> Reply:
    """An answer in words."""
    return _completion({"role": "assistant", "content": text}, "stop")


def _completion(said: dict[str, Any], why: str) -> Reply:
    choice = {"index": 0, "message": said, "finish_reason": why}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    head = {"id": "x", "object": "chat.completion", "created": 1, "model": "m"}
    return 200, {**head, "choices": [choice], "usage": usage}


@contextmanager
def server(*replies: Reply, location: str = "") -> Iterator[Served]:
    """Serve replies one after the other, the last one for ever."""
    served = Served("", [], [])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, reply = replies[min(len(served.requests), len(replies) - 1)]
            served.requests.append(json.loads(body))
            served.keys.append(self.headers.get("Authorization", ""))
            content = json.dumps(reply).encode()
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    running = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield served._replace(address=f"http://127.0.0.1:{running.server_port}/v1")
    finally:
        running.shutdown()
        running.server_close()
