// A client's end of an SMTP session with a listener of a world: the same as Conversation (smtp.ts), over a connection.

import type { Bytes } from '../../src/engine/kernel/bytes';
import type { ConnectionId } from '../../src/engine/kernel/trace';
import { finish, runUntil, send, takeNotices } from '../../src/engine/world';
import { connectOutside } from '../../src/engine/world/outside';
import type { World } from '../../src/engine/world-types';
import type { Talker } from './play';

export class WorldConversation implements Talker {
  heard: Bytes = '';
  closed = false;
  private readonly connection: ConnectionId;

  constructor(
    readonly world: World,
    host: string,
    port: number,
  ) {
    this.connection = connectOutside(world, { owner: 'client', host, port });
    this.run(0);
  }

  say(...pieces: Bytes[]): Bytes {
    return this.hearing(() => {
      for (const piece of pieces) {
        send(this.world, this.connection, piece);
        this.run(0);
      }
    });
  }

  wait(duration: number): Bytes {
    return this.hearing(() => this.run(duration));
  }

  pass(duration: number): void {
    this.run(duration);
  }

  leave(): void {
    finish(this.world, this.connection);
    this.run(0);
  }

  private hearing(act: () => void): Bytes {
    const before = this.heard.length;
    act();
    return this.heard.slice(before);
  }

  private run(duration: number): void {
    runUntil(this.world, this.world.now + duration);
    for (const { notice } of takeNotices(this.world)) {
      if (notice.type === 'data') this.heard += notice.bytes;
      if (notice.type === 'finished' || notice.type === 'reset') this.closed = true;
    }
  }
}
