// The diagram of the SMTP machine as one server runs it.

import { dialectNamed, dialectNames } from '../../engine/smtp/dialects';
import { smtpMachine } from '../../engine/smtp/machine';
import type { SmtpState } from '../../engine/kernel/trace';
import { drawable, graphOf, type Drawable, type Graph } from './diagram';
import { placeGraph, type Placed } from './diagram-layout';

/** A legal verb and where it leads if the answer is positive. */
export interface WayOut {
  verb: string;
  to: string;
}

export interface SmtpDiagram {
  graph: Graph;
  placed: Placed;
  waysOut(state: SmtpState): WayOut[];
  /** False for a state that nothing leads out of. */
  leadsOn(state: string): boolean;
}

/** END and LAST are events of the table and no verbs: what is typed is a dot, alone on its line, or BDAT with LAST. */
export function shownVerb(verb: string): string {
  return verb === 'END' ? '“.”' : verb;
}

/**
 * The diagram of a server that speaks this dialect and wants HELO or EHLO first, or does not; for a name that no dialect
 * has, with every verb of RFC 5321.
 */
export function smtpDiagram(dialectName: string, helloRequired: boolean): SmtpDiagram {
  const dialect = dialectNames.includes(dialectName) ? dialectNamed(dialectName) : undefined;
  const machine: Drawable = drawable(smtpMachine(helloRequired));
  const verbOf = (event: string) => (event === 'LAST' ? 'BDAT' : event);
  const knows = (event: string) => event === 'END' || dialect === undefined || dialect.verbs.some((known) => known === verbOf(event));
  const graph = graphOf(machine, knows);
  return {
    graph,
    placed: placeGraph(graph, shownVerb),
    leadsOn: (state) => machine.legal(state).some(knows),
    waysOut: (state) =>
      machine
        .legal(state)
        .filter(knows)
        .map((verb) => ({ verb, to: machine.target(state, verb) ?? state })),
  };
}
