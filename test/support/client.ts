// A server's end of an SMTP session without a network: says octets to the sending side, hears its commands, lets time pass.

import type { Bytes } from '../../src/engine/kernel/bytes';
import type { Instant } from '../../src/engine/kernel/schedule';
import { clientExpire, clientLost, clientReceive, DEFAULT_TIMEOUTS, openClient } from '../../src/engine/smtp/client';
import type { ClientEffect, ClientLetter, ClientManner, ClientSession, ClientStep, Verdict } from '../../src/engine/smtp/client-types';

export type ClientRecord = Extract<ClientEffect, { type: 'record' }>['event'];

export const MANNER: ClientManner = { hostname: 'mx1.campus.example', timeouts: DEFAULT_TIMEOUTS, pipelining: false, chunking: false };

export const LETTER: ClientLetter = {
  envelope: {
    reversePath: 'ada@campus.example',
    recipients: [{ forwardPath: 'bram@partner.example' }, { forwardPath: 'cleo@partner.example' }],
    utf8: false,
  },
  content: 'Subject: x\r\n\r\n.one\r\ntwo\r\n',
};

export class Handover {
  session: ClientSession;
  now: Instant = 0;
  /** Each write of the client. */
  readonly writes: Bytes[] = [];
  /** True once the client hung up. */
  closed = false;
  readonly verdicts: Verdict[] = [];
  readonly records: ClientRecord[] = [];
  readonly effects: ClientEffect[] = [];

  constructor(
    readonly letter: ClientLetter = LETTER,
    readonly manner: ClientManner = MANNER,
  ) {
    this.session = openClient(letter, manner, this.now);
  }

  /** The server sends these pieces, one segment each; returns what the client answered. */
  hears(...pieces: Bytes[]): Bytes {
    return this.saying(() => {
      for (const piece of pieces) this.take(clientReceive(this.session, piece, this.now, this.manner));
    });
  }

  /** The connection is gone. */
  loses(): void {
    this.take(clientLost(this.session, this.now, this.manner));
  }

  /** Nothing comes until the client's patience is over. */
  waits(): void {
    this.now = Math.max(this.now, this.session.deadline);
    this.take(clientExpire(this.session, this.now, this.manner));
  }

  private saying(act: () => void): Bytes {
    const before = this.writes.length;
    act();
    return this.writes.slice(before).join('');
  }

  private take({ session, effects }: ClientStep): void {
    this.session = session;
    for (const effect of effects) {
      this.effects.push(effect);
      if (effect.type === 'send') this.writes.push(effect.bytes);
      if (effect.type === 'close') this.closed = true;
      if (effect.type === 'verdict') this.verdicts.push(effect.verdict);
      if (effect.type === 'record') this.records.push(effect.event);
    }
  }
}
