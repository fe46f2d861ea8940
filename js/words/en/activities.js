// What the activities say, in English. Plain and short: many learners read in a hurry.
import { clockTime, createFormats } from "../format.js";

export const formats = createFormats("en");
const { number, percent, plural } = formats;

/** @param {number} seconds */
const inMinutes = (seconds) => {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return `${minutes} ${plural(minutes, { one: "minute", other: "minutes" })}`;
};

export const words = {
  practiceQuestion: "Practice question",
  /** @param {number} number @param {number} of */
  question: (number, of) => `Question ${number} of ${of}`,

  // what to do
  chooseOne: "Choose one answer.",
  chooseAll: "Choose every answer that is right.",
  /** @param {number} count @param {number} chosen */
  chooseSome: (count, chosen) => {
    if (chosen === 0) return `Choose ${count}.`;
    if (chosen < count) return `Choose ${count}. You have chosen ${chosen}, so choose ${count - chosen} more.`;
    if (chosen > count) return `Choose ${count}. You have chosen ${chosen}, so take ${chosen - count} away.`;
    return `You have chosen ${chosen} of ${count}.`;
  },
  chooseBoth: "Choose an answer, then the reason for it.",
  answerLegend: "Your answer",
  reasonLegend: "Your reason",
  reasonMissing: "Now choose your reason.",
  answerMissing: "Now choose true or false. Your reason counts once you do.",
  /** @param {number} done @param {number} of */
  match: (done, of) =>
    done ? `${done} of ${of} matched. One choice is left over.` : "Choose a match for each line. One choice is left over.",
  /** @param {string} text */
  usedTwice: (text) => `You have used “${text}” more than once. Each choice fits one line.`,
  choose: "Choose…",
  order: "Put the steps in order. Drag a step, or use its arrows.",
  orderAsItStands: "If this order is right as it stands, choose Keep this order.",
  writeLegend: "Your answer",
  write: "Write a few sentences in your own words.",

  // moving steps
  /** @param {string} step */
  moveUp: (step) => `Move up: ${step}`,
  /** @param {string} step */
  moveDown: (step) => `Move down: ${step}`,
  /** @param {string} step @param {number} place @param {number} of */
  moved: (step, place, of) => `“${step}” is now ${place} of ${of}.`,
  /** @param {string} step */
  isFirst: (step) => `“${step}” is already first.`,
  /** @param {string} step */
  isLast: (step) => `“${step}” is already last.`,
  keepOrder: "Keep this order",

  // judging
  check: "Check my answer",
  compare: "Compare with the model answer",
  showAnswer: "Show the answer",
  hideAnswer: "Hide the answer",
  startAgain: "Start again",
  answerFirst: {
    single: "Choose an answer first, then check it.",
    scenario: "Choose an answer first, then check it.",
    multiple: "Choose your answers first, then check them.",
    "true-false-reason": "Choose an answer and a reason first, then check them.",
    matching: "Choose a match for each line first, then check them.",
    ordering: "Put the steps in order first, then check them.",
    short: "Write your answer first, then compare.",
  },
  changeFirst: "This is the answer you have just checked. Change it, then check again.",
  right: "That’s right.",
  rightMore: "The notes say why, choice by choice.",
  rightMoreOrder: "The notes say why each step stands where it does.",
  notYet: "Not quite yet.",
  partly: "Partly right.",
  tryAgain: {
    single: "Read the note with your answer, then try again.",
    scenario: "Read the note with your answer, then try again.",
    multiple: "Read the notes with your choices, then try again.",
    "true-false-reason": "Read the notes with your choices, then try again.",
    matching: "Read the notes with your matches, then try again.",
    ordering: "Move the steps that are not in place, then check again.",
    short: "",
  },
  tryOrShow: "Try again, or choose Show the answer.",
  /** @param {number} right @param {number} of */
  someRight: (right, of) => `${right} of your ${of} choices ${plural(right, { one: "is", other: "are" })} right.`,
  reasonWrong: "Your answer is right, but the reason is not.",
  answerWrong: "Look again at true or false first.",
  /** @param {number} right @param {number} of */
  matchedRight: (right, of) => `${right} of ${of} ${plural(right, { one: "is", other: "are" })} matched right.`,
  /** @param {number} right @param {number} of */
  inPlace: (right, of) =>
    right ? `${right} of ${of} steps ${plural(right, { one: "is", other: "are" })} in place.` : "No step is in its place yet.",
  answerShown: "Here is the answer.",
  answerShownMore: "Read it through, then try it yourself.",
  compared: "Now compare.",
  comparedMore: "Read the model answer above, and look for its points in yours. You can change yours and compare again.",
  markRight: "Right",
  markWrong: "Not right",
  markKey: "Right answer",
  markOther: "Why not this one",
  markInPlace: "In place",
  markOutOfPlace: "Not in place yet",
  /** @param {string} text */
  rightMatch: (text) => `The right match is: ${text}`,
  leftOver: "Left over",
  rightOrder: "The right order",
  modelAnswer: "A model answer",
  rubric: "Look for these points in yours",

  // how sure a learner is of a practice answer
  certaintyAsk: "How sure are you?",
  certaintyHint: "Only if you like. The marks, for right or not right, are for you alone and never graded.",
  certaintyLevels: { guess: "A guess", "fairly-sure": "Fairly sure", sure: "Sure" },
  /** @param {string} right @param {string} wrong */
  certaintyMarks: (right, wrong) => `${right} or ${wrong}`,
  certaintyClear: "Don’t say",
  certaintySaid: {
    guess: {
      right: (/** @type {string} */ mark) => `You guessed, and it is right: ${mark}. The notes say why, so that next time you know.`,
      partly: (/** @type {string} */ mark) => `You guessed, and it earns a part: ${mark}. The notes say what is missing.`,
      wrong: (/** @type {string} */ mark) => `You guessed, and it earns nothing: ${mark}. You saw that you did not know, so it costs nothing either.`,
    },
    "fairly-sure": {
      right: (/** @type {string} */ mark) => `You were fairly sure, and it is right: ${mark}. You know more than you may think.`,
      partly: (/** @type {string} */ mark) => `You were fairly sure, and it earns a part: ${mark}. Look at what is missing.`,
      wrong: (/** @type {string} */ mark) => `You were fairly sure, and it earns nothing: ${mark}. Worth another look.`,
    },
    sure: {
      right: (/** @type {string} */ mark) => `You were sure, and it is right: ${mark}. You can rely on this.`,
      partly: (/** @type {string} */ mark) => `You were sure, and it earns a part: ${mark}. Worth reading again for what is missing.`,
      wrong: (/** @type {string} */ mark) => `You were sure, and it earns nothing: ${mark}. Worth reading again.`,
    },
  },

  // questions among the flashcards
  fcAskQuestion: "Can you answer this?",
  fcShowAnswer: "Show the answer",
  fcAnswer: "The answer",
  fcBecause: "Because:",

  // role-play
  rolePlay: "Role-play",
  /** @param {number} minutes */
  rpHow: (minutes) =>
    `You choose what to say, and see what your words do. It takes about ${inMinutes(60 * minutes)}, nothing is graded, and you can go back at any time.`,
  rpStart: "Start the conversation",
  rpSoFar: "The conversation so far",
  rpYou: "You",
  rpEffect: "What this does",
  rpChoose: "What do you say or do?",
  rpRedFlag: "Someone may have been in danger here.",
  rpScales: "How your words did",
  /** @param {string} name */
  rpHelped: (name) => `${name}: helped`,
  /** @param {string} name */
  rpNeutral: (name) => `${name}: no change`,
  /** @param {string} name */
  rpHindered: (name) => `${name}: hindered`,
  /** @param {number} helped @param {number} hindered @param {number} of */
  rpCounts: (helped, hindered, of) => {
    if (!helped && !hindered) return "Neither helped nor hindered yet.";
    const times = (/** @type {number} */ one) => `${one} of ${of} ${plural(of, { one: "time", other: "times" })}`;
    if (!helped) return `Hindered ${times(hindered)}.`;
    return `Helped ${times(helped)}${hindered ? `, hindered ${hindered}` : ""}.`;
  },
  rpOutcome: { safe: "A safe ending", mixed: "A mixed ending", unsafe: "Unsafe. Try again." },
  rpUnsafeMore: "In a real conversation, someone could have come to harm here. Go back and look for another way.",
  /** @param {number} found @param {number} of */
  rpFound: (found, of) => `You have found ${found} of ${of} endings.`,
  rpBack: "Go back one step",
  rpBackToFlag: "Go back to where someone was in danger",
  rpAgain: "Start again",
  support: "Where to get support",

  // flashcards
  fcTitle: "Flashcards",
  /** @param {number} due @param {number} fresh */
  fcCounts: (due, fresh) => [due && `${due} due`, fresh && `${fresh} new`].filter(Boolean).join(", ") || "Once more in this sitting",
  fcFront: "Do you know what this means?",
  fcShow: "Show the meaning",
  fcBack: "It means",
  fcAsk: "Did you know it?",
  fcRatings: { again: "Not yet", hard: "Barely", good: "Yes", easy: "Easily" },
  /** @param {string} when */
  fcAgain: (when) => `again ${when}`,
  fcBury: "Not today",
  fcKnown: "I know this already",
  fcDone: "No more cards for now.",
  /** @param {string} when */
  fcNext: (when) => `The next one is due ${when}.`,
  fcAllKnown: "You have put all cards away as known.",
  fcLook: "Look again",
  /** @param {number} count */
  fcBring: (count) => plural(count, { one: "Bring back the card that I know", other: `Bring back the ${count} cards that I know` }),

  // private reflection
  reflTitle: "A moment to reflect, for you alone",
  reflPrivate: "Nobody grades it or collects it, and it is part of nothing that you hand in. Writing and skipping count the same.",
  reflNames: "Leave out names, and anything that would tell who another person is.",
  reflWrite: "Write something",
  reflSkip: "Skip this",
  reflLabel: "Your words",
  reflSkipped: "Skipped, and that is just as good.",
  reflAfterAll: "Write after all",
  reflErase: "Erase my words",
  reflEraseAsk: "Erase your words for good? The course cannot bring them back.",
  reflEraseYes: "Yes, erase them",
  reflEraseNo: "No, keep them",
  reflErased: "Your words are erased.",
  reflWho: "Who could read this?",
  reflWhoYou: "You. Your words are kept in one file in your own folder on the server, which is closed to other accounts:",
  reflWhoOthers:
    "Technically, the people who run the server could open that file, and so could anyone with access to your account, to this computer while you are signed in, or to a backup of the disk. Your instructor gets it neither through the course nor through anything you hand in.",
  reflWhoShared: "If several people use the course under one system account, as on a trial hub on one computer, they could open each other’s files.",

  // practice exam
  exTitle: "Practice exam",
  /** @param {number} questions */
  exLead: (questions) =>
    `${questions} ${plural(questions, { one: "question", other: "questions" })} from all modules, drawn anew each time. Your answers are judged at the end.`,
  /** @param {string} name @param {number} questions */
  exShare: (name, questions) => `${name}: ${questions} ${plural(questions, { one: "question", other: "questions" })}`,
  exTime: "Your time",
  exTimed: "With a clock",
  exMinutes: "minutes",
  exUntimed: "Without a clock",
  exTimeHint: "Set as many minutes as you need. You can pause the clock, and nothing is cut off when it runs out.",
  /** @param {number} most */
  exWrongMinutes: (most) => `Write a whole number of minutes, from 1 to ${most}.`,
  exStart: "Start the exam",
  exLastReport: "Show my last report",
  exNext: "Next",
  exBack: "Back",
  exFlag: "Flag to come back",
  exKept: "This order is kept.",
  exPause: "Pause",
  exToEnd: "Finish…",
  exMap: "All questions",
  /** @param {number} number @param {boolean} isDone @param {boolean} isFlagged */
  exPlace: (number, isDone, isFlagged) => `Question ${number}, ${isDone ? "answered" : "not answered"}${isFlagged ? ", flagged" : ""}`,
  /** @param {number} done @param {number} of @param {number} flagged */
  exStanding: (done, of, flagged) => `${done} of ${of} answered${flagged ? `, ${flagged} flagged` : ""}.`,
  /** @param {number} seconds */
  exLeft: (seconds) => `${clockTime(seconds)} left`,
  /** @param {number} seconds */
  exUsed: (seconds) => `No clock; ${clockTime(seconds)} so far`,
  /** @param {number} minutes */
  exLeftSoon: (minutes) => plural(minutes, { one: "One minute is left.", other: `${minutes} minutes are left.` }),
  exTimeUp: "Time is up",
  exTimeUpMore: "Your answers are kept. You can finish now, or take the time you need and go on without the clock.",
  exGoOn: "Go on without the clock",
  exPaused: "The exam is paused",
  exPausedMore: "The clock stands still and your answers are kept. You can close this page and come back another day.",
  exResume: "Go on",
  exEndAsk: "Finish the exam?",
  exAllAnswered: "You have answered every question.",
  /** @param {number[]} numbers */
  exOpen: (numbers) => `Not answered yet: ${numbers.join(", ")}. Each of them counts as not right.`,
  /** @param {number[]} numbers */
  exFlagged: (numbers) => `Flagged: ${numbers.join(", ")}.`,
  exFinish: "Finish and see the report",
  exKeepOn: "Go back to the questions",
  /** @param {number} points @param {number} of */
  exScore: (points, of) => `You got ${number(points)} of ${of} right (${percent(points / of)}).`,
  /** @param {number} seconds */
  exTook: (seconds) => `It took you ${inMinutes(seconds)}. Your report is kept for you alone.`,
  exAgain: "Worth reading again",
  exNothingAgain: "Nothing stands out: you did well on every aim that was asked.",
  /** @param {string} heading @param {string} title */
  exReadAgain: (heading, title) => (heading ? `Read again: ${heading} (${title})` : `Read again: ${title}`),
  exByModule: "By module",
  exByDomain: "By field of work",
  exByObjective: "By aim",
  exModule: "Module",
  exDomain: "Field",
  exObjective: "Aim",
  exRight: "Right",
  /** @param {number} points @param {number} of */
  exCount: (points, of) => `${number(points)} of ${of}`,
  exReview: "Question by question",
  exReviewHint: "Open a question to see your answer, the right one, and why.",
  /** @param {number} number @param {string} verdict */
  exVerdict: (number, verdict) => `${number}. ${verdict}:`,
  exVerdicts: { right: "Right", partly: "Partly right", wrong: "Not right", open: "Not answered" },
  exAnother: "Take another exam",
  exAttempts: "Your exams so far",
  /** @param {string} day @param {number} points @param {number} of @param {number} seconds */
  exAttempt: (day, points, of, seconds) => `${day}: ${number(points)} of ${of} (${percent(points / of)}) in ${inMinutes(seconds)}`,

  // saving
  notAnswered: "Not answered yet",
  changed: "This question has changed since you answered it. Please answer it again.",
  saving: "Saving…",
  /** @param {string} time */
  savedAt: (time) => `Saved at ${time}`,
  /** @param {string} day @param {string} time */
  savedOn: (day, time) => `Saved on ${day} at ${time}`,
  silent:
    "Not saved: the course is not answering. Your answer is still here. Choose Try again. If that does not help, start the questions again at the top of the page, or open the Run menu and choose Run All Cells: your answer is then sent by itself.",
  lost:
    "Not saved: the page has lost touch with the course. Your answer is still here. Choose Try again. If that does not help, start the questions again at the top of the page, or open the Run menu and choose Run All Cells: your answer is then sent by itself.",
  /** @param {string} why */
  refused: (why) => `Not saved. ${why}`,
  refusedSilently: "The course could not keep this answer. Choose Try again, or tell your instructor.",
  resend: "Try again",
};
