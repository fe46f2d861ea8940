// What the activities say, in Spanish: plain, as spoken in the United States and Latin America. The reader is "tú", for
// this is a talk among equals; docs/authors.md says more.
import { clockTime, createFormats } from "../format.js";

export const formats = createFormats("es");
const { number, percent, plural } = formats;

/** @param {number} seconds */
const inMinutes = (seconds) => {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return `${minutes} ${plural(minutes, { one: "minuto", other: "minutos" })}`;
};

/** @type {typeof import("../en/activities.js").words} */
export const words = {
  practiceQuestion: "Pregunta de práctica",
  question: (number, of) => `Pregunta ${number} de ${of}`,

  // what to do
  chooseOne: "Elige una respuesta.",
  chooseAll: "Elige todas las respuestas correctas.",
  chooseSome: (count, chosen) => {
    if (chosen === 0) return `Elige ${count}.`;
    if (chosen < count) return `Elige ${count}. Has elegido ${chosen}; elige ${count - chosen} más.`;
    if (chosen > count) return `Elige ${count}. Has elegido ${chosen}; quita ${chosen - count}.`;
    return `Has elegido ${chosen} de ${count}.`;
  },
  chooseBoth: "Elige una respuesta y después la razón.",
  answerLegend: "Tu respuesta",
  reasonLegend: "Tu razón",
  reasonMissing: "Ahora elige la razón.",
  answerMissing: "Ahora elige si es verdadero o falso. Solo entonces cuenta la razón.",
  match: (done, of) =>
    done ? `${done} de ${of} con pareja. Sobra una opción.` : "Elige la pareja de cada línea. Sobra una opción.",
  usedTwice: (text) => `Has usado «${text}» más de una vez. Cada opción corresponde a una sola línea.`,
  choose: "Elige…",
  order: "Pon los pasos en orden. Arrastra un paso o usa sus flechas.",
  orderAsItStands: "Si el orden ya es correcto, elige Dejar este orden.",
  writeLegend: "Tu respuesta",
  write: "Escribe unas frases con tus propias palabras.",

  // moving steps
  moveUp: (step) => `Subir: ${step}`,
  moveDown: (step) => `Bajar: ${step}`,
  moved: (step, place, of) => `«${step}» está ahora en el lugar ${place} de ${of}.`,
  isFirst: (step) => `«${step}» ya está en primer lugar.`,
  isLast: (step) => `«${step}» ya está en último lugar.`,
  keepOrder: "Dejar este orden",

  // judging
  check: "Comprobar mi respuesta",
  compare: "Comparar con la respuesta modelo",
  showAnswer: "Mostrar la respuesta",
  hideAnswer: "Ocultar la respuesta",
  startAgain: "Empezar de nuevo",
  answerFirst: {
    single: "Primero elige una respuesta y después compruébala.",
    scenario: "Primero elige una respuesta y después compruébala.",
    multiple: "Primero elige tus respuestas y después compruébalas.",
    "true-false-reason": "Primero elige una respuesta y una razón y después compruébalas.",
    matching: "Primero elige la pareja de cada línea y después compruébalas.",
    ordering: "Primero pon los pasos en orden y después compruébalos.",
    short: "Primero escribe tu respuesta y después compara.",
  },
  changeFirst: "Esta es la respuesta que acabas de comprobar. Cámbiala y comprueba otra vez.",
  right: "Correcto.",
  rightMore: "Las notas explican por qué, opción por opción.",
  rightMoreOrder: "Las notas explican por qué cada paso está donde está.",
  notYet: "Todavía no.",
  partly: "Correcto en parte.",
  tryAgain: {
    single: "Lee la nota de tu respuesta e inténtalo otra vez.",
    scenario: "Lee la nota de tu respuesta e inténtalo otra vez.",
    multiple: "Lee las notas de tus opciones e inténtalo otra vez.",
    "true-false-reason": "Lee las notas de tus opciones e inténtalo otra vez.",
    matching: "Lee las notas de tus parejas e inténtalo otra vez.",
    ordering: "Mueve los pasos que no están en su lugar y comprueba otra vez.",
    short: "",
  },
  tryOrShow: "Inténtalo otra vez o elige Mostrar la respuesta.",
  someRight: (right, of) =>
    plural(right, {
      one: `${right} de las ${of} opciones que elegiste es correcta.`,
      other: `${right} de las ${of} opciones que elegiste son correctas.`,
    }),
  reasonWrong: "Tu respuesta es correcta, pero la razón no.",
  answerWrong: "Piensa primero otra vez si es verdadero o falso.",
  matchedRight: (right, of) =>
    plural(right, { one: `${right} de ${of} parejas es correcta.`, other: `${right} de ${of} parejas son correctas.` }),
  inPlace: (right, of) =>
    right
      ? plural(right, { one: `${right} de ${of} pasos está en su lugar.`, other: `${right} de ${of} pasos están en su lugar.` })
      : "Todavía no hay ningún paso en su lugar.",
  answerShown: "Esta es la respuesta.",
  answerShownMore: "Léela con calma y después inténtalo tú.",
  compared: "Ahora compara.",
  comparedMore:
    "Lee la respuesta modelo de arriba y busca sus puntos en la tuya. Puedes cambiar la tuya y comparar otra vez.",
  markRight: "Correcto",
  markWrong: "No es correcto",
  markKey: "Respuesta correcta",
  markOther: "Por qué esta no",
  markInPlace: "En su lugar",
  markOutOfPlace: "Todavía no está en su lugar",
  rightMatch: (text) => `La pareja correcta es: ${text}`,
  leftOver: "La que sobra",
  rightOrder: "El orden correcto",
  modelAnswer: "Una respuesta modelo",
  rubric: "Busca estos puntos en la tuya",

  // how sure a learner is of a practice answer
  certaintyAsk: "¿Qué tan segura te parece tu respuesta?",
  certaintyHint: "Solo si quieres. Las marcas, por acertar o no, son solo para ti y nunca cuentan para la nota.",
  certaintyLevels: { guess: "Adiviné", "fairly-sure": "Bastante segura", sure: "Segura" },
  certaintyMarks: (right, wrong) => `${right} o ${wrong}`,
  certaintyClear: "No decirlo",
  certaintySaid: {
    guess: {
      right: (mark) => `Adivinaste y es correcta: ${mark}. Las notas explican por qué, para que la próxima vez lo sepas.`,
      partly: (mark) => `Adivinaste y vale una parte: ${mark}. Las notas dicen qué falta.`,
      wrong: (mark) => `Adivinaste y no vale nada: ${mark}. Viste que no lo sabías, así que tampoco te cuesta nada.`,
    },
    "fairly-sure": {
      right: (mark) => `Te parecía bastante segura y es correcta: ${mark}. Sabes más de lo que quizá crees.`,
      partly: (mark) => `Te parecía bastante segura y vale una parte: ${mark}. Mira qué falta.`,
      wrong: (mark) => `Te parecía bastante segura y no vale nada: ${mark}. Vale la pena verlo otra vez.`,
    },
    sure: {
      right: (mark) => `Te parecía segura y es correcta: ${mark}. Puedes confiar en esto.`,
      partly: (mark) => `Te parecía segura y vale una parte: ${mark}. Vale la pena leer otra vez lo que falta.`,
      wrong: (mark) => `Te parecía segura y no vale nada: ${mark}. Vale la pena leerlo otra vez.`,
    },
  },

  // questions among the flashcards
  fcAskQuestion: "¿Puedes responder esto?",
  fcShowAnswer: "Mostrar la respuesta",
  fcAnswer: "La respuesta",
  fcBecause: "Porque:",

  // role-play
  rolePlay: "Juego de roles",
  rpHow: (minutes) =>
    `Tú eliges qué decir y ves qué efecto tienen tus palabras. Dura aproximadamente ${inMinutes(60 * minutes)}, no lleva nota y puedes volver atrás cuando quieras.`,
  rpStart: "Empezar la conversación",
  rpSoFar: "La conversación hasta ahora",
  rpYou: "Tú",
  rpEffect: "El efecto de estas palabras",
  rpChoose: "¿Qué dices o qué haces?",
  rpRedFlag: "Aquí alguien pudo haber estado en peligro.",
  rpScales: "Cómo te fue con tus palabras",
  rpHelped: (name) => `${name}: ayudó`,
  rpNeutral: (name) => `${name}: sin cambio`,
  rpHindered: (name) => `${name}: estorbó`,
  rpCounts: (helped, hindered, of) => {
    if (!helped && !hindered) return "Hasta ahora ni ayudó ni estorbó.";
    const times = (/** @type {number} */ one) => `${one} de ${of} ${plural(of, { one: "vez", other: "veces" })}`;
    if (!helped) return `Estorbó ${times(hindered)}.`;
    return `Ayudó ${times(helped)}${hindered ? `, estorbó ${hindered}` : ""}.`;
  },
  rpOutcome: { safe: "Un final seguro", mixed: "Un final a medias", unsafe: "No es seguro. Inténtalo otra vez." },
  rpUnsafeMore: "En una conversación real, alguien podría haber sufrido daño aquí. Vuelve atrás y busca otro camino.",
  rpFound: (found, of) => `Has encontrado ${found} de ${of} finales.`,
  rpBack: "Volver un paso atrás",
  rpBackToFlag: "Volver a donde alguien estaba en peligro",
  rpAgain: "Empezar de nuevo",
  support: "Dónde encontrar apoyo",

  // flashcards
  fcTitle: "Tarjetas de estudio",
  fcCounts: (due, fresh) =>
    [
      due && `${due} por repasar`,
      fresh && plural(fresh, { one: `${fresh} nueva`, other: `${fresh} nuevas` }),
    ]
      .filter(Boolean)
      .join(", ") || "Una vez más en esta sesión",
  fcFront: "¿Sabes qué significa esto?",
  fcShow: "Mostrar el significado",
  fcBack: "Significa",
  fcAsk: "¿Lo sabías?",
  fcRatings: { again: "Todavía no", hard: "Apenas", good: "Sí", easy: "Con facilidad" },
  fcAgain: (when) => `otra vez ${when}`,
  fcBury: "Hoy no",
  fcKnown: "Esto ya lo sé",
  fcDone: "No hay más tarjetas por ahora.",
  fcNext: (when) => `La próxima toca ${when}.`,
  fcAllKnown: "Has guardado todas las tarjetas como sabidas.",
  fcLook: "Mirar otra vez",
  fcBring: (count) =>
    plural(count, { one: "Recuperar la tarjeta que ya sé", other: `Recuperar las ${count} tarjetas que ya sé` }),

  // private reflection
  reflTitle: "Un momento para reflexionar, solo para ti",
  reflPrivate:
    "Nadie la califica ni la recoge, y no forma parte de nada de lo que entregas. Escribir o no escribir vale lo mismo.",
  reflNames: "No pongas nombres ni nada que permita saber quién es otra persona.",
  reflWrite: "Escribir algo",
  reflSkip: "Omitir",
  reflLabel: "Tus palabras",
  reflSkipped: "Omitida, y está igual de bien.",
  reflAfterAll: "Escribir de todos modos",
  reflErase: "Borrar mis palabras",
  reflEraseAsk: "¿Borrar tus palabras para siempre? El curso no puede recuperarlas.",
  reflEraseYes: "Sí, borrarlas",
  reflEraseNo: "No, conservarlas",
  reflErased: "Tus palabras están borradas.",
  reflWho: "¿Quién podría leer esto?",
  reflWhoYou:
    "Tú. Tus palabras se guardan en un archivo de tu propia carpeta en el servidor, cerrada a otras cuentas:",
  reflWhoOthers:
    "Técnicamente, quienes administran el servidor podrían abrir ese archivo; también cualquier persona con acceso a tu cuenta, a esta computadora mientras tienes la sesión abierta, o a una copia de seguridad del disco. Tu instructor no lo recibe ni por el curso ni con nada de lo que entregas.",
  reflWhoShared:
    "Si varias personas usan el curso con una misma cuenta del sistema, como en un servidor de prueba en una sola computadora, podrían abrir los archivos de las demás.",

  // practice exam
  exTitle: "Examen de práctica",
  exLead: (questions) =>
    `${questions} ${plural(questions, { one: "pregunta", other: "preguntas" })} de todos los módulos, elegidas de nuevo cada vez. Tus respuestas se evalúan al final.`,
  exShare: (name, questions) => `${name}: ${questions} ${plural(questions, { one: "pregunta", other: "preguntas" })}`,
  exTime: "Tu tiempo",
  exTimed: "Con reloj",
  exMinutes: "minutos",
  exUntimed: "Sin reloj",
  exTimeHint:
    "Pon todos los minutos que necesites. Puedes pausar el reloj, y cuando se acaba el tiempo no se corta nada.",
  exWrongMinutes: (most) => `Escribe un número entero de minutos, de 1 a ${most}.`,
  exStart: "Empezar el examen",
  exLastReport: "Mostrar mi último informe",
  exNext: "Siguiente",
  exBack: "Atrás",
  exFlag: "Marcar para volver",
  exKept: "Este orden queda guardado.",
  exPause: "Pausar",
  exToEnd: "Terminar…",
  exMap: "Todas las preguntas",
  exPlace: (number, isDone, isFlagged) =>
    `Pregunta ${number}, ${isDone ? "respondida" : "sin responder"}${isFlagged ? ", marcada" : ""}`,
  exStanding: (done, of, flagged) =>
    `${done} de ${of} ${plural(done, { one: "respondida", other: "respondidas" })}` +
    `${flagged ? `, ${flagged} ${plural(flagged, { one: "marcada", other: "marcadas" })}` : ""}.`,
  exLeft: (seconds) => `Quedan ${clockTime(seconds)}`,
  exUsed: (seconds) => `Sin reloj; ${clockTime(seconds)} hasta ahora`,
  exLeftSoon: (minutes) => plural(minutes, { one: "Queda un minuto.", other: `Quedan ${minutes} minutos.` }),
  exTimeUp: "Se acabó el tiempo",
  exTimeUpMore:
    "Tus respuestas están guardadas. Puedes terminar ahora, o tomarte el tiempo que necesites y seguir sin reloj.",
  exGoOn: "Seguir sin reloj",
  exPaused: "El examen está en pausa",
  exPausedMore:
    "El reloj está parado y tus respuestas están guardadas. Puedes cerrar esta página y volver otro día.",
  exResume: "Continuar",
  exEndAsk: "¿Terminar el examen?",
  exAllAnswered: "Has respondido todas las preguntas.",
  exOpen: (numbers) => `Sin responder: ${numbers.join(", ")}. Cada una cuenta como no correcta.`,
  exFlagged: (numbers) => `Marcadas: ${numbers.join(", ")}.`,
  exFinish: "Terminar y ver el informe",
  exKeepOn: "Volver a las preguntas",
  exScore: (points, of) => `Acertaste ${number(points)} de ${of} (${percent(points / of)}).`,
  exTook: (seconds) => `Tardaste ${inMinutes(seconds)}. Tu informe se guarda solo para ti.`,
  exAgain: "Vale la pena leer otra vez",
  exNothingAgain: "Nada en especial: te fue bien en todos los objetivos que se preguntaron.",
  exReadAgain: (heading, title) => (heading ? `Leer otra vez: ${heading} (${title})` : `Leer otra vez: ${title}`),
  exByModule: "Por módulo",
  exByDomain: "Por área de trabajo",
  exByObjective: "Por objetivo",
  exModule: "Módulo",
  exDomain: "Área",
  exObjective: "Objetivo",
  exRight: "Aciertos",
  exCount: (points, of) => `${number(points)} de ${of}`,
  exReview: "Pregunta por pregunta",
  exReviewHint: "Abre una pregunta para ver tu respuesta, la correcta y el porqué.",
  exVerdict: (number, verdict) => `${number}. ${verdict}:`,
  exVerdicts: { right: "Correcta", partly: "Correcta en parte", wrong: "No correcta", open: "Sin responder" },
  exAnother: "Hacer otro examen",
  exAttempts: "Tus exámenes hasta ahora",
  exAttempt: (day, points, of, seconds) =>
    `${day}: ${number(points)} de ${of} (${percent(points / of)}) en ${inMinutes(seconds)}`,

  // saving
  notAnswered: "Sin responder todavía",
  changed: "Esta pregunta ha cambiado desde que la respondiste. Por favor, respóndela otra vez.",
  saving: "Guardando…",
  savedAt: (time) => `Guardado, ${time}`,
  savedOn: (day, time) => `Guardado el ${day}, ${time}`,
  silent:
    "No guardado: el curso no responde. Tu respuesta sigue aquí. Elige Intentar de nuevo. Si no sirve, inicia las preguntas de nuevo en la parte de arriba de la página, o abre el menú Run y elige Run All Cells: tu respuesta se envía entonces por sí sola.",
  lost:
    "No guardado: la página ha perdido el contacto con el curso. Tu respuesta sigue aquí. Elige Intentar de nuevo. Si no sirve, inicia las preguntas de nuevo en la parte de arriba de la página, o abre el menú Run y elige Run All Cells: tu respuesta se envía entonces por sí sola.",
  refused: (why) => `No guardado. ${why}`,
  refusedSilently: "El curso no pudo guardar esta respuesta. Elige Intentar de nuevo o avisa a tu instructor.",
  resend: "Intentar de nuevo",
};
