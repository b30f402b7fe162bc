// The worker that makes the page work offline (src/worker), seen from the page: it is started once the page
// stands, and when a newer version of the page waits, the person is told. The page is never swapped under them.

import { whenIdle } from './idle';
import type { Notice } from './notice';

/** Milliseconds after which a page that is looked at again asks for a newer version. */
const HOUR = 60 * 60_000;

/** Lets the page work offline, where the browser can. `tell` gets what is to be said; `save` is called before the page is loaded anew. */
export function workOffline(tell: (notice: Notice) => void, save: () => void): void {
  // Browsers have no workers for pages that came over plain http, nor the development server for its own.
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  void whenIdle(() => {
    navigator.serviceWorker.register('./worker.js', { updateViaCache: 'none' }).then(
      (registration) => follow(registration, tell, save),
      () => undefined, // refused, as storage may be: the page works as long as there is a network
    );
  });
}

function follow(registration: ServiceWorkerRegistration, tell: (notice: Notice) => void, save: () => void): void {
  const look = (worker: ServiceWorker | null) => {
    // Without a version before it, it is the first one: nothing waits for it.
    if (worker?.state === 'installed' && registration.active) tell(newVersion(worker, tell, save));
  };
  look(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => look(worker));
  });

  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => undefined); // offline
  });
}

function newVersion(worker: ServiceWorker, tell: (notice: Notice) => void, save: () => void): Notice {
  const run = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell({ ...newVersion(worker, tell, save), key: 'notice.versionTabs' });
    worker.addEventListener('statechange', () => {
      if (worker.state !== 'activated') return;
      save();
      location.reload();
    });
    worker.postMessage('start', [port2]);
  };
  return { key: 'notice.version', actions: [{ label: 'notice.versionNow', run }] };
}
