// Every word that the extension says, in one place for translators. Plain and short: many learners read in a hurry.

export const words = {
  showAsNotebook: "Show as notebook",
  showAsPage: "Show as page",
  // The page's name for a screen reader, where the notebook has no title.
  page: "Course page",

  waking: "The questions are starting…",

  // The kernel has ended or was restarted: nothing that is answered now reaches the disk.
  stopped: "The questions have stopped. Every answer that says “Saved” is safe, and the others are still on this page.",
  startAgain: "Start the questions again",

  // The network or the server is gone.
  offline:
    "The connection to the course is lost. Every answer that says “Saved” is safe, and the others are still on this page.",
  reconnect: "Connect again",
  reconnecting: "Connecting again…",

  failed: "The questions could not be started. Your saved answers are safe.",
  tryAgain: "Try again",

  foreign:
    "This notebook’s code is not the course’s own, so it was not started by itself. Run it only if you know who wrote " +
    "it and what it does. To have the course’s own copy, open the lesson from the lessons folder or fetch the check again.",

  // The course page.
  home: {
    tab: "Course",
    openHome: "Course page",
    next: "Your next step",
    begin: "Begin",
    goOn: "Continue",
    modules: "Modules",
    module: (/** @type {number} */ n, /** @type {string} */ title) => `${n}. ${title}`,
    readNext: (/** @type {string} */ title) => `Read: ${title}`,
    readOn: "Read on",
    practiceNext: "Try the next practice question",
    roleplayNext: (/** @type {string} */ title) => `Talk it through: ${title}`,
    activityNext: "Go on with the next activity",
    allDone: "You have done all there is here. Come back whenever you like: everything stays as you left it.",
    nothingNow: "You have done all that is open now. The knowledge checks appear here when your instructor opens them.",

    read: "Reading",
    practised: "Practice",
    check: "Knowledge check",
    sections: (/** @type {number} */ done, /** @type {number} */ of) => `${done} of ${of} sections read`,
    questions: (/** @type {number} */ done, /** @type {number} */ of) => `${done} of ${of} questions tried`,
    cards: "Flashcards",
    cardsWait: (/** @type {number} */ due, /** @type {number} */ fresh) =>
      [due && `${due} due today`, fresh && `${fresh} new`].filter(Boolean).join(", "),
    openLesson: (/** @type {number} */ minutes) => `Open the lesson (about ${minutes} minutes)`,

    checkUnknown: "Not known at the moment",
    checkClosed: "Not open yet",
    checkOpen: (/** @type {number} */ of) => `Open: ${of} questions.`,
    checkStarted: (/** @type {number} */ done, /** @type {number} */ of) => `${done} of ${of} questions answered.`,
    checkAnswered: (/** @type {number} */ of) => `All ${of} questions answered, not submitted yet.`,
    checkSubmitted: (/** @type {string} */ time) => `Submitted on ${time}. Feedback is not there yet.`,
    checkFeedback: (/** @type {string} */ time) => `Submitted on ${time}. Your feedback is there.`,
    passed: (/** @type {string} */ score, /** @type {number} */ of) => `Passed: ${score} of ${of} points.`,
    notPassed: (/** @type {string} */ score, /** @type {number} */ of, /** @type {string} */ mark) =>
      `${score} of ${of} points. The pass mark is ${mark}.`,
    mayChange: (/** @type {string} */ score, /** @type {number} */ of) =>
      `${score} of ${of} points so far. Your instructor has not looked at all of it yet.`,
    due: (/** @type {string} */ time) => `Due on ${time}.`,
    wasDue: (/** @type {string} */ time) => `It was due on ${time}.`,
    retake: "Retake",
    retakeTitle: (/** @type {string} */ title) => `${title} (retake)`,
    retakeOpen: (/** @type {number} */ of) => `Open to you: ${of} questions. The better of your two results counts.`,
    betterCounts: (/** @type {string} */ score, /** @type {number} */ of) => `The better result counts: ${score} of ${of} points.`,
    beginRetake: "Begin the retake",
    goOnRetake: "Go on with the retake",
    readRetakeFeedback: "Read the feedback on the retake",
    beginCheck: "Begin the knowledge check",
    goOnCheck: "Go on with the knowledge check",
    seeAnswers: "Look at my answers",
    submit: "Submit",
    submitAgain: "Submit again",
    readFeedback: "Read the feedback",

    sureTitle: (/** @type {string} */ title) => `Submit ${title}?`,
    sureOpen: (/** @type {number[]} */ open, /** @type {number} */ of) =>
      `${open.length === 1 ? "Question" : "Questions"} ${open.join(", ")} of ${of} ` +
      `${open.length === 1 ? "has" : "have"} no answer yet. You can go back and answer, or submit as it is.`,
    sureAll: (/** @type {number} */ of) => `All ${of} questions have an answer. They will be sent as they are now.`,
    notYet: "Not yet",
    receipt: (/** @type {string} */ title, /** @type {string} */ time, /** @type {number} */ done, /** @type {number} */ of) =>
      `${title}: submitted on ${time}, with answers to ${done} of ${of} questions.`,

    // How sure they were.
    certaintyTitle: "How sure, and how right",
    certaintyLead: "Counted over your first tries at practice questions where you said how sure you were. In the bars, the shaded part is what you claimed.",
    certaintyHead: "You said",
    certaintyRightHead: "You were right",
    certaintyClaimHead: "That claims",
    certaintyLevels: { guess: "A guess", "fairly-sure": "Fairly sure", sure: "Sure" },
    certaintyCount: (/** @type {string} */ right, /** @type {number} */ of, /** @type {number} */ percent) => `${right} of ${of} (${percent}%)`,
    certaintyNone: "No answer yet",
    certaintyBelow: (/** @type {number} */ high) => `below ${high}%`,
    certaintyBetween: (/** @type {number} */ low, /** @type {number} */ high) => `${low} to ${high}%`,
    certaintyAbove: (/** @type {number} */ low) => `above ${low}%`,
    certaintyFits: {
      few: "Too few answers to tell",
      less: "Right less often than you thought: check before you rely on it",
      fits: "Right as often as you thought",
      more: "Right more often than you thought: you can trust yourself more",
    },
    certaintyMarks: (/** @type {string} */ marks, /** @type {number} */ of) =>
      `Marks for certainty so far: ${marks}, from ${of} answers. They are for you alone and count for no grade.`,

    myData: "My data and privacy",
    dataNothing: "The course keeps nothing of you here yet.",
    dataEntries: (/** @type {number} */ count) => (count === 1 ? "1 entry" : `${count} entries`),
    dataReflections: "With my private reflections",
    dataPage: "Save a copy to read",
    dataJson: "Save a copy for programs (JSON)",
    dataErase: "Erase what the course keeps of me",
    dataEraseReflections: "Erase my reflections only",
    dataSure: "Erase this for good?",
    dataSureAll: "Your answers to practice questions, your practice exams, your way through role-plays, your flashcards, what you have read and your private reflections are taken away. The course can’t bring them back.",
    dataSureReflections: "Your private reflections are taken away. The course can’t bring them back.",
    dataKeep: "Keep it",
    dataYes: "Erase",
    dataErased: (/** @type {string} */ remains) => `Erased. ${remains}`,

    tryAgain: "Try again",
    noChecks: "The knowledge checks can’t be listed now.",
    notFetched: "The knowledge check could not be fetched. Try again, or tell your instructor.",
    notSent: "The knowledge check could not be submitted. Your answers are safe: try again, or tell your instructor.",
    noFeedback: "The feedback could not be fetched. Try again, or tell your instructor.",
    offline: "The course could not be reached. Your answers are safe. Check your connection, then try again.",
  },
};
