// A client's end of an SMTP session without a network: says octets, hears replies, lets time pass.

import type { Bytes } from '../../src/engine/kernel/bytes';
import { seedFor } from '../../src/engine/kernel/random';
import type { Instant } from '../../src/engine/kernel/schedule';
import { expire, hangUp, openSession, receive } from '../../src/engine/smtp/session';
import type { AcceptedMessage, Effect, Peer, SmtpServer, SmtpSession, Step } from '../../src/engine/smtp/types';
import type { Talker } from './play';

export type RecordedEvent = Extract<Effect, { type: 'record' }>['event'];

/** The client of the recorded dialogues. */
export const LOCALHOST: Peer = { address: '127.0.0.1', name: 'localhost' };

export class Conversation implements Talker {
  session: SmtpSession;
  now: Instant = 0;
  /** Everything the server sent, greeting included. */
  heard: Bytes = '';
  /** True once the server hung up. */
  closed = false;
  readonly events: RecordedEvent[] = [];
  readonly accepted: AcceptedMessage[] = [];
  readonly effects: Effect[] = [];

  constructor(
    readonly server: SmtpServer,
    peer: Peer = LOCALHOST,
    seed = 1,
  ) {
    const step = openSession(server, peer, this.now, seedFor(seed, server.hostname));
    this.session = step.session;
    this.take(step);
  }

  /** Sends these pieces, one segment each, and returns what the server answered. What comes after the server hung up is lost. */
  say(...pieces: Bytes[]): Bytes {
    return this.hearing(() => {
      for (const piece of pieces) if (!this.closed) this.take(receive(this.session, piece, this.now, this.server));
    });
  }

  /** Lets `duration` ms pass and returns what the server said in it. */
  wait(duration: number): Bytes {
    const until = this.now + duration;
    return this.hearing(() => {
      while (!this.closed && this.session.deadline <= until) {
        this.now = this.session.deadline;
        this.take(expire(this.session, this.now, this.server));
        if (!this.closed && this.session.deadline <= this.now) throw new Error('the deadline did not move');
      }
      this.now = until;
    });
  }

  /** Lets time go by unnoticed. */
  pass(duration: number): void {
    this.now += duration;
  }

  /** Hangs up. */
  leave(): void {
    this.take(hangUp(this.session, this.now, this.server));
  }

  private hearing(act: () => void): Bytes {
    const before = this.heard.length;
    act();
    return this.heard.slice(before);
  }

  private take({ session, effects }: Step): void {
    this.session = session;
    for (const effect of effects) {
      this.effects.push(effect);
      if (effect.type === 'send') this.heard += effect.bytes;
      if (effect.type === 'close') this.closed = true;
      if (effect.type === 'deliver') this.accepted.push(effect.message);
      if (effect.type === 'record') this.events.push(effect.event);
    }
  }
}
