// The command line: what it prints and its exit code.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slugs } from '../../src/cli/read-lesson';
import { run } from '../../src/cli/run';
import type { Recording } from '../../src/lab/types';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'helo-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function sim(args: string[], input = '') {
  const {
    code: status,
    output: stdout,
    complaint: stderr,
  } = run(
    args,
    () => input,
    () => undefined,
  );
  return { status, stdout, stderr };
}

const LETTER = [
  'telnet mx1.campus.example 25',
  'EHLO ws1.campus.example',
  'MAIL FROM:<you@campus.example>',
  'RCPT TO:<ada@campus.example>',
  'DATA',
  'Subject: hi',
  '',
  '..dot',
  '.',
  'QUIT',
  '',
].join('\n');

describe('play', () => {
  it('prints what a student sees, and delivers', () => {
    const { status, stdout, stderr } = sim(['play', 'sandbox'], `${LETTER}ssh ada@mx1.campus.example\ncat /var/mail/ada\n`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(
      "Connected to mx1.campus.example.\nEscape character is '^]'.\n220 mx1.campus.example ESMTP Postfix (Debian/GNU)\nEHLO ws1.campus.example\n250-mx1.campus.example\n",
    );
    expect(stdout).toMatch(/\n\.\n250 2\.0\.0 Ok: queued as [0-9A-F]+\nQUIT\n221 2\.0\.0 Bye\nConnection closed by foreign host\.\n/);
    expect(stdout).toMatch(/Subject: hi\n[^]*\n\n\.dot\n/);
  });

  it('without a script prints the first screen', () => {
    expect(sim(['play', 'sandbox'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/telnet mx1\.campus\.example 25[^]*you@ws1:~\$ \n$/),
    });
    expect(sim(['play', '01-knock-on-port-25']).stdout).toBe('you@ws1:~$ \n');
  });

  it('with --json prints one object', () => {
    const { status, stdout } = sim(['play', 'knock-on-port-25', '--json'], 'telnet mx1.campus.example\n');
    const outcome = JSON.parse(stdout) as Record<string, unknown>;
    expect(status).toBe(0);
    expect(Object.keys(outcome)).toEqual(['screen', 'steps', 'events', 'now', 'traceHash']);
    expect(outcome['screen']).toMatch(/Connection refused\nyou@ws1:~\$ $/);
    expect((outcome['steps'] as unknown[]).slice(0, 2)).toEqual([
      { id: 'no-number', done: true },
      { id: 'greeting', done: false },
    ]);
    expect(outcome['traceHash']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same every time, and another seed is another world', () => {
    const hash = (...args: string[]) =>
      (JSON.parse(sim(['play', 'sandbox', '--json', ...args], LETTER).stdout) as { traceHash: string }).traceHash;
    expect(hash()).toBe(hash('--seed', '1'));
    expect(hash('--seed', '2')).not.toBe(hash());
  });

  it('reads a script from a file, with directives', () => {
    const script = join(folder, 'script.txt');
    writeFileSync(script, '# a note\ndate\n@sleep 30m\n@keys dat\\x08te\\r\n');
    expect(sim(['play', 'sandbox', '--script', script]).stdout).toMatch(/09:00:00 UTC 2024\n.*date\n.*09:30:00 UTC 2024\n/);
  });

  it('shows every terminal under its name', () => {
    const { stdout } = sim(['play', '01-knock-on-port-25'], 'hostname\n@terminal other\nwhoami\n');
    expect(stdout).toBe('[main]\nyou@ws1:~$ hostname\nws1\nyou@ws1:~$ \n\n[other]\nyou@ws1:~$ whoami\nyou\nyou@ws1:~$ \n');
  });

  it('writes trace and recording', () => {
    const [trace, recording] = [join(folder, 'trace.jsonl'), join(folder, 'recording.json')];
    const { stdout } = sim(['play', 'sandbox', '--json', '--trace', trace, '--recording', recording], 'hostname\n');
    const events = readFileSync(trace, 'utf8').trimEnd().split('\n');
    expect(events.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(events.map((_, i) => i));
    expect((JSON.parse(stdout) as { events: number }).events).toBe(events.length);
    const { lesson, inputs } = JSON.parse(readFileSync(recording, 'utf8')) as Recording;
    expect({ lesson, inputs }).toEqual({ lesson: 'sandbox', inputs: [{ at: 0, type: 'keys', terminal: 'main', keys: 'hostname\r' }] });
  });

  it.each([
    ['an unknown lesson', ['play', 'nowhere'], '', /^There is no lesson "nowhere"; there are knock-on-port-25, .*\n$/],
    ['no lesson', ['play'], '', /^Say which lesson to play.*\n$/],
    ['two lessons', ['play', 'sandbox', 'sandbox'], '', /^Say which lesson to play.*\n$/],
    ['an unreadable script', ['play', 'sandbox', '--script', 'no/such/file'], '', /^The script cannot be read: .*\n$/],
    ['a bad directive', ['play', 'sandbox'], 'date\n@wait 3s\n', /^The script .* line 2: There is no directive @wait.*\n$/],
    ['an unknown step', ['play', 'sandbox'], '@predict one two\n', /^The script .* There is no step "one"\.\n$/],
    ['an unknown option', ['play', 'sandbox', '--sed', '2'], '', /^Unknown option '--sed'.*\n$/],
    ['a bad seed', ['play', 'sandbox', '--seed', '-1'], '', /.\n$/],
    ['a file that cannot be written', ['play', 'sandbox', '--trace', 'no/such/file'], '', /^The file cannot be written: .*\n$/],
    ['an unknown command', ['paly', 'sandbox'], '', /^There is no command "paly"; there are play, check and bridge\.\n$/],
    ['seeds that are no range', ['check', '--seeds', '5..1'], '', /^Seeds are a number, or two such as 1\.\.50, .* "5\.\.1" is not\.\n$/],
    ['too many seeds', ['check', '--seeds', '1..1001'], '', /at most a thousand in all; "1\.\.1001" is not\.\n$/],
    ['a folder that is not there', ['check', 'no/such/folder'], '', /^There is no folder "no\/such\/folder"\.\n$/],
  ])('%s: exit code 2 and one sentence', (_, args, input, sentence) => {
    const { status, stdout, stderr } = sim(args, input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it('asked for help, says how', () => {
    expect(sim(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('@sleep 30m') });
  });
});

describe('check', () => {
  // It plays all of them, in a process of its own.
  it('passes the lessons of this program', { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = sim(['check']);
    const said = stdout.trimEnd().split('\n');
    expect({ status, stderr, last: said.pop() }).toEqual({ status: 0, stderr: '', last: `${slugs().length} passed, 0 failed` });
    // What a translation lacks is told, and is no fault.
    for (const line of said) expect(line).toMatch(/^note: \S+: \S+: missing, English is shown$/);
  });

  it('names file, field and fault of the others', () => {
    const broken = join(folder, '07-broken');
    spawnSync('cp', ['-r', 'test/lessons-broken/good', broken]);
    writeFileSync(join(broken, 'solution.txt'), '');
    expect(sim(['check', 'test/lessons-broken/good', broken])).toEqual({
      status: 1,
      stdout: `${join(broken, 'solution.txt')}: file: The solution is empty.\n1 passed, 1 failed\n`,
      stderr: '',
    });
  });

  it('notes what a translation does not say', () => {
    const half = join(folder, '09-half');
    spawnSync('cp', ['-r', 'test/lessons-broken/good', half]);
    const german = join(half, 'lesson.de.md');
    writeFileSync(german, readFileSync(german, 'utf8').replace('### Look\n\nAuf den Pfeil.\n', ''));
    expect(sim(['check', half])).toEqual({
      status: 0,
      stdout: `note: ${german}: steps.greeting.look: missing, English is shown\n1 passed, 0 failed\n`,
      stderr: '',
    });
  });

  it('plays each seed, and names a fault once with the first seed that shows it', () => {
    const varied = join(folder, '08-varied');
    spawnSync('cp', ['-r', 'test/lessons-broken/good', varied]);
    writeFileSync(join(varied, 'variants.json'), '{ "ending": ["QUIT", "NOOP"] }');
    writeFileSync(join(varied, 'solution.txt'), readFileSync(join(varied, 'solution.txt'), 'utf8').replace('QUIT', '{{ending}}'));
    expect(sim(['check', varied])).toMatchObject({ status: 0, stdout: '1 passed, 0 failed\n' });
    const { status, stdout } = sim(['check', varied, '--seeds', '1..20']);
    const [fault = '', ...rest] = stdout.split('\n');
    const [, seed] = /: ✓ leave: The step is not done here\. \(seed (\d+)\)$/.exec(fault) ?? [];
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(rest[0] ?? '') ?? [];
    expect({ status, lines: rest.length, all: Number(passed) + Number(failed) }).toEqual({ status: 1, lines: 2, all: 20 });
    expect(Number(passed)).toBeGreaterThan(1);
    expect(sim(['check', varied, '--seeds', seed ?? '']).stdout).toBe(`${fault}\n0 passed, 1 failed\n`);
    expect(sim(['check', varied, '--seeds', `1..${Number(seed) - 1}`]).status).toBe(0);
  });

  it('tells how far it has come', () => {
    const told: string[] = [];
    run(
      ['check', 'test/lessons-broken/good', '--seeds', '3..5'],
      () => '',
      (played, all) => void told.push(`${played} of ${all}`),
    );
    expect(told).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });
});
