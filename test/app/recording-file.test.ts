import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/app/database';
import { versionOf } from '../../src/app/lesson-version';
import { fileName, fileText, importFile, type Imported } from '../../src/app/recording-file';
import { LONGEST_TEXT, readRecording, writeRecording } from '../../src/app/recording-text';
import { freshLab } from '../../src/app/restore';
import { traceHash } from '../../src/lab/digest';
import { input, runUntil } from '../../src/lab/lab';
import { catalogue } from './lessons';

const SLUG = catalogue.lessons[0]!.slug;
const lesson = (await catalogue.fetch(SLUG))!;

const lab = freshLab(lesson);
input(lab, { type: 'keys', terminal: lesson.world.terminals[0]!.name, keys: 'telnet mx1.campus.example\r' });
runUntil(lab, 5000);
const others = [{ ...lab.recording, inputs: [], branch: { id: 2, parent: 1, forkedAt: 0 } }];
const recording = { ...lab.recording, others };
const entry: Entry = {
  key: 'k',
  lesson: SLUG,
  name: 'Monday',
  saved: Date.UTC(2026, 2, 2, 9, 30),
  kept: null,
  version: versionOf(lesson),
  text: writeRecording(recording),
};

const bring = (text: string) => importFile(text, (slug) => catalogue.fetch(slug));
const kindOf = async (text: string) => (await bring(text)).result;
function entryOf(imported: Imported): Entry {
  if (!('entry' in imported)) throw new Error(imported.result);
  return imported.entry;
}

describe('the file of a recording', () => {
  const text = fileText(entry, lesson);

  it('has a name that says what it is', () => {
    expect(fileName(entry)).toBe(`helo-world-${SLUG}-2026-03-02.json`);
  });

  it('can be read by a person: one thing done to a line, and what it is in the first lines', () => {
    const lines = text.split('\n');
    expect(lines[1]).toBe('  "format": "helo-world-recording/1",');
    expect(lines).toContain('  "name": "Monday",');
    expect(lines).toContain('  "saved": "2026-03-02T09:30:00.000Z",');
    expect(lines).toContain(`    ${JSON.stringify(recording.inputs[0])}`);
  });

  it('is the recording itself, with the digest of its trace', () => {
    expect(readRecording(text)).toEqual(recording);
    expect(JSON.parse(text)).toMatchObject({ traceHash: traceHash(lab.world.trace) });
  });

  it('comes back as it went out', async () => {
    const imported = await bring(text);
    expect(imported).toEqual({ result: 'added', entry: { ...entry, key: expect.any(String) as string, kept: 'imported' } });
  });

  it('that was changed by hand is told from one that was not', async () => {
    expect(await kindOf(text.replace('telnet mx1', 'telnet mx2'))).toBe('differs');
    expect(await kindOf(text.replace(/"traceHash": "."?/, '"traceHash": "x'))).toBe('differs');
  });

  it('needs nothing but the recording', async () => {
    const imported = await bring(entry.text);
    expect(imported.result).toBe('added');
    expect(entryOf(imported)).toMatchObject({ name: '', version: null, lesson: SLUG });
  });

  it('of another version of the lesson is no fault', async () => {
    expect(await kindOf(text.replaceAll(lesson.hash, 'f'.repeat(64)))).toBe('added');
  });

  it('of a lesson that is not here, or of a newer format, is kept', async () => {
    const unknown = await bring(text.replace(`"lesson": "${SLUG}"`, '"lesson": "lists-and-loops"'));
    expect([unknown.result, entryOf(unknown).lesson]).toEqual(['unknown', 'lists-and-loops']);
    const future = text.replace('recording/1', 'recording/9');
    const newer = await bring(future);
    expect([newer.result, entryOf(newer).text]).toEqual(['newer', future]);
    expect(entryOf(await bring('{"format":"helo-world-recording/9","lesson":["x"]}')).lesson).toBe('unknown');
  });

  it('that says strange things beside the recording is read without them', async () => {
    const strange = text
      .replace('"name": "Monday"', '"name": {"toString":1}')
      .replace(/"saved": "[^"]*"/, '"saved": "soon"')
      .replace(/"lessonVersion": \{[^}]*\}/, '"lessonVersion": {"world":1}, "__proto__": {"polluted": true}');
    const { name, saved, version } = entryOf(await bring(strange));
    expect([name, version]).toEqual(['', null]);
    expect(Math.abs(saved - Date.now())).toBeLessThan(60_000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('that is none is not taken', async () => {
    for (const wrong of ['', '[]', 'null', '"x"', text.slice(0, -3), '{"format":"helo-world-recording/x"}'])
      expect(await kindOf(wrong)).toBe('damaged');
    expect(await kindOf(' '.repeat(LONGEST_TEXT + 1))).toBe('large');
  });

  it('of what cannot be read is exactly what lies here', () => {
    const damaged = { ...entry, text: '{"inputs":[' };
    expect(fileText(damaged, lesson)).toBe(damaged.text);
  });

  it('has no digest if the lesson is not here', () => {
    expect(JSON.parse(fileText(entry, null))).toMatchObject({ traceHash: null });
  });
});
