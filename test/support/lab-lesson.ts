import type { Lesson } from '../../src/lesson/types';
import { smallWorld } from './small-world';

/** A lesson without steps in the smallest world: enough for a lab. */
export const labLesson = (): Lesson => ({
  slug: 'small',
  number: 0,
  support: 'goal',
  rfc: [],
  world: smallWorld(),
  steps: [],
  prose: {},
  solution: [],
  transcript: null,
  also: [],
  miss: [],
  variants: null,
  hash: '',
});
