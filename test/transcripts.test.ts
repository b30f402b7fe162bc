// Faithfulness: the server is played against dialogues recorded from a real Postfix and a real Exim (see the
// README there). Every recorded file is either played, or stands below with the reason why it cannot be yet.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storedFor } from './support/delivery';
import { maskedLetter } from './support/loose';
import { looseView, play, wordingView } from './support/play';
import { RECORDED_IN, SERVICES } from './support/reference';
import { annotate, parseTranscript } from './support/transcript';

const FOLDER = new URL('./transcripts/smtp/', import.meta.url);

/** Reasons why a dialogue is not played. */
const REASONS = {
  tls: 'needs TLS, which the server does not offer',
  auth: 'needs AUTH, which the server does not offer',
} as const;

const EXCLUDED: Record<keyof typeof REASONS, readonly string[]> = {
  tls: ['smtps-starttls', 'starttls-before-ehlo', 'starttls-forgets', 'starttls-injection', 'strict-starttls-mail'],
  auth: [
    'sub-after-tls-no-auth',
    'sub-auth-bad-base64',
    'sub-auth-cancel',
    'sub-auth-login',
    'sub-auth-mechanisms',
    'sub-auth-other-sender',
    'sub-auth-plain',
    'sub-auth-unknown-rcpt',
    'sub-auth-unknown-user',
    'sub-auth-wrong-password',
    'sub-before-tls',
    'sub-no-from',
  ],
};

/** Where our server differs on purpose. */
const CHOSEN = {
  /** EHLO keywords that Postfix or Exim offers and we do not: a server offers only what it does. */
  keywords: ['STARTTLS', 'PIPECONNECT'],
  /** Exim's HELP lists AUTH and STARTTLS. */
  wording: ['exim-vrfy-help'],
} as const;

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4));
const read = (name: string) => parseTranscript(`${name}.txt`, readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8'));
const excluded = Object.values(EXCLUDED).flat();
const played = names.filter((name) => !excluded.includes(name));

describe('the recorded dialogues', () => {
  it('are all there, and all read without error', () => {
    expect(names).toHaveLength(128);
    for (const name of names) expect(read(name).steps.length, name).toBeGreaterThan(1);
  });

  it('are left out only once and only if they exist', () => {
    expect([...excluded].sort()).toEqual([...new Set(excluded)].sort());
    expect(excluded.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('are left out only for a reason that their text shows', () => {
    const shows: Record<keyof typeof REASONS, RegExp> = {
      tls: /^TLS$|^# service: smtps$/m,
      auth: /^# service: submission$/m,
    };
    for (const reason of Object.keys(REASONS) as (keyof typeof REASONS)[]) {
      for (const name of EXCLUDED[reason]) expect(read(name).source.join('\n'), `${name}: ${REASONS[reason]}`).toMatch(shows[reason]);
    }
  });

  it('are played against a server we have', () => {
    expect(played.filter((name) => SERVICES[read(name).service] === undefined)).toEqual([]);
  });
});

describe('the server answers as was recorded', () => {
  it.each(played)('%s', (name) => {
    const transcript = read(name);
    const { differences } = play(transcript, SERVICES[transcript.service]!, looseView(CHOSEN.keywords));
    if (differences.length > 0) expect.fail(`${transcript.title}\n${annotate(transcript, differences)}`);
  });
});

describe('the server words it as was recorded', () => {
  const chosen: readonly string[] = CHOSEN.wording;

  it.each(played.filter((name) => !chosen.includes(name)))('%s', (name) => {
    const transcript = read(name);
    const { differences } = play(transcript, SERVICES[transcript.service]!, wordingView(CHOSEN.keywords));
    if (differences.length > 0) expect.fail(`${transcript.title}\n${annotate(transcript, differences)}`);
  });
});

describe('the server stores what Postfix stored', () => {
  const withLetter = played.filter((name) => Object.keys(read(name).delivered).length > 0);

  it.each(withLetter)('%s', (name) => {
    const transcript = read(name);
    const { conversation } = play(transcript, SERVICES[transcript.service]!, looseView(CHOSEN.keywords));
    for (const [user, letters] of Object.entries(transcript.delivered)) {
      expect(maskedLetter(storedFor(user, conversation.accepted), RECORDED_IN)).toEqual(maskedLetter(letters, RECORDED_IN));
    }
  });
});
