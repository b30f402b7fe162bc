// Answers for the server when there is none: after the first visit the whole page is on this device. A new
// version is fetched as a whole and waits until no tab shows the old one, or until the person asks for it.

import { precacheAndRoute } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;
/** Every file of the page; the build puts it here (src/build/offline.ts). */
declare const __FILES__: { url: string; revision: string | null }[];

// The page reads nothing from the query, so any query shows the same page.
precacheAndRoute(__FILES__, { ignoreURLParametersMatching: [/./], cleanURLs: false });

self.addEventListener('message', (event) => {
  if (event.data === 'start') event.waitUntil(start(event.ports[0]));
});

/** Starts this version, unless that would take the old one away from another tab: parts of it are fetched when they are needed. */
async function start(answer: MessagePort | undefined): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = tabs.filter(({ url }) => url.startsWith(self.registration.scope));
  if (ours.length > 1) answer?.postMessage('other tabs');
  else await self.skipWaiting();
}
