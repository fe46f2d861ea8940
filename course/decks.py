"""Flashcards: which are due, worked out from the reviews in the response log by FSRS.

A review is a record like any other: the item is the card, the response is one act, as `["good"]`. Nothing else is
kept, so that the schedule can be worked out anew anywhere, and two tabs or machines agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from course.responses import Record

if TYPE_CHECKING:
    import fsrs

RATINGS = ("again", "hard", "good", "easy")
ACTS = (*RATINGS, "bury", "known", "back")
"""What a learner may do with a card: rate it, put it aside for today, put it away as known, and take it back."""

BURIED_FOR = timedelta(hours=16)  # the rest of a day, whichever hours somebody keeps
LEARN_AHEAD = timedelta(minutes=20)  # a card just missed comes again in the same sitting
LONGEST = 365  # days; a course is not for life


class Deck(NamedTuple):
    """How the cards of a deck stand at a moment; every card is counted once."""

    queue: tuple[str, ...]  # the cards to look at now, the most pressing first
    due: int  # seen before, and due again
    new: int  # never seen
    later: int  # not due yet
    buried: int
    known: tuple[str, ...]
    next_at: datetime | None  # when something is due again, where nothing is now


def item_of(card: str) -> str:
    """The name of a card in the response log."""
    return f"card-{card}"


def deck_of(cards: Sequence[str], records: Iterable[Record], now: datetime) -> Deck:
    """How cards stand by one learner's records, at a moment in UTC."""
    histories = _histories(cards, records)
    states = {card: _state(histories[card]) for card in cards}
    known = tuple(card for card in cards if states[card].is_known)
    asleep = [card for card in cards if card not in known and states[card].buried_until > now]
    awake = [card for card in cards if card not in known and card not in asleep]
    new = [card for card in awake if states[card].due is None]
    seen = sorted((states[card].due or now, card) for card in awake if card not in new)
    due = [card for at, card in seen if at <= now]
    later = [(at, card) for at, card in seen if at > now]
    soon = [card for at, card in later if at <= now + LEARN_AHEAD]
    waking = [states[card].buried_until for card in asleep]
    queue = tuple([*due, *new] or soon)
    following = min([*(at for at, _ in later), *waking], default=None)
    return Deck(queue, len(due), len(new), len(later), len(asleep), known, None if queue else following)


def next_dues(card: str, records: Iterable[Record], now: datetime) -> dict[str, datetime]:
    """When a card would be due again after each rating, if it were given now."""
    history = _histories([card], records)[card]
    return {rating: _due(_replayed([*history, (rating, now)])) for rating in RATINGS}


class _State(NamedTuple):
    due: datetime | None  # None for a card that was never rated
    is_known: bool
    buried_until: datetime


_History = list[tuple[str, datetime]]
_LONG_AGO = datetime.fromisoformat("1970-01-01T00:00:00Z")


def _histories(cards: Iterable[str], records: Iterable[Record]) -> dict[str, _History]:
    """What was done with each card and when, in the order of the log."""
    found: dict[str, _History] = {card: [] for card in cards}
    items = {item_of(card): card for card in found}
    for record in records:
        act = record.response[0] if isinstance(record.response, list) and len(record.response) == 1 else None
        if record.item in items and act in ACTS:
            try:
                at = datetime.fromisoformat(record.at)
            except ValueError:
                continue  # not written by us
            if at.tzinfo is not None:
                found[items[record.item]].append((act, at))
    return found


def _state(history: _History) -> _State:
    acts = [(act, at) for act, at in history if act in ("known", "back")]
    buried = [at + BURIED_FOR for act, at in history if act == "bury"]
    card = _replayed(history)
    due = card.due if card else None
    return _State(due, bool(acts) and acts[-1][0] == "known", max(buried, default=_LONG_AGO))


def _replayed(history: _History) -> fsrs.Card | None:
    """The card after all its ratings; None where it has none."""
    ratings = [(act, at) for act, at in history if act in RATINGS]
    if not ratings:
        return None
    import fsrs  # the first card that was ever rated is what brings it in

    # Without fuzz: the same log must give the same day everywhere.
    scheduler = fsrs.Scheduler(enable_fuzzing=False, maximum_interval=LONGEST)
    card = fsrs.Card(card_id=0, due=ratings[0][1])
    for act, at in ratings:
        card, _ = scheduler.review_card(card, fsrs.Rating(RATINGS.index(act) + 1), at)
    return card


def _due(card: fsrs.Card | None) -> datetime:
    if card is None:
        raise ValueError("a card that was never rated has no day")
    return card.due
