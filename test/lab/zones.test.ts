import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseZone } from '../../src/engine/dns/zone';
import { zoneLines, zoneText } from '../../src/engine/dns/zone-text';
import type { TraceEventOf } from '../../src/engine/kernel/trace';
import { createLab, input, replay, runUntil, settle, type } from '../../src/lab/lab';
import type { Lab } from '../../src/lab/types';
import type { Lesson } from '../../src/lesson/types';
import { playLine } from '../../src/lab/play-script';
import { editableZones, withLine, zoneTextAt } from '../../src/lab/zones';
import { read, writeRecording } from '../../src/app/recording-text';
import { screenText, foldScreen, emptyScreen } from '../../src/shell/screen';
import { labLesson } from '../support/lab-lesson';

const APEX = 'campus.example';

/** In a lesson with a step, only what it names may be written. */
function zoneLab(): Lab {
  const lesson = labLesson();
  lesson.world.editable = [APEX];
  lesson.steps = [{ id: 'one', goal: null, task: null, predict: null } as unknown as Lesson['steps'][number]];
  return createLab(lesson, 1);
}

const text = (lab: Lab) => zoneTextAt(lab.lesson, lab.world.trace, lab.world.trace.length, APEX);
const saved = (lab: Lab) => lab.world.trace.filter((event): event is TraceEventOf<'lab.zone'> => event.type === 'lab.zone');

describe('a zone written anew', () => {
  it('is asked from the next question on, and says in the trace what changed', () => {
    const lab = zoneLab();
    input(lab, { type: 'zone', apex: APEX, text: withLine(text(lab), 'mx1 A 192.0.2.25', 'mx1 A 192.0.2.77') });
    expect(saved(lab)[0]).toMatchObject({
      apex: APEX,
      host: 'ns1.campus.example',
      changed: ['mx1.campus.example. 3600 IN A 192.0.2.77'],
      removed: ['mx1.campus.example. 3600 IN A 192.0.2.25'],
    });
    const terminal = Object.keys(lab.terminals)[0]!;
    type(lab, terminal, 'dig +short mx1.campus.example\r');
    settle(lab);
    expect(screenText(foldScreen(emptyScreen(), lab.world.trace, terminal))).toContain('192.0.2.77');
  });

  it('is refused whole if a line is wrong, and where the lesson does not allow it', () => {
    const lab = zoneLab();
    expect(() => input(lab, { type: 'zone', apex: APEX, text: '@ MX ten mx1' })).toThrow(/line 1/);
    expect(() => input(lab, { type: 'zone', apex: '2.0.192.in-addr.arpa', text: '@ NS ns' })).toThrow(/cannot be changed/);
    expect(() => input(lab, { type: 'zone', apex: APEX, text: 'x'.repeat(20_001) })).toThrow(/at most 20000/);
    expect(lab.recording.inputs).toEqual([]);
    expect(saved(lab)).toEqual([]);
  });

  it('comes back with its recording, which is checked', () => {
    const lab = zoneLab();
    input(lab, { type: 'zone', apex: APEX, text: withLine(text(lab), '', 'new A 192.0.2.78') });
    runUntil(lab, 5000);
    expect(replay(lab.lesson, lab.recording).world.trace).toEqual(lab.world.trace);
    expect(read(writeRecording(lab.recording))).toEqual({ recording: lab.recording });
    const long = { ...lab.recording, inputs: [{ at: 0, type: 'zone' as const, apex: APEX, text: 'x'.repeat(20_001) }] };
    expect(read(writeRecording(long))).toEqual({ fault: 'damaged' });
  });

  it('is a line of a script', () => {
    const lab = zoneLab();
    playLine(lab, '', { type: 'zone', apex: APEX, from: '@ MX 10 mx1', to: '@ MX 10 ws1' });
    expect(saved(lab)[0]?.changed).toEqual(['campus.example. 3600 IN MX 10 ws1.campus.example.']);
    playLine(lab, '', { type: 'zone', apex: APEX, from: '@   MX 10   ws1', to: '' });
    expect(saved(lab)[1]).toMatchObject({ changed: [], removed: ['campus.example. 3600 IN MX 10 ws1.campus.example.'] });
    expect(() => playLine(lab, '', { type: 'zone', apex: APEX, from: '@ MX 10 mx1', to: '' })).toThrow(/no line/);
  });
});

describe('the zones that may be written', () => {
  it('are those the world names, and all where there are no steps', () => {
    expect(editableZones(zoneLab().lesson)).toEqual([APEX]);
    expect(editableZones(labLesson())).toEqual([APEX, '2.0.192.in-addr.arpa']);
  });
});

describe('the text of a zone', () => {
  it('stands in columns, in the words of its author', () => {
    const lines = ['@ MX 10 mx1', 'mx1 3600 IN A 192.0.2.25', '; a note', 'host TXT "two  blanks"', 'x SOA a b ( 1'];
    expect(zoneText('x.example', lines).split('\n')).toEqual([
      '$ORIGIN x.example.',
      '$TTL 3600',
      '@             MX   10 mx1',
      'mx1   3600 IN A    192.0.2.25',
      '; a note',
      'host          TXT  "two  blanks"',
      'x SOA a b ( 1',
      '',
    ]);
  });

  it('leaves the TTL out where it would change what the author said', () => {
    const lines = ['a 60 A 192.0.2.1', 'b A 192.0.2.2'];
    expect(zoneText('x.example', lines)).not.toContain('$TTL');
    expect(parseZone('x.example', zoneLines(zoneText('x.example', lines)))).toEqual(parseZone('x.example', lines));
  });

  const folder = new URL('../../lessons/', import.meta.url);
  for (const name of readdirSync(folder).filter((each) => !each.includes('.'))) {
    it(`says what the author said: ${name}`, () => {
      const source = readFileSync(new URL(`${name}/world.json`, folder), 'utf8').replaceAll(/\{\{[\w.]+\}\}/g, 'some.example');
      const { zones } = JSON.parse(source) as { zones: Record<string, string[]> };
      for (const [apex, lines] of Object.entries(zones)) {
        expect(parseZone(apex, zoneLines(zoneText(apex, lines))).zone).toEqual(parseZone(apex, lines).zone);
      }
    });
  }
});
