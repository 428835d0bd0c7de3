"""What the reader finds in German sentences, one row for each wording that a rule is for."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

Expected = tuple[str, str, int | None, int | None]

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _claims(text: str) -> list[Expected]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="de")
    return [(claim.measure.value, claim.subject, claim.low, claim.high) for claim in reading.claims]


SEPARABLE_VERBS: list[tuple[str, list[Expected]]] = [
    ("Am Abend schlug in Sumy eine Drohne ein.", [("hit", "weapon.drone", 1, 1)]),
    (
        "Die Armee setzte 40 Drohnen und drei Raketen ein.",
        [("launched", "weapon.drone", 40, 40), ("launched", "weapon.missile", 3, 3)],
    ),
    ("Die Flugabwehr schoss in der Nacht 17 Drohnen ab.", [("shot_down", "weapon.drone", 17, 17)]),
    (
        "In Dnipro kamen drei Menschen um, acht wurden verletzt.",
        [("killed", "person", 3, 3), ("injured", "person", 8, 8)],
    ),
    ("In Poltawa brannten vier Wohnhäuser aus.", [("destroyed", "site.residential", 4, 4)]),
    ("In Cherson fiel die Wasserversorgung aus.", [("disrupted", "service.water", 1, None)]),
]


@pytest.mark.parametrize(("text", "expected"), SEPARABLE_VERBS)
def test_a_verb_in_two_parts_is_one_action(text: str, expected: list[Expected]) -> None:
    """The particle at the end of the clause belongs to the verb, and "ein" is no number there."""
    assert _claims(text) == expected


VERBS_LAST: list[tuple[str, list[Expected]]] = [
    (
        "Man habe 30 Drohnen zerstört, 12 Drohnen seien vom Radar verschwunden.",
        [("shot_down", "weapon.drone", 30, 30), ("suppressed", "weapon.drone", 12, 12)],
    ),
    (
        "80 Drohnen wurden unschädlich gemacht, 25 trafen elf Orte.",
        [
            ("intercepted", "weapon.drone", 80, 80),
            ("hit", "weapon.drone", 25, 25),
            ("hit_locations", "area.location", 11, 11),
        ],
    ),
    (
        "43 Raketen seien abgefeuert worden, sagte der Sprecher: 20 Ch-101 und 23 Kalibr.",
        [
            ("launched", "weapon.missile", 43, 43),
            ("launched", "weapon.missile.cruise.kh101", 20, 20),
            ("launched", "weapon.missile.cruise.kalibr", 23, 23),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VERBS_LAST)
def test_a_participle_before_a_comma_counts_what_stands_before_it(text: str, expected: list[Expected]) -> None:
    """Where the verb comes last, what follows the comma has a verb of its own."""
    assert _claims(text) == expected


NOUNS: list[tuple[str, list[Expected]]] = [
    ("In einem Ausbildungslager starben zwölf Soldaten.", [("killed", "person.military", 12, 12)]),
    ("Eine Reederei vermisst nach dem Angriff zwei Seeleute.", [("missing", "person", 2, 2)]),
    ("Ein junger Tankstellenmitarbeiter wurde getötet.", [("killed", "person", 1, 1)]),
    ("Es wurden drei Angriffsdrohnen vom Typ Shahed abgeschossen.", [("shot_down", "weapon.drone.shahed", 3, 3)]),
    ("Zwei Lokomotiven wurden beschädigt.", [("damaged", "object.train", 2, 2)]),
    ("In Belgorod waren 5.400 Menschen ohne Strom.", [("without_power", "customer", 5400, 5400)]),
]


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_nouns_are_known_by_their_capital_and_their_last_part(text: str, expected: list[Expected]) -> None:
    """An unknown noun takes the article before it; a compound is what its last part says."""
    assert _claims(text) == expected


WITHOUT_A_VERB: list[tuple[str, list[Expected]]] = [
    (
        "Die Luftwaffe zählte 70 Drohnen und neun Raketen, von denen 66 beziehungsweise sieben neutralisiert wurden.",
        [
            ("launched", "weapon.drone", 70, 70),
            ("launched", "weapon.missile", 9, 9),
            ("intercepted", "weapon.drone", 66, 66),
            ("intercepted", "weapon.missile", 7, 7),
        ],
    ),
    (
        "Luftwaffe: 62 Drohnen, zwei Raketen.",
        [("launched", "weapon.drone", 62, 62), ("launched", "weapon.missile", 2, 2)],
    ),
    ("Es war eine schwere Nacht. Der Präsident sprach von 45 Raketen.", [("launched", "weapon.missile", 45, 45)]),
    (
        "Der Feind setzte 300 Drohnen und 20 Raketen ein. 281 und 15 wurden abgeschossen.",
        [
            ("launched", "weapon.drone", 300, 300),
            ("launched", "weapon.missile", 20, 20),
            ("shot_down", "weapon.drone", 281, 281),
            ("shot_down", "weapon.missile", 15, 15),
        ],
    ),
    (
        "In Kiew starben zwölf Menschen. Am Morgen hatte Klitschko noch von neun gesprochen.",
        [("killed", "person", 12, 12), ("killed", "person", 9, 9)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_A_VERB)
def test_figures_without_a_verb_of_their_own(text: str, expected: list[Expected]) -> None:
    """What a speaker only names was sent; a pair of numbers goes with the pair before; "spoke of nine" counts the same."""
    assert _claims(text) == expected


PEOPLE: list[tuple[str, list[Expected]]] = [
    ("In Wyschhorod starb ein 47-Jähriger.", [("killed", "person", 1, 1)]),
    ("Verletzt wurde eine Siebenjährige.", [("injured", "person.child", 1, 1)]),
    ("In Winnyzja starb ein sieben Jahre altes Mädchen.", [("killed", "person.child", 1, 1)]),
    ("In Sumy starb ein anderthalb Monate altes Mädchen.", [("killed", "person.child", 1, 1)]),
    ("In Luzk wurde die Leiche eines jungen Mannes geborgen.", [("killed", "person", 1, 1)]),
    ("Russische Behörden berichteten über drei Verletzte in Belgorod.", [("injured", "person", 3, 3)]),
    ("In Sumy starb ein Ehepaar.", [("killed", "person", 2, 2)]),
    ("25 Verschüttete konnten in Poltawa gerettet werden.", [("rescued", "person", 25, 25)]),
    ("In Kiew sei ein 62 Jahre alter US-Amerikaner gestorben.", [("killed", "person", 1, 1)]),
    ("Zwei 12 und 17 Jahre alte Mädchen wurden in Sumy verletzt.", [("injured", "person.child", 2, 2)]),
    (
        "In Sumy wurden vier Menschen verletzt, darunter ein Baby und ein vierjähriges Mädchen.",
        [("injured", "person", 4, 4), ("injured", "person.child", 2, 2)],
    ),
    (
        "In Sumy gab es 15 Verletzte. Zwei Kinder sind unter den Verletzten.",
        [("injured", "person", 15, 15), ("injured", "person.child", 2, 2)],
    ),
    (
        "31 Menschen wurden verletzt, fünf starben. Unter den Toten sind zwei Mädchen.",
        [("injured", "person", 31, 31), ("killed", "person", 5, 5), ("killed", "person.child", 2, 2)],
    ),
    (
        "Mindestens vier Menschen wurden getötet und mehr als 60 verletzt.",
        [("killed", "person", 4, None), ("injured", "person", 60, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_by_age_and_as_parts_of_those_counted(text: str, expected: list[Expected]) -> None:
    """An age can name a person; "among the dead" says what happened to the part."""
    assert _claims(text) == expected


STOPPED: list[tuple[str, list[Expected]]] = [
    (
        "In der Nacht wurden 70 Luftziele abgewehrt: 40 durch Feuermittel abgeschossen, 30 ortungsmäßig verloren.",
        [("intercepted", "weapon", 70, 70), ("shot_down", "weapon", 40, 40), ("suppressed", "weapon", 30, 30)],
    ),
    (
        "62 Ziele seien abgeschossen worden: 60 Drohnen und zwei Raketen.",
        [
            ("shot_down", "weapon", 62, 62),
            ("shot_down", "weapon.drone", 60, 60),
            ("shot_down", "weapon.missile", 2, 2),
        ],
    ),
    (
        "Sechs Raketen seien abgefangen, 70 Drohnen elektronisch gestört und 80 abgeschossen worden.",
        [
            ("intercepted", "weapon.missile", 6, 6),
            ("suppressed", "weapon.drone", 70, 70),
            ("shot_down", "weapon.drone", 80, 80),
        ],
    ),
    ("40 Drohnen flogen nach Angaben der Luftwaffe auf die Stadt zu.", [("launched", "weapon.drone", 40, 40)]),
    ("In der Nacht wurden acht Ziele getroffen.", [("hit_locations", "area.location", 8, 8)]),
    ("Hauptziel des Angriffs war in der Nacht die Stadt Luzk im Gebiet Wolhynien.", [("target", "area.target", 1, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), STOPPED)
def test_targets_are_weapons_where_they_are_stopped(text: str, expected: list[Expected]) -> None:
    """What is shot down is a weapon, what is struck a place; an item behind a colon has the verb at its own end."""
    assert _claims(text) == expected


THINGS: list[tuple[str, list[Expected]]] = [
    (
        "In Sumy war das Wasser weg, der Strom teilweise weg.",
        [("disrupted", "service.water", 1, None), ("disrupted", "service.power", 1, None)],
    ),
    ("Der Gouverneur schreibt von zwei beschädigten Tankstellen bei Butscha.", [("damaged", "site.commercial", 2, 2)]),
    ("In Sumy wurde das Dach eines Wohnhauses zerstört.", [("damaged", "site.residential", 1, 1)]),
    ("In Dnipro kam es zu einem Brand in einem Bürogebäude.", [("fire", "site.office", 1, 1)]),
    ("14 Züge sind betroffen.", [("disrupted", "object.train", 14, 14)]),
    ("Betroffen waren 21.000 Haushalte.", [("without_power", "customer", 21000, 21000)]),
    ("Wie viele Opfer es gibt, ist unklar.", []),
    ("Um elf brannten drei Lagerhallen.", [("fire", "site.warehouse", 3, 3)]),
]


@pytest.mark.parametrize(("text", "expected"), THINGS)
def test_things_that_burn_or_are_affected(text: str, expected: list[Expected]) -> None:
    """What burns is the claim, not the fire; trains and households that are affected stand still and have no power."""
    assert _claims(text) == expected


def test_the_point_of_an_ordinal_ends_no_sentence() -> None:
    """A month or a storey behind the point shows that the number is an ordinal."""
    assert _claims("Am 2. März starben in Odessa zwölf Menschen in einer Wohnung im 16. Stock.") == [
        ("killed", "person", 12, 12)
    ]


CLAUSES: list[tuple[str, list[Expected]]] = [
    (
        "Der Präsident sprach von 90 Raketen; 62 Ziele aus der Luft seien zerstört worden.",
        [("launched", "weapon.missile", 90, 90)],
    ),
    (
        "In Lwiw brannte ein Geschäft, zwei Straßenbahnen wurden beschädigt.",
        [("fire", "site.commercial", 1, 1), ("damaged", "object.vehicle", 2, 2)],
    ),
    ("Der Hafen wurde beschädigt.", [("damaged", "site.port", 1, 1)]),
    ("Vor dem Krankenhaus wurden zwei Autos beschädigt.", [("damaged", "object.vehicle", 2, 2)]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_what_stands_apart_is_not_counted_together(text: str, expected: list[Expected]) -> None:
    """A verb behind a semicolon has its own clause; what something stands in front of is not what was hit."""
    assert _claims(text) == expected


def test_a_figure_that_rises_is_what_the_figure_counts() -> None:
    """What stands between the figure and the number it rose to does not count it."""
    text = "Die Zahl der Toten nach einem Raketenangriff auf ein Wohnhaus ist auf zehn gestiegen."
    assert ("killed", "person", 10, 10) in _claims(text)
    assert not [claim for claim in _claims(text) if claim[0] == "launched"]


NOT_OF_THE_VERB: list[tuple[str, list[Expected]]] = [
    (
        "Von 38 eingesetzten Raketen seien 30 abgeschossen worden, teilte die Luftwaffe mit.",
        [("launched", "weapon.missile", 38, 38), ("shot_down", "weapon.missile", 30, 30)],
    ),
    (
        "Nach den Raketen vom Montag sind Dutzende Anlagen von Ukrenerho beschädigt.",
        [("damaged", "site.energy", 24, None)],
    ),
    (
        "Zwei Fahrer starben auf einem Parkplatz, fünf Lastwagen sind beschädigt.",
        [("killed", "person", 2, 2), ("damaged", "object.vehicle", 5, 5)],
    ),
    ("Zwei Raketen trafen ein Wohnviertel.", [("hit", "weapon.missile", 2, 2)]),
    ("Auf die Ukraine gingen 212 Drohnen nieder.", [("launched", "weapon.drone", 212, 212)]),
    (
        "Zwei Eisenbahner kamen ums Leben, sieben ihrer Kollegen wurden verletzt.",
        [("killed", "person.rail_worker", 2, 2), ("injured", "person.rail_worker", 7, 7)],
    ),
    (
        "In Kramatorsk zerstörte eine Rakete drei Häuser.",
        [("hit", "weapon.missile", 1, 1), ("destroyed", "site.residential", 3, 3)],
    ),
    ("Eine Drohne schlug nahe einem Lager ein.", [("hit", "weapon.drone", 1, 1)]),
    ("Trümmer in einem Hof, kein Feuer.", []),
    ("Das Gebäude wurde getroffen.", []),
    ("Angriff mit Shahed-136/131 aus südlicher Richtung.", []),
    ("Bürgermeister Vitali Klitschko (54): „Neun Menschen sind verletzt“.", [("injured", "person", 9, 9)]),
    ("Schwarze Nacht für Millionen: Russland griff mit 65 Drohnen an.", [("launched", "weapon.drone", 65, 65)]),
    # Who one of those counted is adds none; the type behind a number is what it counts; an age in a bracket is none.
    ("In Kiew wurden 35 Menschen verletzt, darunter eine Schwangere.", [("injured", "person", 35, 35)]),
    (
        "Russland setzte 35 Raketen ein, darunter sieben vom Typ Iskander-M.",
        [("launched", "weapon.missile", 35, 35), ("launched", "weapon.missile.ballistic.iskander_m", 7, 7)],
    ),
    ("Eine Frau (77) wurde tot aus den Trümmern gezogen.", [("killed", "person", 1, 1)]),
    (
        "Die Zahl der Toten lag am Abend bei 14, mehr als 60 Menschen waren verletzt.",
        [("killed", "person", 14, 14), ("injured", "person", 60, None)],
    ),
    (
        "In Cherson starben zwei Menschen. In Odessa tötete eine Gleitbombe eine Frau.",
        [("killed", "person", 2, 2), ("killed", "person", 1, 1)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOT_OF_THE_VERB)
def test_a_verb_that_has_its_own_count_is_not_taken_from_it(text: str, expected: list[Expected]) -> None:
    """A bare number before a count of people has not its verb; weapons that kill do not go on with a list."""
    assert _claims(text) == expected


PRESENT_TENSE: list[tuple[str, list[Expected]]] = [
    ("Drei Shahed-Drohnen krachen in den Stadtteil Saltiwka in Charkiw.", [("hit", "weapon.drone.shahed", 3, 3)]),
    ("Die Abwehr holt 48 Drohnen vom Himmel oder stört sie.", [("intercepted", "weapon.drone", 48, 48)]),
    ("Auf Odessa fallen zwei Bomben, in Sumy stürzen drei Drohnen auf ein Lager.", [("hit", "weapon.drone", 3, 3)]),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT_TENSE)
def test_the_present_tense_of_newspapers_tells_what_happened(text: str, expected: list[Expected]) -> None:
    """Tickers and tabloids tell in the present tense what is over."""
    assert [claim for claim in _claims(text) if claim in expected] == expected


WORDS: list[tuple[str, list[Expected]]] = [
    ("Ein Angriff traf Poltawa, Tausende Haushalte sind dunkel.", [("without_power", "customer", 2000, None)]),
    ("Die Stadt meldete Trümmerschäden an einer Stromleitung.", [("damaged", "site.energy", 1, 1)]),
    ("Getroffen wurde in Kiew ein Möbelhaus.", [("damaged", "site.commercial", 1, 1)]),
    ("In Sumy starb ein Monteur.", [("killed", "person", 1, 1)]),
    ("Ein Mann (61) erlag seinen Brandwunden, seine Frau blieb unversehrt.", [("killed", "person", 1, 1)]),
    ("Am selben Abend flogen in dieser Richtung 30 Drohnen.", [("launched", "weapon.drone", 30, 30)]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_for_harm_and_damage(text: str, expected: list[Expected]) -> None:
    """Wounds that somebody died of are no injury beside it; what flew "in that night" hit nothing by that."""
    assert _claims(text) == expected


OTHERS: list[tuple[str, list[Expected]]] = [
    ("Die Mutter und ihr Sohn starben, der Vater überlebte.", [("killed", "person", 2, 2)]),
    ("In Cherson sind 800 Haushalte ohne Strom, 350 ohne Gas.", [("without_power", "customer", 800, 800)]),
    (
        "Über Russland wurden 70 Drohnen abgefangen, zwölf davon im Anflug auf Moskau.",
        [("intercepted", "weapon.drone", 70, 70), ("intercepted", "weapon.drone", 12, 12)],
    ),
    (
        "Abgefangen wurden 70 Drohnen. Je neun entfielen auf die Regionen Tula und Kaluga.",
        [
            ("intercepted", "weapon.drone", 70, 70),
            ("intercepted", "weapon.drone", 9, 9),
            ("intercepted", "weapon.drone", 9, 9),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_what_is_said_of_some_only(text: str, expected: list[Expected]) -> None:
    """Survivors are no dead, homes without gas have power, and what was stopped on its way is no longer in the air."""
    assert _claims(text) == expected


LEFT_OUT: list[tuple[str, list[Expected]]] = [
    (
        "Eine Drohne traf ein Lager in Sumy, eine zweite wurde über der Stadt abgeschossen.",
        [("hit", "weapon.drone", 1, 1), ("shot_down", "weapon.drone", 1, 1), ("damaged", "site.warehouse", 1, 1)],
    ),
    ("Eine Frau starb, ihr Sohn gilt als vermisst.", [("killed", "person", 1, 1), ("missing", "person", 1, 1)]),
    (
        "In Lwiw starben fünf Menschen, in der ganzen Ukraine kamen an diesem Tag über 30 um.",
        [("killed", "person", 5, 5), ("killed", "person", 30, None)],
    ),
    (
        "Russland setzte 80 Drohnen und sechs Raketen ein. Zwölf der eingesetzten Drohnen waren Attrappen.",
        [("launched", "weapon.drone", 80, 80), ("launched", "weapon.missile", 6, 6)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_nouns_left_out_before_a_verb_at_the_end(text: str, expected: list[Expected]) -> None:
    """A number may have its noun left out where only the end of its verb follows; "of the drones sent" sends none again."""
    assert sorted(_claims(text), key=str) == sorted(expected, key=str)


FLIGHTS: list[tuple[str, list[Expected]]] = [
    (
        "In der Nacht flogen 90 Drohnen und fünf Raketen ein.",
        [("launched", "weapon.drone", 90, 90), ("launched", "weapon.missile", 5, 5)],
    ),
    ("Nach Polen flogen drei Drohnen ein.", [("left_airspace", "weapon.drone", 3, 3)]),
    ("In den Luftraum der Republik Moldau flogen zwei Drohnen ein.", [("left_airspace", "weapon.drone", 2, 2)]),
]


@pytest.mark.parametrize(("text", "expected"), FLIGHTS)
def test_what_flew_in_was_sent_unless_another_country_is_named(text: str, expected: list[Expected]) -> None:
    """The attack flew in to Ukraine; into another country, or an airspace that is named, it strayed."""
    assert _claims(text) == expected
