"""`vidbiy fetch-alerts`: what the interface of alerts.in.ua says, into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vidbiy.cli.arguments.ledger_address import ledger_option

if TYPE_CHECKING:
    from vidbiy.ledger import Ledger
    from vidbiy.sources.siren_client import Answer, SirenClient

__all__ = ["fetch_alerts"]


@click.command("fetch-alerts")
@ledger_option
@click.option(
    "--token",
    envvar="ALERTS_IN_UA_TOKEN",
    default="",
    metavar="TOKEN",
    help="The token that alerts.in.ua gave you; better in ALERTS_IN_UA_TOKEN, where other users do not see it.",
)
@click.option("--history", "regions", multiple=True, metavar="REGION", help="The last month of a region, like UA-63.")
@click.option("--letters", is_flag=True, help="The string for small devices, which says less.")
@click.option("--watch", type=click.IntRange(10), metavar="SECONDS", help="Ask again and again, until Ctrl-C.")
@click.option("--url", metavar="URL", help="Another address of the interface, such as a proxy of your own.")
@click.pass_context
def fetch_alerts(
    ctx: click.Context,
    address: str,
    token: str,
    regions: tuple[str, ...],
    letters: bool,
    watch: int | None,
    url: str | None,
) -> None:
    """Ask alerts.in.ua which alerts are on, and keep the answer in the ledger.

    Each answer also says for which time the feed was heard. An alert that is
    on no more has ended since the last answer; its end is marked as a guess
    until the region's history gives the true one. Where the feed was not
    heard for more than five minutes, what happened is unknown, and shown so.

    No more than 8 requests a minute are made, 2 for histories.

    The status is 0 if every answer came, 1 if one did not (what came is
    kept), 2 if the command was wrong.

    \b
    Examples:
      vidbiy fetch-alerts
      vidbiy fetch-alerts --watch 60
      vidbiy fetch-alerts --history UA-63 --history UA-30
    """
    import time

    from vidbiy.cli.terminal.interrupts import orderly
    from vidbiy.ledger import Ledger
    from vidbiy.sources.siren_client import ADDRESS, FeedError, SirenClient

    client = SirenClient(token, ADDRESS if url is None else url)
    failed = False
    with orderly("What was acknowledged is in the ledger."), Ledger.open(address, create=True) as ledger:
        while True:
            wait = float(watch or 0)
            for region in regions or (None,):
                try:
                    _keep(ledger, _ask(ledger, client, region, letters=letters))
                except FeedError as error:
                    click.echo(f"Error: {error}", err=True)
                    failed = True
                    wait = max(wait, error.retry_after or 0)
            if watch is None:
                break
            time.sleep(wait)
    ctx.exit(1 if failed else 0)


def _ask(ledger: Ledger, client: SirenClient, region: str | None, *, letters: bool) -> Answer:
    from datetime import UTC, datetime

    from vidbiy.reconcile.sirens.feeds import feed_state
    from vidbiy.sources.siren_json import FEED, LETTERS

    if region is not None:
        return client.history(region)
    feed = LETTERS if letters else FEED
    before = feed_state(ledger, feed, datetime.now(UTC), whole=not letters)
    return client.letters(before) if letters else client.active(before)


def _keep(ledger: Ledger, answer: Answer) -> None:
    """Put an answer into the ledger and tell what it says."""
    from vidbiy.cli.ingest.sirens import append_log, log_words

    receipt = append_log(ledger, answer.log, raw=answer.raw, address=answer.address, fetched_at=answer.fetched_at)
    for problem in (*answer.log.problems, *answer.log.notes):
        click.echo(f"Note: {problem}", err=True)
    same = "" if answer.changed else " (not changed)"
    click.echo(f"{log_words(answer.address, answer.log, receipt)}{same}")
