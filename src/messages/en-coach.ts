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
  'coach.M04.before': '{host} received a blank before the colon; it was waiting for {keyword} in one piece with the path right behind it.',
  'coach.M04.refused': '{host} received a blank after the colon; it was waiting for the path right behind {keyword} with nothing between.',
  'coach.M04.accepted': '{host} let the blank behind {keyword} pass, but the standard has none there and a stricter server refuses it.',
  'coach.M07': '{host} is still receiving your letter and says nothing until a line comes that holds a single dot.',
  'coach.M14':
    'With this 250 {host} has taken responsibility for the letter (its queue id is {queueId}); it does not say that the letter was delivered, let alone read.',
  'coach.M15.words':
    '{host} answered {verb} with {code}, as {other} did, in other words: programs go by the digits, the words are for people.',
  'coach.M15.refused':
    '{host} received {verb} and answered {code}: the 5 says no, whatever the words, and it is waiting for your next command.',
  'coach.order.greeting': '{host} received {verb}, but it was still waiting for a greeting: EHLO and the name of your machine.',
  'coach.order.envelope': '{host} received {verb}, but it holds no envelope yet: it was waiting for MAIL.',
  'coach.order.recipient': '{host} received {verb}, but the envelope names no recipient yet: it was waiting for RCPT.',
  'coach.order.open':
    '{host} received {verb}, but an envelope is open already: it was waiting for RCPT or DATA, or for RSET to begin again.',
  'coach.unfinished': '{host} has received no complete command: what you typed still waits for its line end, which Enter sends.',
} as const;
