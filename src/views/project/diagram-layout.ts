// Places a graph: one column of boxes, the spine through it, and beside it lanes. Arrows that share
// target and verbs share a lane and look like one line with several roots. Units are those of the SVG.

import type { Graph, GraphArrow } from './diagram';

export const BOX = { width: 152, height: 40, gap: 32 };
const LANE = { margin: 16, pad: 14, glyph: 7.6, row: 15 };
const CORNER = 8;
/** The arrowhead's own length: a line ends where its head begins. */
const HEAD = 7;

export interface PlacedBox {
  name: string;
  loops: string[];
  x: number;
  y: number;
}

export interface PlacedArrow {
  from: number;
  to: number;
  verbs: string[];
  path: string;
}

export interface PlacedLabel {
  /** The states its arrows come from, and the one they lead to. */
  from: number[];
  to: number;
  verbs: string[];
  /** Centre. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** On the spine verbs stand in one line, on a lane one below the other. */
  inline: boolean;
}

export interface Placed {
  width: number;
  height: number;
  boxes: PlacedBox[];
  arrows: PlacedArrow[];
  labels: PlacedLabel[];
}

type SideOfColumn = 'left' | 'right';
/** Where on a box's edge a bus begins or ends. */
type PortY = (bus: Bus, box: number) => number;

/** Arrows in one lane. */
interface Bus {
  side: SideOfColumn;
  to: number;
  from: number[];
  verbs: string[];
  lane: number;
}

/** Boxes, arrows and labels of a graph. `shown` is how a verb is written (it decides how wide its label is). */
export function placeGraph(graph: Graph, shown: (verb: string) => string): Placed {
  const buses = busesOf(graph.arrows);
  const lanes = { left: laneCentres(buses, 'left', shown), right: laneCentres(buses, 'right', shown) };
  const x = lanes.left.width;
  const boxes = graph.states.map(({ name, loops }, i) => ({ name, loops, x, y: topOf(i) }));
  const trunk = (bus: Bus) =>
    bus.side === 'left' ? x - (lanes.left.centres[bus.lane] ?? 0) : x + BOX.width + (lanes.right.centres[bus.lane] ?? 0);
  const edge = (bus: Bus) => (bus.side === 'left' ? x : x + BOX.width);
  const portY = portsOf(graph.states.length, buses);
  const arrows: PlacedArrow[] = [];
  const labels: PlacedLabel[] = [];
  for (const arrow of graph.arrows.filter(isSpine)) {
    const middle = x + BOX.width / 2;
    const y = topOf(arrow.from) + BOX.height;
    arrows.push({ ...arrow, path: `M${middle} ${y} V${topOf(arrow.to) - HEAD}` });
    const width = arrow.verbs.map(shown).join(' ').length * LANE.glyph + 10;
    labels.push({
      from: [arrow.from],
      to: arrow.to,
      verbs: arrow.verbs,
      x: middle,
      y: y + BOX.gap / 2 - 3,
      width,
      height: LANE.row + 2,
      inline: true,
    });
  }
  for (const bus of buses) {
    for (const from of bus.from)
      arrows.push({ from, to: bus.to, verbs: bus.verbs, path: lanePath(edge(bus), trunk(bus), portY(bus, from), portY(bus, bus.to)) });
    labels.push(laneLabel(bus, buses, trunk(bus), portY, shown));
  }
  const last = graph.states.length - 1;
  return { width: lanes.left.width + BOX.width + lanes.right.width, height: topOf(last) + BOX.height + 6, boxes, arrows, labels };
}

const topOf = (index: number) => 6 + index * (BOX.height + BOX.gap);
const isSpine = (arrow: GraphArrow) => arrow.to === arrow.from + 1;

function busesOf(arrows: readonly GraphArrow[]): Bus[] {
  const byKey = new Map<string, Bus>();
  for (const arrow of arrows) {
    if (isSpine(arrow)) continue;
    const side = arrow.to > arrow.from ? 'left' : 'right';
    const key = `${side} ${arrow.to} ${arrow.verbs.join(' ')}`;
    const bus = byKey.get(key);
    if (bus) bus.from.push(arrow.from);
    else byKey.set(key, { side, to: arrow.to, from: [arrow.from], verbs: arrow.verbs, lane: 0 });
  }
  const buses = [...byKey.values()].sort((a, b) => span(a).length - span(b).length);
  buses.forEach((bus, i) => (bus.lane = freeLane(bus, buses.slice(0, i))));
  return buses;
}

