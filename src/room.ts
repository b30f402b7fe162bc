// What a lesson is played in: the lab, all below it, and its views. A chunk of its own (see app/desk.svelte.ts).

import './messages/whole';

export { Session } from './app/session.svelte';
export { default as LabPage } from './views/LabPage.svelte';
