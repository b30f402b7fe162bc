// The sending side meets servers. Each dialogue is a reviewed file beside this one: S is what the server said, C each write of
// the client, V a verdict. However the server's octets are cut, the client does the same.

import { describe, expect, it } from 'vitest';
import { printable } from '../../../../src/engine/mail/ascii';
import type { Bytes } from '../../../../src/engine/kernel/bytes';
import { byteByByte } from '../../../support/feed';
import { Handover, LETTER, MANNER } from '../../../support/client';
import { DIALOGUES, type Dialogue } from './dialogues';

type Cut = (writes: readonly Bytes[]) => Bytes[][];

const whole: Cut = (writes) => writes.map((write) => [write]);
const single: Cut = (writes) => writes.map((write) => (isWord(write) ? [write] : byteByByte(write)));
/** Each write brings the first octet of the next one along. */
const withTail: Cut = (writes) =>
  writes.map((write, i) => [
    isWord(write) ? write : write.slice(i > 0 ? 1 : 0) + (isWord(writes[i + 1]) ? '' : (writes[i + 1] ?? '').charAt(0)),
  ]);

const isWord = (write = '') => write === 'LOST' || write === 'WAIT';

function shown(mark: string, octets: Bytes): string[] {
  const lines = octets.split(/(?<=\n)/).map((line) => line.replace(/\r?\n$/, ''));
  const readable = (line: Bytes) => printable(line).replace(/[\x80-\xff]/g, (octet) => `\\x${octet.charCodeAt(0).toString(16)}`);
  return lines.map((line, i) => `${mark}${i > 0 ? '+' : ':'} ${readable(line)}`.trimEnd());
}

function played({ manner, letter = LETTER, server }: Dialogue, cut: Cut): string {
  const client = new Handover(letter, { ...MANNER, ...manner });
  const lines: string[] = [];
  const tell = (effects: typeof client.effects) => {
    for (const effect of effects) {
      if (effect.type === 'send') lines.push(...shown('C', effect.bytes));
      if (effect.type === 'close') lines.push('C-CLOSE');
      if (effect.type === 'verdict') {
        const { forwardPath, kind, status, during, trouble, reply, passedOnDsn } = effect.verdict;
        const facts = [forwardPath, kind, status, reply?.code ?? '-', during || '-', trouble ?? '-', passedOnDsn ? 'DSN passed on' : ''];
        lines.push(`V: ${facts.filter((fact) => fact !== '').join(' | ')}`);
      }
    }
  };
  cut(server).forEach((pieces, i) => {
    const before = client.effects.length;
    const write = server[i]!;
    lines.push(...(isWord(write) ? [write] : shown('S', write)));
    for (const piece of pieces) {
      if (piece === 'LOST') client.loses();
      else if (piece === 'WAIT') client.waits();
      else client.hears(piece);
    }
    tell(client.effects.slice(before));
  });
  return `${lines.join('\n')}\n`;
}

describe.each(Object.keys(DIALOGUES))('%s', (name) => {
  const dialogue = DIALOGUES[name]!;

  it('is the reviewed dialogue', async () => {
    await expect(played(dialogue, whole)).toMatchFileSnapshot(`./${name.replaceAll(',', '').replaceAll(' ', '-').toLowerCase()}.txt`);
  });

  it('is the same octet by octet, and with a tail', () => {
    expect(played(dialogue, single)).toBe(played(dialogue, whole));
    expect(played(dialogue, withTail)).toBe(played(dialogue, whole));
  });

  it('ends with one verdict for each recipient, and a hang-up', () => {
    const { letter = LETTER, manner, server } = dialogue;
    const client = new Handover(letter, { ...MANNER, ...manner });
    for (const write of server) {
      if (write === 'LOST') client.loses();
      else if (write === 'WAIT') client.waits();
      else client.hears(write);
    }
    expect(client.verdicts.map(({ forwardPath }) => forwardPath).sort()).toEqual(
      letter.envelope.recipients.map(({ forwardPath }) => forwardPath).sort(),
    );
    expect([client.closed, client.session.state, client.effects.at(-1)?.type]).toEqual([true, 'closed', 'close']);
    expect(client.effects.filter(({ type }) => type === 'close')).toHaveLength(1);
  });
});
