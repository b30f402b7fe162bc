import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/engine/kernel/trace';
import { speakers } from '../../../src/views/project/dialects';
import { smallWorld } from '../../support/small-world';
import { traceOf } from '../../lesson/events';

describe('how servers speak', () => {
  const trace: TraceEvent[] = traceOf(
    { type: 'lab.dialect', host: 'mx1.campus.example', dialect: 'exim-like' },
    { type: 'lab.dialect', host: 'mx1.campus.example', dialect: 'strict-teach' },
  );

  it('is what they were given until it is switched', () => {
    const at = (count: number) => speakers(smallWorld(), trace, count);
    expect(at(0)).toEqual([{ host: 'mx1.campus.example', given: 'postfix-like', dialect: 'postfix-like' }]);
    expect([1, 2].map((count) => at(count)[0]!.dialect)).toEqual(['exim-like', 'strict-teach']);
  });

  it('leaves out machines that are off', () => {
    const world = smallWorld();
    world.hosts['mx1.campus.example']!.down = true;
    expect(speakers(world, trace, 2)).toEqual([]);
  });
});
