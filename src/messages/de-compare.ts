// The compare view and the chooser of dialects in German.

import type { enCompare } from './en-compare';

export const deCompare: Partial<Record<keyof typeof enCompare, string>> = {
  'compare.open': 'Vergleichen',
  'compare.openLong': 'Servern anderer Art dasselbe sagen',
  'compare.title': 'Dieselben Worte an mehrere Server',
  'compare.lead':
    'Was im Gespräch {number} an {host} gesendet wurde, Servern anderer Art gesagt, die dieselben Leute kennen. Am Labor ändert hier nichts etwas.',
  'compare.back': 'Zurück zum Labor',
  'compare.servers': 'Server',
  'compare.own': 'dieser Server',
  'compare.nothing': 'Noch gibt es kein Gespräch zu vergleichen.',
  'compare.nothingHint': 'Verbinde dich mit einem Mailserver und sag etwas; dann lassen sich dieselben Worte auch anderen sagen.',
  'compare.few': 'Wähl mindestens zwei Server.',
  'compare.table': 'Antworten, Zeile für Zeile',
  'compare.greeting': 'beim Verbinden',
  'compare.letter.many': '{n} Zeilen des Briefs',
  'compare.agree.code': 'derselbe Code',
  'compare.agree.digit': 'dieselbe erste Ziffer',
  'compare.agree.none': 'sie sind verschieden',
  'compare.quit': 'geschlossen',
  'compare.hungUp': 'aufgelegt',
  'compare.before': 'nicht gehört: Der Server hatte aufgelegt',
  'compare.after': 'nicht gehört: Das Gespräch war zu Ende',
  'compare.silence': 'keine Antwort',

  'dialect.title': 'Wie die Mailserver reden',
  'dialect.lead': 'Gib einem Server eine andere Art; ab der nächsten Verbindung grüßt er so.',
  'dialect.strict-teach': 'genau nach dem RFC, sagt, was falsch war',
  'dialect.postfix-like': 'Postfix wie in Debian',
  'dialect.exim-like': 'Exim wie in Debian',
  'dialect.sendmail-like': 'Sendmail, der Veteran',
  'dialect.exchange-like': 'Exchange, in einem Büro',
  'dialect.bigmail-like': 'ein sehr großer Anbieter',
  'dialect.1990-like': 'ein Server von 1990, ohne EHLO',
};
