import { describe, expect, it } from 'vitest';
import { advanceConversations, momentOf } from '../../../src/views/project/conversations';
import { transactionAt } from '../../../src/views/project/envelope';
import { stateAt } from '../../../src/views/project/state';
import { accepted, goodbye, opening, recipients, Scribe, writing } from './traces';

function at({ trace, connection }: Scribe, selected: number | null = null) {
  const moment = momentOf(advanceConversations(null, trace, trace.length), trace, selected, connection);
  return { state: moment && stateAt(moment), transaction: moment && transactionAt(moment) };
}
const seqOf = ({ trace }: Scribe, verb: string) => trace.find((event) => event.type === 'smtp.exchange' && event.verb === verb)!.seq;
const reset = (scribe: Scribe, verb: 'RSET' | 'EHLO', before: 'recipients' | 'ready') =>
  scribe.say({ verb, line: `${verb}\r\n`, reply: '250 2.0.0 Ok', before, after: 'ready' });

describe('the state at a moment', () => {
  it('is nothing before the greeting and connected after it', () => {
    expect(at(new Scribe().connect()).state).toBeNull();
    expect(at(new Scribe().connect().open()).state).toEqual({
      host: 'mx1.campus.example',
      dialect: 'strict-teach',
      helloRequired: true,
      state: 'connected',
      step: null,
    });
  });

  it('tells what moved, what was refused, and what was no way out', () => {
    expect(at(opening()).state).toMatchObject({ state: 'sender', step: { verb: 'MAIL', before: 'ready', outcome: 'moved' } });
    const scribe = recipients();
    expect(at(scribe, seqOf(scribe, 'DATA')).state).toMatchObject({
      state: 'ready',
      step: { verb: 'DATA', code: 503, outcome: 'illegal' },
    });
    expect(at(scribe, seqOf(scribe, 'RCPT')).state).toMatchObject({ state: 'sender', step: { code: 550, outcome: 'refused' } });
    const idle = scribe.say({ verb: 'NOOP', line: 'NOOP\r\n', reply: '250 2.0.0 Ok', before: 'recipients', after: 'recipients' });
    expect(at(idle).state).toMatchObject({ state: 'recipients', step: { outcome: 'stayed' } });
  });

  it('is closed after QUIT, after 421 and after a reset', () => {
    expect(at(goodbye(accepted())).state).toMatchObject({ state: 'closed', step: { verb: 'QUIT', outcome: 'moved' } });
    expect(at(opening().notice('421 4.4.2 timeout\r\n', 'sender')).state).toMatchObject({
      state: 'closed',
      step: { code: 421, outcome: 'hungUp', before: 'sender' },
    });
    const cut = opening();
    cut.add({ type: 'net.reset', connection: 1, side: 'client' });
    expect(at(cut).state).toMatchObject({ state: 'closed', step: { verb: 'MAIL' } });
  });

  it('says who hung up on a forbidden line', () => {
    const scribe = opening().say({
      verb: 'GET',
      line: 'GET /\r\n',
      reply: '221 2.7.0 Goodbye.',
      before: 'sender',
      after: 'closed',
      legal: false,
    });
    expect(at(scribe).state).toMatchObject({ state: 'closed', step: { outcome: 'hungUp', code: 221 } });
  });

  it('says who hung up with a refusal', () => {
    const scribe = opening().say({ verb: 'RCPT', line: 'RCPT\r\n', reply: '421 4.7.0 enough', before: 'sender', after: 'closed' });
    expect(at(scribe).state).toMatchObject({ state: 'closed', step: { verb: 'RCPT', outcome: 'hungUp', code: 421, before: 'sender' } });
  });

  it('lets a refused letter end the content all the same', () => {
    const scribe = writing().say({ verb: 'END', line: '.\r\n', reply: '554 5.6.0 no', before: 'content', after: 'ready' });
    expect(at(scribe).state).toMatchObject({ state: 'ready', step: { outcome: 'moved', code: 554 } });
  });

  it('knows whether this server wants a hello, whatever its dialect does', () => {
    expect(at(new Scribe().connect().open('postfix-like')).state).toMatchObject({ helloRequired: false });
    expect(at(new Scribe().connect().open()).state).toMatchObject({ helloRequired: true });
  });

  it('follows the selected row into its own conversation', () => {
    const scribe = opening();
    const first = seqOf(scribe, 'EHLO');
    scribe.connection = 2;
    scribe.connect('mx2.campus.example').open('postfix-like');
    expect(at(scribe).state).toMatchObject({ host: 'mx2.campus.example', state: 'connected' });
    expect(at(scribe, first).state).toMatchObject({ host: 'mx1.campus.example', state: 'ready' });
    expect(at(scribe, 99_999).state).toMatchObject({ host: 'mx2.campus.example' });
  });
});

