"""Flashcards as a widget; every review goes to the response log, and the log alone says what is due."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import traitlets

from course import decks, responses
from course.activities.pages import for_page
from course.activities.widget import DAMAGE, Saving, front_end, note, show_widget, why
from course.attempts import first_attempts, to_repeat
from course.faces import deck_html, deck_plain
from course.question_files import QuestionFileError, activity, course_data, learner, practice_items
from course.questions import Question
from course.responses import Record
from course.text import checked


class Flashcards(Saving):
    """The cards of one deck, one at a time: those that are due, then new ones.

    A card is a word with its meaning, or a practice question that was not right at first, or not sure; the questions
    join as they are answered.
    """

    _esm, _css = front_end("flashcards")

    cards: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)  # id -> front and back, or the item
    name = traitlets.Unicode().tag(sync=True)
    deck: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(
        self, log: Path, learner: str, name: str, words: dict[str, Any], questions: dict[str, Question], **traits: Any
    ) -> None:
        self._log, self._learner, self._words, self._questions = log, learner, words, questions
        # Made now, so that a damaged question is found before the widget is there.
        self._pages = {item: {"item": for_page(question, learner)} for item, question in questions.items()}
        super().__init__(store=str(log), name=name, **self._now(), **traits)

    def _receive(self, widget: object, message: dict[str, Any], buffers: object) -> None:
        if isinstance(message, dict) and message.get("type") == "look":
            self._show()
        else:
            super()._receive(widget, message, buffers)

    def keep(self, message: dict[str, Any]) -> str:
        """Log what was done with a card, or with each known card where all of them are taken back."""
        response = message["response"]
        card, act = response["card"], response["act"]
        if act not in decks.ACTS or (card not in self.cards and act != "back"):
            raise ValueError("it is no review")
        at = responses.now()
        for one in [card] if card in self.cards else self.deck["known"]:
            responses.append(self._log, Record(decks.item_of(one), [act], 1, at, self._learner))
        self._show()
        return at

    def _show(self) -> None:
        for name, value in self._now().items():  # the cards before the deck that names them
            setattr(self, name, value)

    def _now(self) -> dict[str, Any]:
        """The cards, and the deck as the page shows it; only the first of the queue says when it would come again."""
        records = [one for one in responses.read(self._log).records if one.learner == self._learner]
        repeated = to_repeat(self._questions, first_attempts(self._questions, records))
        cards = self._words | {item: self._pages[item] for item in repeated}
        now = datetime.now(UTC)
        deck = decks.deck_of(tuple(cards), records, now)
        shown: dict[str, Any] = deck._asdict() | {"queue": list(deck.queue), "known": list(deck.known)}
        shown["next_at"] = deck.next_at.isoformat() if deck.next_at else None
        shown["dues"] = {}
        if deck.queue:
            dues = decks.next_dues(deck.queue[0], records, now)
            # In seconds from now, so that the page needs no clock that agrees with ours.
            shown["dues"] = {rating: round((at - now).total_seconds()) for rating, at in dues.items()}
        return {"cards": cards, "deck": shown}


def flashcards(module: str) -> None:
    """Show the flashcards of a module when they are due: the words of its glossary, and questions to repeat."""
    try:
        course, language, found = activity(f"{module}-cards")
        cards = {
            card["id"]: {"front": checked(card["front"]), "back": checked(card["back"])} for card in found["cards"]
        }
        face = deck_html(found)
        log = course_data(course) / responses.FILE_NAME
        widget = _deck(log, module, cards, language)
    except (QuestionFileError, *DAMAGE) as fault:
        note(why(fault))
        return
    show_widget(widget, deck_plain(found), face)


def _deck(log: Path, module: str, words: dict[str, Any], language: str) -> Flashcards:
    """The deck; the words alone where the practice questions are damaged, which these say themselves."""
    try:
        questions = practice_items(module).value
        return Flashcards(log, learner(), module, words, questions, course_language=language)
    except (QuestionFileError, *DAMAGE):
        return Flashcards(log, learner(), module, words, {}, course_language=language)
