import { describe, expect, it } from 'vitest';
import type { TraceBody, TraceEvent, TraceEventOf } from '../../../src/engine/kernel/trace';
import { t } from '../../../src/messages/t';
import { journeyOf, progressOn, stateOf } from '../../../src/views/project/journey';
import { turnsOf } from '../../../src/views/project/journey-steps';
import { advanceLetters } from '../../../src/views/project/letters';
import { mailboxesAt } from '../../../src/views/project/mailboxes';
import { queuesAt } from '../../../src/views/project/queue';
import { reportParts } from '../../../src/views/project/report-parts';
import { whyOf } from '../../../src/views/project/why';
import { HOUR, labWith, movingWorld, traceWith } from '../../support/moving-world';

const MINUTE = 60_000;
const world = movingWorld();

const ofType = <T extends TraceBody['type']>(trace: readonly TraceEvent[], type: T) =>
  trace.filter((event): event is TraceEventOf<T> => event.type === type);
const lettersOf = (trace: readonly TraceEvent[], count = trace.length) => advanceLetters(null, trace, count);

describe('a journey', () => {
  const trace = traceWith([['bram@partner.example']]);
  const letters = lettersOf(trace);
  const journey = journeyOf(letters, letters.all.at(-1)!);

  it('is the same from whichever host one looks', () => {
    expect(journeyOf(letters, letters.all[0]!)).toEqual(journey);
    expect(stateOf(journey)).toBe('arrived');
  });

  it('tells each step on all hosts', () => {
    expect(journey.steps.map(({ key }) => key)).toEqual([
      'journey.accepted',
      'journey.try',
      'journey.exchanger',
      'journey.accepted',
      'journey.delivered',
      'journey.relayed',
    ]);
  });

  it('goes over one connection typed by hand and one between servers', () => {
    expect(journey.hops.map(({ from, to, outcome, carried }) => [from, to, outcome, carried?.queueId ?? null])).toEqual([
      ['ws1.campus.example', 'smtp.campus.example', 'passed', null],
      ['smtp.campus.example', 'mx.partner.example', 'passed', letters.all[0]!.queueId],
    ]);
  });

  it('knows how far the letter has come at each instant', () => {
    const hop = journey.hops[1]!.connection;
    const {
      seq: sent,
      at,
      arrives,
    } = ofType(trace, 'net.bytes').find(({ connection, bytes }) => connection === hop && bytes.endsWith('\r\n.\r\n'))!;
    expect(progressOn(trace, hop, at - 1, sent)).toBe(0);
    expect(progressOn(trace, hop, (at + arrives) / 2, sent + 1)).toBeCloseTo(0.5);
    expect(progressOn(trace, hop, arrives, trace.length)).toBe(1);
  });
});

describe('a letter to a host that is down', () => {
  const trace = traceWith([['cleo@island.example']], 6 * HOUR);
  const letters = lettersOf(trace);

  it('waits in the queue of its host, with its past and its future', () => {
    const [queue, ...others] = queuesAt(letters, world);
    expect(others).toEqual([]);
    const [waiting] = queue!.waiting;
    const since = waiting!.since;
    expect(waiting!.tries.map((at) => (at - since) / MINUTE)).toEqual([0, 30, 60, 180, 300]);
    expect((waiting!.nextTry! - since) / HOUR).toBe(7);
    expect(waiting!.planned.slice(0, 2).map((at) => (at - since) / HOUR)).toEqual([9, 11]);
    expect((waiting!.expires - since) / HOUR).toBe(120);
    expect(waiting).toMatchObject({ trying: null, warned: true, warnAt: null, forwardPaths: ['cleo@island.example'] });
    expect(waiting!.troubles).toMatchObject([{ status: '4.4.1' }]);
  });

  it('plans what then really happens', () => {
    const later = ofType(traceWith([['cleo@island.example']], 130 * HOUR), 'mail.try').map(({ at }) => at);
    const [waiting] = queuesAt(letters, world)[0]!.waiting;
    expect([waiting!.nextTry, ...waiting!.planned]).toEqual(later.slice(5, -1));
  });

  it('is being tried between the call and the silence', () => {
    const call = trace.findIndex(({ type }) => type === 'mail.exchanger');
    const [queue] = queuesAt(lettersOf(trace, call + 1), world);
    expect(queue!.waiting[0]).toMatchObject({ trying: 1, nextTry: null, planned: [], warned: false });
    expect(queue!.waiting[0]!.warnAt! - queue!.waiting[0]!.since).toBe(4 * HOUR);
  });

  it('is one turn for tries that ended alike', () => {
    const journey = journeyOf(letters, letters.all[0]!);
    expect(stateOf(journey)).toBe('waiting');
    expect(turnsOf(journey.steps).map(({ first, tries }) => [first.key, tries])).toEqual([
      ['journey.accepted', 1],
      ['journey.try', 4],
      ['journey.reported.delayed', 1],
      ['journey.written', 1],
      ['journey.delivered', 1],
      ['journey.try', 1],
    ]);
    expect(journey.hops[1]).toMatchObject({ times: 5, outcome: 'failed' });
  });
});

