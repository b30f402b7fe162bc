// What the page says in German about storage, tabs and versions.

import type { enNotices } from './en-notices';

export const deNotices: Partial<Record<keyof typeof enNotices, string>> = {
  'notice.storage':
    'Dieser Browser lässt die Seite nichts behalten. Mach ruhig weiter: Deine Arbeit bleibt, bis du diesen Tab schließt oder neu lädst.',
  'notice.full':
    'Für das, was du tust, ist kein Platz mehr: Dieses Gerät oder dieser Browser ist voll. Deine Arbeit bleibt, bis du diesen Tab schließt oder neu lädst. Lösch Aufzeichnungen, die du nicht brauchst, oder speichere diese als Datei.',
  'notice.failed':
    'Der Browser konnte nicht speichern, was du tust. Deine Arbeit bleibt, bis du diesen Tab schließt oder neu lädst; bei jedem Tippen wird es wieder versucht.',
  'notice.looking': 'Diese Lektion ist in einem anderen Tab offen, der sie speichert. Was du in diesem Tab tust, wird nicht gespeichert.',
  'notice.taken':
    'Diese Lektion geht jetzt in einem anderen Tab weiter, der sie speichert. Was du ab jetzt in diesem Tab tust, wird nicht gespeichert.',
  'notice.removed': 'Diese Aufzeichnung wurde in einem anderen Tab gelöscht. Was du hier tust, wird nicht gespeichert.',
  'notice.parted': 'Dieselbe Lektion wurde auch in einem anderen Tab gespielt. Nichts ist verloren: Jetzt gibt es zwei Aufzeichnungen.',
  'notice.takeOver': 'Stattdessen hier weitermachen',
  'notice.takeBack': 'Wieder hier weitermachen',
  'notice.keepBoth': 'Diesen Tab als zweite Aufzeichnung speichern',
  'notice.keepAnyway': 'Trotzdem speichern',
  'notice.version': 'Eine neue Fassung von HELO World liegt bereit. Sie beginnt, wenn du die Seite das nächste Mal öffnest, oder jetzt.',
  'notice.versionNow': 'Jetzt verwenden',
  'notice.versionTabs':
    'HELO World ist auch in einem anderen Tab offen und würde sich dort mitten im Tun ändern. Schließ den anderen Tab, dann verwende die neue Fassung.',
  'notice.damaged':
    'Was von „{lesson}“ gespeichert war, ist nicht zu lesen, darum beginnt die Lektion neu. Die beschädigte Aufzeichnung ist aufgehoben.',
  'notice.newFormat':
    'Was von „{lesson}“ gespeichert war, hat eine neuere Fassung dieser Seite geschrieben, darum beginnt die Lektion hier neu. Die Aufzeichnung ist für jene Fassung aufgehoben.',
  'notice.newer':
    '„{lesson}“ hat sich geändert, seit du hier warst. {what} Was du getippt hast, wurde in die neue Fassung noch einmal getippt. Die alte Aufzeichnung ist aufgehoben.',
  'notice.newerPart':
    '„{lesson}“ hat sich geändert, seit du hier warst. {what} Was du getippt hast, wurde in die neue Fassung noch einmal getippt, so weit es geht, bis {time}. Die alte Aufzeichnung ist ganz aufgehoben.',
  'notice.tooOld':
    '„{lesson}“ hat sich so sehr geändert, seit du hier warst, dass die Lektion neu beginnt. {what} Die alte Aufzeichnung ist aufgehoben.',
  'notice.branchTooOld':
    '„{lesson}“ hat sich geändert, seit du diesen Zweig verlassen hast; er lässt sich nicht mehr abspielen. Du bleibst, wo du bist; der Zweig bleibt aufgehoben, und eine Datei der Aufzeichnung enthält ihn auch.',
  'notice.file': 'Als Datei speichern',
  'notice.close': 'Diese Meldung schließen',
};
