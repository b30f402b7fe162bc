import { describe, expect, it } from 'vitest';
import { dialectNames } from '../../../src/engine/smtp/dialects';
import { smtpMachine } from '../../../src/engine/smtp/machine';
import { drawable, graphOf, type Drawable } from '../../../src/views/project/diagram';
import { BOX, placeGraph, type Placed } from '../../../src/views/project/diagram-layout';
import { shownVerb, smtpDiagram } from '../../../src/views/project/smtp-diagram';

const all = () => true;
const names = (graph: { states: { name: string }[] }) => graph.states.map(({ name }) => name);

describe('the graph of a machine', () => {
  it('has every state and every arrow of the table', () => {
    const machine = smtpMachine(true);
    const graph = graphOf(drawable(machine), all);
    expect(names(graph)).toEqual(['connected', 'ready', 'sender', 'recipients', 'content', 'chunks', 'closed']);
    for (const [from, state] of machine.states.entries()) {
      for (const verb of machine.legal(state)) {
        const to = machine.target(state, verb)!;
        const drawn =
          to === state
            ? graph.still.includes(verb) || graph.states[from]!.loops.includes(verb)
            : graph.arrows.some((arrow) => arrow.from === from && names(graph)[arrow.to] === to && arrow.verbs.includes(verb));
        expect(drawn, `${state} ${verb}`).toBe(true);
      }
    }
  });

  it('keeps verbs that never move anything apart', () => {
    expect(smtpDiagram('strict-teach', true).graph.still.sort()).toEqual(['EXPN', 'HELP', 'NOOP', 'VRFY']);
  });

  it('leaves out what a dialect does not know, and states that only those verbs reach', () => {
    const graph = graphOf(drawable(smtpMachine(true)), (verb) => verb !== 'RCPT');
    expect(names(graph)).toEqual(['connected', 'ready', 'sender', 'closed']);
    expect(smtpDiagram('postfix-like', false).graph.still).not.toContain('HELP');
  });

  it('knows the ways out of a state', () => {
    const diagram = smtpDiagram('strict-teach', true);
    expect(diagram.waysOut('content')).toEqual([{ verb: 'END', to: 'ready' }]);
    const chunks = smtpDiagram('postfix-like', false).waysOut('chunks');
    expect(chunks).toEqual(
      expect.arrayContaining([
        { verb: 'BDAT', to: 'chunks' },
        { verb: 'LAST', to: 'ready' },
      ]),
    );
    expect(names(diagram.graph)).not.toContain('chunks');
    expect(diagram.waysOut('closed')).toEqual([]);
    expect(diagram.leadsOn('closed')).toBe(false);
    expect(smtpDiagram('postfix-like', false).waysOut('connected')).toContainEqual({ verb: 'MAIL', to: 'sender' });
    expect(diagram.waysOut('connected').map(({ verb }) => verb)).not.toContain('MAIL');
  });

  it('follows the server where that differs from its dialect', () => {
    const verbs = (helloRequired: boolean) =>
      smtpDiagram('postfix-like', helloRequired)
        .waysOut('connected')
        .map(({ verb }) => verb);
    expect(verbs(false)).toContain('MAIL');
    expect(verbs(true)).not.toContain('MAIL');
  });

  it('draws a dialect it has never heard of', () => {
    expect(names(smtpDiagram('no-such-dialect', true).graph)).toContain('content');
  });
});

/** Edge x, start y, bend x, trunk x, start y, trunk x, ... and last the end's y. */
function numbersOf(path: string): number[] {
  const all = [...path.matchAll(/-?\d+(\.\d+)?/g)].map(Number);
  return [all[0]!, all[1]!, all[2]!, all[3]!, 0, 0, all.at(-2)!];
}

function overlaps(placed: Placed): string[] {
  const boxes = placed.boxes.map(({ name, x, y }) => ({ name, left: x, right: x + BOX.width, top: y, bottom: y + BOX.height }));
  const labels = placed.labels.map(({ verbs, x, y, width, height }) => ({
    name: verbs.join(' '),
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  }));
  const rectangles = [...boxes, ...labels];
  return rectangles.flatMap((a, i) =>
    rectangles
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.name} and ${b.name}`),
  );
}

const servers = dialectNames.flatMap((dialect) => [true, false].map((helloRequired) => [dialect, helloRequired] as const));

describe('the layout', () => {
  it.each(servers)(
    'keeps boxes and labels of %s (%s) apart, inside the picture, and narrow enough for 400 pixels at nine tenths',
    (dialect, helloRequired) => {
      const { placed } = smtpDiagram(dialect, helloRequired);
      expect(overlaps(placed)).toEqual([]);
      expect((placed.width * 16) / 15).toBeLessThan(400 / 0.9);
      for (const { x, y, width, height } of placed.labels) {
        expect(x - width / 2).toBeGreaterThanOrEqual(0);
        expect(x + width / 2).toBeLessThanOrEqual(placed.width);
        expect(y + height / 2).toBeLessThanOrEqual(placed.height);
      }
    },
  );

  it.each(servers)('lets no other line of %s (%s) run through a label beside the boxes', (dialect, helloRequired) => {
    const { placed } = smtpDiagram(dialect, helloRequired);
    for (const label of placed.labels.filter(({ inline }) => !inline)) {
      const others = placed.arrows.filter((arrow) => arrow.to !== label.to || arrow.verbs !== label.verbs);
      const through = others.filter(({ path }) => {
        const [edge, start, , trunk, , , end] = numbersOf(path);
        const within = (y: number) => Math.abs(y - label.y) < label.height / 2;
        const beside = (a: number, b: number) => label.x > Math.min(a, b) && label.x < Math.max(a, b);
        return path.includes('Q') && beside(edge!, trunk!) && (within(start!) || within(end!));
      });
      expect(through.map(({ verbs }) => verbs)).toEqual([]);
    }
  });

  it('gives arrows that would hide each other lanes of their own', () => {
    const verbs: Record<string, Record<string, string>> = {
      a: { x: 'b' },
      b: { y: 'c' },
      c: { z: 'd', back: 'a' },
      d: { home: 'a', again: 'b' },
    };
    const machine: Drawable = {
      initial: 'a',
      states: Object.keys(verbs),
      legal: (state) => Object.keys(verbs[state]!),
      target: (state, verb) => verbs[state]![verb],
    };
    const placed = placeGraph(graphOf(machine, all), (verb) => verb);
    const trunks = placed.labels.filter(({ inline }) => !inline).map(({ x }) => x);
    expect(new Set(trunks).size).toBe(3);
    expect(placed.arrows.map(({ path }) => path).join('')).not.toContain('NaN');
  });

  it('writes END as what is typed', () => {
    expect([shownVerb('END'), shownVerb('QUIT')]).toEqual(['“.”', 'QUIT']);
  });
});
