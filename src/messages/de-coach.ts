// What the coach says in German: what was received, and what the server was waiting for. It never judges.

import type { enCoach } from './en-coach';

export const deCoach: Partial<Record<keyof typeof enCoach, string>> = {
  'coach.M01':
    'Du hast {address} nach Port 23 gefragt, dem Anmeldedienst, den telnet ohne Nummer meint; ein Mailserver lauscht an Port 25.',
  'coach.M02':
    '{host} hat MAIL empfangen, wartete aber noch auf einen Gruß: Eine Sitzung, die Mail befördert, beginnt mit EHLO und dem Namen deiner Maschine.',
  'coach.M03': '{host} hat {verb} und eine nackte Adresse empfangen; erwartet war ein Pfad, also eine Adresse zwischen < und >.',
  'coach.M03.inFront':
    '{host} hat {verb} und etwas vor dem < empfangen; erwartet war der Pfad gleich hinter {keyword}, ohne etwas dazwischen.',
  'coach.M03.keyword':
    '{host} hat {verb} empfangen; erwartet war {keyword} in einem Stück und dann ein Pfad, also eine Adresse zwischen < und >.',
  'coach.M03.open': '{host} hat {verb} und einen Pfad ohne Ende empfangen; erwartet war das > hinter der Adresse.',
  'coach.M03.accepted':
    '{host} hat einen Pfad ohne < und > durchgehen lassen, aber der Standard schreibt jeden Pfad dazwischen, und ein strengerer Server lehnt es ab.',
  'coach.M04.before':
    '{host} hat ein Leerzeichen vor dem Doppelpunkt empfangen; erwartet war {keyword} in einem Stück, gleich dahinter der Pfad.',
  'coach.M04.refused':
    '{host} hat ein Leerzeichen nach dem Doppelpunkt empfangen; erwartet war der Pfad gleich hinter {keyword}, ohne etwas dazwischen.',
  'coach.M04.accepted':
    '{host} hat das Leerzeichen hinter {keyword} durchgehen lassen, aber der Standard hat dort keins, und ein strengerer Server lehnt es ab.',
  'coach.M05':
    '{host} hat mitten in deinem Befehl das Oktett {octet} empfangen: Eine Taste, die verbessert, reist wie jede andere, und erwartet war eine Zeile ohne sie.',
  'coach.M06': '{host} hat eine Zeile empfangen, die nur mit LF endet; erwartet war CR LF, die zwei Oktette 0D 0A.',
  'coach.M07': '{host} empfängt noch deinen Brief und sagt nichts, bis eine Zeile kommt, auf der nur ein Punkt steht.',
  'coach.M08':
    '{host} hat einen Punkt empfangen, der nicht allein auf seiner Zeile steht, und wartet weiter auf eine Zeile mit einem Punkt und sonst nichts.',
  'coach.M09':
    '{host} hat eine Zeile empfangen, die mit einem Punkt beginnt, und den Punkt weggenommen; erwartet war vor einer solchen Zeile ein Punkt mehr.',
  'coach.M10':
    '{host} hat gleich hinter dem Kopf Text empfangen; erwartet war dort eine leere Zeile, und der Server hat eine eingesetzt, wo er den Anfang des Textes sah.',
  'coach.M11':
    '{host} hat {field} empfangen, als wäre es ein Befehl; erwartet war ein echter, denn Zeilen eines Briefs nimmt er erst nach DATA.',
  'coach.M12':
    '{host} hat einen Brief empfangen, der {address} nennt; auf dem Umschlag steht diese Adresse nicht, und sie bekommt nichts: RCPT entscheidet, To oder Cc liest der Server nie.',
  'coach.M13':
    '{host} hat im Brief eine Zeile Bcc empfangen und lässt sie für alle Lesenden stehen: Eine Blindkopie ist ein RCPT, von dem der Brief nichts sagt.',
  'coach.M14':
    'Mit diesem 250 hat {host} die Verantwortung für den Brief übernommen (seine Queue-ID ist {queueId}); dass der Brief zugestellt oder gar gelesen wurde, sagt es nicht.',
  'coach.M15.words':
    '{host} hat {verb} mit {code} beantwortet, wie {other} auch, nur in anderen Worten: Programme richten sich nach den Ziffern, die Worte sind für Menschen.',
  'coach.M15.refused':
    '{host} hat {verb} empfangen und {code} geantwortet: Die 5 sagt Nein, was immer dahinter steht, und der Server wartet auf deinen nächsten Befehl.',
  'coach.M16':
    '{host} hat den nächsten Befehl empfangen, bevor dieser beantwortet war; der Server hat darauf gewartet, dass du erst seine Antwort liest.',
  'coach.M17':
    '{host} hat noch einmal EHLO empfangen, hatte aber schon Ja gesagt: {code} in {lines} Zeilen ist eine einzige Antwort, und der Bindestrich heißt nur, dass weitere Zeilen folgen.',
  'coach.M18.again':
    '{host} hat noch einmal dasselbe {verb} empfangen und noch einmal {code} geantwortet: Eine 5 ändert sich nicht durch Wiederholen, und der Server wartet auf etwas anderes.',
  'coach.M18.later':
    '{host} hat {verb} mit {code} beantwortet: Die 4 sagt nicht jetzt, also behält ein Programm den Brief und versucht dasselbe später noch einmal.',
  'coach.M19':
    '{exchanger} kennt {host} noch nicht und hat das mit einer 4 gesagt: Kommt der Brief noch einmal, wird er genommen, und {host} bringt ihn von selbst.',
  'coach.M20':
    '{host} hat den Brief von {client} bekommen, und der hatte selbst nach den Mailservern der Domain gefragt; ein Mailprogramm gibt seine Briefe dem Server des eigenen Hauses, und der fragt.',
  'coach.M21':
    '{host} hat in der Liste die Zahl {preference}; ein Mailserver riefe zuerst {best} an, denn {lowest} ist kleiner, und die kleinste Zahl hat Vorrang.',
  'coach.M22':
    '{host} hat eine Adresse gefunden, wo der Mailserver von {domain} stehen soll; gesucht war der Name eines Hosts, und wer sich an den Standard hält, nimmt nichts anderes.',
  'coach.M22.lenient':
    '{host} hat eine Adresse gefunden, wo der Mailserver von {domain} stehen soll, und sie trotzdem angerufen; ein strengerer Server gibt den Brief zurück.',
  'coach.M22.zone':
    'Die Zone {apex} nennt {address} als Mailserver; ein MX-Eintrag nennt einen Host, und die Adresse steht in einem Eintrag dieses Hosts.',
  'coach.M23':
    'Für {host} ist der Mailserver von {domain} ein Alias; gesucht war ein Name mit eigener Adresse, und nur nachsichtige Server folgen hier einem Alias.',
  'coach.M24':
    '{host} hat nach {name} gesucht, worin die Zone doppelt steht; in der Zone von {domain} fehlt einem Namen der Punkt am Ende.',
  'coach.M24.answer':
    'Der Mailserver von {domain} heißt hier {name}: In der Zonendatei fehlt dem Namen der Punkt am Ende, also kam die Zone noch dazu.',
  'coach.M24.zone': 'Die Zone {apex} sagt jetzt {name}: Ein Name ohne Punkt am Ende bekommt den Namen der Zone angehängt.',
  'coach.M25':
    '{host} hat jemanden für den Brief an {domain} gesucht und sich selbst als Ersten in der Liste gefunden; Postfächer hat er dort nicht, also hülfe nur ein Server mit kleinerer Zahl.',
  'coach.M26': '{host} hat für {domain} keinen MX-Eintrag gefunden und die Adresse der Domain selbst genommen: Kein Eintrag ist kein Nein.',
  'coach.M26.none':
    '{domain} gibt es, aber keinen solchen Eintrag: Ein Mailserver nimmt dann die Adresse der Domain selbst, als Mailserver mit der Zahl 0.',
  'coach.M29':
    '{address} hat auf Port 25 weder ja noch nein gesagt: Eine ausgeschaltete Maschine sieht genauso aus wie ein Filter unterwegs, der alles verschluckt.',
  'coach.M29.queue':
    '{host} hat gar keine Antwort bekommen und behält den Brief: Der andere Server kann aus sein, oder etwas unterwegs verschluckt, was an Port 25 geht.',
  'coach.M51':
    '{host} hat seinen Bericht an {to} geschickt, die Adresse aus MAIL FROM; was in der From-Zeile des Briefs steht, {author}, wird dafür nicht gelesen.',
  'coach.M52':
    '{host} hat {wish} empfangen und {code} geantwortet, weil es DSN nicht angeboten hatte; erwartet war der Befehl ohne diesen Wunsch.',
  'coach.order.greeting': '{host} hat {verb} empfangen, wartete aber noch auf einen Gruß: EHLO und den Namen deiner Maschine.',
  'coach.order.envelope': '{host} hat {verb} empfangen, hält aber noch keinen Umschlag: Erwartet war MAIL.',
  'coach.order.recipient': '{host} hat {verb} empfangen, aber der Umschlag nennt noch keinen Empfänger: Erwartet war RCPT.',
  'coach.order.open':
    '{host} hat {verb} empfangen, aber ein Umschlag ist schon offen: Erwartet war RCPT oder DATA, oder RSET, um neu zu beginnen.',
  'coach.unfinished': '{host} hat noch keinen ganzen Befehl empfangen: Was du getippt hast, wartet auf sein Zeilenende, das Enter sendet.',
};