describe('the envelope', () => {
  it('holds sender and recipients, the refused ones apart', () => {
    const { transaction } = at(recipients());
    expect(transaction!.reversePath).toBe('you@campus.example');
    expect(transaction!.forwardPaths.map(({ path, code, accepted }) => [path, code, accepted])).toEqual([
      ['nobody@campus.example', 550, false],
      ['full@campus.example', 452, false],
      ['ada@campus.example', 250, true],
    ]);
  });

  it('is empty before MAIL, and after RSET or EHLO', () => {
    const scribe = opening();
    expect(at(scribe, seqOf(scribe, 'EHLO')).transaction).toBeNull();
    expect(at(reset(recipients(), 'RSET', 'recipients')).transaction).toBeNull();
    expect(at(reset(recipients(), 'EHLO', 'recipients')).transaction).toBeNull();
  });

  it('stays after the dot until the next one begins, and keeps the null path', () => {
    const scribe = accepted();
    expect(at(scribe).transaction).toMatchObject({ stage: 'accepted', queueId: '4RkX2b1zQz' });
    scribe.say({ verb: 'MAIL', line: 'MAIL FROM:<>\r\n', reply: '250 2.1.0 Ok', before: 'ready', after: 'sender', path: '' });
    expect(at(scribe).transaction).toEqual({ reversePath: '', forwardPaths: [], stage: 'none', content: '' });
  });

  it('is forgotten when the conversation ends before the dot, and kept after it', () => {
    expect(at(recipients().notice('421 4.4.2 timeout\r\n', 'recipients')).transaction).toBeNull();
    expect(at(goodbye(recipients())).transaction).toBeNull();
    const cut = writing();
    cut.add({ type: 'net.reset', connection: 1, side: 'client' });
    expect(at(cut).transaction).toBeNull();
    expect(at(goodbye(accepted())).transaction).toMatchObject({ stage: 'accepted' });
  });

  it('is not changed by a refused MAIL, EHLO or RSET', () => {
    const refused = recipients().say({
      verb: 'MAIL',
      line: 'MAIL FROM:<x>\r\n',
      reply: '503 5.5.1 nested MAIL',
      before: 'recipients',
      after: 'recipients',
      legal: false,
    });
    expect(at(refused).transaction!.forwardPaths).toHaveLength(3);
  });
});

describe('the letter', () => {
  it('grows with the content, without the extra dot', () => {
    const scribe = writing();
    expect(at(scribe).transaction).toMatchObject({ stage: 'writing' });
    expect(at(scribe).transaction!.content).toContain('\r\n.dot\r\n');
    expect(at(scribe.content('more\r\n')).transaction!.content.endsWith('see you.\r\nmore\r\n')).toBe(true);
  });

  it('is shown with its queue id also when the dot itself is selected', () => {
    const scribe = accepted();
    expect(at(scribe, seqOf(scribe, 'END')).transaction).toMatchObject({ stage: 'accepted', queueId: '4RkX2b1zQz' });
  });

  it('can be refused for good or for now', () => {
    const end = (reply: string) => writing().say({ verb: 'END', line: '.\r\n', reply, before: 'content', after: 'ready' });
    expect(at(end('552 5.3.4 too big')).transaction).toMatchObject({ stage: 'refused', code: 552 });
    expect(at(end('451 4.3.0 later')).transaction).toMatchObject({ stage: 'later', code: 451 });
  });
});