function span(bus: Bus) {
  const low = Math.min(bus.to, ...bus.from);
  const high = Math.max(bus.to, ...bus.from);
  return { low, high, length: high - low };
}

/** The innermost lane in which nothing else runs beside this bus. */
function freeLane(bus: Bus, placed: readonly Bus[]): number {
  const { low, high } = span(bus);
  const beside = placed.filter((other) => other.side === bus.side && span(other).low <= high && span(other).high >= low);
  for (let lane = 0; ; lane++) if (!beside.some((other) => other.lane === lane)) return lane;
}

/** Distance of each lane's line from the boxes, and the width of the whole side; a lane is as wide as its widest verb. */
function laneCentres(buses: readonly Bus[], side: SideOfColumn, shown: (verb: string) => string) {
  const widths: number[] = [];
  for (const bus of buses.filter((each) => each.side === side)) {
    widths[bus.lane] = Math.max(widths[bus.lane] ?? 0, labelWidth(bus.verbs, shown));
  }
  const centres: number[] = [];
  let width = LANE.margin;
  for (const each of widths) {
    centres.push(width + (each ?? 0) / 2);
    width += (each ?? 0) + LANE.pad / 2;
  }
  return { centres, width: widths.length > 0 ? width : 4 };
}

const labelWidth = (verbs: string[], shown: (verb: string) => string) =>
  Math.max(...verbs.map((verb) => shown(verb).length)) * LANE.glyph + 8;

/** The ports of all boxes, ordered so that lines cross as little as can be. */
function portsOf(boxes: number, buses: readonly Bus[]): PortY {
  const ports = new Map<string, number>();
  for (let box = 0; box < boxes; box++) {
    for (const side of ['left', 'right'] as const) {
      const down = side === 'left' ? 1 : -1;
      const rank = (bus: Bus) => (bus.to === box ? bus.lane : 100 - bus.lane) * down;
      const here = buses.filter((bus) => bus.side === side && (bus.to === box || bus.from.includes(box))).sort((a, b) => rank(a) - rank(b));
      here.forEach((bus, i) => ports.set(`${buses.indexOf(bus)} ${box}`, topOf(box) + (BOX.height * (i + 1)) / (here.length + 1)));
    }
  }
  return (bus, box) => ports.get(`${buses.indexOf(bus)} ${box}`) ?? topOf(box);
}

function lanePath(edge: number, trunk: number, start: number, end: number): string {
  const out = trunk > edge ? 1 : -1;
  const down = end > start ? 1 : -1;
  const toTrunk = `M${edge} ${start} H${trunk - out * CORNER} Q${trunk} ${start} ${trunk} ${start + down * CORNER}`;
  return `${toTrunk} V${end - down * CORNER} Q${trunk} ${end} ${trunk - out * CORNER} ${end} H${edge + out * HEAD}`;
}

/** A lane's label stands on its line between the target and the nearest root, where no line from a lane further out crosses. */
function laneLabel(bus: Bus, buses: readonly Bus[], x: number, portY: PortY, shown: (verb: string) => string): PlacedLabel {
  const end = portY(bus, bus.to);
  const starts = bus.from.map((from) => portY(bus, from));
  const nearest = starts.reduce((best, start) => (Math.abs(start - end) < Math.abs(best - end) ? start : best));
  const outer = buses.filter((other) => other.side === bus.side && other.lane > bus.lane);
  const crossings = outer.flatMap((other) => [other.to, ...other.from].map((box) => portY(other, box)));
  const size = { width: labelWidth(bus.verbs, shown), height: bus.verbs.length * LANE.row + 2 };
  return {
    from: bus.from,
    to: bus.to,
    verbs: bus.verbs,
    x,
    y: middleOfWidest(Math.min(end, nearest), Math.max(end, nearest), crossings),
    ...size,
    inline: false,
  };
}

/** The middle of the widest stretch from `low` to `high` that holds none of the crossings. */
function middleOfWidest(low: number, high: number, crossings: readonly number[]): number {
  const marks = [low, ...crossings.filter((y) => y > low && y < high).sort((a, b) => a - b), high];
  const stretches = marks.slice(1).map((mark, i) => ({ length: mark - marks[i]!, middle: (mark + marks[i]!) / 2 }));
  return stretches.reduce((best, each) => (each.length > best.length ? each : best)).middle;
}
