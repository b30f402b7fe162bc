// A world in which letters move: a campus that relays for its own, a partner, an island whose line is down, and a club that
// takes no letter today. Dialogues are typed at a workstation.

import type { TraceEvent } from '../../src/engine/kernel/trace';
import type { WorldData } from '../../src/engine/world-types';
import { createLab, runUntil, settle, type } from '../../src/lab/lab';
import type { Lab } from '../../src/lab/types';
import type { Lesson } from '../../src/lesson/types';
import { labLesson } from './lab-lesson';

export const HOUR = 3_600_000;

const smtp = (more: object = {}) => ({ port: 25, protocol: 'smtp' as const, dialect: 'postfix-like', ...more });

export const movingWorld = (): WorldData => ({
  start: '2024-01-15T09:00:00Z',
  networks: {
    campus: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 1 },
    isp: { prefix: '198.51.100.0/24', resolver: '192.0.2.53', latency: 14 },
    island: { prefix: '203.0.113.0/24', resolver: '192.0.2.53', latency: 280 },
  },
  sites: {
    campus: {
      domains: ['campus.example'],
      users: { you: { name: 'You' }, ada: { name: 'Ada' } },
      aliases: { postmaster: ['you'], staff: ['you', 'ada'] },
    },
    partner: { domains: ['partner.example'], users: { bram: { name: 'Bram' } } },
    island: { domains: ['island.example'], users: { cleo: { name: 'Cleo' } } },
  },
  hosts: {
    'ws1.campus.example': { addresses: ['192.0.2.10'], network: 'campus', users: ['you'] },
    'smtp.campus.example': {
      addresses: ['192.0.2.58'],
      network: 'campus',
      site: 'campus',
      mta: { schedule: 'teach' },
      services: [smtp({ insideNetworks: ['192.0.2.0/24'], relayFor: 'inside' })],
    },
    'ns1.campus.example': {
      addresses: ['192.0.2.53'],
      network: 'campus',
      services: [{ port: 53, protocol: 'dns', zones: ['campus.example', 'partner.example', 'island.example'], recursive: true }],
    },
    'mx.partner.example': { addresses: ['198.51.100.130'], network: 'isp', site: 'partner', services: [smtp()] },
    'mail.island.example': { addresses: ['203.0.113.10'], network: 'island', site: 'island', down: true, services: [smtp()] },
  },
  zones: {
    'campus.example': ['@ MX 10 smtp', 'smtp A 192.0.2.58', 'ws1 A 192.0.2.10', 'ns1 A 192.0.2.53'],
    'partner.example': ['@ MX 10 mx', 'mx A 198.51.100.130'],
    'island.example': ['@ MX 10 mail', 'mail A 203.0.113.10'],
  },
  terminals: [{ name: 'main', host: 'ws1.campus.example', user: 'you' }],
});

export const movingLesson = (world = movingWorld()): Lesson => ({ ...labLesson(), world });

/** A lab in which `you` has sent a letter by hand for each of these lists of recipients; then `wait` milliseconds pass. */
export function labWith(letters: readonly (readonly string[])[], wait = 0, world = movingWorld()): Lab {
  const lab = createLab(movingLesson(world), 1);
  const say = (line: string) => {
    type(lab, 'main', `${line}\r`);
    settle(lab);
  };
  say('telnet smtp.campus.example 25');
  say('EHLO ws1.campus.example');
  for (const recipients of letters) {
    say('MAIL FROM:<you@campus.example>');
    for (const recipient of recipients) say(`RCPT TO:<${recipient}>`);
    for (const line of ['DATA', 'Subject: Soup', '', 'At noon?', '.']) say(line);
  }
  say('QUIT');
  if (wait > 0) runUntil(lab, lab.world.now + wait);
  return lab;
}

/** The trace of such a lab. */
export const traceWith = (letters: readonly (readonly string[])[], wait = 0): readonly TraceEvent[] => labWith(letters, wait).world.trace;
