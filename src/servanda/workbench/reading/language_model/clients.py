"""What fetches the answer of a model's server, and no more of it than an answer can need."""

from __future__ import annotations

from typing import Any

import httpx2

from servanda.workbench.reading.language_model.answers import MOST_BYTES, TooLongError

_UNPACKED = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""What is said of an answer as it was sent, and is not so of what was read."""


class BoundedClient(httpx2.AsyncClient):
    """A client that breaks an answer off that does not come to an end."""

    async def send(self, request: httpx2.Request, **how: Any) -> httpx2.Response:
        """Send a request, and read the answer to its end or to the limit."""
        answer = await super().send(request, **{**how, "stream": True})
        parts, size = [], 0
        try:
            async for part in answer.aiter_bytes():
                parts.append(part)
                size += len(part)
                if size > MOST_BYTES:
                    raise TooLongError
        finally:
            await answer.aclose()
        return httpx2.Response(
            answer.status_code,
            headers=[one for one in answer.headers.multi_items() if one[0] not in _UNPACKED],
            content=b"".join(parts),
            request=answer.request,
            extensions=answer.extensions,
        )
