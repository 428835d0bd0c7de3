"""Russian forms of Ukrainian names by rule, and Ukrainian forms of Russian ones."""

from __future__ import annotations

import re
from functools import cache

from tools.places.curated import curated

__all__ = ["known_adjectives", "ru_adjective", "ru_adjectives", "ru_from_uk", "uk_from_ru"]

# So many letters a seat and its adjective have in common at least ("Путивль", "Путивльська").
_SHARED_STEM = 3
_RU_WORDS = {
    "нова": "новая", "новий": "новый", "нове": "новое", "нові": "новые",
    "стара": "старая", "старий": "старый", "старе": "старое", "старі": "старые",
    "велика": "большая", "великий": "большой", "велике": "большое", "великі": "большие",
    "мала": "малая", "малий": "малый", "мале": "малое", "малі": "малые",
    "верхня": "верхняя", "верхній": "верхний", "верхнє": "верхнее",
    "нижня": "нижняя", "нижній": "нижний", "нижнє": "нижнее",
    "біла": "белая", "білий": "белый", "біле": "белое", "червона": "красная", "червоне": "красное",
    "червоний": "красный", "перша": "первая", "перше": "первое", "друга": "вторая", "друге": "второе",
    "гора": "гора", "яр": "яр", "ріг": "рог", "поле": "поле", "балка": "балка", "криниця": "криница",
    "суха": "сухая", "зелена": "зелёная", "весела": "весёлая", "красна": "красная", "довга": "долгая",
    "вільне": "вольное", "мирне": "мирное", "веселе": "весёлое", "нива": "нива", "слобода": "слобода",
    "дніпровський": "днепровский", "дніпровська": "днепровская", "залізничний": "железнодорожный",
    "печерський": "печерский", "подільський": "подольский", "лівобережний": "левобережный",
    "південний": "южный", "зарічний": "заречный", "придніпровський": "приднепровский",
    "амур-нижньодніпровський": "амур-нижнеднепровский", "новокодацький": "новокодакский",
    "центрально-міський": "центрально-городской", "фортечний": "крепостной", "гірницький": "горняцкий",
    "червоногвардійський": "красногвардейский", "довгинцівський": "долгинцевский",
    "слобідський": "слободской", "холодногірський": "холодногорский", "основ'янський": "основянский",
    "корабельний": "корабельный", "заводський": "заводской", "голосіївський": "голосеевский",
    "солом'янський": "соломенский", "святошинський": "святошинский", "деснянський": "деснянский",
    "галицький": "галицкий", "сихівський": "сыховский", "личаківський": "лычаковский",
    "кам'янський": "каменский", "криворізький": "криворожский", "індустріальний": "индустриальный",
    "металургійний": "металлургический", "саксаганський": "саксаганский", "білоцерківський": "белоцерковский",
    "запорізький": "запорожский", "запорізька": "запорожская",
    "харківський": "харьковский", "харківська": "харьковская",
    "північна": "северная", "північний": "северный", "південна": "южная",
}  # fmt: skip
_RU_PARTS = tuple(
    pair.split("=")
    for pair in (  # noqa: SIM905 (pairs in one text read better)
        "іївськ=еевск|їївськ=еевск|іївка=еевка|ївка=евка|ївськ=евск|івськ=овск|ійськ=ейск|"
        "цівка=цовка|жівка=жевка|чівка=чевка|шівка=шевка|щівка=щевка|івка=овка|"
        "шиїв=шиев|іїв$=еев|їв$=ев|ців$=цов|жів$=жев|чів$=чев|шів$=шев|щів$=щев|ів$=ов|"
        "ський$=ский|цький$=цкий|зький$=зский|ська$=ская|цька$=цкая|зька$=зская|ське$=ское|цьке$=цкое|зьке$=зское|"
        "ськ=ск|цьк=цк|зьк=зк|ець$=ец|ці$=цы|ове$=ово|еве$=ево|єве$=ево|ине$=ино|їне$=ино|іне$=ино|"
        "чне$=чное|вне$=вное|ьне$=ьное|сне$=сное|тне$=тное|рне$=рное|дне$=дное|жне$=жное|ний$=ный|"
        "пілля=полье|піль=поль|лля$=лье|ння$=нье|ття$=тье|сся$=сье|ззя$=зье|ддя$=дье|жжя$=жье|ччя$=чье|"
        "^дніпр=днепр|дністр=днестр|хутір=хутор|рожков=рожков|"
        "^олександр=александр|^олексі=алексе|^олекс=алекс|^микол=никол|^андрі=андре|^семен=семён|^вовч=волч|"
        "^червон=красн|^біл=бел|^вільн=вольн|^кам'ян=камен|^піщан=песчан|^ліс=лес|^піс=пес|^тим=тим|^від=от|"
        "дарниц=дарн<ц|катерин=катер<н|микит=м<к<т|калин=кал<н|малин=мал<н|долин=дол<н|галин=гал<н|иц=<ц|ник=н<к|ич=<ч|"
        "костянтин=констант<н|валентин=валент<н|мир=м<р|нив=н<в|^михайл=михайл|"
        "^григор=григор|^василь=василь|^ново=ново|^велико=вел<ко|^нижньо=н<жне|^верхньо=верхне"
    ).split("|")
)


