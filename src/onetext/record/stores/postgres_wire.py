"""The connection to a PostgreSQL server, through pg8000."""

from __future__ import annotations

import getpass
import os
import socket
import ssl
import struct
from contextlib import suppress
from typing import Any

import pg8000
from pg8000 import core

from onetext.record.addresses import ServerAddress

CONNECT_S = 10.0
APPLICATION = "onetext"
_KEEPALIVE = {"TCP_KEEPIDLE": 30, "TCP_KEEPINTVL": 10, "TCP_KEEPCNT": 3}
_NO_POSTGRES = (KeyError, ValueError, struct.error, AssertionError)


class OneRoundTrip(pg8000.Connection):  # type: ignore[misc] # pg8000 ships no types
    """A connection that asks a question in one round trip, where pg8000 by itself takes three.

    Source: PostgreSQL documentation, 53.2.3 "Extended Query": all messages up to Sync may be sent
    at once; after an error the server skips to the Sync.
    """

    def execute_unnamed(
        self, statement: str, vals: Any = (), oids: Any = (), stream: Any = None
    ) -> Any:
        if stream is not None or self._sock is None:
            return super().execute_unnamed(statement, vals=vals, oids=oids, stream=stream)
        context = core.Context(statement)
        self.send_PARSE(core.NULL_BYTE, statement, oids)
        self.send_BIND(core.NULL_BYTE, core.make_params(self.py_types, vals))
        self._send_message(core.DESCRIBE, core.PORTAL + core.NULL_BYTE)
        self._send_message(core.EXECUTE, core.NULL_BYTE + bytes(4))
        self._send_message(core.SYNC, b"")
        core._flush(self._sock)
        self.handle_messages(context)
        return context

    def close(self) -> None:
        """Close it; one that is lost already is closed as well, without a word."""
        with suppress(pg8000.InterfaceError, OSError):
            super().close()


class Unreachable(pg8000.InterfaceError):  # type: ignore[misc] # as above
    """Nothing answers at an address, or not as PostgreSQL does."""


def connect(address: ServerAddress) -> Any:
    """A connection that begins no transactions by itself.

    User and password are those of the address, else PGUSER and PGPASSWORD, else the name under
    which the user logged in and none.

    Raises:
        Unreachable: nothing answers there, or not as PostgreSQL does.
        pg8000.DatabaseError: the server refuses.
    """
    try:
        channel = _socket(address)
    except OSError as error:
        raise Unreachable(error.strerror or str(error)) from error
    try:
        made: Any = OneRoundTrip(
            address.user or os.environ.get("PGUSER") or getpass.getuser(),
            host=address.host,
            database=address.database,
            password=address.password or os.environ.get("PGPASSWORD", ""),
            sock=channel,
            ssl_context=_ssl(address),
            application_name=APPLICATION,
        )
    except (*_NO_POSTGRES, OSError) as error:
        channel.close()
        found = error.strerror if isinstance(error, OSError) else "it does not speak as one"
        raise Unreachable(found or str(error)) from error
    except pg8000.InterfaceError as error:
        channel.close()
        if isinstance(error.args[0], dict):  # what the server said
            raise
        raise Unreachable(str(error)) from error
    except BaseException:
        channel.close()
        raise
    made.autocommit = True  # transactions are begun where their kind is known
    return made


def _socket(address: ServerAddress) -> socket.socket:
    if address.host.startswith("/"):
        channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        channel.settimeout(CONNECT_S)
        try:
            channel.connect(f"{address.host}/.s.PGSQL.{address.port}")
        except OSError:
            channel.close()
            raise
    else:
        channel = socket.create_connection((address.host, address.port), CONNECT_S)
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _KEEPALIVE.items():
            if hasattr(socket, name):
                channel.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
    channel.settimeout(None)  # a question may take its time; a dead network ends it by keepalive
    return channel


def _ssl(address: ServerAddress) -> ssl.SSLContext | bool | None:
    """What pg8000 makes of it: False is never, None is where the server offers it."""
    if address.ssl_mode == "disable" or address.host.startswith("/"):
        return False
    if address.ssl_mode == "prefer":
        return None
    context = ssl.create_default_context(cafile=address.ssl_root)
    if address.ssl_mode == "require":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
