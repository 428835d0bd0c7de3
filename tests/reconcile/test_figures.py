"""Figures: who counts, what is superseded, what contradicts. All reports are made up."""

from __future__ import annotations

from typing import Any

from tests.reconcile.telling import Telling, hour, said, weapons

from vidbiy.model import Figure, Modality, Reason, Standing, Status


def figure(telling: Telling, measure: str, subject: str = "person", place: str = "UA-30") -> Figure:
    found = telling.record().figure(measure, subject, place)
    assert found is not None
    return found


def standing(of: Figure, ref: str) -> tuple[Standing, Reason | None]:
    return next((item.standing, item.reason) for item in of.evidence if item.ref == ref)


def test_the_primary_source_settles_a_figure_alone() -> None:
    """The mayor counts the injured of the city; one origin, and settled."""
    told = Telling()
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"))
    found = figure(told, "injured")
    assert (found.low, found.high, found.status, found.origins) == (23, 23, Status.SETTLED, ("kyiv-mayor",))


def test_a_story_alone_is_single() -> None:
    told = Telling()
    told.report("media", said("injured", 23))
    assert figure(told, "injured").status is Status.SINGLE


def test_ten_stories_that_quote_one_speaker_are_one_origin() -> None:
    told = Telling()
    for number in range(10):
        told.report("media", weapons("launched", 539, speaker="ua-air-force"), id=f"story-{number}")
    found = figure(told, "launched", "weapon.drone", "UA")
    assert found.origins == ("ua-air-force",)
    assert len(found.evidence) == 10


def test_an_unattributed_figure_that_an_office_gave_before_is_no_origin_of_its_own() -> None:
    told = Telling()
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"), at="09:20")
    told.report("media", said("injured", 23), at="10:00")
    found = figure(told, "injured")
    assert found.origins == ("kyiv-mayor",)
    assert standing(found, "20.0") == (Standing.REPEATS, Reason.SAME_FIGURE)


def test_an_unattributed_figure_before_any_office_is_an_origin() -> None:
    told = Telling()
    told.report("media", said("injured", 23), at="06:00")
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"), at="09:20")
    assert len(figure(told, "injured").origins) == 2


def test_a_rising_toll_is_superseded_and_its_history_kept() -> None:
    """3, then 12, then 23: the last counts, and one sees when it was what."""
    told = Telling()
    early = (
        said("injured", 3, speaker="kyiv-mayor", **hour("01:00", "02:20")),
        said("injured", 12, speaker="kyiv-mayor", **hour("03:00", "04:40")),
    )
    told.report("kyiv-mayor", *early, at="04:50")
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"), at="09:20")
    found = figure(told, "injured")
    assert [(f"{stage.known_at:%H:%M}", stage.low) for stage in found.history] == [
        ("02:20", 3),
        ("04:40", 12),
        ("09:20", 23),
    ]
    assert standing(found, "10.1") == (Standing.SUPERSEDED, Reason.LATER_COUNT)


def test_a_stale_quote_does_not_bring_an_older_count_back() -> None:
    told = Telling()
    told.report("kyiv-mayor", said("injured", 12, speaker="kyiv-mayor"), at="05:00")
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"), at="09:20")
    told.report("media", said("injured", 12, speaker="kyiv-mayor"), at="11:00")
    found = figure(told, "injured")
    assert found.low == 23
    assert standing(found, "30.0") == (Standing.SUPERSEDED, Reason.OLDER_COUNT)


def test_what_the_mayor_told_an_agency_later_is_the_newer_count() -> None:
    told = Telling()
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"), at="09:20")
    told.report("media", said("injured", 26, speaker="kyiv-mayor"), at="13:00")
    found = figure(told, "injured")
    assert (found.low, found.status) == (26, Status.SETTLED)
    assert [stage.low for stage in found.history] == [23, 26]


def test_a_bound_and_a_count_that_agree_are_intersected() -> None:
    """ "At least 19", later "23": 23."""
    told = Telling()
    told.report("ua-ses", said("injured", 19, high=None, speaker="ua-ses"), at="07:00")
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"), at="09:20")
    found = figure(told, "injured")
    assert (found.low, found.high, len(found.origins)) == (23, 23, 2)


def test_about_sixty_agrees_with_58_and_narrows_nothing() -> None:
    told = Telling()
    told.report("media", weapons("launched", 60, approx=True), at="07:00")
    told.report("ua-air-force", weapons("launched", 58, speaker="ua-air-force"))
    found = figure(told, "launched", "weapon.drone", "UA")
    assert (found.low, found.high, found.approx, found.status) == (58, 58, False, Status.SETTLED)


