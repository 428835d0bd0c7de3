"""What a brief says of sirens and history: never "no alert" where no log speaks. All reports and alerts are made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ledger.making import MORNING, NIGHT, alert, alert_log, claim, document, drones

from vidbiy.ledger import Ledger
from vidbiy.model import Heard, Measure
from vidbiy.publish.brief import Section, find_brief, to_html

TEXT = "У Києві тривога тривала понад вісім годин."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one report: the alert in Kyiv lasted more than eight hours."""
    with Ledger.open(str(tmp_path / "ledger.db"), create=True) as made:
        lasted = claim(
            "понад вісім годин", TEXT, measure=Measure.ALERT_DURATION, subject="alert", low=8, high=None, unit="h",
            place="UA-30", speaker=None,
        )  # fmt: skip
        made.append([document(text=TEXT, claims=(lasted,))])
        yield made


def section(ledger: Ledger, id: str, language: str = "en") -> Section:
    found = find_brief(ledger, language=language).section(id)
    assert found is not None
    return found


def told(found: Section) -> str:
    return "\n".join(f"{row.label} {row.value} {row.note}" for row in found.rows)


def test_without_a_log_nothing_is_said_of_alerts_but_that_nothing_is_known(ledger: Ledger) -> None:
    alerts = section(ledger, "alerts")
    assert "not known" in alerts.empty
    assert "No alert" not in told(alerts)


def test_a_claim_of_the_length_stands_beside_the_log(ledger: Ledger) -> None:
    heard = (Heard(place="UA", since=NIGHT, until=MORNING),)
    ledger.append_alert_log(alert_log(alert(hours=8.2), heard=heard))
    alerts = section(ledger, "alerts")
    row = next(row for row in alerts.rows if row.label == "Length of the alert, Kyiv")
    assert (row.value, row.note, row.quote) == ("at least 8 h", "by the siren log 8 h 12 min", "понад вісім годин")
    assert "First alert 3 July 2025, 18:00" in told(alerts)


def test_a_feed_that_went_quiet_is_no_data_since(ledger: Ledger) -> None:
    """The log ends at 22:00; what came after is unknown, and said to be."""
    heard = (Heard(place="UA", since=NIGHT, until=NIGHT + timedelta(hours=4)),)
    ledger.append_alert_log(alert_log(alert(hours=1), heard=heard))
    words = told(section(ledger, "alerts"))
    assert "No data since 3 July 2025, 22:00" in words
    assert "All-clear not known" in words
    assert "at least: not all of the night is known" in words


def test_in_ukrainian_too(ledger: Ledger) -> None:
    assert "невідомо" in section(ledger, "alerts", "uk").empty
    assert section(ledger, "history", "uk").title == "Наскільки це незвично"


def test_the_page_has_the_pictures_of_the_night(ledger: Ledger) -> None:
    """Drawn into the page itself, in its colours: nothing is asked of anybody."""
    brief = find_brief(ledger, language="uk", pictures=True)
    assert len(brief.pictures) == 1  # no weapons are counted; the alerts and reports over time
    page = to_html(brief)
    assert "<svg" in page
    assert "--chart-ink" in page
    assert "http://" not in page.replace("http://www.w3.org/", "")


def test_as_of_a_moment_of_the_night_the_sirens_are_told_up_to_it(ledger: Ledger) -> None:
    """Also where the log came into the ledger long after: it was heard as it sounded."""
    ledger.append([document("early", claims=(drones(),), published=NIGHT + timedelta(hours=1))])
    heard = (Heard(place="UA", since=NIGHT, until=MORNING),)
    ledger.append_alert_log(alert_log(alert(hours=8), heard=heard))
    brief = find_brief(ledger, "2025-07-04", as_of=NIGHT + timedelta(hours=2))
    alerts = brief.section("alerts")
    assert alerts is not None
    assert "Kyiv 2 h 00 min" in told(alerts)
    assert "All-clear not known" in told(alerts)
