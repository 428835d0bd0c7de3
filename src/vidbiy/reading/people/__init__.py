"""People: those who are named and not counted, in lists, by age, by a pronoun."""
