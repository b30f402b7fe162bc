// What a client says next (RFC 5321, 3.3). It stands with the state it has come to: greeted, it says its name; ready, it
// begins the transaction; and so on. With PIPELINING the envelope and DATA, or the first chunk, travel in one write (RFC 2920, 3.1).

import { CRLF, type Bytes } from '../kernel/bytes';
import type { SmtpClientState } from '../kernel/trace';
import { stuffDots } from '../mail/dots';
import { mailLine, offers, rcptLine, unsendable } from './client-envelope';
import { clientMachine } from './client-machine';
import { say, settle, type ClientTurn } from './client-turn';
import type { Awaited } from './client-types';
import type { Recipient } from './types';

/** Octets of a chunk. The first one may travel ahead to a server that then wants no recipient: it should not be all of a large letter. */
const CHUNK_OCTETS = 65_536;

const NEXT: Partial<Record<SmtpClientState, (turn: ClientTurn) => void>> = {
  greeted: (turn) => hello(turn, 'EHLO'),
  ready: begin,
  envelope: name,
  content: (turn) => chunks(turn),
};

/** Goes on where the last reply has led, or leaves if all is said. While replies are awaited there is nothing to do. */
export function goOn(turn: ClientTurn): void {
  if (turn.session.awaited.length > 0) return;
  if (turn.session.open.length > 0) NEXT[turn.session.state]?.(turn);
  if (turn.session.open.length === 0 && turn.session.awaited.length === 0) leave(turn);
}

/** The client's name. HELO is for a server that does not know EHLO (3.2). */
export function hello(turn: ClientTurn, verb: 'EHLO' | 'HELO'): void {
  command(turn, { verb, line: `${verb} ${turn.manner.hostname}` });
}

function begin(turn: ClientTurn): void {
  const { letter, offered } = turn.session;
  const fault = unsendable(letter, offered);
  if (fault) return settle(turn, turn.session.open, { kind: 'failed', reply: null, during: '', ...fault });
  const mail: Awaited = { verb: 'MAIL', line: mailLine(letter, offered), path: letter.envelope.reversePath };
  if (!isPipelined(turn)) return command(turn, mail);

  const { recipients } = letter.envelope;
  const commands = [mail, ...recipients.map((recipient) => rcpt(turn, recipient))];
  turn.session.named = recipients.length;
  if (isChunked(turn)) return chunks(turn, commands);
  commands.push(DATA);
  say(turn, wire(commands), ...commands);
}

/** The next recipient; after the last one, the content. */
function name(turn: ClientTurn): void {
  const { letter, named } = turn.session;
  const next = letter.envelope.recipients[named];
  if (!next) return isChunked(turn) ? chunks(turn) : command(turn, DATA);
  turn.session.named = named + 1;
  command(turn, rcpt(turn, next));
}

/** The letter after 354. If the server asks for it though it took no recipient, it gets the lone dot and nothing else (RFC 2920, 3.1). */
export function sendContent(turn: ClientTurn): void {
  const { letter, open } = turn.session;
  const content = open.length === 0 ? '' : stuffDots(letter.content);
  say(turn, `${content}.${CRLF}`, { verb: 'END', line: '.', last: true });
}

/** The next chunk, behind `before`; all that are left where they may be sent ahead and a recipient was taken (RFC 3030, 4.2). */
function chunks(turn: ClientTurn, before: readonly Awaited[] = []): void {
  const { content } = turn.session.letter;
  const commands = [...before];
  let bytes = wire(before);
  do {
    const from = turn.session.chunked;
    const octets = content.slice(from, from + CHUNK_OCTETS);
    turn.session.chunked = from + octets.length;
    const last = turn.session.chunked === content.length;
    const line = `BDAT ${octets.length}${last ? ' LAST' : ''}`;
    commands.push({ verb: 'BDAT', line, ...(last ? { last } : {}) });
    bytes += line + CRLF + octets;
  } while (before.length === 0 && isPipelined(turn) && turn.session.chunked < content.length);
  say(turn, bytes, ...commands);
}

function leave(turn: ClientTurn): void {
  turn.session.state = clientMachine.next(turn.session.state, { type: 'LEAVE' });
  command(turn, { verb: 'QUIT', line: 'QUIT' });
}

const DATA: Awaited = { verb: 'DATA', line: 'DATA' };

const rcpt = ({ session }: ClientTurn, recipient: Recipient): Awaited => ({
  verb: 'RCPT',
  line: rcptLine(recipient, session.offered),
  path: recipient.forwardPath,
});

const isPipelined = ({ session, manner }: ClientTurn) => manner.pipelining && offers(session.offered, 'PIPELINING');
const isChunked = ({ session, manner }: ClientTurn) => manner.chunking && offers(session.offered, 'CHUNKING');

function command(turn: ClientTurn, awaited: Awaited): void {
  say(turn, wire([awaited]), awaited);
}

const wire = (commands: readonly Awaited[]): Bytes => commands.map(({ line }) => line + CRLF).join('');
