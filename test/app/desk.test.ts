import { describe, expect, it } from 'vitest';
import { Desk } from '../../src/app/desk.svelte';
import { Session } from '../../src/app/session.svelte';
import { Recordings } from '../../src/app/storage';
import { isPlain } from '../../src/app/terminal-mode';
import { catalogue, firstLesson } from './lessons';

const memoryOnly = () =>
  new Recordings(
    () => Promise.reject(new Error('none')),
    () => undefined,
  );

describe('a desk', () => {
  it('has no session until one is needed, and then one for good', async () => {
    let fetched = 0;
    const desk = new Desk(() => {
      fetched++;
      return Promise.resolve(new Session(catalogue, memoryOnly()));
    });
    desk.close();
    expect([fetched, desk.session, desk.shown]).toEqual([0, null, null]);
    const [a, b] = await Promise.all([desk.fetch(), desk.fetch()]);
    expect(a).toBe(b);
    expect(await desk.open(firstLesson.slug)).toBe(true);
    expect(desk.session).toBe(a);
    expect(desk.shown?.view.lesson.slug).toBe(firstLesson.slug);
    expect(fetched).toBe(1);
  });

  it('shows nothing of a lesson that was left before it came', async () => {
    const desk = new Desk(() => Promise.resolve(new Session(catalogue, memoryOnly())));
    const opening = desk.open(firstLesson.slug);
    desk.close();
    await opening;
    expect(desk.shown).toBeNull();
  });

  it('says when the session cannot be fetched, and tries again', async () => {
    let online = false;
    const desk = new Desk(() => (online ? Promise.resolve(new Session(catalogue, memoryOnly())) : Promise.reject(new Error('offline'))));
    await expect(desk.open(firstLesson.slug)).rejects.toThrow('offline');
    desk.close();
    online = true;
    expect(await desk.open(firstLesson.slug)).toBe(true);
  });
});

describe('the terminal', () => {
  it.each([
    ['plain', false, true],
    ['keys', true, false],
    ['auto', true, true],
    ['auto', false, false],
  ] as const)('in mode %s, on a touch screen %s, is plain: %s', (mode, touch, plain) => {
    expect(isPlain(mode, touch)).toBe(plain);
  });
});
