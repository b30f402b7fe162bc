// The timeline in German.

import type { enTime } from './en-time';

export const deTime: Partial<Record<keyof typeof enTime, string>> = {
  'timeline.name': 'Zeitleiste',
  'timeline.moment': 'Moment, der gezeigt wird',
  'timeline.now': 'jetzt: {event}',
  'timeline.then': '{clock}: {event}',
  'timeline.nothing': 'noch ist nichts geschehen',

  'mark.client': 'gesendet von {who}: {text}',
  'mark.ok': 'Antwort von {who}: {text}',
  'mark.refusal': 'Nein von {who}: {text}',
  'mark.delivery': '{who} hat einen Brief in das Postfach von {text} gelegt',
  'mark.connection': '{who} ruft {text}',
  'mark.ending': 'die Verbindung zu {who} ist geschlossen',
  'mark.failure': 'die Verbindung mit {who}: {text}',
  'mark.name': '{who} hat eine Antwort zu {text} bekommen',
  'mark.manner': '{who} spricht ab der nächsten Verbindung {text}',
  'mark.choice': 'du hast die Frage von „{text}“ beantwortet',
  'mark.tick': 'geschafft: „{text}“',

  'timeline.undo': 'Rückgängig',
  'timeline.undoLong': 'Das Letzte zurücknehmen, was du getan hast (Alt Z)',
  'timeline.redo': 'Wieder tun, was zurückgenommen wurde (Alt Umschalt Z)',
  'timeline.pause': 'Die Zeit anhalten (Alt P)',
  'timeline.go': 'Die Zeit weiterlaufen lassen (Alt P)',
  'timeline.play': 'Von hier an noch einmal abspielen (Alt P)',
  'timeline.step': 'Schritt',
  'timeline.stepLong': 'Die Zeit anhalten und das Nächste auf der Leitung geschehen lassen (Alt .)',
  'timeline.pace': 'Tempo der Zeit (Alt ↑, Alt ↓)',
  'timeline.times': '{n}×',
  'timeline.events': 'Ereignisse',
  'timeline.eventsLong': 'Alles, was geschehen ist, als Liste',
  'timeline.earlier': 'Frühere zeigen',
  'timeline.branch': 'Zweig',
  'timeline.branchFirst': 'Zweig {id}',
  'timeline.branchFrom': 'Zweig {id}, ab {clock}',

  'past.looking': 'Du siehst {clock}. Das Tippen wartet.',
  'past.continue': 'Von hier weitermachen',
  'past.back': 'Zurück zum Jetzt',

  'said.idle': 'Nichts ist unterwegs. Du bist dran.',
  'said.undone': 'Zurückgenommen. Es ist wieder {clock}.',
  'said.redone': 'Wieder getan. Es ist {clock}.',
  'said.continued': 'Du machst ab {clock} weiter. Was danach kam, ist als Zweig {id} aufgehoben.',
  'said.switched': 'Zweig {id}, wie du ihn um {clock} verlassen hast.',
};
