"""`vidbiy alerts`: the alerts of a night, and what of it nobody knows."""

from __future__ import annotations

from datetime import date, datetime

import click

from vidbiy.cli.arguments.ledger_address import ledger_option
from vidbiy.cli.arguments.options import DateParam, PlaceParam, TimeParam, as_of_option

__all__ = ["alerts"]


@click.command()
@ledger_option
@click.option(
    "--date", "morning", type=DateParam(), metavar="DATE", help="The morning of the night; today if not given."
)
@click.option("--from", "start", type=TimeParam(), metavar="TIME", help="With --to: any period in place of a night.")
@click.option("--to", "end", type=TimeParam(), metavar="TIME", help="The end of the period, not included.")
@click.option(
    "--place", type=PlaceParam(), metavar="PLACE", help='Only one place: an id like UA-63, a name like "Kyiv".'
)
@as_of_option("As the ledger was at that moment.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def alerts(
    address: str,
    morning: date | None,
    start: datetime | None,
    end: datetime | None,
    place: str | None,
    as_of: datetime | None,
    as_json: bool,
) -> None:
    """Show the alerts of a night: how long, how many, and how much at once.

    A night is 18:00 to 09:00 in Kyiv, named by its morning. Overlapping
    alerts count once. "whole" is time under an alert for all of a region,
    "anywhere" with one in any part of it.

    Where no feed speaks, it says "no data since ...", never "no alert".

    \b
    Examples:
      vidbiy alerts --date 2023-09-25
      vidbiy alerts --place Kyiv --from 2023-05-01T00:00Z --to 2023-06-01T00:00Z
      vidbiy alerts --date 2023-09-25 --json
    """
    import json

    from vidbiy.cli.alerts.words import night_lines, place_lines
    from vidbiy.ledger import Ledger
    from vidbiy.lexicon.countries import KYIV
    from vidbiy.reconcile.sirens import NightAlerts, PlaceAlerts, Span, night_alerts, night_of, place_alerts

    if (start is None) != (end is None):
        raise click.UsageError("--from and --to go together; give both, or neither.")
    if start is not None and morning is not None:
        raise click.UsageError("--date is a night, --from and --to any period; give one of them.")
    if start is not None and end is not None:
        if end <= start:
            raise click.UsageError("--to is not after --from; swap them.")
        period = Span(start, end)
    else:
        period = night_of(datetime.now(KYIV).date() if morning is None else morning)
    found: PlaceAlerts | NightAlerts
    with Ledger.open(address) as ledger:
        found = night_alerts(ledger, period, as_of) if place is None else place_alerts(ledger, place, period, as_of)
    if as_json:
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False))
        return
    lines = night_lines(found) if isinstance(found, NightAlerts) else place_lines(found, period)
    for line in lines:
        click.echo(line)
