// The only file that imports @xstate/fsm. Its `transition` answers an unknown event with the same
// state and no error, and its `changed` flag does not mean "legal"; so legality is read from the
// config here, and a caller that asks for the next state of an illegal event gets an error.

import { createMachine, type EventObject, type StateMachine } from '@xstate/fsm';

/** One arrow of the table. `when` must hold for the arrow to be taken; without `to` the state stays. */
export interface Arrow<State extends string, Event extends EventObject> {
  to?: State;
  when?: (event: Event) => boolean;
}

export interface MachineTable<State extends string, Event extends EventObject> {
  id: string;
  initial: State;
  states: Record<State, Partial<Record<Event['type'], Arrow<State, Event>>>>;
}

export interface Machine<State extends string, Event extends EventObject> {
  readonly id: string;
  readonly initial: State;
  readonly states: readonly State[];
  /** Event types with an arrow out of this state, in the order of the table. */
  legal(state: State): Event['type'][];
  /** True if the table has an arrow for this event type in this state. */
  allows(state: State, type: Event['type']): boolean;
  /** The state after a legal event (unchanged if its guard fails). Throws a RangeError for an illegal one. */
  next(state: State, event: Event): State;
  /** Where an arrow leads, for drawing; undefined if there is no such arrow. */
  target(state: State, type: Event['type']): State | undefined;
}

/** A machine from its table. The table is the code: nothing else may move a protocol's state. */
export function defineMachine<State extends string, Event extends EventObject>(table: MachineTable<State, Event>): Machine<State, Event> {
  const machine = createMachine<object, Event>(toConfig(table));
  const arrows = (state: State) => table.states[state] as Record<string, Arrow<State, Event> | undefined>;
  const allows = (state: State, type: Event['type']) => Object.hasOwn(arrows(state), type);
  return {
    id: table.id,
    initial: table.initial,
    states: Object.keys(table.states) as State[],
    legal: (state) => Object.keys(arrows(state)),
    allows,
    next(state, event) {
      if (!allows(state, event.type)) throw new RangeError(`${table.id}: ${event.type} is not legal in state ${state}`);
      return machine.transition(state, event).value as State;
    },
    target: (state, type) => (allows(state, type) ? (arrows(state)[type]?.to ?? state) : undefined),
  };
}

// The library types a config by each single event; a table built at run time has to be told apart once, here.
function toConfig<State extends string, Event extends EventObject>(table: MachineTable<State, Event>): StateMachine.Config<object, Event> {
  const states: Record<string, { on: Record<string, object> }> = {};
  for (const state of Object.keys(table.states) as State[]) {
    const on: Record<string, object> = {};
    for (const [type, arrow] of Object.entries<Arrow<State, Event> | undefined>(table.states[state])) {
      on[type] = { target: arrow?.to ?? state, ...(arrow?.when ? { cond: (_: object, event: Event) => arrow.when!(event) } : {}) };
    }
    states[state] = { on };
  }
  return { id: table.id, initial: table.initial, states } as unknown as StateMachine.Config<object, Event>;
}
