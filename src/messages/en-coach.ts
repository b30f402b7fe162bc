// What the coach says: one sentence on what was received and what the server was waiting for. It never
// judges. `M01` and so on are the misconceptions that the sentence answers.

export const enCoach = {
  'coach.M01':
    'You asked {address} for port 23, the login service that telnet means when it is given no number; a mail server listens on port 25.',
  'coach.M02':
    '{host} received MAIL, but it was still waiting for a greeting: a session that carries mail begins with EHLO and the name of your machine.',
  'coach.M03': '{host} received {verb} and a bare address; it was waiting for a path, which is an address between < and >.',
  'coach.M03.inFront':
    '{host} received {verb} and something in front of the <; it was waiting for the path right behind {keyword} with nothing between.',
  'coach.M03.keyword':
    '{host} received {verb}; it was waiting for {keyword} in one piece, and then a path, which is an address between < and >.',
  'coach.M03.open': '{host} received {verb} and a path that has no end; it was waiting for the > behind the address.',
  'coach.M03.accepted':
    '{host} let a path without < and > pass, but the standard writes every path between them and a stricter server refuses it.',
  'coach.M04.before': '{host} received a blank before the colon; it was waiting for {keyword} in one piece with the path right behind it.',
  'coach.M04.refused': '{host} received a blank after the colon; it was waiting for the path right behind {keyword} with nothing between.',
  'coach.M04.accepted': '{host} let the blank behind {keyword} pass, but the standard has none there and a stricter server refuses it.',
  'coach.M05':
    '{host} received the octet {octet} inside your command: a key that corrects travels like any other, and it was waiting for a line without it.',
  'coach.M06': '{host} received a line that ends with LF alone; it was waiting for CR LF, the two octets 0D 0A.',
  'coach.M07': '{host} is still receiving your letter and says nothing until a line comes that holds a single dot.',
  'coach.M08': '{host} received a dot that is not alone on its line; it is still waiting for a line that holds a dot and nothing else.',
  'coach.M09':
    '{host} received a line that begins with a dot and took that dot away; it was waiting for one more dot in front of such a line.',
  'coach.M10':
    '{host} received text right behind the header; it was waiting for an empty line there, and put one in where it took the text to begin.',
  'coach.M11':
    '{host} received {field} as if it were a command; it was waiting for a real one, and takes the lines of a letter only after DATA.',
  'coach.M12':
    '{host} received a letter that names {address}, who is not on the envelope and gets nothing: RCPT decides, and it never reads To or Cc.',
  'coach.M13':
    '{host} received a Bcc line inside the letter, which many servers hand on for every reader to see: a blind copy is a RCPT that the letter does not mention.',
  'coach.M14':
    'With this 250 {host} has taken responsibility for the letter (its queue id is {queueId}); it does not say that the letter was delivered, let alone read.',
  'coach.M15.words':
    '{host} answered {verb} with {code}, as {other} did, in other words: programs go by the digits, the words are for people.',
  'coach.M15.refused':
    '{host} received {verb} and answered {code}: the 5 says no, whatever the words, and it is waiting for your next command.',
  'coach.M16': '{host} received the next command before it had answered this one; it was waiting for you to read its reply first.',
  'coach.M17':
    '{host} received EHLO again, but it had said yes already: {code} in {lines} lines is one reply, and the hyphen means only that more lines follow.',
  'coach.M18.again':
    '{host} received the same {verb} again and answered {code} again: a 5 does not change by repeating, and it is waiting for something else.',
  'coach.M18.later':
    '{host} answered {verb} with {code}: the 4 says not now, so a program keeps the letter and tries the same again later.',
  'coach.M19':
    '{exchanger} does not know {host} yet and said so with a 4: it takes the letter when it is brought again, and {host} will do that by itself.',
  'coach.M20':
    '{host} received the letter from {client}, which had asked for the exchangers itself; a mail program hands its letters to the server of its own house, and that one asks.',
  'coach.M21':
    '{host} has the number {preference} in the list; a mail server would call {best} first, because {lowest} is lower and the lowest is preferred.',
  'coach.M22':
    '{host} found an address where the exchanger of {domain} should be; it was looking for the name of a host, and a server that keeps to the standard takes nothing else.',
  'coach.M22.lenient':
    '{host} found an address where the exchanger of {domain} should be and called it all the same; a stricter server gives the letter back.',
  'coach.M22.zone':
    'The zone {apex} names {address} as an exchanger; an MX record names a host, and the address stands in a record of that host.',
  'coach.M23':
    '{host} found that the exchanger of {domain} is an alias; it was looking for a name that has an address of its own, and only lenient servers follow an alias here.',
  'coach.M24': '{host} looked for {name}, in which the zone stands twice; somewhere in the zone of {domain} a name lacks its final dot.',
  'coach.M24.answer':
    'The exchanger of {domain} is called {name} here: in the zone file the name lacks its final dot, so the zone was added.',
  'coach.M24.zone': 'The zone {apex} says {name} now: a name without a final dot gets the name of the zone behind it.',
  'coach.M25':
    '{host} looked for somebody to give the letter for {domain} to and found itself first in the list; it has no mailboxes there, so only a server with a lower number could help.',
  'coach.M26': '{host} found no MX record for {domain} and took the address of the domain itself: no record is not a no.',
  'coach.M26.none':
    '{domain} exists and has no such record: a mail server then takes the address of the domain itself, as an exchanger with preference 0.',
  'coach.M29':
    '{address} said neither yes nor no on port 25: a machine that is off looks the same as a filter on the way that swallows what you send.',
  'coach.M29.queue':
    '{host} got no answer at all and keeps the letter: the other server may be off, or something on the way swallows what is sent to port 25.',
  'coach.M51':
    '{host} sent its report to {to}, the address in MAIL FROM; what the From line of the letter says, {author}, is not read for this.',
  'coach.M52': '{host} received {wish} and answered {code}, because it had not offered DSN: it was waiting for the command without it.',
  'coach.order.greeting': '{host} received {verb}, but it was still waiting for a greeting: EHLO and the name of your machine.',
  'coach.order.envelope': '{host} received {verb}, but it holds no envelope yet: it was waiting for MAIL.',
  'coach.order.recipient': '{host} received {verb}, but the envelope names no recipient yet: it was waiting for RCPT.',
  'coach.order.open':
    '{host} received {verb}, but an envelope is open already: it was waiting for RCPT or DATA, or for RSET to begin again.',
  'coach.unfinished': '{host} has received no complete command: what you typed still waits for its line end, which Enter sends.',
} as const;
