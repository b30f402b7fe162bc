// The agenda of a world: a binary heap ordered by (at, seq). The sequence number makes the order
// total, so two things due at the same instant always happen in the order they were scheduled.

/** Virtual time in whole milliseconds since the world began. */
export type Instant = number;

export interface Scheduled<T> {
  at: Instant;
  seq: number;
  what: T;
}

export interface Schedule<T> {
  heap: Scheduled<T>[];
  nextSeq: number;
}

export function emptySchedule<T>(): Schedule<T> {
  return { heap: [], nextSeq: 0 };
}

/** Puts `what` on the agenda. `at` is an instant (ms), never a delay. */
export function schedule<T>(agenda: Schedule<T>, at: Instant, what: T): void {
  const { heap } = agenda;
  heap.push({ at, seq: agenda.nextSeq++, what });
  let i = heap.length - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (!isBefore(heap, i, parent)) break;
    swap(heap, i, parent);
    i = parent;
  }
}

/** What is due next, without taking it. */
export function peek<T>(agenda: Schedule<T>): Scheduled<T> | undefined {
  return agenda.heap[0];
}

/** Moves the next thing to a later instant. It keeps its place among others of that instant: its sequence number. */
export function postpone<T>(agenda: Schedule<T>, at: Instant): void {
  const first = agenda.heap[0];
  if (!first) return;
  first.at = at;
  sink(agenda.heap);
}

/** Takes the next thing off the agenda; undefined if it is empty. */
export function takeNext<T>(agenda: Schedule<T>): Scheduled<T> | undefined {
  const { heap } = agenda;
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  heap[0] = last;
  sink(heap);
  return first;
}

/** Restores the order after the root has changed. */
function sink<T>(heap: Scheduled<T>[]): void {
  let i = 0;
  for (;;) {
    let least = i;
    for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && isBefore(heap, child, least)) least = child;
    if (least === i) return;
    swap(heap, i, least);
    i = least;
  }
}

function isBefore<T>(heap: Scheduled<T>[], i: number, j: number): boolean {
  const a = heap[i]!;
  const b = heap[j]!;
  return a.at < b.at || (a.at === b.at && a.seq < b.seq);
}

function swap<T>(heap: Scheduled<T>[], i: number, j: number): void {
  const held = heap[i]!;
  heap[i] = heap[j]!;
  heap[j] = held;
}
