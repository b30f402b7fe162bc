// The list of keys in German.

import type { enKeys } from './en-keys';

export const deKeys: Partial<Record<keyof typeof enKeys, string>> = {
  'keys.title': 'Tasten',
  'keys.open': 'Liste der Tasten',
  'keys.close': 'Schließen',
  'keys.singles': 'Die Taste ? öffnet diese Liste, wo sie kein Text ist',
  'keys.or': 'oder',
  'keys.name.Ctrl': 'Strg',
  'keys.name.Shift': 'Umschalt',
  'keys.name.Home': 'Pos1',
  'keys.name.End': 'Ende',
  'keys.name.PageUp': 'Bild auf',
  'keys.name.PageDown': 'Bild ab',

  'keys.page': 'Überall',
  'keys.page.help': 'diese Liste',
  'keys.page.next': 'weiter zum nächsten Schritt',
  'keys.page.tab': 'zum nächsten Bedienelement; mit Umschalt zu dem davor',
  'keys.page.tabs': 'zwischen den Reitern einer Reihe',
  'keys.page.divider':
    'auf der Linie zwischen zwei Teilen: sie verschieben; Pos1 und Ende so weit es geht, Enter zurück, wo sie gewöhnlich ist',
  'keys.page.close': 'schließen, was sich geöffnet hat',

  'keys.terminal': 'Im Terminal',
  'keys.terminal.enter': 'die Zeile abschicken',
  'keys.terminal.history': 'Zeilen, die du vorher getippt hast',
  'keys.terminal.tab': 'das Wort ergänzen; zweimal zeigt, was möglich ist',
  'keys.terminal.leave': 'das Terminal verlassen',
  'keys.terminal.interrupt': 'unterbrechen; mit markiertem Text: ihn kopieren',
  'keys.terminal.end': 'Ende der Eingabe',
  'keys.terminal.escape': 'das Fluchtzeichen von telnet',
  'keys.terminal.paste': 'einfügen, auch mehrere Zeilen',

  'keys.plain': 'In der Eingabezeile des Terminals mit nur Text',
  'keys.plain.complete': 'das Wort ergänzen, oder zeigen, was möglich ist',

  'keys.time': 'Zeit, von überall',
  'keys.time.undo': 'das Letzte zurücknehmen, was du getan hast',
  'keys.time.redo': 'es wieder tun',
  'keys.time.pause': 'die Zeit anhalten oder weiterlaufen lassen',
  'keys.time.step': 'die Zeit anhalten und das Nächste auf der Leitung geschehen lassen',
  'keys.time.stepBack': 'das Ereignis davor ansehen',
  'keys.time.pace': 'schneller, langsamer',
  'keys.time.timeline': 'zur Zeitleiste',
  'keys.time.continue': 'vom gezeigten vergangenen Moment aus weitermachen',
  'keys.time.now': 'zurück zum Jetzt',

  'keys.track': 'Auf der Zeitleiste',
  'keys.track.events': 'zum Ereignis davor oder danach',
  'keys.track.answers': 'zur Antwort danach oder davor',
  'keys.track.ends': 'zum Anfang, zum Jetzt',
  'keys.track.zoom': 'näher, ferner; wieder das Ganze',

  'keys.ladder': 'In der Leiter',
  'keys.ladder.rows': 'zur Zeile darunter oder darüber',
  'keys.ladder.ends': 'zur ersten oder zur neuesten Zeile',
  'keys.ladder.open': 'den Moment der Zeile überall zeigen; noch einmal: zurück in die Gegenwart',
  'keys.ladder.leave': 'zurück in die Gegenwart',
};
