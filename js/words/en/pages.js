// What the extension of JupyterLab says, in English. Plain and short: many learners read in a hurry.
import { createFormats } from "../format.js";

export const formats = createFormats("en");
const { plural } = formats;

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
    // By the kind of a check, as course.json names it.
    check: { check: "Knowledge check", final: "Final assessment", retake: "Retake" },
    sections: (/** @type {number} */ done, /** @type {number} */ of) =>
      `${done} of ${of} ${plural(of, { one: "section", other: "sections" })} read`,
    questions: (/** @type {number} */ done, /** @type {number} */ of) =>
      `${done} of ${of} ${plural(of, { one: "question", other: "questions" })} tried`,
    cards: "Flashcards",
    cardsWait: (/** @type {number} */ due, /** @type {number} */ fresh) =>
      [due && `${due} due today`, fresh && `${fresh} new`].filter(Boolean).join(", "),
    openLesson: (/** @type {number} */ minutes) =>
      `Open the lesson (about ${minutes} ${plural(minutes, { one: "minute", other: "minutes" })})`,

    checkUnknown: "Not known at the moment",
    checkClosed: "Not open yet",
    checkOpen: (/** @type {number} */ of) => `Open: ${of} ${plural(of, { one: "question", other: "questions" })}.`,
    checkStarted: (/** @type {number} */ done, /** @type {number} */ of) =>
      `${done} of ${of} ${plural(of, { one: "question", other: "questions" })} answered.`,
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
    retakeOpen: (/** @type {number} */ of) => `Open to you: ${of} questions. The better of your two results counts.`,
    betterCounts: (/** @type {string} */ score, /** @type {number} */ of) => `The better result counts: ${score} of ${of} points.`,
    // What the title of a check becomes, by its kind.
    workTitle: {
      check: (/** @type {string} */ title) => title,
      final: (/** @type {string} */ title) => title,
      retake: (/** @type {string} */ title) => `${title} (retake)`,
    },
    beginCheck: { check: "Begin the knowledge check", final: "Begin the final assessment", retake: "Begin the retake" },
    goOnCheck: {
      check: "Go on with the knowledge check",
      final: "Go on with the final assessment",
      retake: "Go on with the retake",
    },
    seeAnswers: "Look at my answers",
    submit: "Submit",
    submitAgain: "Submit again",
    readFeedback: { check: "Read the feedback", final: "Read the feedback", retake: "Read the feedback on the retake" },

    sureTitle: (/** @type {string} */ title) => `Submit ${title}?`,
    sureOpen: (/** @type {number[]} */ open, /** @type {number} */ of) =>
      plural(open.length, {
        one: `Question ${open.join(", ")} of ${of} has no answer yet.`,
        other: `Questions ${open.join(", ")} of ${of} have no answer yet.`,
      }) + " You can go back and answer, or submit as it is.",
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
    certaintyCount: (/** @type {string} */ right, /** @type {number} */ of, /** @type {string} */ percent) => `${right} of ${of} (${percent})`,
    certaintyNone: "No answer yet",
    certaintyBelow: (/** @type {string} */ high) => `below ${high}`,
    certaintyBetween: (/** @type {string} */ low, /** @type {string} */ high) => `${low} to ${high}`,
    certaintyAbove: (/** @type {string} */ low) => `above ${low}`,
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
    dataEntries: (/** @type {number} */ count) => `${count} ${plural(count, { one: "entry", other: "entries" })}`,
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

    // Its name is in both languages, for whoever can't read the one that is on.
    language: "Language · Idioma",

    remind: "Remind me",
    remindHow:
      "At most once a day, when you open the course, a note then says which flashcards are due and what is open. It is off until you turn it on. Nothing is mailed, and nothing leaves this server.",
    remindOn: "Reminders are on.",
    remindOff: "Reminders are off.",
    /** @param {number} due @param {{ check: number, final: number }} open */
    reminder: (due, open) =>
      [
        due && plural(due, { one: "1 flashcard is due.", other: `${due} flashcards are due.` }),
        open.check && plural(open.check, { one: "1 knowledge check is open.", other: `${open.check} knowledge checks are open.` }),
        open.final && "The final assessment is open.",
      ]
        .filter(Boolean)
        .join(" "),
    dismiss: "Dismiss",

    tryAgain: "Try again",
    noChecks: "The knowledge checks can’t be listed now.",
    notFetched: {
      check: "The knowledge check could not be fetched. Try again, or tell your instructor.",
      final: "The final assessment could not be fetched. Try again, or tell your instructor.",
      retake: "The retake could not be fetched. Try again, or tell your instructor.",
    },
    notSent: {
      check: "The knowledge check could not be submitted. Your answers are safe: try again, or tell your instructor.",
      final: "The final assessment could not be submitted. Your answers are safe: try again, or tell your instructor.",
      retake: "The retake could not be submitted. Your answers are safe: try again, or tell your instructor.",
    },
    noFeedback: "The feedback could not be fetched. Try again, or tell your instructor.",
    offline: "The course could not be reached. Your answers are safe. Check your connection, then try again.",
  },
};
