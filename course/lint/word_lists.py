"""Words of English that rules on test questions go by; what belongs to the subject stands in `content/lint.yml`."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# NBME's absolute terms: a test-wise reader strikes options that hold one.
ABSOLUTES = (
    "always",
    "never",
    "all",
    "none",
    "every",
    "only",
    "must",
    "completely",
    "totally",
    "impossible",
    "guaranteed",
)
# Phrases in which such a word is no claim about everything.
NOT_ABSOLUTE = (
    r"\b(?:at|after|of) all\b|\ball (?:right|the same|along|of a sudden)\b"
    r"|\b(?:not|nearly|almost) (?:all|always|every|only)\b"
    r"|\bevery (?:now and then|so often|other)\b|\bonly (?:child|then)\b|\bnone the less\b"
)
HEDGES = ("usually", "may", "might", "often", "can", "could", "sometimes", "generally", "perhaps", "probably")
# "so that he can", "what she can": ability or purpose, not caution.
NOT_HEDGES = (
    r"\b(?:so|so that|what|how|who|whom|where|that) (?:\w+ )?(?:can|could|may|might)\b|\b(?:can|could)(?:not|'t)\b"
    r"|\b(?:can|could) (?:you|we|i|he|she|they)\b|\bas (?:\w+ )?(?:as )?(?:\w+ )?can\b"
)
FREQUENCIES = ("often", "sometimes", "usually", "frequently", "rarely", "seldom", "occasionally", "generally", "mostly")
NEGATIONS = ("not", "no", "never", "without", "neither", "nor", "none", "nothing", "nobody", "cannot", "except")
# What begins with "un" and negates nothing.
NOT_NEGATIVE = (
    "unanim", "uncle", "under", "uni", "unless", "until", "unto", "unlike", "uncanny",
)  # fmt: skip
NEGATIVE_STEM = ("not", "except", "least", "never", "false", "incorrect")
ANTONYMS = (
    ("more", "less"),
    ("more", "fewer"),
    ("most", "least"),
    ("higher", "lower"),
    ("high", "low"),
    ("increase", "decrease"),
    ("increases", "decreases"),
    ("raises", "lowers"),
    ("better", "worse"),
    ("before", "after"),
    ("always", "never"),
    ("true", "false"),
    ("right", "wrong"),
    ("with", "without"),
    ("can", "cannot"),
    ("can", "can't"),
    ("start", "stop"),
    ("starts", "stops"),
    ("helps", "harms"),
    ("open", "closed"),
    ("same", "different"),
    ("safe", "unsafe"),
    ("all", "none"),
    ("first", "last"),
    ("faster", "slower"),
    ("public", "private"),
)
JOKES = (
    "just kidding",
    "haha",
    "lol",
    "magic wand",
    "magically",
    "unicorn",
    "aliens",
    "teleport",
    "superpower",
    "who cares",
    "run away screaming",
    "crystal ball",
    "santa",
    "win the lottery",
    "zombie",
)
OPINION = (
    r"\bdo you (?:think|feel|believe|prefer)\b",
    r"\bin your (?:own )?(?:opinion|view)\b",
    r"\bwould you (?:prefer|rather)\b",
    r"\byour (?:favou?rite|personal view)\b",
    r"\bhow do you feel\b",
)
INSTRUCTIONS = (
    "choose", "pick", "match", "put", "place", "select", "drag", "order", "sort", "arrange", "rank", "true or false",
    "decide", "complete", "fill", "mark", "name", "write", "rewrite", "draft", "describe", "explain", "list", "answer",
    "give", "say", "turn", "change", "reply", "respond", "find", "compare", "identify", "label", "show", "use", "tell",
)  # fmt: skip
NUMBER_WORDS = {2: "two", 3: "three", 4: "four"}

# First words by which the grammatical form of an option is told; what is not here could be anything.
NOUN_PHRASE = _set(
    """
    a an the this that these those his her their my your our its he she they it we you i one someone somebody
    each some another both either two three four five people
    """
)
IMPERATIVE = _set(
    """
    tell ask call say let stay keep give thank offer listen promise send end wait leave take bring write go make
    help show invite explain suggest remind warn agree refuse lend share name reflect repeat check look find
    start stop change move walk drive meet hold try use set text put turn read point praise assure advise report
    refer link lead encourage avoid ignore choose decide speak talk step
    """
)
CLAUSE = _set(
    """
    because since although though if when while unless as so
    """
)
NOT_GERUNDS = _set(
    """
    nothing something everything anything during morning evening spring king ring string thing being bring sing
    swing cling sibling
    """
)
SINGULAR = _set(
    """
    a an one this that each every another
    """
)
PLURAL = _set(
    """
    two three four five six these those some many several both few
    """
)

STOP_WORDS = _set(
    """
    a about above after again against all also am an and another any are aren't around as at away back be became
    because been before being below best between both but by came can can't cannot come comes could couldn't did
    didn't do does doesn't doing don't done down during each either else even ever every few first for from
    further get gets give gives go goes going good got had hadn't has hasn't have haven't having he he'd he'll
    he's her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself
    just keep kind know last later less let let's like made make makes many may me might mine more most much
    must my myself need needs never new next no none nor not now of off often on once one only onto or other
    others ought our ours ourselves out over own part per put puts rather really right said same say says see
    she she'd she'll she's should shouldn't since so some someone something soon still such take takes tell
    tells than that that's the their theirs them themselves then there these they they'd they'll they're they've
    thing things think this those though three through till to today too took toward two under until up upon us
    use used very want wants was wasn't way we we'd we'll we're we've well were weren't what when where whether
    which while who whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're
    you've your yours yourself choose what's choice option statement answer true false reason four five people
    person asks asked ask day days week weeks month months year years time times
    """
)
# Words that are written with a capital, or begin sentences, and name nobody.
NOT_PEOPLE = _set(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december english spanish
    american christmas easter thanksgiving suppose imagine picture think consider
    """
)