@cache
def known_adjectives() -> dict[str, str]:
    """The Russian adjectives that no rule gives, by the Ukrainian ones, in both genders."""
    table = {uk.lower(): ru.lower() for uk, ru in curated()["ru_adjectives"]}
    return table | {uk[:-2] + "а": ru[:-2] + "ая" for uk, ru in table.items()}


def ru_from_uk(name: str) -> str:
    """A Russian form of a Ukrainian name, by rule."""

    def word(text: str) -> str:
        if text in _RU_WORDS:
            return _RU_WORDS[text]
        for old, new in _RU_PARTS:
            pattern = old.replace("^", r"\b")
            text = re.sub(pattern, new, text)
        text = text.replace("ськ", "ск").replace("цьк", "цк")
        text = re.sub(r"(?<=[гкхжчшщ])и", "<", text).replace("и", "ы").replace("<", "и")
        text = text.translate(str.maketrans("іїєґ", "ииег"))
        text = re.sub(r"(?<=[пвмб])'(?=я)", "", text).replace("'", "ъ")
        return re.sub(r"ый$", "ый", text)

    def token(text: str) -> str:
        known = _RU_WORDS.get(text) or known_adjectives().get(text)
        return known or "-".join(word(part) for part in text.split("-"))

    return " ".join(_like(part, token(part.lower())) for part in name.split(" "))


def _like(model: str, text: str) -> str:
    if "-" in model and model.count("-") == text.count("-"):
        return "-".join(_like(left, right) for left, right in zip(model.split("-"), text.split("-"), strict=True))
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


_UK_FROM_RU = (
    ("ский$", "ський"), ("цкий$", "цький"), ("ская$", "ська"), ("цкая$", "цька"), ("ское$", "ське"), ("цкое$", "цьке"),
    ("ск(?=$|-)", "ськ"), ("цк(?=$|-)", "цьк"), ("ая$", "а"), ("яя$", "я"), ("ое$", "е"), ("ее$", "є"), ("ый$", "ий"),
    ("ы", "*"), (r"(?<=[жчшщцкгх])и", "*"), ("и(?=й$)", "*"), (r"\bи", "і"), ("и", "і"), (r"\*", "и"), ("э", "е"),
    (r"\bё", "йо"), ("ё", "ьо"), ("ъ", "'"), (r"(?<=[аеиіоуюя])е", "є"), (r"\bе", "є"),
)  # fmt: skip


def uk_from_ru(name: str) -> str:
    """A Ukrainian form of a Russian name, by rule."""

    def token(text: str) -> str:
        for old, new in _UK_FROM_RU:
            text = re.sub(old, new, text)
        return text

    return " ".join(_like(part, token(part.lower())) for part in name.split(" "))


def ru_adjective(adjective: str, seat: str, ru_seat: str) -> str:
    """The Russian adjective, by rule, with the stem that the seat really has in Russian."""
    made, ruled = re.sub(r"(?<=к)а$", "ая", ru_from_uk(adjective)), ru_from_uk(seat)
    if adjective.lower() in known_adjectives() or adjective.lower() in _RU_WORDS:
        return made
    shared = 0
    while shared < min(len(ruled), len(ru_seat)) and ruled[-1 - shared] == ru_seat[-1 - shared]:
        shared += 1
    old, new = ruled[: len(ruled) - shared], ru_seat[: len(ru_seat) - shared]
    if shared and old != new and made.startswith(old) and new[-1:] not in tuple("аеиоуыэюяё"):
        return new + made[len(old) :]
    return made


def ru_adjectives(adjective: str, seat: str, ru_seat: str) -> list[str]:
    """The Russian adjective by rule, and with the letters that the seat has in Russian: Путивльская, Ореховская."""
    made = [ru_adjective(adjective, seat, ru_seat)]
    shared = 0
    while shared < min(len(seat), len(adjective)) and seat[shared].lower() == adjective[shared].lower():
        shared += 1
    if len(seat) == len(ru_seat) and shared > _SHARED_STEM and len(made[0]) == len(adjective):
        made.append(ru_seat[:shared] + made[0][shared:])
    # No rule tells Тарутино from Выгода: "и" is either letter.
    made.append(made[0].replace("ы", "и"))
    return [name for name in dict.fromkeys(made) if name[-3:] == made[0][-3:]]
