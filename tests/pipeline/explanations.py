"""Which rationales feedback may give to a learner while the right answers are not told."""

from __future__ import annotations

from course.items import Item, Matching, Ordering, TrueFalseReason, options_of
from course.questions import Response


def explained(item: Item, response: Response | None) -> list[str]:
    """The rationales of what was chosen, in the author's order; of pairs and steps only where they were right."""
    rationales = {option.id: option.rationale for option in options_of(item)}
    chosen = list(response or ())
    match item:
        case Ordering():
            return [rationales[step] for step in item.key] if chosen == list(item.key) else []
        case Matching():
            given = response if isinstance(response, dict) else {}
            return [rationales[right] for prompt, right in item.key.items() if given.get(prompt) == right]
        case TrueFalseReason():
            tiers = ((item.options, chosen[:1]), (item.reasons, chosen[1:]))
            return [one.rationale for options, picked in tiers for one in options if one.id in picked]
        case _:
            return [text for one, text in rationales.items() if one in chosen]
