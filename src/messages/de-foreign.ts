// Lektionen von der Festplatte, auf der Seite für Lehrende. Was der Prüfer sagt, steht englisch in lesson/check*.ts.

export const deForeign = {
  'foreign.title': 'Eigene Lektionen',
  'foreign.lead':
    'Eine Lektion ist ein Ordner mit Textdateien. Öffne einen von deiner Festplatte: Er wird geprüft wie auf der Kommandozeile, und die Lektion lässt sich gleich hier spielen. Wie man eine schreibt, steht in lessons/README.md im Quelltext.',
  'foreign.local':
    'Sie bleibt im Speicher dieser Seite und wird nirgendwohin geschickt. Was darin getan wird, ist wie alles andere in diesem Browser gesichert; nach einem Neuladen der Seite öffne die Lektion noch einmal, und es geht weiter.',
  'foreign.folder': 'Lektionsordner öffnen',
  'foreign.files': 'Dateien öffnen',
  'foreign.drop': 'oder irgendwo auf diese Seite ziehen',
  'foreign.again': 'Noch einmal lesen',
  'foreign.stop': 'Anhalten',
  'foreign.progress': 'Wie weit die Prüfung ist',
  'foreign.reading': 'Die Dateien werden gelesen …',
  'foreign.checking': 'Lektion {lesson} von {lessons} wird geprüft: Sie wird von Anfang bis Ende gespielt …',
  'foreign.done': 'Die Prüfung ist fertig. Das hat sie gefunden (sie spricht englisch).',
  'foreign.allSound': 'Die Prüfung ist fertig. Alles ist in Ordnung.',
  'foreign.stopped': 'Angehalten. Was bis dahin gefunden wurde, steht unten.',
  'foreign.nothing': 'Darin sind keine Dateien.',
  'foreign.gone': 'Der Browser gibt diese Dateien nicht mehr heraus: Sie haben sich geändert oder sind fort. Wähle sie noch einmal.',
  'foreign.endless':
    'Eine dieser Lektionen beschäftigt die Prüfung ohne Ende. Sie wurde angehalten; sieh dir Skripte und Welt der Lektion an.',
  'foreign.failed': 'Die Prüfung selbst ist zusammengebrochen. Der Seite ist nichts geschehen; versuche es mit weniger Dateien.',
  'foreign.noFolder': 'Dateien ohne Ordner',
  'foreign.waiting': 'Noch nicht angesehen.',
  'foreign.playable': 'Sie lässt sich spielen. Die Prüfung läuft noch oder wurde angehalten.',
  'foreign.sound': 'Sie ist in Ordnung: Es gibt nichts zu verbessern.',
  'foreign.playableFaults':
    'Zu verbessern: {count}. Sie lässt sich trotzdem spielen, denn was nicht stimmt, steht in Skripten, Hinweisen, Links, Namen oder Übersetzungen.',
  'foreign.unplayable':
    'Sie lässt sich noch nicht spielen. Zu verbessern: {count}. Ihre Form, ihre Welt, ihre Ziele oder die Worte zu einem Schritt stimmen nicht.',
  'foreign.play': 'Diese Lektion spielen',
  'foreign.playLong': '„{title}“ spielen',
  'foreign.findings': 'Was die Prüfung gefunden hat',
  'foreign.more': 'Und {count} weitere.',
} as const;
