// npm starts a program through a shell and, told to end, ends the shell only. So under npm the bridge watches whether
// the one that started it is still there.

/** How often it is looked. Milliseconds. */
const LOOK = 250;
/** A SIGHUP may have been meant for everybody: then the shell has gone, and the bridge was asked to go on. Milliseconds. */
const GRACE = 1_000;

/** Read at once: it may be gone a moment later. */
const startedBy = process.ppid;

/** Calls `gone` when the shell that npm used has ended, but not of a SIGHUP. Without npm it does nothing. */
export function watchNpm(gone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  let parent = startedBy;
  let hungUp = -Infinity;
  process.on('SIGHUP', () => (hungUp = performance.now()));
  setInterval(() => {
    if (process.ppid === parent) return;
    parent = process.ppid;
    if (performance.now() - hungUp > GRACE) gone();
  }, LOOK).unref();
}
