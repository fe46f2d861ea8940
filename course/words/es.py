"""What Python says to a learner, in Spanish; how it speaks is told in js/words/es/activities.js."""

WORDS = {
    # Why something is not on disk, and what to do.
    "full": "Tu carpeta está llena. Borra algo que no necesites y después elige Intentar de nuevo.",
    "closed": "El curso no puede escribir en esta carpeta. Avisa a tu instructor y deja esta página abierta.",
    "unwritten": "No se pudo escribir la respuesta ({fault}). Elige Intentar de nuevo o avisa a tu instructor.",
    "half-character": ("Esta respuesta contiene medio carácter, quizá de un emoji. Quítalo y vuelve a intentarlo."),
    "answer-too-long": "Esta respuesta es demasiado larga para guardarla. Acórtala y vuelve a intentarlo.",
    "log-too-long": (
        "Tu archivo de respuestas ha crecido demasiado. Avisa a tu instructor y deja esta página abierta."
    ),
    "unreadable-answer": (
        "El curso no pudo leer esta respuesta ({fault}). Vuelve a cargar la página y responde otra vez."
    ),
    "preferences-unwritten": (
        "No se pudo guardar lo que elegiste ({fault}). Inténtalo de nuevo o avisa a tu instructor."
    ),
    # Private reflections.
    "words-too-long": "Esto es demasiado largo para guardarlo aquí. Acórtalo y vuelve a intentarlo.",
    "words-half-character": "Esto contiene medio carácter, quizá de un emoji. Quítalo y vuelve a intentarlo.",
    "words-elsewhere": (
        "También has escrito aquí en otra ventana. Copia lo que necesites y después vuelve a cargar esta página para "
        "verlo."
    ),
    "words-unreadable": "No se puede leer el archivo de tus palabras, {path} ({fault}). Se dejó como está.",
    "words-other": "El archivo de tus palabras, {path}, contiene otra cosa. Se dejó como está.",
    # Files that lie beside a notebook.
    "file-missing": (
        "Falta el archivo «{path}» junto a este cuaderno. Abre el original desde el curso u obtenlo de nuevo."
    ),
    "file-unreadable": "No se puede leer el archivo «{path}» ({fault}). Obtén el original de nuevo.",
    "file-other-version": "El archivo «{path}» es de otra versión del curso. Obtenlo de nuevo.",
    "questions-damaged": "El archivo de preguntas junto a este cuaderno está dañado. Obtén el original de nuevo.",
    "check-damaged": "El archivo de preguntas está dañado. Obtén la prueba de nuevo.",
    "check-lacks": "Esta prueba no tiene la pregunta «{name}». Obtén la prueba de nuevo.",
    "lesson-lacks": "Esta lección no tiene la pregunta «{name}». Abre la lección de nuevo desde el curso.",
    "skipped": (
        "No se pudo leer una parte de tu archivo de respuestas y se dejó fuera ({lines}). "
        "Comprueba que cada pregunta de abajo muestra todavía tu respuesta; donde no, responde otra vez."
    ),
    "skipped-line": "línea {number}",
    "skipped-file": "el archivo entero",
    # While nbgrader validates.
    "not-answered": "La pregunta {number} está sin responder: {beginning}",
    "not-finished": "La pregunta {number} está sin terminar, {chosen} de {wanted} elegidas: {beginning}",
    # The course page.
    "course-missing": (
        "No hay ningún archivo {file} en tu carpeta de lecciones. Detén tu servidor y vuelve a iniciarlo."
    ),
    "course-damaged": (
        "El archivo {file} de tu carpeta de lecciones está dañado. Bórralo, después detén tu servidor y "
        "vuelve a iniciarlo."
    ),
    # What is kept of a learner.
    "what-answers": (
        "Respuestas a preguntas de práctica y qué tan seguras te parecían, caminos por los juegos de roles, repasos de "
        "tarjetas de estudio"
    ),
    "what-exams": "Exámenes de práctica: tus respuestas, las preguntas que marcaste y el reloj",
    "what-reading": "Qué secciones de las lecciones has leído",
    "what-reflections": "Lo que escribiste en reflexiones privadas y cuáles omitiste",
    "what-check": "Respuestas a una prueba de conocimientos, en la carpeta donde se obtuvo",
    "what-preferences": "El idioma que elegiste, si quieres recordatorios y el día del último",
    "who-nobody": "Se queda en tu propia carpeta. Quienes administran el servidor podrían abrirlo.",
    "who-reflections": (
        "Se queda en tu propia carpeta. Quienes administran el servidor podrían abrirlo. "
        "No está en ningún registro ni en nada de lo que entregas."
    ),
    "who-check": "Va a tu instructor cuando la entregas, y se queda con esa persona.",
    "remains": (
        "Tu instructor conserva lo que entregaste: las copias de tus pruebas de conocimientos, los puntos y los "
        "comentarios. Para que se borren, pídeselo a tu instructor. Las copias de seguridad del servidor pueden "
        "guardar por un tiempo copias anteriores de tu carpeta."
    ),
    "nothing-kept": "Aquí no se guarda nada tuyo ({path}).",
    "nothing-at-all": "Aquí no se guarda nada tuyo.",
    "entries": "Entradas: {count}.",
    "not-erased": "No se pudo borrar todo: {fault}.",
    "several-courses": "Tomas varios cursos: añade --course y uno de {names}.",
    "nothing-of-kind": "No se guarda nada tuyo de este tipo.",
    "erase-ask": "¿Borrar esto para siempre? Escribe sí: ",
    "erase-yes": "sí",
    "nothing-erased": "No se borró nada.",
    "erased": "Borrado.",
    "copy-unwritten": "No se pudo escribir la copia en {folder}: {fault}.",
    "left-out": "Las reflexiones privadas no están en esta copia.",
    # The copy of it to read.
    "copy-title": "Mis datos",
    "copy-made": "Copia hecha: {time}.",
    "copy-when": "Cuándo",
    "copy-what": "Qué",
    "copy-answer": "Respuesta",
    "copy-guess": "adivinaste",
    "copy-fairly-sure": "bastante segura",
    "copy-sure": "segura",
    "copy-skipped": "(omitida)",
    "copy-remains": "Lo que queda en otros lugares",
}
