// Faithfulness of a whole world: the recorded dialogues are played over connections, against the listeners of
// test/worlds/reference, which bear the names of the recorded servers. Letters are read in the mailboxes they reach.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWorld, runUntil } from '../src/engine/world';
import { openEdge } from '../src/engine/world/outside';
import type { World, WorldData } from '../src/engine/world-types';
import { maskedLetter } from './support/loose';
import { looseView, playWith } from './support/play';
import { RECORDED_IN } from './support/reference';
import { annotate, parseTranscript, type Transcript } from './support/transcript';
import { WorldConversation } from './support/world-conversation';

const FOLDER = new URL('./transcripts/smtp/', import.meta.url);
const { $schema: _, ...REFERENCE } = JSON.parse(
  readFileSync(new URL('./worlds/reference/world.json', import.meta.url), 'utf8'),
) as WorldData & {
  $schema?: string;
};

/** What the world has no listener for: TLS and AUTH. */
const NEEDS_TLS = /^TLS$|^# service: (submission|smtps)$|^C\+?: STARTTLS/m;
/** EHLO keywords that Exim offers and nothing here stands behind. */
const NOT_OFFERED = ['PIPECONNECT'];

const transcripts = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => parseTranscript(file, readFileSync(new URL(file, FOLDER), 'utf8')));
/** Chosen: recorded at 127.0.0.1, which was then an address of the server; in a world it is that of whoever comes from outside. */
const CHOSEN = ['Address literals as domains'];
const played = transcripts.filter(({ source, title }) => !NEEDS_TLS.test(source.join('\n')) && !CHOSEN.includes(title));

/** A fresh world, and a client at the listener that a dialogue was recorded with. */
function begin({ service }: Transcript): { world: World; client: WorldConversation } {
  const world = createWorld(REFERENCE, 1);
  openEdge(world);
  for (const { name, services } of Object.values(world.hosts)) {
    const found = services.find((candidate) => candidate.protocol === 'smtp' && candidate.service === service);
    if (found) return { world, client: new WorldConversation(world, name, found.port) };
  }
  throw new Error(`no listener is called ${service}`);
}

describe('the listeners of the reference world answer as was recorded', () => {
  it('and nearly all dialogues can be played', () => {
    expect(transcripts.length).toBe(128);
    expect(played.length).toBeGreaterThanOrEqual(108);
  });

  it.each(played.map((transcript) => [transcript.title, transcript] as const))('%s', (_, transcript) => {
    const { client } = begin(transcript);
    const differences = playWith(transcript, client, looseView(NOT_OFFERED));
    if (differences.length > 0) expect.fail(`${transcript.title}\n${annotate(transcript, differences)}`);
  });
});

describe('the mailboxes of the reference world hold what was recorded', () => {
  const withLetters = played.filter(({ delivered }) => Object.keys(delivered).length > 0);

  it.each(withLetters.map((transcript) => [transcript.title, transcript] as const))('%s', (_, transcript) => {
    const { world, client } = begin(transcript);
    playWith(transcript, client, looseView(NOT_OFFERED));
    runUntil(world, world.now + 1000);
    for (const [user, letters] of Object.entries(transcript.delivered)) {
      const stored = world.sites['campus']!.mailboxes[user]!.messages.map(({ content }) => content).join('');
      expect(maskedLetter(stored, RECORDED_IN)).toEqual(maskedLetter(letters, RECORDED_IN));
    }
  });
});
