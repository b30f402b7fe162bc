// Mounts the page.

import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-500.css';
import '@fontsource/ibm-plex-mono/latin-600.css';
import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-500.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import './views/theme.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { builtIn } from './app/lessons';
import { Preferences } from './app/preferences.svelte';
import { Session } from './app/session.svelte';
import { connectDatabase, Recordings } from './app/storage';

const catalogue = builtIn();
const recordings: Recordings = new Recordings(connectDatabase, () => session.tell({ key: 'notice.storage' }));
const session = new Session(catalogue, recordings);

mount(App, { target: document.getElementById('app')!, props: { catalogue, recordings, session, preferences: new Preferences() } });
