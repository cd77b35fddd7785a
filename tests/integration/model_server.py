"""A server on this machine that answers like a language model's, with what a test tells it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[["Handler", dict[str, Any]], None]


def completion(content: object, finish: str = "stop") -> dict[str, Any]:
    """A chat completion with `content` as the model's words."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}


def statements(*told: tuple[object, object, object]) -> str:
    """The JSON that a model answers: contents, cue and source of each statement."""
    named = [dict(zip(("content", "cue", "source"), one, strict=True)) for one in told]
    return json.dumps({"statements": named}, ensure_ascii=False)


def says(content: object, finish: str = "stop") -> Reply:
    return lambda handler, _: handler.send(200, completion(content, finish))


def status(code: int, message: str = "no", **headers: str) -> Reply:
    return lambda handler, _: handler.send(code, {"error": {"message": message}}, headers)


def garbage(handler: Handler, _: dict[str, Any]) -> None:
    handler.send_bytes(200, b"<html>It works!</html>", "text/html")


def not_json(handler: Handler, _: dict[str, Any]) -> None:
    handler.send_bytes(200, b'{"choices": [', "application/json")


def hang_up(handler: Handler, _: dict[str, Any]) -> None:
    handler.close_connection = True
    handler.connection.close()


def late(seconds: float) -> Reply:
    def reply(handler: Handler, _: dict[str, Any]) -> None:
        handler.server.closing.wait(seconds)
        hang_up(handler, {})

    return reply


@dataclass
class Server:
    """What was asked of it, and what it answers: the replies in turn, the last one for ever."""

    replies: list[Reply]
    address: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def asked(self) -> list[str]:
        """The user's part of each question."""
        return [body["messages"][-1]["content"] for body in self.bodies]


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    told: Server
    closing: threading.Event

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that gave up is no news."""


class Handler(BaseHTTPRequestHandler):
    server: _Listening
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        told = self.server.told
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        reply = told.replies[min(len(told.bodies), len(told.replies) - 1)]
        told.bodies.append(body)
        told.headers.append({name.lower(): value for name, value in self.headers.items()})
        reply(self, body)

    def do_GET(self) -> None:
        self.server.told.bodies.append({"messages": [{"content": self.path}]})
        self.send(404, {})

    def send(self, code: int, body: object, headers: dict[str, str] | None = None) -> None:
        self.send_bytes(code, json.dumps(body).encode(), "application/json", headers)

    def send_bytes(
        self, code: int, body: bytes, kind: str, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(code)
        for name, value in {"content-type": kind, **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on standard error."""


@contextmanager
def serving(*replies: Reply) -> Iterator[Server]:
    """Such a server, on a free port of this machine, for as long as the block runs."""
    listening = _Listening(("127.0.0.1", 0), Handler)
    told = Server(list(replies), f"http://127.0.0.1:{listening.server_address[1]}/v1")
    listening.told, listening.closing = told, threading.Event()
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told
    finally:
        listening.closing.set()
        listening.shutdown()
        thread.join()
        listening.server_close()
