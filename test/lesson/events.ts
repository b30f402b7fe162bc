// Hand-made traces: events without their stamps get their places.

import type { TraceBody, TraceEvent } from '../../src/engine/kernel/trace';

/** A trace of these events, a second apart. */
export function traceOf(...bodies: TraceBody[]): TraceEvent[] {
  return bodies.map((body, seq) => ({ seq, at: seq * 1000, ...body }));
}

type Body<T extends TraceBody['type']> = Extract<TraceBody, { type: T }>;

/** A command at mx1 that was accepted with 250, unless said otherwise. */
export function exchange(line: string, more: Partial<Body<'smtp.exchange'>> = {}): Body<'smtp.exchange'> {
  const verb = (/^\s*([A-Za-z]+)/.exec(line)?.[1] ?? '').toUpperCase();
  const facts: Pick<Body<'smtp.exchange'>, 'code' | 'lines' | 'reason' | 'legal' | 'before' | 'after'> = {
    code: 250,
    lines: ['OK'],
    reason: 'ok',
    legal: true,
    before: 'ready',
    after: 'ready',
  };
  return { type: 'smtp.exchange', connection: 1, host: 'mx1.campus.example', verb, line: `${line}\r\n`, wire: '', ...facts, ...more };
}

export function greeting(more: Partial<Body<'smtp.greeting'>> = {}): Body<'smtp.greeting'> {
  return {
    type: 'smtp.greeting',
    connection: 1,
    host: 'mx1.campus.example',
    dialect: 'strict-teach',
    helloRequired: true,
    reason: 'greeting',
    wire: '',
    code: 220,
    lines: ['ready'],
    ...more,
  };
}

export function connect(port: number, connection = 1): Body<'net.connect'> {
  const ends = { from: 'ws1.campus.example', fromAddress: '192.0.2.10', to: 'mx1.campus.example', toAddress: '192.0.2.25' };
  return { type: 'net.connect', connection, ...ends, port };
}

export function failed(connection = 1): Body<'net.failed'> {
  return { type: 'net.failed', connection, reason: 'refused' };
}

export function idle(unfinished: number, connection: number | null = 1): Body<'terminal.idle'> {
  return { type: 'terminal.idle', terminal: 'main', connection, unfinished, after: 20_000 };
}

export function sent(bytes: string, connection = 1): Body<'net.bytes'> {
  return { type: 'net.bytes', connection, side: 'client', bytes, arrives: 0 };
}

export function acceptedMail(more: Partial<Body<'mail.accepted'>> = {}): Body<'mail.accepted'> {
  const envelope = { reversePath: 'you@campus.example', forwardPaths: ['ada@campus.example'], octets: 100 };
  return { type: 'mail.accepted', host: 'mx1.campus.example', connection: 1, queueId: '4F1', ...envelope, ...more };
}