def test_a_misquote_is_set_aside_where_the_speakers_own_report_is_there() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("launched", 539, speaker="ua-air-force"))
    told.report("media", weapons("launched", 550, speaker="ua-air-force"), at="14:00")
    found = figure(told, "launched", "weapon.drone", "UA")
    assert (found.low, found.status) == (539, Status.SETTLED)
    assert standing(found, "20.0") == (Standing.SET_ASIDE, Reason.MISQUOTED)


def test_without_the_speakers_own_report_contradicting_quotes_are_a_dispute() -> None:
    told = Telling()
    for number in range(3):
        told.report("media", weapons("launched", 539, speaker="ua-air-force"), id=f"a{number}")
    told.report("media", weapons("launched", 550, speaker="ua-air-force"), id="b")
    found = figure(told, "launched", "weapon.drone", "UA")
    assert (found.low, found.status) == (539, Status.DISPUTED)


def test_two_primary_sources_that_differ_are_a_dispute_and_nothing_is_averaged() -> None:
    told = Telling()
    told.report("kyiv-mayor", said("killed", 4, speaker="kyiv-mayor"), at="09:00")
    told.report("kyiv-military-admin", said("killed", 6, speaker="kyiv-military-admin"), at="08:00")
    found = figure(told, "killed")
    assert found.status is Status.DISPUTED
    assert {item.claim.low for item in found.evidence} == {4, 6}
    assert found.low in {4, 6}


def test_the_city_outranks_a_ministry_abroad() -> None:
    told = Telling()
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"))
    told.report("ru-mod", said("injured", 90, speaker="ru-mod"), at="10:00")
    found = figure(told, "injured")
    assert (found.low, found.status) == (23, Status.SETTLED)
    assert standing(found, "20.0") == (Standing.SET_ASIDE, Reason.OUTRANKED)


def test_a_regional_commands_count_is_no_count_of_the_country() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("shot_down", 268, speaker="ua-air-force"))
    told.report(
        "ua-air-force",
        weapons("shot_down", 12, speaker="ua-air-force"),
        at="11:00",
        text="Air Command South: shot_down 12 weapon.drone in its zone.",
    )
    found = figure(told, "shot_down", "weapon.drone", "UA")
    assert (found.low, found.status) == (268, Status.SETTLED)
    assert standing(found, "20.0") == (Standing.SET_ASIDE, Reason.PARTIAL)


def test_counts_of_places_that_no_table_has_are_not_held_against_each_other() -> None:
    """Seventeen over one sea, eleven over another, nine somewhere: none is a newer, an older or a wrong count of another."""
    told = Telling()
    mod: dict[str, Any] = {"speaker": "ru-mod", "place": None}
    told.report(
        "ru-mod",
        weapons("intercepted", 17, quote="17 over one sea", **mod),
        weapons("intercepted", 11, quote="11 over another", **mod),
    )
    told.report("media", weapons("intercepted", 17, quote="17 over the sea", **mod))
    told.report("media", weapons("intercepted", 9, place=None))
    found = told.record().figure("intercepted", "weapon.drone", "")
    assert found is not None
    assert (found.low, found.high, found.origins, found.history[0].low) == (17, None, ("ru-mod",), 17)
    assert [(item.claim.low, item.reason) for item in found.evidence] == [
        (17, None),
        (17, Reason.SAME_SPEAKER),
        (11, Reason.PLACE_UNKNOWN),
        (9, Reason.PLACE_UNKNOWN),
    ]


def test_what_is_denied_or_expected_makes_no_figure() -> None:
    told = Telling()
    told.report("kyiv-mayor", said("killed", 5, speaker="kyiv-mayor", modality=Modality.DENIED))
    found = figure(told, "killed")
    assert (found.low, found.high, found.origins, found.status) == (0, None, (), Status.DISPUTED)
    assert standing(found, "10.0") == (Standing.SET_ASIDE, Reason.DENIED)


def test_zero_is_a_count() -> None:
    told = Telling()
    told.report("kyiv-mayor", said("killed", 0, speaker="kyiv-mayor"))
    found = figure(told, "killed")
    assert (found.low, found.high) == (0, 0)


def test_a_post_taken_over_word_for_word_is_still_its_authors() -> None:
    """A copy that came out before the post as it is stored does not make two origins of one."""
    told = Telling()
    words = "Kyiv this morning: injured 23 person, the clinics are open and the buses run again from seven."
    told.report("media", said("injured", 23), at="08:00", text=words)
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"), at="09:00", text=words)
    assert figure(told, "injured").origins == ("kyiv-mayor",)


def test_weapons_still_in_the_air_are_overtaken_by_the_report_of_the_attack() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("in_air", 40, speaker="ua-air-force"), at="06:00")
    told.report("ua-air-force", weapons("launched", 539, speaker="ua-air-force"), at="09:00")
    assert figure(told, "in_air", "weapon.drone", "UA").status is Status.SUPERSEDED
