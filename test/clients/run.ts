// Each check is a sentence that is true; the last line counts them. The bridge runs in this process, so what arrived can be
// compared with what was sent.

import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLab, settle } from '../../src/lab/lab';
import { pcap } from '../../src/lab/pcap';
import { playLine } from '../../src/lab/play-script';
import { readLesson } from '../../src/cli/play';
import { bridgeTo, lettersOf, portOf } from '../support/bridge';
import { run } from './program';

const folder = mkdtempSync(join(tmpdir(), 'helo-clients-'));
const bridge = await bridgeTo();
const port = String(portOf(bridge, 'smtp'));
const small = String(portOf(bridge, 'smtp-small'));
const names = String(bridge.facts.dns?.udp);

const LETTER =
  'From: bram@partner.example\r\nTo: ada@campus.example\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\nGr\xc3\xbc\xc3\x9fe\r\n.\r\n..two\r\n\r\nend\r\n';
const LARGE = `Subject: large\r\n\r\n${'A line of a letter that is too long.\r\n'.repeat(100)}`;
const letterFile = file('letter.eml', LETTER);
// Swaks ends what it sends with a line end of its own.
const swaksFile = file('swaks.eml', LETTER.slice(0, -2));
const largeFile = file('large.eml', LARGE);

function file(name: string, octets: string): string {
  writeFileSync(join(folder, name), octets, 'latin1');
  return join(folder, name);
}

/** The letter that came last, below the fields that servers wrote. */
const arrived = () =>
  lettersOf(bridge, 'ada')
    .at(-1)
    ?.replace(/^(?:(?:Return-Path|X-Original-To|Delivered-To|Received):.*\r\n(?:[ \t].*\r\n)*)+/, '');
const swaks = (at: string, to: string, letter: string) =>
  run('swaks', ['--server', `127.0.0.1:${at}`, '--from', 'bram@partner.example', '--to', to, '--data', `@${letter}`]);
const curl = (at: string, to: string, letter: string) =>
  run('curl', ['-sS', `smtp://127.0.0.1:${at}/client.example`, '--mail-from', 'bram@partner.example', '--mail-rcpt', to, '-T', letter]);
const python = (at: string, to: string, letter: string) => run('python3', [join(import.meta.dirname, 'letter.py'), at, to], letter);
const dig = (...args: string[]) => run('dig', ['@127.0.0.1', '-p', names, ...args]);
const tshark = (capture: string, ...args: string[]) => {
  const checks = ['ip', 'tcp', 'udp'].flatMap((protocol) => ['-o', `${protocol}.check_checksum:TRUE`]);
  return run('tshark', ['-r', capture, ...checks, ...args]);
};

/** A capture of a conversation, of look-ups and of attempts that fail. */
function capture(): string {
  const lab = createLab(readLesson('sandbox', 1), 1);
  settle(lab);
  const lines = [
    'telnet mx1.campus.example 25',
    'EHLO ws1.campus.example',
    'MAIL FROM:<you@campus.example>',
    'RCPT TO:<ada@campus.example>',
  ];
  const letter = [
    'RCPT TO:<nobody@campus.example>',
    'DATA',
    'Subject: hi',
    '',
    '..dot',
    ...Array.from({ length: 90 }, () => 'x'.repeat(70)),
    '.',
    'QUIT',
  ];
  const others = ['dig campus.example MX', 'host nowhere.campus.example', 'telnet mx1.campus.example 2525', 'telnet 192.0.2.200 25'];
  for (const text of [...lines, ...letter, ...others]) playLine(lab, 'main', { type: 'line', text });
  const { trace, epoch, hosts } = lab.world;
  return file('capture.pcap', pcap(trace, { epoch, now: Infinity, hosts }));
}

