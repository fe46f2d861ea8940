// What the extension of JupyterLab says, in Spanish: see activities.js beside this file. JupyterLab's own menus, which
// these words name where a learner needs them, stay as they are.
import { createFormats } from "../format.js";

export const formats = createFormats("es");
const { plural } = formats;

/** @type {typeof import("../en/pages.js").words} */
export const words = {
  showAsNotebook: "Mostrar como cuaderno",
  showAsPage: "Mostrar como página",
  page: "Página del curso",

  waking: "Las preguntas se están iniciando…",

  stopped:
    "Las preguntas se han detenido. Toda respuesta que dice «Guardado» está a salvo, y las demás siguen en esta página.",
  startAgain: "Iniciar las preguntas de nuevo",

  offline:
    "Se ha perdido la conexión con el curso. Toda respuesta que dice «Guardado» está a salvo, y las demás siguen en esta página.",
  reconnect: "Conectar de nuevo",
  reconnecting: "Conectando de nuevo…",

  failed: "No se pudieron iniciar las preguntas. Tus respuestas guardadas están a salvo.",
  tryAgain: "Intentar de nuevo",

  foreign:
    "El código de este cuaderno no es el del curso; por eso no se inició por sí solo. Ejecútalo únicamente si sabes quién " +
    "lo escribió y qué hace. Para tener la copia del curso, abre la lección desde la carpeta de lecciones u obtén la prueba de nuevo.",

  home: {
    tab: "Curso",
    openHome: "Página del curso",
    next: "Tu próximo paso",
    begin: "Empezar",
    goOn: "Continuar",
    modules: "Módulos",
    module: (n, title) => `${n}. ${title}`,
    readNext: (title) => `Leer: ${title}`,
    readOn: "Seguir leyendo",
    practiceNext: "Responder la próxima pregunta de práctica",
    roleplayNext: (title) => `Hacer el juego de roles: ${title}`,
    activityNext: "Seguir con la próxima actividad",
    allDone: "Has hecho todo lo que hay aquí. Vuelve cuando quieras: todo se queda como lo dejaste.",
    nothingNow:
      "Has hecho todo lo que está abierto ahora. Las pruebas de conocimientos aparecen aquí cuando tu instructor las abre.",

    read: "Lectura",
    practised: "Práctica",
    check: { check: "Prueba de conocimientos", final: "Evaluación final", retake: "Segundo intento" },
    sections: (done, of) =>
      plural(of, { one: `${done} de ${of} sección leída`, other: `${done} de ${of} secciones leídas` }),
    questions: (done, of) =>
      plural(of, { one: `${done} de ${of} pregunta intentada`, other: `${done} de ${of} preguntas intentadas` }),
    cards: "Tarjetas de estudio",
    cardsWait: (due, fresh) =>
      [
        due && `${due} por repasar hoy`,
        fresh && plural(fresh, { one: `${fresh} nueva`, other: `${fresh} nuevas` }),
      ]
        .filter(Boolean)
        .join(", "),
    openLesson: (minutes) =>
      `Abrir la lección (${plural(minutes, { one: `cerca de ${minutes} minuto`, other: `unos ${minutes} minutos` })})`,

    checkUnknown: "No se sabe en este momento",
    checkClosed: "Todavía no está abierta",
    checkOpen: (of) => `Abierta: ${of} ${plural(of, { one: "pregunta", other: "preguntas" })}.`,
    checkStarted: (done, of) =>
      plural(of, { one: `${done} de ${of} pregunta respondida.`, other: `${done} de ${of} preguntas respondidas.` }),
    checkAnswered: (of) =>
      plural(of, {
        one: `La única pregunta (${of}) está respondida, sin entregar todavía.`,
        other: `Las ${of} preguntas están respondidas, sin entregar todavía.`,
      }),
    checkSubmitted: (time) => `Fecha de entrega: ${time}. Todavía no hay comentarios.`,
    checkFeedback: (time) => `Fecha de entrega: ${time}. Ya tienes comentarios.`,
    passed: (score, of) => `Aprobado: ${score} de ${of} ${plural(of, { one: "punto", other: "puntos" })}.`,
    notPassed: (score, of, mark) =>
      `${score} de ${of} ${plural(of, { one: "punto", other: "puntos" })}. Para aprobar hace falta el ${mark}.`,
    mayChange: (score, of) =>
      `${score} de ${of} ${plural(of, { one: "punto", other: "puntos" })} hasta ahora. Tu instructor todavía no lo ha visto todo.`,
    due: (time) => `Fecha límite: ${time}.`,
    wasDue: (time) => `La fecha límite ya pasó: ${time}.`,
    retakeOpen: (of) =>
      `Abierto para ti: ${of} ${plural(of, { one: "pregunta", other: "preguntas" })}. Cuenta el mejor de tus dos resultados.`,
    betterCounts: (score, of) => `Cuenta el mejor resultado: ${score} de ${of} ${plural(of, { one: "punto", other: "puntos" })}.`,
    workTitle: { check: (title) => title, final: (title) => title, retake: (title) => `${title} (segundo intento)` },
    beginCheck: {
      check: "Empezar la prueba de conocimientos",
      final: "Empezar la evaluación final",
      retake: "Empezar el segundo intento",
    },
    goOnCheck: {
      check: "Seguir con la prueba de conocimientos",
      final: "Seguir con la evaluación final",
      retake: "Seguir con el segundo intento",
    },
    seeAnswers: "Ver mis respuestas",
    submit: "Entregar",
    submitAgain: "Entregar otra vez",
    readFeedback: {
      check: "Leer los comentarios",
      final: "Leer los comentarios",
      retake: "Leer los comentarios del segundo intento",
    },

    sureTitle: (title) => `¿Entregar ${title}?`,
    sureOpen: (open, of) =>
      plural(open.length, {
        one: `La pregunta ${open.join(", ")} de ${of} está sin responder.`,
        other: `Las preguntas ${open.join(", ")} de ${of} están sin responder.`,
      }) + " Puedes volver y responder, o entregar como está.",
    sureAll: (of) =>
      plural(of, {
        one: `La única pregunta (${of}) está respondida. Se envía tal como está ahora.`,
        other: `Las ${of} preguntas están respondidas. Se envían tal como están ahora.`,
      }),
    notYet: "Todavía no",
    receipt: (title, time, done, of) =>
      `${title}. Entrega: ${time}, con respuestas a ${done} de ${of} ${plural(of, { one: "pregunta", other: "preguntas" })}.`,

    certaintyTitle: "Qué tan segura y qué tan correcta",
    certaintyLead:
      "Se cuentan tus primeros intentos en preguntas de práctica en los que dijiste qué tan segura te parecía la respuesta. En las barras, la parte sombreada es lo que afirmaste.",
    certaintyHead: "Dijiste",
    certaintyRightHead: "Acertaste",
    certaintyClaimHead: "Eso afirma",
    certaintyLevels: { guess: "Adiviné", "fairly-sure": "Bastante segura", sure: "Segura" },
    certaintyCount: (right, of, percent) => `${right} de ${of} (${percent})`,
    certaintyNone: "Todavía sin respuestas",
    certaintyBelow: (high) => `menos del ${high}`,
    certaintyBetween: (low, high) => `del ${low} al ${high}`,
    certaintyAbove: (low) => `más del ${low}`,
    certaintyFits: {
      few: "Muy pocas respuestas para saberlo",
      less: "Acertaste menos de lo que creías: compruébalo antes de confiar en ello",
      fits: "Acertaste tanto como creías",
      more: "Acertaste más de lo que creías: puedes confiar más en ti",
    },
    certaintyMarks: (marks, of) =>
      `Marcas por seguridad hasta ahora: ${marks}, de ${of} ${plural(of, { one: "respuesta", other: "respuestas" })}. Son solo para ti y no cuentan para ninguna nota.`,

    myData: "Mis datos y privacidad",
    dataNothing: "El curso todavía no guarda nada tuyo aquí.",
    dataEntries: (count) => `${count} ${plural(count, { one: "entrada", other: "entradas" })}`,
    dataReflections: "Con mis reflexiones privadas",
    dataPage: "Guardar una copia para leer",
    dataJson: "Guardar una copia para programas (JSON)",
    dataErase: "Borrar lo que el curso guarda de mí",
    dataEraseReflections: "Borrar solo mis reflexiones",
    dataSure: "¿Borrar esto para siempre?",
    dataSureAll:
      "Se quitan tus respuestas a las preguntas de práctica, tus exámenes de práctica, tu camino por los juegos de roles, tus tarjetas de estudio, lo que has leído y tus reflexiones privadas. El curso no puede recuperarlos.",
    dataSureReflections: "Se quitan tus reflexiones privadas. El curso no puede recuperarlas.",
    dataKeep: "Conservar",
    dataYes: "Borrar",
    dataErased: (remains) => `Borrado. ${remains}`,

    language: "Idioma · Language",

    remind: "Recordarme",
    remindHow:
      "Como mucho una vez al día, cuando abres el curso, un aviso dice qué tarjetas de estudio toca repasar y qué está abierto. Está apagado hasta que lo enciendas. No se envía ningún correo y nada sale de este servidor.",
    remindOn: "Los recordatorios están encendidos.",
    remindOff: "Los recordatorios están apagados.",
    reminder: (due, open) =>
      [
        due && plural(due, { one: "Toca repasar 1 tarjeta de estudio.", other: `Toca repasar ${due} tarjetas de estudio.` }),
        open.check &&
          plural(open.check, {
            one: "Hay 1 prueba de conocimientos abierta.",
            other: `Hay ${open.check} pruebas de conocimientos abiertas.`,
          }),
        open.final && "La evaluación final está abierta.",
      ]
        .filter(Boolean)
        .join(" "),
    dismiss: "Cerrar",

    tryAgain: "Intentar de nuevo",
    noChecks: "Ahora no se puede mostrar la lista de pruebas de conocimientos.",
    notFetched: {
      check: "No se pudo obtener la prueba de conocimientos. Inténtalo de nuevo o avisa a tu instructor.",
      final: "No se pudo obtener la evaluación final. Inténtalo de nuevo o avisa a tu instructor.",
      retake: "No se pudo obtener el segundo intento. Inténtalo de nuevo o avisa a tu instructor.",
    },
    notSent: {
      check:
        "No se pudo entregar la prueba de conocimientos. Tus respuestas están a salvo: inténtalo de nuevo o avisa a tu instructor.",
      final:
        "No se pudo entregar la evaluación final. Tus respuestas están a salvo: inténtalo de nuevo o avisa a tu instructor.",
      retake:
        "No se pudo entregar el segundo intento. Tus respuestas están a salvo: inténtalo de nuevo o avisa a tu instructor.",
    },
    noFeedback: "No se pudieron obtener los comentarios. Inténtalo de nuevo o avisa a tu instructor.",
    offline: "No se pudo llegar al curso. Tus respuestas están a salvo. Revisa tu conexión y vuelve a intentarlo.",
  },
};
