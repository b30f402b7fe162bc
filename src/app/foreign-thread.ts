/** A thread with the linter for lessons from a disk. */
export const linterThread = () => new Worker(new URL('./foreign-worker.ts', import.meta.url), { type: 'module' });
