// What the page says in German about what it keeps on this device.

import type { enRecordings } from './en-recordings';

export const deRecordings: Partial<Record<keyof typeof enRecordings, string>> = {
  'changed.what': 'Geändert: {what}.',
  'changed.world': 'ihre Maschinen und Namen',
  'changed.steps': 'ihre Schritte',
  'changed.added': 'neu: {steps}',
  'changed.gone': 'nicht mehr da: {steps}',

  'recordings.title': 'Meine Aufzeichnungen',
  'recordings.lead':
    'Was du in einer Lektion tust, wird sofort gespeichert. Hier ist alles: Mach damit weiter, oder nimm es als Datei mit.',
  'recordings.local':
    'Es liegt in diesem Browser auf diesem Gerät, und nichts verlässt ihn. Ein Browser kann vergessen, wenn der Platz knapp wird: Exportiere, was bleiben soll.',
  'recordings.import': 'Aus einer Datei importieren',
  'recordings.drop': 'oder lass Dateien irgendwo auf diese Seite fallen',
  'recordings.import.added': '„{name}“ steht jetzt in der Liste.',
  'recordings.import.differs':
    '„{name}“ steht jetzt in der Liste, spielt sich aber nicht so ab, wie die Datei sagt: Eins von beiden wurde geändert.',
  'recordings.import.newer': '{file} hat eine neuere Fassung dieser Seite geschrieben. Es steht in der Liste, für jene Fassung.',
  'recordings.import.unknown': '{file} gehört zu „{lesson}“, einer Lektion, die diese Seite nicht hat. In der Liste steht es trotzdem.',
  'recordings.import.again': '{file} steht schon in der Liste.',
  'recordings.import.damaged': '{file} ist keine Aufzeichnung oder eine beschädigte. Nichts wurde importiert.',
  'recordings.import.large': '{file} ist größer, als eine Aufzeichnung sein kann. Nichts wurde importiert.',
  'recordings.erase': 'Alles löschen',
  'recordings.eraseSure':
    'Alle Aufzeichnungen in diesem Browser, {count} davon hier in der Liste, werden für immer gelöscht. Das lässt sich nicht rückgängig machen.',
  'recordings.eraseYes': 'Ja, alles löschen',
  'recordings.eraseNo': 'Nein, behalten',
  'recordings.erased': 'Alles ist gelöscht.',
  'recordings.eraseFailed': 'Der Browser ließ die Seite nichts löschen. Versuch es in seinen eigenen Einstellungen für diese Seite.',
  'recordings.empty': 'Hier ist noch nichts.',
  'recordings.emptyWhere': 'Eine Lektion anfangen',
  'recordings.deleted': '„{name}“ ist gelöscht.',
  'recordings.undo': 'Rückgängig',
  'recordings.putBack': '„{name}“ ist wieder da.',
  'recordings.open': 'Öffnen',
  'recordings.openLong': '„{name}“ öffnen',
  'recordings.rename': 'Umbenennen',
  'recordings.renameLong': '„{name}“ umbenennen',
  'recordings.renameSave': 'Speichern',
  'recordings.name': 'Name der Aufzeichnung',
  'recordings.export': 'Exportieren',
  'recordings.exportLong': '„{name}“ exportieren',
  'recordings.delete': 'Löschen',
  'recordings.deleteLong': '„{name}“ löschen',
  'recordings.current': 'hier geht die Lektion weiter',
  'recordings.kept.damaged': 'beiseitegelegt',
  'recordings.kept.older': 'von einer älteren Fassung der Lektion',
  'recordings.kept.restarted': 'zurückgelassen, als du neu angefangen hast',
  'recordings.kept.tab': 'aus einem zweiten Tab',
  'recordings.kept.imported': 'importiert',
  'recordings.seconds': '{count} s Laborzeit',
  'recordings.minutes': '{count} min Laborzeit',
  'recordings.hours': '{count} h {minutes} min Laborzeit',
  'recordings.branch': '1 Zweig',
  'recordings.branches': '{count} Zweige',
  'recordings.fault.damaged': 'Diese Aufzeichnung ist nicht zu lesen. Sie bleibt, wie sie ist, und lässt sich exportieren.',
  'recordings.fault.newer':
    'Von einer neueren Fassung dieser Seite geschrieben. Sie bleibt für jene Fassung aufgehoben und lässt sich exportieren.',
  'recordings.fault.unknown': 'Diese Seite hat keine Lektion „{lesson}“. Die Aufzeichnung bleibt aufgehoben und lässt sich exportieren.',
};
