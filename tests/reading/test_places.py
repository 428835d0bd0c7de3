"""Where the reader places what it reads: one row for each way of saying where."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _places(text: str, source: str | None = None, title: str | None = None) -> list[tuple[str, str | None]]:
    document = Document(id="test", text=text, published=PUBLISHED, source=source, title=title)
    return [(claim.measure.value, claim.place) for claim in READER.read(document).claims]


CLAUSES: list[tuple[str, list[tuple[str, str | None]]]] = [
    # A place that opens its sentence is where all of it happened.
    ("In Lutsk, the mayor said, three people were killed.", [("killed", "UA-07.lutsk")]),
    # An apposition to it is not.
    ("In Bucha, north-west of the capital, two people were killed.", [("killed", "UA-32.bucha")]),
    # A part has its place, the whole has another.
    (
        "In the Sumy region 12 people were injured, most of them in Shostka.",
        [("injured", "UA-59")],
    ),
    (
        "Five people were killed in Nikopol; two were injured in Kharkiv.",
        [("killed", "UA-12.nikopol"), ("injured", "UA-63.kharkiv")],
    ),
    # What is sent at a country, or told by it, is not sent at the one spoken of before.
    (
        "In Brjansk starben zwei Menschen. Gegen die Ukraine setzte Russland 80 Drohnen ein.",
        [("killed", "RU-BRY.bryansk"), ("launched", "UA")],
    ),
    (
        "W Biełgorodzie zginęły dwie osoby. Rosja użyła przeciw Ukrainie 80 dronów.",
        [("killed", "RU-BEL.belgorod"), ("launched", "UA")],
    ),
    (
        "In Belgorod two people were killed. Ukraine reported an attack with 80 drones.",
        [("killed", "RU-BEL.belgorod"), ("launched", "UA")],
    ),
    # A country says whose embassy it is.
    ("W Kijowie uszkodzona została ambasada Kataru.", [("damaged", "UA-30")]),
    # Poland's own speak of Poland, also where they have no id.
    (
        "In Lwiw starben zwei Menschen. Das polnische Innenministerium meldete zwei beschädigte Häuser.",
        [("killed", "UA-46.lviv"), ("damaged", "PL")],
    ),
    (
        "We Lwowie zginęły dwie osoby. MSWiA podało, że uszkodzony został jeden samochód.",
        [("killed", "UA-46.lviv"), ("damaged", "PL")],
    ),
    ("Rumuński resort obrony: jeden dron wleciał w głąb kraju.", [("left_airspace", "RO")]),
    ("Zamknięte były lotniska w Warszawie i Modlinie.", [("disrupted", "PL")]),
    # The head of the region around a city speaks of the region.
    ("Im Umland von Kiew meldete Gouverneur Mykola Kalaschnyk zwei Tote.", [("killed", "UA-32")]),
    # Districts of one city, regions of one country.
    ("Three people were killed in the Holosiivskyi and Darnytskyi districts of Kyiv.", [("killed", "UA-30")]),
    ("У Сумській та Харківській областях загинули троє людей.", [("killed", "UA")]),
    # Words that mean a place spoken of before.
    (
        "A drone hit a school in Kherson. Two people were injured in the city.",
        [("hit", "UA-65.kherson"), ("injured", "UA-65.kherson")],
    ),
    ("Сирена лунала в Полтаві. По всій країні загинули дев'ятеро людей.", [("killed", "UA")]),
    ("Romania found fragments of drones in two places on its soil.", [("debris_locations", "RO")]),
    ("Six drones entered Polish airspace.", [("left_airspace", "PL")]),
    # A place behind the verb is of the whole again, whatever part stands before the verb.
    (
        "It was quiet in Sumy. Eight people — three of them children — were killed in Nikopol.",
        [("killed", "UA-12.nikopol"), ("killed", "UA-12.nikopol")],
    ),
    (
        "Nine people were killed (seven women and two men) in Kryvyi Rih.",
        [("killed", "UA-12.kryvyi-rih"), ("killed", "UA-12.kryvyi-rih"), ("killed", "UA-12.kryvyi-rih")],
    ),
    # The main target is not where all was sent.
    (
        "Russia sent 90 drones overnight, and Odesa took the brunt.",
        [("launched", "UA"), ("target", "UA-51.odesa")],
    ),
    # The next clause has its own thing and its own place.
    (
        "Fire gutted six cars in Odesa, and a school in Kharkiv caught fire.",
        [("destroyed", "UA-51.odesa"), ("fire", "UA-63.kharkiv")],
    ),
    # An end of a railway line is not "the city"; an office's region is not where it happened.
    (
        "It was calm in Dnipro. Train No. 9 from Odesa to Sumy stood there: eight passengers were hurt in the city.",
        [("injured", "UA-12.dnipro")],
    ),
    (
        "It was calm in Nikopol. Serhii Lysak, head of the region, said eight people were hurt.",
        [("injured", "UA-12.nikopol")],
    ),
    ("Ten people were hurt in the Kyiv area.", [("injured", "UA-32")]),
    # With an article the town's name is the river's.
    ("It was dark in Kyiv. No train crossed the Dnipro. Two people were killed.", [("killed", "UA-30")]),
    # A city is not its small namesake, wherever the text has just been.
    ("From Lviv to Odesa it was loud. In Mykolaiv two people were killed.", [("killed", "UA-48.mykolaiv")]),
    ("In the village of Pohreby, in the Brovary district, two people were killed.", [("killed", "UA-32.pohreby")]),
    # What was sent is of the country, whatever place stands in another clause.
    (
        "Half of Kyiv was dark after Russia fired 30 missiles.",
        [("launched", "UA")],
    ),
    # Districts by their adjectives, villages and Russian towns as other languages spell them.
    ("W Kijowie dwie osoby zginęły w dzielnicy darnyckiej.", [("killed", "UA-30.darnytskyi")]),
    ("W Charkowie spłonął sklep w dzielnicy nowobawarskiej.", [("destroyed", "UA-63.novobavarskyi")]),
    ("In Lapajiwka bei Lemberg starben drei Menschen.", [("killed", "UA-46.lapaivka")]),
    ("W Iżewsku zginęły dwie osoby.", [("killed", "RU-UD.izhevsk")]),
    ("In Rjasan wurden vier Menschen verletzt.", [("injured", "RU-RYA.ryazan")]),
    ("A drone fell in Kyiv. Two people were injured in Obolon.", [("injured", "UA-30.obolonskyi")]),
    # Districts are counted over their city, and so does its mayor count when another paragraph begins.
    (
        "Two people died in the Darnytskyi district of Kyiv. Damage was reported in four districts.",
        [("killed", "UA-30.darnytskyi"), ("affected", "UA-30")],
    ),
    (
        "Kyiv was attacked overnight. One person died in Darnytskyi district and two in Obolonskyi district.\n\n"
        "Mayor Vitali Klitschko said 14 people were injured.",
        [("killed", "UA-30.darnytskyi"), ("killed", "UA-30.obolonskyi"), ("injured", "UA-30")],
    ),
    (
        "Удар по Києву. У Печерському районі загинули двоє людей, у Подільському районі троє поранених.\n\n"
        "Віталій Кличко повідомив про 14 поранених.",
        [("killed", "UA-30.pecherskyi"), ("injured", "UA-30.podilskyi"), ("injured", "UA-30")],
    ),
    # A building that is known without its city.
    ("Ракета влучила в «Охматдит». Загинули двоє дорослих.", [("hit", "UA-30"), ("killed", "UA-30")]),
    ("Two missiles hit the DniproHES dam and a driver was killed.", [("hit", "UA-23.zaporizhzhia")]),
    # A village that no table has, in a language of other letters.
    (
        "In the Sumy region, three people were killed in the village of Pisochky.",
        [("killed", "UA-59.pisochky")],
    ),
    ("Im Gebiet Sumy starben zwei Menschen im Dorf Pisotschky.", [("killed", "UA-59.pisochky")]),
    ("W obwodzie sumskim, we wsi Pisoczky, zginęły dwie osoby.", [("killed", "UA-59.pisochky")]),
    # A village is one of the region spoken of, though the gazetteer knows its name elsewhere only.
    (
        "У Куп'янську двоє загиблих. У селі Грушівка загинув чоловік.",
        [("killed", "UA-63.kupiansk"), ("killed", "UA-63.hrushivka")],
    ),
    ("В Глушковском районе Курской области, в селе Волково, погибли двое.", [("killed", "RU-KRS.volkovo")]),
    (
        "В Фастове погиб мужчина, в Белой Церкви ранены двое.",
        [("injured", "UA-32.bila-tserkva"), ("killed", "UA-32.fastiv")],
    ),
    # Districts in one word with their noun, by their quarter, with Polish endings.
    ("In Charkiw starben im Industrialnyj-Bezirk zwei Menschen.", [("killed", "UA-63.industrialnyi")]),
    ("W obwodzie charkowskim, w rejonie czuhujewskim, zginęły dwie osoby.", [("killed", "UA-63.chuhuiv-raion")]),
    # "The city" is that of the mayor who speaks.
    (
        "In Poltava, four people were killed. Kharkiv Mayor Ihor Terekhov said six people were injured in the city.",
        [("killed", "UA-53.poltava"), ("injured", "UA-63.kharkiv")],
    ),
    (
        "Im Bezirk Nemyschlja in Charkiw starben zwei Menschen. "
        "Bürgermeister Ihor Terechow sprach von elf Verletzten in der Stadt.",
        [("killed", "UA-63.nemyshlianskyi"), ("injured", "UA-63.kharkiv")],
    ),
    (
        "W Charkowie zginęły trzy osoby. W obwodzie rannych zostało 15 osób, podał gubernator Ołeh Syniehubow.",
        [("killed", "UA-63.kharkiv"), ("injured", "UA-63")],
    ),
    # A total of what was told place by place is of all of them: of whoever counts.
    (
        "In Lutsk starben zwei Menschen, in Kowel wurden drei verletzt.\n\n"
        "Innenminister Ihor Klymenko sprach von insgesamt zwölf Toten.",
        [("killed", "UA-07.lutsk"), ("injured", "UA-07.kovel"), ("killed", "UA")],
    ),
    (
        "Two people were killed in Nikopol and one in Pavlohrad.\n\n"
        "In total, 14 people were injured, governor Vladyslav Haivanenko said.",
        [("killed", "UA-12.nikopol"), ("injured", "UA-12")],
    ),
    # "The country" is the one that the sentence is about.
    ("In Moldova, power was cut in the north of the country after a missile strike.", [("disrupted", "MD")]),
    # "Of" a town is in it: the next sentence goes on there, and the governor's count is of it.
    (
        "Am Tag nach dem Beschuss von Isjum wird weiter gesucht. Neun Tote meldete Gouverneur Oleh Synjehubow.",
        [("killed", "UA-63.izium")],
    ),
    # A story that begins abroad stays there.
    (
        "Poland shot down three drones in its own airspace.\n\nA roof of a house was damaged and two people were injured.",
        [("shot_down", "PL"), ("injured", "PL")],
    ),
    # A capital behind the verb of saying is a government too.
    ("Zginęło trzech żołnierzy, podaje Kijów. Rosja użyła 40 dronów.", [("killed", "UA"), ("launched", "UA")]),
]

LAUNCH_AREAS = [
    ("Russia launched 50 drones from Kursk and Orel.", [("launched", "UA")]),
    ("Уночі ворог атакував 50 ударними БпЛА типу Shahed (Міллерово, Курськ, Чауда – Крим).", [("launched", "UA")]),
    ("Уночі ворог випустив 4 ракети з акваторії Чорного моря.", [("launched", "UA")]),
]

POSTS = [
    # A label rules its line, the line below it nothing of it.
    (
        "oma-UA-12",
        "🔸 Нікопольський район. Загинув чоловік.\n🔸 Павлоград. Поранено двох людей.\n\nЗагалом поранено п'ятьох людей.",
        [("killed", "UA-12.nikopol-raion"), ("injured", "UA-12.pavlohrad"), ("injured", "UA-12")],
    ),
    # A post of a region that names one city is about that city.
    (
        "oma-UA-53",
        "Дрони влучили в Кременчук. Поранено двох людей, пошкоджено їхні будинки.",
        [("injured", "UA-53.kremenchuk")],
    ),
    # A national count is the country's, unless its own clause names a place.
    ("ua-air-force", "Збито 30 БпЛА, з них на Київщині 12.", [("shot_down", "UA"), ("shot_down", "UA-32")]),
    # Adjectives without their noun, at the head of a line and in it.
    (
        "kyiv-mayor",
        "У Печерському районі поранено двох людей. У Дарницькому загинули троє людей.",
        [("injured", "UA-30.pecherskyi"), ("killed", "UA-30.darnytskyi")],
    ),
    # What is told of "Russia" without "in" happened elsewhere.
    ("oma-UA-65", "Через агресію рф двоє людей загинули.", [("killed", "UA-65")]),
    # A village that no table has is one of the source's region, by its own name; a street is in the town before.
    (
        "gov-RU-KRS",
        "В деревне Дальняя Плотва Глушковского района погиб мужчина.",
        [("killed", "RU-KRS.dalnyaya-plotva")],
    ),
    (
        "gov-RU-BEL",
        "Шебекинский округ. По селу Вымышленка и городу Шебекино ударили 14 дронов. Ранен мужчина.",
        [("hit", "RU-BEL.shebekino-raion"), ("injured", "RU-BEL.shebekino-raion")],
    ),
    (
        "gov-RU-KDA",
        "Ночью обломки упали в Туапсе.\n\nНа улице Кирова повреждены три дома.",
        [("damaged", "RU-KDA.tuapse")],
    ),
    # Where the hurt were taken is not where it happened; a governor counts over the districts of his region.
    (
        "gov-RU-KRS",
        "В селе Вымышленка ранен водитель, его госпитализировали в Курск.",
        [("injured", "RU-KRS.vymyshlenka")],
    ),
    (
        "gov-RU-LEN",
        "Уничтожены 30 БПЛА: 12 — над Лужским районом, 9 — над Гатчинским районом.",
        [("shot_down", "RU-LEN"), ("shot_down", "RU-LEN.luga-raion"), ("shot_down", "RU-LEN.gatchina-raion")],
    ),
    ("oma-UA-63", "Удар по Изюму!\n\nНочью ранены двое.\n\nПовреждены три дома.", [("damaged", "UA-63.izium")]),
    ("mayor-belgorod", "Ранены двое мужчин.", [("injured", "RU-BEL.belgorod")]),
    # A region is no village of the same name that lies in what was spoken of.
    (
        "ru-mod",
        "Сбиты 9 БПЛА над Ростовской областью и шесть над Республикой Крым.",
        [("shot_down", "RU-ROS"), ("shot_down", "UA-43")],
    ),
    ("oma-UA-65", "🔻 Бериславський район, Тягинка. Розбито будинок.", [("damaged", "UA-65.tiahynka")]),
    # After a raion "the city" is its seat.
    ("oma-UA-12", "Павлоградський район. Під удар потрапив завод у самому місті.", [("damaged", "UA-12.pavlohrad")]),
    # A list of villages of which some are not known is of what they all lie in.
    (
        "gov-RU-BEL",
        "In the Belgorod district, 31 drones were used against the villages of Bessonovka, Lugovka and Oktyabrsky.",
        [("launched", "RU-BEL.belgorod-raion")],
    ),
    # The alert is that of the region, whatever else its paragraph tells.
    (
        "oma-UA-68",
        "У Старокостянтинові пошкоджено дах школи. Тривога тривала п'ять годин.",
        [("alert_duration", "UA-68")],
    ),
    # The police sum up the day over the region whose towns they told of.
    (
        "ua-police",
        "У Пологівському районі зруйновано 7 осель, у Василівському районі – дві.\n\nЗа добу вивезли родину з п'яти осіб.",
        [("evacuated", "UA-23")],
    ),
    # What was stopped is where it came down.
    (
        "ru-mod",
        "Два аппарата сбиты над Калужской областью. Ещё один подавлен комплексом РЭБ и упал в лесу близ Наро-Фоминска.",
        [("shot_down", "RU-KLU"), ("suppressed", "RU-MOS.naro-fominsk")],
    ),
    # A dash can give the launch area too.
    (
        "ua-air-force",
        "The enemy launched:\n• 5 Iskander-M/KN-23 – Rostov region;\n• 8 Kalibr – Black Sea.",
        [("launched", "UA"), ("launched", "UA")],
    ),
    # The ends of a line are no places hit.
    ("ua-railways", "Затримуються 12 поїздів, серед них № 45 Ужгород — Харків.", [("disrupted", "UA")]),
]

STORIES = [
    # A clinic that is turned to rubble is no place where somebody was taken.
    (
        "The missile turned a clinic in Kharkiv to rubble, killing four people. In Kherson a man died.",
        [("killed", "UA-63.kharkiv"), ("killed", "UA-65.kherson")],
    ),
    # A place behind another count's verb is that one's, where the clause at hand names its own.
    (
        "A man was killed in Hlukhiv and two people were hurt elsewhere in the region, the head of the Sumy region said.",
        [("killed", "UA-59.hlukhiv"), ("injured", "UA-59")],
    ),
    (
        "The army said a bomb hit a house in the village of Kivsharivka, Kupiansk district of the Kharkiv region.",
        [("hit", "UA-63.kivsharivka")],
    ),
    (
        "In Dovha Lypa, a village in the Lviv region, a missile hit a farm and five people died.",
        [("hit", "UA-46.dovha-lypa"), ("killed", "UA-46.dovha-lypa")],
    ),
    (
        "In Voskresensk, outside Moscow, a woman was killed by a drone, the governor said.",
        [("killed", "RU-MOS.voskresensk")],
    ),
    # The place of a dateline is home, the capital's only where one writes.
    ("SUMY, Ukraine, July 4 (Wire) - Two people were killed, officials said.", [("killed", "UA-59.sumy")]),
    ("KYIV, July 4 (Wire) - Russia launched 90 drones, the air force in Kyiv said.", [("launched", "UA")]),
    # A governor speaks of his region, also in a story of another.
    (
        "ODESA, July 4 (Wire) - A mall burned.\n\nTwo people were injured, Sumy governor Oleh Hryhorov said.",
        [("injured", "UA-59")],
    ),
]


AREAS: list[tuple[str, list[tuple[str, str | None]]]] = [
    # "The district", "the community" are the ones that the place spoken of lies in.
    (
        "In Marhanets, a man was killed. Five people were wounded in the district.",
        [("killed", "UA-12.marhanets"), ("injured", "UA-12.nikopol-raion")],
    ),
    (
        "У Краснопіллі на Сумщині поранено жінку. У громаді пошкоджено три будинки.",
        [("injured", "UA-59.krasnopillia"), ("damaged", "UA-59.krasnopillia-hromada")],
    ),
    # But not where a noun says which area is meant.
    ("Пожежа в районі вокзалу у Львові. Двоє поранених.", [("injured", "UA-46.lviv")]),
    # "The village of" names a village, known or not, in one word or two.
    ("In the Kyiv region, the village of Zazymia was hit. Two people died.", [("killed", "UA-32.zazymia")]),
    (
        "In the Kharkiv region, three people were killed in the village of Mala Topolia near Kupiansk.",
        [("killed", "UA-63.mala-topolia")],
    ),
    # A label can go from the region to the town.
    (
        "Sumy region, Bilopillia: a bus came under fire; a woman of 74 was hospitalised.",
        [("damaged", "UA-59.bilopillia"), ("hospitalised", "UA-59.bilopillia")],
    ),
]


WHOLES: list[tuple[str, list[tuple[str, str | None]]]] = [
    # What a mayor counts is of the city, though its only district was told of before.
    (
        "У Деснянському районі Києва загинули двоє.\n\nКличко повідомив про 14 поранених.",
        [("killed", "UA-30.desnianskyi"), ("injured", "UA-30")],
    ),
    # After two districts of it the city is spoken of.
    (
        "In Kharkiv's Saltivskyi district two people died, one died in the Kyivskyi district. Three cars burned out.",
        [("killed", "UA-63.saltivskyi"), ("killed", "UA-63.kyivskyi"), ("destroyed", "UA-63.kharkiv")],
    ),
    # A month is counted over the country, in a story of several towns.
    (
        "It was a hard month. In all, nine people died in Ukraine. Four died in Sumy. "
        "In Izmail, a warehouse burned.\n\nIn June, 190 civilians were killed.",
        [("killed", "UA"), ("killed", "UA-59.sumy"), ("fire", "UA-51.izmail"), ("killed", "UA")],
    ),
    # Who runs the grid speaks of all of it.
    (
        "Neun Menschen starben in der Ukraine. In Odesa fiel das Wasser aus. Ukrenerho meldete Schäden an zwei "
        "Umspannwerken. In Luzk brannte eine Schule.",
        [("disrupted", "UA-51.odesa"), ("damaged", "UA"), ("fire", "UA-07.lutsk")],
    ),
    # An example is one of what was named, the story stays with the whole.
    (
        "The army shelled 20 villages of the Kherson region, including Antonivka. Two people were killed.",
        [("killed", "UA-65")],
    ),
    # Counted town by town, a region is what the next sentence is of.
    (
        "В Киеве тихо. В Сумской области ранены трое: двое в Шостке, один в Глухове. Сгорел склад.",
        [("destroyed", "UA-59")],
    ),
    # Both ends of a line lie in the region where trains stand still.
    ("Рух поїздів на дільниці Конотоп – Ворожба призупинено.", [("disrupted", "UA-59")]),
    # Who sits in the city only says it.
    (
        "Two bombs fell on Kharkiv's Saltivskyi district, killing two and leaving six missing, officials in the city said.",
        [("killed", "UA-63.saltivskyi"), ("missing", "UA-63.saltivskyi")],
    ),
    # Who is looked for is under the rubble that was told of.
    (
        "KYIV (Wire) - Russia struck Kyiv.\n\nThree people died in the Desnianskyi district. He said 20 were wounded "
        "across the city.\n\nRescuers pulled five people out.",
        [("killed", "UA-30.desnianskyi"), ("injured", "UA-30"), ("rescued", "UA-30.desnianskyi")],
    ),
]
NEAR: list[tuple[str, list[tuple[str, str | None]]]] = [
    # An apposition says where the place before lies, and which of its namesakes it is.
    ("A family was killed, four people, in Lapaivka, a village outside Lviv.", [("killed", "UA-46.lapaivka")]),
    (
        "A bomb hit a shop in Donetsk region. In Pokrovske, a settlement in the Dnipropetrovsk region, two people died.",
        [("killed", "UA-12.pokrovske")],
    ),
    ("Two people died in the village of Zamostye in Russia's Belgorod region.", [("killed", "RU-BEL.zamostye")]),
    # The "on" of a verb is one for the village behind it.
    (
        "Kherson region. A woman was wounded when a drone dropped explosives on Antonivka at 07:40.",
        [("injured", "UA-65.antonivka")],
    ),
    # A site's name in quotation marks is no village.
    ("Ракета ударила по ТЭЦ «Луч» в Белгороде, ранены двое.", [("injured", "RU-BEL.belgorod")]),
    # What a story begins with is at its only place, however far that stands.
    ("Eine Tote und 28 Verletzte: Das ist die Bilanz eines Angriffs auf Poltawa.", [("killed", "UA-53.poltava")]),
    # A relative clause tells of one of those before it.
    (
        "У Києві загинули двоє – жінка й чоловік, тіло якого знайшли в Дарницькому районі.",
        [("killed", "UA-30")],
    ),
    # The region that opens a sentence is that of its first clause, not the town of the next.
    (
        "В Киевской области сгорел склад, ранена женщина, в Броварах скончался мужчина.",
        [("destroyed", "UA-32"), ("injured", "UA-32"), ("killed", "UA-32.brovary")],
    ),
    # Counted areas and a city are of what all of them lie in.
    ("Аварійні відключення діяли в дев'яти областях і столиці.", [("disrupted", "UA")]),
    # The city of a region is its seat.
    ("Найважче було на Сумщині. У самому місті поранено двох людей.", [("injured", "UA-59.sumy")]),
    # How a village of Ukraine is spelt cannot be told from Russian: then it is its region.
    (
        "В Купянске Харьковской области сгорел дом. В селе Кривобоковка погиб мужчина.",
        [("destroyed", "UA-63.kupiansk"), ("killed", "UA-63")],
    ),
    # Trams are those of the city.
    (
        "У Дарницькому районі Києва двоє поранених.\n\nМетро між станціями «Лісова» і «Дарниця» не курсує.",
        [("injured", "UA-30.darnytskyi"), ("disrupted", "UA-30")],
    ),
    # Regions that are only counted are the country.
    (
        "В Одессе темно. Обесточены свыше миллиона потребителей в пяти областях.",
        [("without_power", "UA")],
    ),
    # What is called Ukraine's was stopped over Russia.
    ("Odesa was quiet. The same night 102 Ukrainian drones were downed.", [("shot_down", "RU")]),
    # All that were sent at a city were stopped there.
    (
        "По Києву випущено десять балістичних ракет. Усі десять збито, повідомили Повітряні сили.",
        [("launched", "UA-30"), ("shot_down", "UA-30")],
    ),
    # What got through of a count over the country did so over the country.
    (
        "Four people died in Poltava. Russia sent 90 drones: 70 drones were shot down, but five missiles hit.",
        [("killed", "UA-53.poltava"), ("launched", "UA"), ("shot_down", "UA"), ("hit", "UA")],
    ),
    # The attacker in the possessive is no place, and a capital in it may be its government.
    ("Two power plants were damaged in Russia's sixth mass strike.", [("damaged", "UA")]),
    # Those who are counted do not speak.
    (
        "Kursk governor Alexander Khinshtein reported that 2,200 residents of the Rylsk district had lost power.",
        [("without_power", "RU-KRS.rylsk-raion")],
    ),
    # The governor beside a city's name is of the region.
    (
        "Nine people died in Ukraine.\n\nLviv governor Maksym Kozytskyi said two substations had been hit; half of the "
        "city had no power, the mayor said.",
        [("damaged", "UA-46")],
    ),
    # A governor sums up over his region, in a story of one of its cities too.
    (
        "Дніпро під ударом.\n\nУ Дніпрі поранено двох людей. У Павлограді горить завод.\n\n"
        "Підсумок ночі від голови ОВА Сергія Лисака: дев'ятеро поранених.",
        [("injured", "UA-12.dnipro"), ("injured", "UA-12")],
    ),
    ("У Кременчуці двоє поранених, у Шебекіному загинув чоловік.", [("injured", "UA-53.kremenchuk")]),
    # After a city an adjective is its district, not a village of that name elsewhere.
    (
        "В Киеве обломки нашли в двух районах, в Днепровском посекло грузовик.",
        [("affected", "UA-30"), ("damaged", "UA-30.dniprovskyi")],
    ),
    # The one place of the evacuated, also of a village.
    (
        "Odesa was quiet. In the Sumy region, the evacuation of 34 residents, including seven children, from Krasnopillia "
        "was completed.",
        [("evacuated", "UA-59.krasnopillia")],
    ),
    # A verb right before a place keeps it, whatever the colon brings.
    (
        "У Чернігові немає світла. Чаус повідомив про двох енергетиків, поранених у Прилуцькому районі: дрон наздогнав машину.",
        [("disrupted", "UA-74.chernihiv"), ("injured", "UA-74.pryluky-raion")],
    ),
    # What was stopped is what the paragraph has just sent.
    (
        "На Одесу запустили сорок «шахедів», кажуть у міськраді. Збили 31.",
        [("launched", "UA-51.odesa"), ("shot_down", "UA-51.odesa")],
    ),
    # A suburb is more exact than the city that its sentence opens with.
    (
        "In Kharkiv, a mail depot in the suburb of Korotych went up in flames; four workers were killed.",
        [("killed", "UA-63.korotych")],
    ),
    # A label in running prose ends where another place is named.
    (
        "Kharkiv: eight people were wounded. In Poltava a house burned. In all, 18 people were hurt.",
        [("injured", "UA-63.kharkiv"), ("fire", "UA-53.poltava"), ("injured", "UA")],
    ),
    # A capital on a line of its own is where, not who.
    ("4. Moscow. Three people were injured.", [("injured", "RU-MOW")]),
    # An entry of a blog is of no district that another entry was of.
    (
        "+++ 07:15 Charkiw: Tote +++\nZwei Menschen starben im Stadtbezirk Industrialnyj.\n\n"
        "+++ 06:20 Bahn +++\nDie Bahn Ukrsalisnyzja meldet Verspätungen bei 16 Zügen.\n\n+++ 05:00 Luzk +++",
        [("disrupted", "UA")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*CLAUSES, *LAUNCH_AREAS, *STORIES, *AREAS, *WHOLES, *NEAR])
def test_place(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Each claim stands where its words put it."""
    found = _places(text)
    assert [claim for claim in found if claim in expected] == expected, found


@pytest.mark.parametrize(("source", "text", "expected"), POSTS)
def test_post(source: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    """A post is about the place of its source, line by line what its labels say."""
    found = _places(text, source)
    assert [claim for claim in found if claim in expected] == expected, found
