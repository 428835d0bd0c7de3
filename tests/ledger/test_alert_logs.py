"""Logs of alerts: one entry each, nothing twice, nothing lost, and any past state of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.ledger.making import EDITOR, MORNING, NIGHT, alert, alert_log, single_alert
from tests.ledger.test_verify import tampered

from vidbiy.ledger import AlertQuery, Ledger, State
from vidbiy.ledger.database import Database, use_wal
from vidbiy.ledger.schema import upgrade
from vidbiy.model import AlertError, AlertInterval, AlertLevel, AlertTable, Heard


def kept(ledger: Ledger, **wanted: object) -> list[AlertInterval]:
    return [stored.interval for stored in ledger.alerts(**wanted)]  # type: ignore[arg-type]


def test_a_log_is_one_entry_and_its_alerts_come_back_as_they_were(ledger: Ledger) -> None:
    alerts = [
        alert("UA-30", 8),
        alert("UA-63", None, NIGHT + timedelta(minutes=1), level=AlertLevel.RED, threats=("drones", "missiles")),
        alert("UA-63.kharkiv-raion", 1, NIGHT + timedelta(days=40), kind="artillery", guessed_end=True),
        alert("UA-12", 2, NIGHT + timedelta(days=41), partial=True, guessed_start=True),
    ]
    receipt = ledger.append_alert_log(alert_log(*alerts))
    assert (receipt.state, receipt.new, receipt.changed, receipt.known, receipt.twice) == (State.NEW, 4, 0, 0, 0)
    assert kept(ledger) == alerts
    assert ledger.summary().entries == {"alert_log": 1}
    assert ledger.verify().whole


def test_the_same_log_adds_nothing(ledger: Ledger) -> None:
    first = ledger.append_alert_log(alert_log(alert()))
    again = ledger.append_alert_log(alert_log(alert()))
    assert (again.seq, again.state, again.known) == (first.seq, State.KNOWN, 1)
    assert ledger.head().seq == 1


def test_of_a_log_that_has_grown_only_what_is_new_is_kept(ledger: Ledger) -> None:
    """And a row that stands there twice is one alert."""
    later = alert("UA-63", 2, MORNING)
    ledger.append_alert_log(alert_log(alert()))
    receipt = ledger.append_alert_log(alert_log(alert(), later, later))
    assert (receipt.new, receipt.changed, receipt.known, receipt.twice) == (1, 0, 1, 1)
    assert kept(ledger) == [alert(), later]


def test_an_alert_that_ended_takes_the_place_of_the_open_one(ledger: Ledger) -> None:
    """An older log, in which it still lasts, does not open it again, and before its end was known it was open."""
    ledger.append_alert_log(alert_log(alert(hours=None), raw=b"1"))
    open_until = datetime.now(UTC)
    receipt = ledger.append_alert_log(alert_log(alert(hours=8), raw=b"2"))
    assert (receipt.new, receipt.changed) == (0, 1)
    receipt = ledger.append_alert_log(alert_log(alert(hours=None), raw=b"3"))
    assert (receipt.new, receipt.known) == (0, 1)
    assert kept(ledger) == [alert()]
    assert kept(ledger, as_of=open_until) == [alert(hours=None)]
    assert ledger.verify().whole


def test_a_guess_does_not_replace_an_end_that_is_known(ledger: Ledger) -> None:
    ledger.append_alert_log(alert_log(alert(hours=3)))
    receipt = ledger.append_alert_log(alert_log(alert(hours=1, guessed_end=True)))
    assert (receipt.new, receipt.changed, receipt.known) == (0, 0, 1)
    assert kept(ledger) == [alert(hours=3)]


def test_an_end_that_is_known_replaces_a_guess(ledger: Ledger) -> None:
    ledger.append_alert_log(alert_log(alert(hours=1, guessed_end=True)))
    assert ledger.append_alert_log(alert_log(alert(hours=3))).changed == 1
    assert kept(ledger) == [alert(hours=3)]


def test_a_later_word_without_level_and_threats_does_not_take_them_away(ledger: Ledger) -> None:
    """The regional history of alerts.in.ua keeps neither, but the true end."""
    ledger.append_alert_log(alert_log(alert(hours=None, level=AlertLevel.RED, threats=("missiles",))))
    ledger.append_alert_log(alert_log(alert(hours=4)))
    assert kept(ledger) == [alert(hours=4, level=AlertLevel.RED, threats=("missiles",))]


def test_the_same_alert_of_another_source_is_another_word(ledger: Ledger) -> None:
    ledger.append_alert_log(alert_log(alert()))
    assert ledger.append_alert_log(alert_log(alert(source="volunteers"), feed="volunteers")).new == 1
    assert len(kept(ledger)) == 2


def test_alerts_are_found_by_period_and_place(ledger: Ledger) -> None:
    later = alert("UA-63", None, MORNING)
    ledger.append_alert_log(alert_log(alert(), later))
    assert kept(ledger, place="UA-63") == [later]
    assert kept(ledger, place="UA") == [alert(), later]
    assert kept(ledger, period=(NIGHT - timedelta(hours=5), NIGHT + timedelta(hours=1))) == [alert()]
    assert kept(ledger, period=(MORNING + timedelta(days=9), MORNING + timedelta(days=10))) == [later]


def test_what_a_retracted_log_said_is_gone_and_can_be_told_again(ledger: Ledger) -> None:
    """Also what it had told anew is as it was before."""
    ledger.append_alert_log(alert_log(alert(hours=None)))
    wrong = ledger.append_alert_log(alert_log(alert(hours=1), alert("UA-63")))
    ledger.retract(wrong.seq, EDITOR)
    assert kept(ledger) == [alert(hours=None)]
    assert ledger.alert_columns().heard == ledger.alert_columns().heard[:1]
    assert ledger.append_alert_log(alert_log(alert(hours=1), alert("UA-63"))).new == 1
    assert kept(ledger) == [alert(hours=1), alert("UA-63")]
    assert ledger.verify().whole


def test_what_is_heard_is_kept_even_where_nothing_is_reported(ledger: Ledger) -> None:
    """A quiet answer is an answer: it says for which time there was nothing."""
    quiet = Heard(place="UA", since=NIGHT, until=MORNING)
    ledger.append_alert_log(alert_log(heard=(quiet,)))
    (heard,) = ledger.alert_columns(AlertQuery(period=(NIGHT, MORNING))).heard
    assert (heard.source, heard.places) == ("sirens", frozenset({"UA"}))
    assert heard.until - heard.since == 15 * 3600 * 10**6
    (before,) = ledger.alert_columns(
        AlertQuery(period=(MORNING + timedelta(days=3), MORNING + timedelta(days=4)))
    ).heard
    assert before == heard


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE alert_chunks SET columns = zeroblob(24)", "alerts 0 to 0 of its log were changed"),
        ("UPDATE alert_chunks SET columns_hash = zeroblob(32)", "its alert log was changed"),
        ("DELETE FROM alert_chunks", "its alert log was changed"),
        ("DELETE FROM alert_logs", "its alert log is missing"),
        ("DELETE FROM alert_log_raws", "the bytes of its log are missing"),
        ("UPDATE alert_log_raws SET raw = X'00'", "the bytes of its log were changed"),
        ("UPDATE alert_logs SET natures = '[]'", "its alert log was changed"),
        ("UPDATE alert_logs SET heard = '[]'", "its alert log was changed"),
        ("DELETE FROM alert_replacements", "entry 2: its alert log was changed"),
    ],
)
def test_whatever_is_changed_in_a_log_is_found_and_named(
    ledger: Ledger, address: str, statement: str, words: str
) -> None:
    ledger.append_alert_log(alert_log(alert(hours=None)))
    ledger.append_alert_log(alert_log(alert(hours=2)))
    if not Database(address).is_sqlite:
        statement = statement.replace("X'00'", "'\\x00'::bytea").replace(
            "zeroblob(24)", "decode(repeat('00', 24), 'hex')"
        )
        statement = statement.replace("zeroblob(32)", "decode(repeat('00', 32), 'hex')")
    tampered(address, statement)
    found = [str(finding) for finding in ledger.verify().findings]
    assert any(words in line for line in found), found


def test_a_ledger_of_before_is_brought_up_to_date_and_stays_whole(address: str) -> None:
    """Its alerts were entries of their own; they are read and proven as before, and a log can tell them anew."""
    database = Database(address)
    if database.is_sqlite:
        use_wal(database)
    with database.write() as connection:
        upgrade(connection, "0001")
    single_alert(address, alert(hours=None))
    database.close()
    with Ledger.open(address) as ledger:
        assert kept(ledger) == [alert(hours=None)]
        assert ledger.verify().whole
        assert ledger.append_alert_log(alert_log(alert(hours=2))).changed == 1
        assert kept(ledger) == [alert(hours=2)]
        assert ledger.verify().whole
    with database.read() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0002"
    database.close()


PLACES = st.sampled_from(["UA-30", "UA-63", "UA-63.kharkiv-raion"])
ALERTS = st.builds(
    lambda place, minute, length: alert(place, length, NIGHT + timedelta(minutes=minute)),
    PLACES,
    st.integers(0, 20),
    st.one_of(st.none(), st.integers(0, 3)),
)


@settings(max_examples=40)
@given(logs=st.lists(st.lists(ALERTS, max_size=6), min_size=1, max_size=4))
def test_every_alert_of_every_log_is_in_force_or_told_better(
    tmp_path_factory: pytest.TempPathFactory, logs: list[list[AlertInterval]]
) -> None:
    """By source, place, kind and start: an alert stays, and is open only where no log knew its end."""
    path = tmp_path_factory.mktemp("logs") / "ledger.db"
    with Ledger.open(str(path), create=True) as ledger:
        for number, log in enumerate(logs):
            ledger.append_alert_log(alert_log(*log, raw=bytes([number])))
        found = kept(ledger)
        assert ledger.verify().whole
    told = [each for log in logs for each in log]
    assert {(each.place, each.start) for each in found} == {(each.place, each.start) for each in told}
    ended = {(each.place, each.start) for each in told if each.end is not None}
    last = {(each.place, each.start, each.end) for each in found}
    assert last <= {(each.place, each.start, each.end) for each in told}
    assert ended <= {(place, start) for place, start, end in last if end is not None}


def test_an_alert_cannot_end_before_it_starts() -> None:
    with pytest.raises(AlertError, match="before it starts"):
        AlertInterval(place="UA-30", start=MORNING, end=NIGHT, source="sirens")
    with pytest.raises(AlertError, match="no offset"):
        AlertInterval(place="UA-30", start=MORNING.replace(tzinfo=None), end=None, source="sirens")
    with pytest.raises(AlertError, match="place is empty"):
        AlertInterval(place="", start=MORNING, end=None, source="sirens")
    with pytest.raises(AlertError, match="before it begins"):
        Heard(place="UA", since=MORNING, until=NIGHT)


def test_a_table_gives_back_its_alerts() -> None:
    alerts = [alert(), alert("UA-63", None, MORNING, threats=("drones",))]
    table = AlertTable.of(alerts)
    assert list(table) == alerts
    assert len(table) == len(table.natures) == 2
