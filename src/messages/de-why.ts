// Why a server answered as it did, in German.

import type { enWhy } from './en-why';

export const deWhy: Partial<Record<keyof typeof enWhy, string>> = {
  'why.open': 'Warum {code}?',
  'why.close': 'Zurück zur Zeile',
  'why.rule': 'Die Regel: RFC {rfc}, {section}',
  'why.chain': 'Wie es dazu kam',
  'why.lineSent': 'der Client hat {line} gesendet',
  'why.emptySent': 'der Client hat eine leere Zeile gesendet',
  'why.typedSo': 'das hat jemand am Terminal {terminal} getippt',
  'why.typed': 'jemand hat am Terminal {terminal} {line} getippt',
  'why.patience': 'eine Weile war vom Client nichts gekommen',
  'why.recipientRefused': 'RCPT für {path} wurde mit {code} beantwortet, also kam niemand hinzu',
  'why.bareLine': 'eine Zeile des Briefs endete nur mit LF',
  'why.errors': '{n} Befehle waren in diesem Gespräch abgelehnt worden',
  'why.state': '{host} war im Zustand {state}',
  'why.moved': '{verb} wurde mit {code} beantwortet und führte von {before} nach {after}',
  'why.greeted': '{host} hatte mit {code} gegrüßt',
  'why.connected': '{from} hatte sich mit {to} verbunden, Port {port}',
  'why.began': 'begonnen mit dem Befehl {line}',

  'why.heard': 'die Antwort auf {line} war {code} {reply}',
  'why.heardGreeting': 'der andere Server grüßte mit {code} {reply}',
  'why.called': '{host} hatte {next} [{address}] angerufen',
  'why.line.refused': 'die Verbindung wurde abgelehnt',
  'why.line.unreachable': 'kein Weg führte zu dieser Adresse',
  'why.line.timeout': 'dort hat niemand geantwortet, das Warten wurde aufgegeben',
  'why.line.abandoned': 'das Warten wurde aufgegeben',
  'why.route.mx': 'die Mailserver von {domain} sind, nach Vorrang, {exchangers}',
  'why.route.implicit': '{domain} hat keinen MX-Eintrag, also gilt die eigene Adresse: {exchangers}',
  'why.route.literal': 'die Adresse selbst sagt, wohin: {exchangers}',
  'why.route.relayHost': 'alle Post nach auswärts geht über {exchangers}; sie war für {domain}',
  'why.named': 'die Nameserver sagten {status} zu {name} {type}',
  'why.tried': '{host} hat versucht, den Brief weiterzugeben, Versuch {attempt}',
  'why.triedOnce': 'ein früherer Versuch war vergeblich',
  'why.triedBefore': '{n} frühere Versuche waren vergeblich',
  'why.deferred': '{host} hatte den Brief behalten, {status}',
  'why.bounced': '{host} hatte es mit {path} aufgegeben, {status}',
  'why.reported': '{host} hat {to} einen Bericht geschrieben',
  'why.accepted': '{host} hatte die Verantwortung für den Brief übernommen, als {queueId}',

  'because.move.relayed': 'Mit 250 nach dem Punkt hat {next} die Verantwortung übernommen; von da an ist der Brief allein seine Sache.',
  'because.move.delivered':
    'Der Empfänger ist hier zu Hause: Der Brief kommt ins Postfach, und sein Rückweg wird zum Return-Path ganz oben.',
  'because.move.discarded':
    'Über einen Bericht wird nie berichtet, sonst könnten zwei Server einander ewig schreiben. Darum endet er hier, und der Grund ist festgehalten.',
  'because.move.warned':
    'Der Brief wartet noch. Die Warnung ist eine Höflichkeit: Nichts ist verloren, und niemand muss ihn noch einmal schicken.',
  'because.move.reported':
    'Wer die Verantwortung übernommen hat und nicht zustellen kann, muss es dem Absender sagen, in einem Brief an den Rückweg.',
  'because.move.unreached':
    'Kein Server war zu erreichen. Das kann vorübergehen, darum wird der Brief behalten und wieder versucht: vier bis fünf Tage lang, mit Pausen von mindestens einer halben Stunde.',
  'because.move.later':
    'Der andere Server sagte 4yz: jetzt nicht. Später kann dasselbe gelingen, darum wird der Brief behalten und wieder versucht.',
  'because.move.expired':
    'Jeder Versuch misslang, bis die Zeit des Briefs um war. Nach vier bis fünf Tagen darf ein Server aufgeben, und dann muss er es sagen.',
  'because.move.nullMx': 'Die Domain hat den MX-Eintrag „.“: Sie nimmt gar keine Post an und sagt es vorher.',
  'because.move.loop': 'Der Brief kam im Kreis zurück. Ihn wieder weiterzugeben nähme kein Ende, darum geht er zurück.',
  'because.move.refused':
    '{next} sagte 5yz: nein, und dasselbe noch einmal bekommt dieselbe Antwort. Also gibt es nichts, worauf zu warten wäre.',
  'because.move.noUser':
    'Der Server hatte den Brief schon angenommen, als er merkte, dass hier niemand dieses Postfach hat. Jetzt schuldet er einen Bericht.',
  'because.move.noWay': 'Die Namen führen zu keinem Server dieser Domain, und ein neuer Versuch würde daran nichts ändern.',

  'because.greeting': 'Der Server spricht zuerst: Er sagt, wer er ist, und wartet dann darauf, dass der Client grüßt.',
  'because.hello':
    'Auf einen Gruß antwortet der Server mit seinem eigenen Namen. Nach EHLO bietet jede weitere Zeile eine Erweiterung an; nach HELO gibt es keine.',
  'because.ok': 'NOOP bittet um eine Antwort und um sonst nichts; das ist sie.',
  'because.reset': 'RSET wirft Absender, Empfänger und jeden Brief weg. Der Gruß gilt weiter.',
  'because.senderOk':
    'Der Rückweg ist richtig geschrieben, also hat eine Übergabe begonnen. Niemand hat geprüft, ob der Absender ist, wer er zu sein sagt.',
  'because.recipientOk': 'Dieser Server nimmt Mail für {path} an. Über jedes RCPT wird für sich entschieden.',
  'because.startContent':
    'Es gibt einen Absender und mindestens einen angenommenen Empfänger. Von hier an ist jede Zeile Brief, bis auf einer ein Punkt allein steht.',
  'because.queued': 'Mit 250 nach dem Punkt übernimmt der Server die Verantwortung: Er stellt zu, oder er berichtet an den Rückweg.',
  'because.goodbye': 'Der Client hat gebeten, das Gespräch zu beenden; der Server verabschiedet sich und schließt.',
  'because.verified': '252 bestätigt nichts und bestreitet nichts: Ein Server muss Fremden nicht sagen, wen es gibt.',
  'because.mailbox': 'Der Server wurde gefragt, wer das ist, und ist so eingestellt, dass er es sagt.',
  'because.help': 'Um HELP wurde gebeten, und die Antwort ist für Menschen.',
  'because.helpTopic': 'Um HELP zu einem Befehl wurde gebeten, und die Antwort ist für Menschen.',

  'because.chunkTaken': 'Das Stück ist ganz angekommen. Weitere können folgen; vollständig ist der Brief erst mit dem, bei dem LAST steht.',
  'because.chunksQueued':
    'Mit 250 nach dem letzten Stück übernimmt der Server die Verantwortung: Er stellt den Brief zu oder berichtet an den Rückweg.',
  'because.afterChunk':
    'Wer ein Stück gesendet hat, kann nicht mit DATA weitermachen: Ein Brief kommt in Stücken oder mit DATA, nie beides.',
  'because.chunkingOff': 'Nur ein Server, der CHUNKING anbietet, nimmt einen Brief in Stücken an, und dieser bietet es nicht an.',
  'because.chunkSyntax': 'BDAT will wissen, wie viele Oktette kommen, und beim letzten Stück das Wort LAST.',
  'because.chunkTooBig': 'Mit diesem Stück ist der Brief größer, als dieser Server annimmt.',
  'because.accessRefused': 'Dieser Server hat eine eigene Regel zu {path}. Der RFC lässt Server Post aus Gründen der Hausordnung ablehnen.',
  'because.greylisted':
    'Client, Absender und Empfänger zusammen kennt der Server noch nicht. Wer es ernst meint, versucht es später wieder und kommt hinein.',
  'because.scripted':
    'Dieser Server sollte diesmal so antworten, um zu zeigen, was ein Client daraus macht. Eine Antwort 4yz heißt: jetzt nicht.',
  'because.emptyLine': 'Eine Befehlszeile beginnt mit einem Verb; diese ist leer.',
  'because.unknownCommand': 'Dieser Server kennt keinen Befehl {verb}. Was er nicht kennt, lehnt er ab und macht weiter.',
  'because.leadingSpace': 'Eine Befehlszeile beginnt mit ihrem Verb; ein Leerzeichen davor kommt in der Grammatik nicht vor.',
  'because.badUtf8': 'Befehle sind ASCII, und mit SMTPUTF8 sind sie UTF-8. Diese Oktette sind keins von beidem.',
  'because.lineTooLong': 'Eine Befehlszeile hat eine größte Länge, mindestens 512 Oktette mit CR LF; diese liegt über der dieses Servers.',
  'because.bareLf':
    'Eine Zeile endet mit CR LF und mit nichts anderem. Über ein einzelnes LF könnten zwei Server uneins sein, wo ein Brief endet.',
  'because.earlyInput':
    'Es kam mehr, bevor der Server geantwortet hatte. Vorauszusenden ist nur in Ordnung, wo PIPELINING angeboten wurde.',
  'because.forbidden': 'So redet kein Mailprogramm, also hält der Server es für etwas anderes und legt auf.',
  'because.notImplemented': 'Der Server kennt das Verb {verb}, führt es aber nicht aus.',
  'because.notAuthorized': 'Dieser Befehl ist Clients vorbehalten, die der Betreiber des Servers genannt hat.',
  'because.authenticationOff': 'AUTH ist nur in Ordnung, wo der Server es anbietet, und er tut es nicht.',
  'because.notAdvertised':
    'Eine Erweiterung darf erst verwendet werden, wenn der Server sie angeboten hat, und {verb} hat er nicht angeboten.',

  'because.needHello': 'Die Reihenfolge der Befehle steht fest: Der Gruß kommt vor der Mail, und gegrüßt hat noch niemand.',
  'because.nestedMail': 'Eine Übergabe ist schon offen: Es gibt immer nur einen Absender. RSET würde sie beenden.',
  'because.needMail': 'Die Reihenfolge der Befehle steht fest: MAIL eröffnet eine Übergabe, und keine ist offen.',
  'because.needRecipient':
    'Die Reihenfolge der Befehle steht fest: Ein Absender und mindestens ein angenommener Empfänger kommen vor DATA.',
  'because.noRecipient': 'Es ist noch niemand genannt, der den Brief bekommen soll: Mindestens ein RCPT kommt vor DATA.',
  'because.noValidRecipients': 'Niemand, der den Brief bekommen könnte, wurde angenommen, also hat es keinen Sinn, ihn zu senden.',
  'because.transactionOpen': 'Dieser Befehl hat in einer Übergabe nichts zu suchen.',
  'because.etrnNeedsHello': 'Die Reihenfolge der Befehle steht fest: Der Gruß kommt zuerst.',

  'because.pathSyntax': 'Was hinter {verb} steht, ist nicht geschrieben, wie die Regel es will.',
  'because.surplusArgument': '{verb} nimmt kein Argument dieser Art.',
  'because.missingArgument': '{verb} braucht ein Argument.',
  'because.helloSyntax': 'Ein Gruß braucht einen Namen: die Domain des Clients oder seine Adresse in eckigen Klammern.',
  'because.helloName': 'Ein Gruß nennt die Domain des Clients oder seine Adresse in eckigen Klammern; das ist keins von beidem.',
  'because.etrnSyntax': 'ETRN braucht den Namen einer Maschine, um deren Mail gebeten wird.',
  'because.etrnDomain': 'ETRN braucht den Namen einer Maschine, und das ist keiner.',
  'because.spaceAfterColon': 'Zwischen FROM: oder TO: und dem Pfad darf kein Leerzeichen stehen.',
  'because.badSender': 'Was hinter FROM: steht, ist kein Pfad, wie die Grammatik ihn hat.',
  'because.badRecipient': 'Was hinter dem Verb steht, ist kein Pfad, wie die Grammatik ihn hat.',
  'because.domainMissing': 'Eine Adresse hat einen lokalen Teil, ein @ und eine Domain. Nur postmaster kommt als Empfänger ohne aus.',
  'because.utf8Needed': 'Eine Adresse jenseits von ASCII ist nur in einer Übergabe in Ordnung, die MAIL mit SMTPUTF8 begonnen hat.',
  'because.unsupportedOption':
    'Ein Parameter hinter dem Pfad gehört zu einer Erweiterung, und dieser Server bietet keine an, zu der er gehört.',
  'because.badSize': 'Auf SIZE folgt eine Anzahl von Oktetten.',
  'because.badReturn': 'Auf RET folgt FULL oder HDRS.',
  'because.badEnvelopeId': 'Auf ENVID folgt ein Kennzeichen in xtext.',
  'because.badNotify': 'Auf NOTIFY folgt NEVER oder eine Liste aus SUCCESS, FAILURE und DELAY.',
  'because.badOriginalRecipient': 'Auf ORCPT folgen die Art der Adresse, ein Semikolon und die Adresse in xtext.',
  'because.dsnDisabled': 'Der Server bietet diesem Client DSN nicht an.',
  'because.helpUnknown': 'HELP wurde nach etwas gefragt, das der Server nicht kennt.',

  'because.declaredTooBig':
    'Der Client hat einen größeren Brief angekündigt, als dieser Server nimmt, also wird er abgelehnt, bevor er gesendet ist.',
  'because.tooBig': 'Der Brief ist größer, als dieser Server nimmt. Er musste bis zu Ende gelesen werden, bevor sich das sagen ließ.',
  'because.tooManyRecipients':
    'Eine Übergabe hat eine Grenze für Empfänger. Die anderen sind nicht verloren: Für sie beginnt der Client noch eine Übergabe.',
  'because.tooManyHops': 'Jeder Server schreibt oben ein Received hinein. So viele davon heißen, dass der Brief im Kreis läuft.',
  'because.relayDenied': 'Die Domain von {path} ist hier nicht zu Hause, und weiter trägt ein Server Mail nur für die, die er kennt.',
  'because.unknownUser':
    'Die Domain von {path} ist hier zu Hause, aber dieses Postfach gibt es nicht. Das jetzt zu sagen erspart später einen Bericht.',
  'because.mailboxFull': 'Das Postfach gibt es, aber für diesen Brief ist kein Platz darin.',
  'because.noMatch': 'Der Server wurde nach einem Namen gefragt, und niemand hier hat ihn.',
  'because.listNotUser': 'VRFY fragt nach einer einzelnen Person, und das ist eine Liste.',
  'because.userNotList': 'EXPN fragt nach einer Liste, und das ist eine einzelne Person.',
  'because.listRefused': 'Wer auf einer Liste steht, geht niemanden etwas an: Ein Server muss es nicht sagen.',
  'because.etrnRefused': 'Der Server hält für diese Maschine keine Mail bereit, die er auf Bitte senden würde.',

  'because.tooManyErrors': 'Nach so vielen Fehlern hält der Server den Client für defekt oder feindlich und beendet das Gespräch.',
  'because.timeout':
    'Ein Server wartet nicht ewig. Nach einem Schweigen von fünf Minuten oder mehr darf er schließen, und vorher sagt er es.',
  'because.shuttingDown': 'Der Server wird heruntergefahren. Er sagt es, damit der Client es später noch einmal versucht.',
};
