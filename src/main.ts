// Mounts the page.

import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-600.css';
import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import './views/theme.css';
import './views/contrast.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { builtIn } from './app/built-in';
import { ForeignLessons } from './app/foreign';
import { speakLanguage } from './app/language';
import { languageFor, Preferences } from './app/preferences.svelte';
import { Desk } from './app/desk.svelte';
import { keepRecordings } from './app/keeping';
import { Notices } from './app/notices.svelte';
import { parseRoute } from './app/route';
import { isPlain, TOUCH } from './app/terminal-mode';
import { workOffline } from './app/worker';

const foreign = new ForeignLessons();
const catalogue = foreign.beside(builtIn());
const notices = new Notices();
const recordings = keepRecordings(notices, () => desk);
const preferences = new Preferences();
const desk: Desk = new Desk(async () => {
  // The largest part; without this line it would only be asked for when the room has come.
  if (!isPlain(preferences.choices.terminal, matchMedia(TOUCH).matches)) import('./views/terminal/xterm').catch(() => undefined);
  const { Session } = await import('./room');
  return new Session(catalogue, recordings);
});

const route = parseRoute(location.hash);
if (route.page === 'lesson') for (const part of [desk.fetch(), catalogue.fetch(route.slug)]) part.catch(() => undefined); // App says so

await speakLanguage(languageFor(preferences.choices.language, navigator.languages));
mount(App, { target: document.getElementById('app')!, props: { catalogue, foreign, recordings, desk, notices, preferences } });
workOffline(
  (notice) => notices.tell('version', notice),
  () => desk.session?.save(),
);