describe('mailboxes', () => {
  const trace = traceWith([['staff@campus.example', 'nobody@partner.example']]);
  const boxes = mailboxesAt(world, trace, trace.length);

  it('hold letters and reports, newest first, the empty ones behind', () => {
    expect(boxes.map(({ user, letters }) => [user, letters.map(({ subject, report }) => [subject, report])])).toEqual([
      [
        'you',
        [
          ['Undelivered Mail Returned to Sender', true],
          ['Soup', false],
        ],
      ],
      ['ada', [['Soup', false]]],
      ['bram', []],
      ['cleo', []],
    ]);
  });

  it('forget what was deleted and mark what was read', () => {
    const owner = { host: 'smtp.campus.example', site: 'campus', user: 'you' };
    const more: TraceEvent[] = [
      { seq: trace.length, at: 0, type: 'mail.read', ...owner, uid: 2 },
      { seq: trace.length + 1, at: 0, type: 'mail.deleted', ...owner, uid: 1 },
    ];
    const [you] = mailboxesAt(world, [...trace, ...more], trace.length + 2);
    expect(you!.letters.map(({ event, read }) => [event.uid, read])).toEqual([[2, true]]);
  });

  it('show a report in its three parts', () => {
    const { header, body } = boxes[0]!.letters[0]!.event;
    const parts = reportParts(header, body);
    expect(parts.map(({ kind }) => kind)).toEqual(['people', 'programs', 'letter']);
    expect(parts[0]!.text).toContain('nobody@partner.example');
    expect(parts[1]!.text).toMatch(/^Reporting-MTA: dns; smtp\.campus\.example\r\n/);
    expect(parts[2]!.text).toMatch(/\r\nSubject: Soup\r\n[^]*\r\n\r\nAt noon\?\r\n/);
  });

  it('see no report in other letters', () => {
    const { header, body } = boxes[1]!.letters[0]!.event;
    expect(reportParts(header, body)).toEqual([]);
    expect(reportParts('Content-Type: multipart/report; boundary=x\r\n', 'no parts at all')).toEqual([]);
  });
});

describe('why', () => {
  const told = (trace: readonly TraceEvent[], seq: number) => whyOf(trace, seq)!.steps.map(({ key, values }) => t(key, values));

  it('a letter came back: from the report over the try to the reply, and to whoever typed it', () => {
    const trace = traceWith([['nobody@partner.example']]);
    const [delivered] = ofType(trace, 'mail.delivered');
    expect(told(trace, delivered!.seq)).toEqual([
      'smtp wrote a report to you@campus.example',
      'smtp had given up on nobody@partner.example, 5.1.1',
      expect.stringMatching(/^the answer to RCPT TO:<nobody@partner\.example> was 550 /),
      'smtp had called mx.partner.example [198.51.100.130]',
      'the mail exchangers of partner.example are, by preference, 10 mx.partner.example',
      'smtp tried to hand the letter on, attempt 1',
      expect.stringMatching(/^smtp had taken responsibility for the letter, as /),
      'somebody typed . at the terminal main',
    ]);
    const [bounced] = ofType(trace, 'mail.bounced');
    expect(whyOf(trace, bounced!.seq)).toMatchObject({ because: { key: 'because.move.refused' }, rule: { rfc: 5321, section: '4.2.1' } });
    const heard = whyOf(trace, bounced!.seq)!.steps[0]!;
    expect(trace[heard.seq!]).toMatchObject({ type: 'smtp.exchange', verb: 'RCPT', code: 550 });
  });

  it('a letter was given up: its tries, counted', () => {
    const trace = traceWith([['cleo@island.example']], 130 * HOUR);
    const [bounced] = ofType(trace, 'mail.bounced');
    expect(whyOf(trace, bounced!.seq)).toMatchObject({ because: { key: 'because.move.expired' }, rule: { rfc: 5321, section: '4.5.4.1' } });
    const steps = told(trace, bounced!.seq);
    expect(steps).toContain('nobody answered there, and waiting was given up');
    expect(steps).toContain(`${ofType(trace, 'mail.try').length - 1} earlier tries had come to nothing`);
    expect(steps.length).toBeLessThan(10);
  });

  it('a letter waits on the second host: only that one’s tries are counted', () => {
    const data = movingWorld();
    data.zones['island.example']!.push('@ MX 20 backup', 'backup A 198.51.100.150');
    data.hosts['backup.island.example'] = {
      addresses: ['198.51.100.150'],
      network: 'isp',
      services: [{ port: 25, protocol: 'smtp', dialect: 'postfix-like', relayDomains: ['island.example'] }],
    };
    const { trace } = labWith([['cleo@island.example']], HOUR + MINUTE, data).world;
    const last = ofType(trace, 'mail.deferred').at(-1)!;
    expect(last).toMatchObject({ host: 'backup.island.example', attempt: 3 });
    const steps = told(trace, last.seq);
    expect(steps).toContain('2 earlier tries had come to nothing');
    expect(steps.filter((step) => step.startsWith('smtp tried'))).toEqual(['smtp tried to hand the letter on, attempt 1']);
  });

  it('a letter waits, and was handed on', () => {
    const trace = traceWith([['cleo@island.example'], ['bram@partner.example']]);
    const because = (type: 'mail.deferred' | 'mail.relayed') => whyOf(trace, ofType(trace, type)[0]!.seq)!.because.key;
    expect([because('mail.deferred'), because('mail.relayed')]).toEqual(['because.move.unreached', 'because.move.relayed']);
  });
});
