// What steps.json may say. It holds no prose: ids, goals, the ids of a prediction's options and the
// one that comes true, the ids of a task's options and items and what is right for each. A goal may be written short, as one condition; a loaded goal always has `all`.

import * as v from 'valibot';
import { PANELS, type Condition, type Goal, type Task } from './types';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case letters and digits with hyphens between.'));
const times = v.pipe(v.number(), v.integer('This is a whole number.'), v.minValue(0, 'This is not negative.'));

const PatternValue = v.union(
  [
    v.string(),
    v.number(),
    v.boolean(),
    v.null(),
    v.array(v.union([v.string(), v.number(), v.boolean()])),
    v.strictObject({ atLeast: v.number() }),
    v.strictObject({ atMost: v.number() }),
    v.strictObject({ contains: v.string() }),
  ],
  'A pattern says text, a number, true, false, null, a list of these, or { "atLeast": n }, { "atMost": n } or { "contains": text }.',
);
const Pattern = v.objectWithRest({ type: v.string() }, PatternValue);

const Saw = { saw: Pattern };
const Count = { count: Pattern, atLeast: v.optional(times), atMost: v.optional(times), distinct: v.optional(v.string()) };
const Never = { never: Pattern };
const frame = { after: v.optional(id), within: v.optional(v.string()) };

const has = (input: unknown, key: string) => typeof input === 'object' && input !== null && Object.hasOwn(input, key);

/** The schema that fits what the author began to write, so that a fault names the field that is wrong. */
const ConditionSchema = v.lazy((input): v.GenericSchema<Written> => {
  if (has(input, 'saw')) return v.strictObject(Saw);
  if (has(input, 'count')) return v.strictObject(Count);
  if (has(input, 'never')) return v.strictObject(Never);
  return v.custom<Written>(() => false, 'A condition says saw, count or never.');
});
const GoalSchema = v.lazy((input): v.GenericSchema<WrittenGoal> => {
  if (has(input, 'all'))
    return v.strictObject({ all: v.pipe(v.array(ConditionSchema), v.minLength(1, 'A goal has at least one condition.')), ...frame });
  if (has(input, 'saw')) return v.strictObject({ ...Saw, ...frame });
  if (has(input, 'count')) return v.strictObject({ ...Count, ...frame });
  return v.custom<WrittenGoal>(() => false, 'A goal says saw, count or all.');
});

type Written = { [Key in keyof Condition]?: Condition[Key] | undefined };
type WrittenFrame = { after?: string | undefined; within?: string | undefined };
type WrittenGoal = WrittenFrame & ({ all: Written[] } | Written);

const TaskSchema = v.strictObject({
  options: v.optional(v.pipe(v.array(id), v.minLength(2, 'A task has at least two options, or none.'))),
  items: v.pipe(
    v.record(id, v.union([id, times], 'What is right is the id of an option, or a whole number.')),
    v.check((items) => Object.keys(items).length > 0, 'A task asks for at least one thing.'),
  ),
});

export const StepsSchema = v.array(
  v.strictObject({
    id,
    goal: v.optional(GoalSchema),
    task: v.optional(TaskSchema),
    panel: v.optional(v.picklist(PANELS, `A panel is one of ${PANELS.join(', ')}.`)),
    prediction: v.optional(
      v.strictObject({ options: v.pipe(v.array(id), v.minLength(2, 'A prediction has at least two options.')), truth: id }),
    ),
    challenge: v.optional(v.boolean()),
  }),
);

/** A task in its one form. */
export function normalTask({ options, items }: v.InferOutput<typeof TaskSchema>): Task {
  return { options: options ?? [], items: Object.entries(items).map(([item, truth]) => ({ id: item, truth })) };
}

/** A goal in its one form. Without one, only the task has to be done. */
export function normalGoal(written: WrittenGoal | undefined): Goal {
  if (!written) return { all: [] };
  const { after, within, ...rest } = written;
  const all = 'all' in rest ? rest.all : [rest];
  return { all: all as Condition[], ...(after === undefined ? {} : { after }), ...(within === undefined ? {} : { within }) };
}
