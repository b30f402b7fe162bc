// Tasks and panels in German.

import type { enTask } from './en-task';

export const deTask: Partial<Record<keyof typeof enTask, string>> = {
  'task.right': 'Richtig',
  'task.notThis': 'Das nicht',
  'task.choose': 'Wähle …',
  'task.check': 'Meine Antworten prüfen',
  'task.otherNumber': 'Es ist eine andere Zahl.',
  'task.truth': 'Die Antwort: {answer}',
  'task.count': '{right} von {all} richtig',

  'panel.machine': 'Du liest jetzt wie ein Programm',
  'panel.machineText': 'Die Worte aller Antworten sind verborgen, im Terminal und im Glas.',
  'panel.registry': 'Erweiterungen von SMTP',
  'panel.registryFrom': 'Aus dem Register der IANA',
  'panel.keyword': 'Schlüsselwort',
  'panel.document': 'Dokument',
  'panel.transcript': 'Ein Gespräch, aufgezeichnet',
  'panel.transcriptWhat': 'Aufgezeichnet mit {command}',
  'panel.client': 'Client',
  'panel.server': 'Server',
  'panel.bytes': 'Gesendet und aufbewahrt',
  'panel.bytesNone': 'Hier erscheint Zeile für Zeile der Text deines nächsten Briefs.',
  'panel.sent': 'Du hast gesendet',
  'panel.stored': 'Aufbewahrt',
  'panel.storedNot': 'noch nicht',
  'panel.dotAway': 'ein Punkt weniger',
  'panel.end': 'das Ende des Briefs',
  'panel.emptyLine': '(leere Zeile)',
  'panel.more': 'und {count} weitere Zeilen',
};