const CHECKS: Record<string, () => Promise<void>> = {
  async 'swaks: what arrives is what was sent'() {
    assert.equal((await swaks(port, 'ada@campus.example', swaksFile)).code, 0);
    assert.equal(arrived(), LETTER);
  },
  async 'swaks: may not relay, and may not send too much'() {
    const refused = await swaks(port, 'zoe@bigmail.example', swaksFile);
    assert.match(refused.output, /^<\*\* 454 4\.7\.1 <zoe@bigmail\.example>: Relay access denied/m);
    assert.notEqual(refused.code, 0);
    assert.match((await swaks(small, 'ada@campus.example', largeFile)).output, /^<\*\* 552 5\.3\.4 /m);
  },
  async 'curl: what arrives is what was sent'() {
    assert.deepEqual(await curl(port, 'ada@campus.example', letterFile), { code: 0, output: '' });
    assert.equal(arrived(), LETTER);
  },
  async 'curl: may not relay, and may not send too much'() {
    assert.match((await curl(port, 'zoe@bigmail.example', letterFile)).output, /RCPT failed: 454/);
    assert.match((await curl(small, 'ada@campus.example', largeFile)).output, /MAIL failed: 552/);
  },
  async 'smtplib: what arrives is what was sent'() {
    assert.deepEqual(await python(port, 'ada@campus.example', LETTER), { code: 0, output: '' });
    assert.equal(arrived(), LETTER);
  },
  async 'smtplib: may not relay, and may not send too much'() {
    assert.deepEqual(await python(port, 'zoe@bigmail.example', LETTER), { code: 0, output: '454\n' });
    assert.deepEqual(await python(small, 'ada@campus.example', LARGE), { code: 0, output: '552\n' });
  },
  async 'smtp-source: five hundred letters over twenty connections at once'() {
    const before = lettersOf(bridge, 'ada').length;
    const load = ['-l', '2000', '-m', '500', '-s', '20', '-f', 'bram@partner.example', '-t', 'ada@campus.example'];
    assert.equal((await run('smtp-source', [...load, `inet:127.0.0.1:${port}`])).code, 0);
    assert.equal(lettersOf(bridge, 'ada').length - before, 500);
  },
  async 'dig: records, aliases, and that there are none'() {
    assert.match(
      (await dig('campus.example', 'MX')).output,
      /status: NOERROR[^]*flags: qr aa rd[^]*campus\.example\.\t+3600\tIN\tMX\t10 mx1\.campus\.example\./,
    );
    assert.equal((await dig('+short', '-x', '192.0.2.10')).output, 'ws1.campus.example.\n');
    assert.match((await dig('nowhere.campus.example')).output, /status: NXDOMAIN/);
    assert.match((await dig('+tcp', 'mx1.campus.example')).output, /\t192\.0\.2\.25\n[^]*\(TCP\)/);
  },
  async 'tshark: names the verbs, the codes and the questions'() {
    const { output } = await tshark(
      capture(),
      '-T',
      'fields',
      '-e',
      'smtp.req.command',
      '-e',
      'smtp.response.code',
      '-e',
      'dns.qry.name',
      '-e',
      'dns.flags.rcode',
    );
    const words = new Set(output.split(/[\s,]+/));
    const wanted = [
      'EHLO',
      'MAIL',
      'RCPT',
      'DATA',
      'QUIT',
      '220',
      '250',
      '354',
      '550',
      '221',
      'mx1.campus.example',
      'nowhere.campus.example',
      '3',
    ];
    assert.deepEqual(
      wanted.filter((word) => !words.has(word)),
      [],
    );
  },
  async 'tshark: finds nothing malformed, no bad checksum and nothing lost'() {
    const faults = [
      '_ws.malformed',
      'ip.checksum.status==0',
      'tcp.checksum.status==0',
      'udp.checksum.status==0',
      'icmp.checksum.status==0',
    ];
    const lost = ['tcp.analysis.lost_segment', 'tcp.analysis.ack_lost_segment', 'tcp.analysis.out_of_order', 'tcp.analysis.duplicate_ack'];
    assert.equal((await tshark(capture(), '-Y', [...faults, ...lost].join(' || '))).output.replace(/^Running as user.*\n/, ''), '');
    // The rule can fail: one octet of the first packet changed.
    const broken = readFileSync(capture());
    broken[60] = broken[60]! ^ 1;
    assert.notEqual(
      (await tshark(file('broken.pcap', broken.toString('latin1')), '-Y', faults.join(' || '))).output.replace(/^Running as user.*\n/, ''),
      '',
    );
  },
};

let failed = 0;
for (const [sentence, check] of Object.entries(CHECKS)) {
  try {
    await check();
    console.log(`ok   ${sentence}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${sentence}\n${(error as Error).message}`);
  }
}
await bridge.close();
rmSync(folder, { recursive: true });
console.log(`${Object.keys(CHECKS).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
