"""The rules by their ids: what each reads, in one line with an example. Every claim names the one that read it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["RULES", "title"]

RULES: Mapping[str, str] = MappingProxyType(
    {
        "count.announced": "how many weapons somebody only speaks of: “sprach von 93 Raketen”",
        "count.aimed": "weapons and their target, without a verb: “50 дронов на Одессу”",
        "count.by_command": "the count of a regional air command: “North – 64”, under what the report counts",
        "count.by_place": "a number and the place that it belongs to: “45 over the Kursk region”, “Сумщина — п'ять”",
        "count.continued": "weapons in a sentence without a verb go on with the one before it: “Також два «Калібри».”",
        "count.each_place": "one number for each of several places: “по два — над Орловской и Тульской областями”",
        "count.elided": "a number whose noun is left out, counted by its verb: “41 збито”, “seven were killed”",
        "count.figure": "a figure that is put anew: “the toll rose to 63”, “then it was seven”",
        "count.governed": "a number, what it counts and the verb that governs both: “shot down 12 drones”",
        "count.listed": "an item of a list that goes on without a verb: “… 339 БпЛА; 18 балістичних, 15 Х-101”",
        "count.headed": "an item under a heading that ends with a colon: “ЗНИЩЕНО: 4 ракети Х-59”",
        "count.heading": "a first line that only says how many weapons there were: “836 дронів за ніч”",
        "count.intrinsic": "a noun that is a measure by itself: “12 impacts”, “nine blazes”, “three launches”",
        "count.more": "what comes on top of a number just given: “and two more burned down”",
        "count.nth": "an ordinal for one more of the weapons counted before: “четыре сбиты, пятая отклонилась”",
        "count.part": "a part of what was just counted, by its verb: “… injured, among them two children”",
        "count.pointed_at": "a number alone that the next sentence points at: “Nineteen. That is how many are in hospital”",
        "count.reported": "figures without a verb from one who counts weapons: “Air Force: 389 drones, two Kh-31P”",
        "count.sent": "weapons of which the next number says how many were stopped: “«Кинджали»: три, один збитий”",
        "count.striking": "weapons by the damage that they did: “дві ракети зруйнували гуртожиток”",
        "count.targets": "aerial targets counted without a verb were sent: “215 засобів нападу: 70 ракет”",
        "count.total": "a total behind the list that adds up to it: “Х-101 (77), «Калібр» (28) — разом 105”",
        "count.unnamed": "a number without a noun before the text that says what it counts: “43 збито, 12 зникли”",
        "count.whole": "the whole of which a part was stopped: “34 of the 36 drones”",
        "fire.growth": "a fire of grass or wood: “загорелась сухая трава”",
        "fire.same_place": "a fire at what the sentence named before: “удар по предприятию, возник пожар”",
        "people.also": "somebody hurt who is in hospital too: “поранений чоловік у лікарні”",
        "people.listed": "people named one by one who met the same: “a nurse and a driver were killed”",
        "people.pair": "people whose name says how many they are: “супруги погибли”, “мужчины 48 и 52 лет”",
        "people.present": "one victim who is said to be there: “є поранений”",
        "people.pronoun": "a pronoun for those who were just hurt: “they are in hospital”",
        "service.disrupted": "a service that does not run as it should: “no water”, “trains are delayed”",
        "service.power_cut": "power that is out, without a count of whom it hit: “є знеструмлення”",
        "single.length": "how long an alert or an attack lasted, in one word: “the six-hour alert”",
        "single.listed": "an item that names one weapon under “Destroyed:”: “— штурмовик Су-25”",
        "single.person": "one person without a number: “a woman was injured”",
        "single.strike": "one weapon by the noun for its strike: “влучання ракети в будинок”",
        "single.thing": "one thing without a number: “a kindergarten was gutted”",
        "single.weapon": "one weapon without a number: “a drone hit a block of flats”",
        "statement.framed": "what a head of state says of the attack without a figure: “the Kremlin reiterated …”",
        "target.named": "the main target: “the main target was Kyiv”",
        "zero.people": "nobody came to harm, which is a figure: “no one was hurt”",
    }
)


def title(rule: str) -> str:
    """Return what the rule of that id reads."""
    return RULES.get(rule, rule)
