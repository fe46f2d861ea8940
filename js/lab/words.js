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
};
