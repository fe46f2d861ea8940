"""What Python says to a learner, in English."""

WORDS = {
    # Why something is not on disk, and what to do.
    "full": "Your folder is full. Delete something you do not need, then choose Try again.",
    "closed": "The course may not write in this folder. Tell your instructor, and keep this page open.",
    "unwritten": "The answer could not be written ({fault}). Choose Try again, or tell your instructor.",
    "half-character": "This answer holds half a character, perhaps of an emoji. Take it out and try again.",
    "answer-too-long": "This answer is too long to save. Shorten it and try again.",
    "log-too-long": "Your answers file has grown too long. Tell your instructor, and keep this page open.",
    "unreadable-answer": "The course could not read this answer ({fault}). Reload the page and answer again.",
    "preferences-unwritten": "Your choice could not be kept ({fault}). Try again, or tell your instructor.",
    # Private reflections.
    "words-too-long": "This is too long to keep here. Shorten it and try again.",
    "words-half-character": "This holds half a character, perhaps of an emoji. Take it out and try again.",
    "words-elsewhere": (
        "You have written here in another window too. Copy what you need, then reload this page to see it."
    ),
    "words-unreadable": "The file of your words, {path}, can't be read ({fault}). It was left as it is.",
    "words-other": "The file of your words, {path}, holds something else. It was left as it is.",
    # Files that lie beside a notebook.
    "file-missing": (
        "The file '{path}' is missing beside this notebook. Open the original from the course, or fetch it again."
    ),
    "file-unreadable": "The file '{path}' can't be read ({fault}). Fetch the original again.",
    "file-other-version": "The file '{path}' belongs to another version of the course. Fetch it again.",
    "questions-damaged": "The file of questions beside this notebook is damaged. Fetch the original again.",
    "check-damaged": "The file of questions is damaged. Fetch the check again.",
    "check-lacks": "This check has no question '{name}'. Fetch the check again.",
    "lesson-lacks": "This lesson has no question '{name}'. Open the lesson afresh from the course.",
    "skipped": (
        "Part of your answers file could not be read and was left out ({lines}). "
        "Check that each question below still shows your answer; answer again where it does not."
    ),
    "skipped-line": "line {number}",
    "skipped-file": "the file as a whole",
    # While nbgrader validates.
    "not-answered": "Question {number} is not answered yet: {beginning}",
    "not-finished": "Question {number} is not finished, {chosen} chosen of {wanted}: {beginning}",
    # The course page.
    "course-missing": "There is no {file} in your folder of lessons. Stop your server and start it again.",
    "course-damaged": (
        "The file {file} in your folder of lessons is damaged. Delete it, then stop your server and start it again."
    ),
    # What is kept of a learner.
    "what-answers": "Answers to practice questions, how sure you were, ways through role-plays, reviews of flashcards",
    "what-exams": "Practice exams: your answers, the questions you flagged, and the clock",
    "what-reading": "Which sections of the lessons you have read",
    "what-reflections": "What you wrote in private reflections, and which you skipped",
    "what-check": "Answers to a knowledge check, in the folder that was fetched",
    "what-preferences": "Your choice of language, whether you want reminders, and the day of the last one",
    "who-nobody": "Stays in your own folder. The people who run the server could open it.",
    "who-reflections": (
        "Stays in your own folder. The people who run the server could open it. "
        "It is in no log and nothing that you hand in."
    ),
    "who-check": "Goes to your instructor when you submit, and stays with them.",
    "remains": (
        "Your instructor keeps what you submitted: the copies of your knowledge checks, the points and the feedback. "
        "To have those erased, ask your instructor. Backups of the server may hold older copies of your folder for a "
        "while."
    ),
    "nothing-kept": "Nothing is kept of you here ({path}).",
    "nothing-at-all": "Nothing is kept of you here.",
    "entries": "Entries: {count}.",
    "not-erased": "Not all could be erased: {fault}.",
    "several-courses": "You take several courses: add --course and one of {names}.",
    "nothing-of-kind": "Nothing of this kind is kept of you.",
    "erase-ask": "Erase this for good? Write yes: ",
    "erase-yes": "yes",
    "nothing-erased": "Nothing was erased.",
    "erased": "Erased.",
    "copy-unwritten": "The copy could not be written to {folder}: {fault}.",
    "left-out": "Private reflections are left out of this copy.",
    # The copy of it to read.
    "copy-title": "My data",
    "copy-made": "Copied on {time}.",
    "copy-when": "When",
    "copy-what": "What",
    "copy-answer": "Answer",
    "copy-guess": "a guess",
    "copy-fairly-sure": "fairly sure",
    "copy-sure": "sure",
    "copy-skipped": "(skipped)",
    "copy-remains": "What remains elsewhere",
}
