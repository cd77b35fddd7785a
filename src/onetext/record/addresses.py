"""Where a record is: a file, or a database on a PostgreSQL server.

An address is written as PostgreSQL's own programs write it, `postgresql://user:password@host:
port/database`. Shown in any way it leaves the password out, so that no sentence, list or log
can give it away.

Source: PostgreSQL documentation, 32.1.1.2 "Connection URIs".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from onetext.errors import RecordProblem

PORT = 5432
PREFER = "prefer"
SSL_MODES = ("disable", PREFER, "require", "verify-full")
FORM = "postgresql://USER@HOST:PORT/DATABASE"

_SCHEMES = ("postgresql", "postgres", "postgresql+pg8000")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/")  # a single letter is a Windows drive


class BadAddress(RecordProblem):
    """What was given as the address of a record is none. Never repeats what was given."""


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A database on a PostgreSQL server.

    `host` is a name, an IP address or, starting with a slash, the folder of a Unix socket.
    `user` and `password` are None where they are left to the environment (PGUSER, PGPASSWORD).
    `ssl_mode` is one of `SSL_MODES`; "prefer" takes what the server offers.
    """

    host: str
    database: str
    port: int = PORT
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    ssl_mode: str = PREFER
    ssl_root: Path | None = None

    def __str__(self) -> str:
        who = f"{quote(self.user, safe='')}@" if self.user else ""
        on_socket = self.host.startswith("/")
        host = "" if on_socket else f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port != PORT and not on_socket else ""
        asked = {
            "host": self.host if on_socket else None,
            "port": self.port if self.port != PORT and on_socket else None,
            "sslmode": self.ssl_mode if self.ssl_mode != PREFER else None,
            "sslrootcert": self.ssl_root,
        }
        query = urlencode({name: value for name, value in asked.items() if value}, safe="/")
        place = f"{who}{host}{port}/{quote(self.database, safe='')}"
        return f"postgresql://{place}?{query}" if query else f"postgresql://{place}"


RecordAt = Path | ServerAddress


def record_at(given: str | Path) -> RecordAt:
    """The place that a user named: an address of a server, or else the path of a file.

    Raises:
        BadAddress: it starts as an address does, but is none.
    """
    scheme = _SCHEME.match(str(given))
    if scheme is None or isinstance(given, Path):
        return Path(given)
    if scheme[1].lower() not in _SCHEMES:
        raise BadAddress(
            f'The address of a record was given as "{scheme[1]}:...", but a record is a file or '
            f"at {FORM}. Name one of these."
        )
    return _server(given)


def name_of(at: RecordAt) -> str:
    """What a record is called where nobody has named it."""
    return at.database if isinstance(at, ServerAddress) else at.stem


def _server(given: str) -> ServerAddress:
    if "://" not in given:
        raise _bad("two slashes are to follow its colon")
    try:
        parts = urlsplit(given)
        asked = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
        port = int(asked.pop("port", parts.port or PORT))
    except ValueError:  # its words may hold the password
        raise _bad("its host, its port or what follows the question mark cannot be read") from None
    host = asked.pop("host", parts.hostname or "localhost")
    mode = asked.pop("sslmode", PREFER)
    root = asked.pop("sslrootcert", None)
    database = unquote(parts.path.lstrip("/"))
    if not database:
        raise _bad("it names no database")
    if mode not in SSL_MODES:
        raise _bad(f"its sslmode is none of {', '.join(SSL_MODES)}")
    if asked:
        raise _bad(f'it asks for "{min(asked)}", which is not known')
    return ServerAddress(
        host,
        database,
        port,
        unquote(parts.username) if parts.username else None,
        unquote(parts.password) if parts.password else None,
        mode,
        Path(root) if root else None,
    )


def _bad(found: str) -> BadAddress:
    return BadAddress(
        f"The address of a record on a server was asked for, but {found}. Write it as {FORM}, with "
        "the password in PGPASSWORD; a sign such as @ or / within a part is written %40 or %2F."
    )
