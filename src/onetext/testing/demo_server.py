"""The demo on a PostgreSQL server of its own: `make demo-server`, and `make demo-server-stop`.

The server runs until it is stopped, also when this program has ended. It does not wait for the
disk, so keep nothing there that you need.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from onetext.case.folder import BRIEF
from onetext.cli.demo import play
from onetext.errors import OnetextError
from onetext.testing.postgres import Server

DATABASE = "talks"


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("demo-server"),
    show_default=True,
    help="Folder for the server, the case and the brief.",
)
@click.option("--stop", is_flag=True, help="Stop the server of an earlier demo.")
def main(folder: Path, stop: bool) -> None:
    """Start a PostgreSQL server, build the bundled case in it, and tell how to reach it."""
    try:
        if stop:
            _stop(folder)
        else:
            _start(folder)
    except OnetextError as error:
        raise click.ClickException(str(error)) from error


def _start(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    server = Server((folder / "postgres").resolve())
    if not server.is_running:
        click.echo("Starting a PostgreSQL server ...", err=True)
        server.start()
    address = server.new_database(name=DATABASE, anew=True)
    os.environ["PGPASSWORD"] = address.password or ""  # for the commands that are run here
    last_day = play(address, folder)
    click.echo(f"""
The record:  {address}
The brief:   {folder / BRIEF}  (open it in a browser)
To ask it from any terminal on this machine:
  export PGPASSWORD=$(cat {server.folder / "password"})
  export ONETEXT_RECORD={address}
  onetext state --as-of {last_day}
To stop the server:
  make demo-server-stop""")


def _stop(folder: Path) -> None:
    server = Server((folder / "postgres").resolve())
    if not server.is_running:
        raise OnetextError(
            f"The server in {folder} was to be stopped, but none runs there. "
            "Start one with: make demo-server"
        )
    server.stop()
    click.echo("Stopped the server; start it again with: make demo-server", err=True)


if __name__ == "__main__":
    main()
