// Reads the dialogues of test/transcripts. A dialogue is a list of steps: what the client does, then
// what the server said to it until the client did something else. The format is in the README there.

import { CRLF, encodeUtf8, LF, type Bytes } from '../../src/engine/kernel/bytes';

export interface Step {
  /** Line of the file on which the client's part ends, counted from 1; where a mark belongs if the replies differ. */
  line: number;
  does: 'connect' | 'send' | 'wait' | 'tls' | 'close';
  /** Client lines, sent in one write. */
  lines: Bytes[];
  /** What the server sent then. */
  expected: Bytes;
  serverCloses: boolean;
}

export interface Transcript {
  name: string;
  title: string;
  service: string;
  /** Milliseconds that a WAIT lasts. */
  quiet: number;
  steps: Step[];
  /** Letters as stored, by user, one after the other; CR LF line ends. */
  delivered: Record<string, Bytes>;
  /** The file's lines. */
  source: string[];
}

const MARKED = /^([CSD])(\\n|~|!)?(\+)?:(?: (.*))?$/s;
const WORDS: Record<string, Step['does']> = { WAIT: 'wait', TLS: 'tls', CLOSE: 'close' };

/** A dialogue from the text of its file. Throws a SyntaxError that names file and line. */
export function parseTranscript(name: string, text: string): Transcript {
  const source = text.replace(/\n$/, '').split('\n');
  const head = headOf(source);
  const steps: Step[] = [step('connect', 0)];
  const delivered: Record<string, Bytes> = {};
  let reader = '';
  let open = false; // the last step still takes client lines
  source.forEach((shown, index) => {
    const line = index + 1;
    const fail = (why: string): never => {
      throw new SyntaxError(`${name}:${line}: ${why}: ${shown}`);
    };
    if (shown.trim() === '' || shown.startsWith('#')) return;
    const last = steps.at(-1)!;
    const marked = MARKED.exec(shown);
    if (marked) {
      const [, side, end = '', more, rest = ''] = marked;
      const bytes = octets(end, rest) ?? fail('not hexadecimal');
      if (side === 'D') delivered[reader] = (delivered[reader] ?? fail('no DELIVERED before it')) + bytes;
      else if (side === 'S') last.expected += open ? fail('the client has not finished its write') : bytes;
      else {
        const current = open ? last : step('send', line);
        if (!open) steps.push(current);
        current.lines.push(bytes);
        current.line = line;
        open = more === '+';
      }
    } else if (shown === 'S-CLOSE') last.serverCloses = true;
    else if (shown.startsWith('DELIVERED ')) delivered[(reader = shown.slice(10))] = '';
    else {
      const does = WORDS[shown] ?? fail('cannot read line');
      const held = open ? steps.pop()!.lines : [];
      steps.push({ ...step(does, line), lines: held });
      open = false;
    }
  });
  return {
    name,
    title: head.title ?? name,
    service: head.service ?? 'smtp',
    quiet: Number(head.quiet ?? 0.5) * 1000,
    steps,
    delivered,
    source,
  };
}

const step = (does: Step['does'], line: number): Step => ({ line, does, lines: [], expected: '', serverCloses: false });

function headOf(source: string[]): Record<string, string> {
  const head: Record<string, string> = {};
  for (const line of source) {
    const match = /^#\s*([\w-]+):\s*(.*)$/.exec(line);
    if (match) head[match[1]!] = match[2]!;
  }
  return head;
}

function octets(end: string, rest: string): Bytes | undefined {
  if (end !== '!') return encodeUtf8(rest) + { '': CRLF, '\\n': LF, '~': '' }[end]!;
  if (!/^([0-9a-f]{2})*$/i.test(rest)) return undefined;
  return (rest.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('');
}

/** The dialogue with marks: notes stand under the lines they belong to. Long lines are cut. */
export function annotate(transcript: Transcript, notes: { line: number; text: string[] }[]): string {
  const short = (line: string) => (line.length > 160 ? `${line.slice(0, 150)} ... (${line.length})` : line);
  return transcript.source
    .flatMap((shown, index) => {
      const here = notes.filter((note) => Math.max(note.line, 1) === index + 1);
      return [
        `${here.length > 0 ? '>>' : '  '} ${short(shown)}`,
        ...here.flatMap((note) => note.text.map((text) => `      | ${short(text)}`)),
      ];
    })
    .join('\n');
}
