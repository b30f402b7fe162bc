// A state machine as a graph to draw. Rule: everything comes from the machine's own table; no state
// and no verb is placed by name. States stand in one column in the table's order; arrows to the next
// state are the spine, arrows further down run on the left, arrows back up on the right.

import type { Machine } from '../../engine/kernel/machine';

/** Any machine, as far as drawing it goes. */
export interface Drawable {
  readonly initial: string;
  readonly states: readonly string[];
  legal(state: string): string[];
  target(state: string, verb: string): string | undefined;
}

/** A machine with its types widened to text. */
export function drawable<State extends string, Event extends { type: string }>(machine: Machine<State, Event>): Drawable {
  return {
    initial: machine.initial,
    states: machine.states,
    legal: (state) => machine.legal(state as State),
    target: (state, verb) => machine.target(state as State, verb as Event['type']),
  };
}

export interface GraphState {
  name: string;
  /** Verbs that lead back to this very state, without those that never lead anywhere. */
  loops: string[];
}

export interface GraphArrow {
  from: number;
  to: number;
  verbs: string[];
}

export interface Graph {
  states: GraphState[];
  arrows: GraphArrow[];
  /** Verbs that never move the state, wherever they are legal. */
  still: string[];
}

/** The part of a machine that can be reached with these verbs (a dialect's). Events that are no verbs (`END`) are listed there too. */
export function graphOf(machine: Drawable, knows: (verb: string) => boolean): Graph {
  const reached = reachable(machine, knows);
  const names = machine.states.filter((state) => reached.has(state));
  const still = stillVerbs(machine, names, knows);
  const states = names.map((name) => ({
    name,
    loops: ways(machine, name, knows).filter((verb) => loops(machine, name, verb) && !still.includes(verb)),
  }));
  return { states, arrows: names.flatMap((name, from) => arrowsFrom(machine, names, from, name, knows)), still };
}

function ways(machine: Drawable, state: string, knows: (verb: string) => boolean): string[] {
  return machine.legal(state).filter(knows);
}

function loops(machine: Drawable, state: string, verb: string): boolean {
  return machine.target(state, verb) === state;
}

function reachable(machine: Drawable, knows: (verb: string) => boolean): Set<string> {
  const reached = new Set([machine.initial]);
  for (const state of reached) {
    for (const verb of ways(machine, state, knows)) reached.add(machine.target(state, verb) ?? state);
  }
  return reached;
}

function stillVerbs(machine: Drawable, names: readonly string[], knows: (verb: string) => boolean): string[] {
  const moving = new Set<string>();
  const all = new Set<string>();
  for (const name of names) {
    for (const verb of ways(machine, name, knows)) {
      all.add(verb);
      if (!loops(machine, name, verb)) moving.add(verb);
    }
  }
  return [...all].filter((verb) => !moving.has(verb));
}

function arrowsFrom(machine: Drawable, names: string[], from: number, name: string, knows: (verb: string) => boolean): GraphArrow[] {
  const byTarget = new Map<number, string[]>();
  for (const verb of ways(machine, name, knows)) {
    const to = names.indexOf(machine.target(name, verb) ?? name);
    if (to !== from) byTarget.set(to, [...(byTarget.get(to) ?? []), verb]);
  }
  return [...byTarget].map(([to, verbs]) => ({ from, to, verbs }));
}
