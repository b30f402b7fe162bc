import { describe, expect, it } from 'vitest';
import { sessionText } from '../../src/lab/session-text';
import { send } from '../../src/engine/world';
import { call } from '../support/small-world';

describe('a conversation as text', () => {
  it('has a line for each line that was said', () => {
    const caller = call().rest().say('HELO ws1', 'NOOP gr\xc3\xbc\xc3\x9fe \x1b[2J \xff');
    send(caller.world, caller.connection, 'RSET\nQUI');
    caller.rest();
    expect(sessionText(caller.world.trace, caller.connection)).toBe(
      [
        'S: 220 mx1.campus.example ESMTP Postfix (Debian/GNU)',
        'C: HELO ws1',
        'C: NOOP grüße ^[[2J \\xff',
        'S: 250 mx1.campus.example',
        'S: 500 5.5.2 Error: bad UTF-8 syntax',
        'C\\n: RSET',
        'S: 250 2.0.0 Ok',
        'C~: QUI',
        '',
      ].join('\n'),
    );
  });

  it('is only that of one connection', () => {
    expect(sessionText(call().rest().world.trace, 99)).toBe('');
  });
});
