// What steps.json may say. It holds no prose: ids, goals, the ids of a prediction's options and the
// one that comes true, the ids of a task's options and items and what is right for each. A goal may be written short,
// as one condition; a loaded goal always has `all`. The steps stand in a list, alone or as `steps` of an object.
//
// Descriptions are for the editors of authors: public/schema/ is made from what stands here (build/lesson-schemas.ts).

import * as v from 'valibot';
import { described, oneOf, whole } from './schema-parts';
import { PANELS, type Condition, type Goal, type Task } from './types';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = v.pipe(
  v.string(),
  v.regex(ID, 'An id is lower-case letters and digits with hyphens between.'),
  v.maxLength(80, 'An id has at most 80 characters.'), // recordings name steps and options
);

const PatternValue = v.union(
  [
    v.string(),
    v.number(),
    v.boolean(),
    v.null(),
    v.array(v.union([v.string(), v.number(), v.boolean()])),
    v.strictObject({ atLeast: v.number() }),
    v.strictObject({ atMost: v.number() }),
    v.strictObject({ contains: v.union([v.string(), v.array(v.string())]) }),
  ],
  'A pattern says text, a number, true, false, null, a list of these, or { "atLeast": n }, { "atMost": n } or { "contains": text }.',
);
const pattern = (says: string) => described(says, v.objectWithRest({ type: v.string() }, PatternValue));

const Saw = { saw: pattern('An event that must have happened: its type, and any of its fields.') };
const Count = {
  count: pattern('Events that are counted; atLeast, atMost or both say how many there must be.'),
  atLeast: v.optional(whole),
  atMost: v.optional(whole),
  distinct: v.optional(described('Each value of this field counts once.', v.string())),
};
const Never = { never: pattern('An event that must not happen.') };
const frame = {
  after: v.optional(described('Only what happens once this step is done counts.', id)),
  within: v.optional(described('All of it happens for one value of this field: "connection" is one conversation.', v.string())),
};

const has = (input: unknown, key: string) => typeof input === 'object' && input !== null && Object.hasOwn(input, key);

// The schema that fits what the author began to write, so that a fault names the field that is wrong.
const ConditionSchema = v.lazy((input): v.GenericSchema<Written> => {
  if (has(input, 'saw')) return v.strictObject(Saw);
  if (has(input, 'count')) return v.strictObject(Count);
  if (has(input, 'never')) return v.strictObject(Never);
  return v.union([v.strictObject(Saw), v.strictObject(Count), v.strictObject(Never)], 'A condition says saw, count or never.');
});
const All = { all: v.pipe(v.array(ConditionSchema), v.minLength(1, 'A goal has at least one condition.')) };
const GoalSchema = v.lazy((input): v.GenericSchema<WrittenGoal> => {
  const all = v.strictObject({ ...All, ...frame });
  const saw = v.strictObject({ ...Saw, ...frame });
  const count = v.strictObject({ ...Count, ...frame });
  if (has(input, 'all')) return all;
  if (has(input, 'saw')) return saw;
  return has(input, 'count') ? count : v.union([all, saw, count], 'A goal says saw, count or all.');
});

type Written = { [Key in keyof Condition]?: Condition[Key] | undefined };
type WrittenFrame = { after?: string | undefined; within?: string | undefined };
type WrittenGoal = WrittenFrame & ({ all: Written[] } | Written);

const TaskSchema = described(
  'What is asked where no command can prove that something was understood. The words stand in lesson.md.',
  v.strictObject({
    options: v.optional(
      described('Ids of what can be chosen.', v.pipe(v.array(id), v.minLength(2, 'A task has at least two options, or none.'))),
    ),
    items: described(
      'What is asked for, by id, with what is right: the id of an option, or a whole number.',
      v.pipe(
        v.record(id, v.union([id, whole], 'What is right is the id of an option, or a whole number.')),
        v.check((items) => Object.keys(items).length > 0, 'A task asks for at least one thing.'),
      ),
    ),
  }),
);

const PredictionSchema = v.strictObject({
  options: described('Ids, in the order shown.', v.pipe(v.array(id), v.minLength(2, 'A prediction has at least two options.'))),
  truth: described('The option that comes true.', id),
});

export const StepSchema = v.strictObject({
  id: described('The step’s section in lesson.md begins with "## " and this.', id),
  goal: v.optional(GoalSchema),
  task: v.optional(TaskSchema),
  panel: v.optional(described('What the page shows beside the step.', v.picklist(PANELS, `A panel is one of ${PANELS.join(', ')}.`))),
  prediction: v.optional(described('A question asked before anything is typed. The words stand in lesson.md.', PredictionSchema)),
  challenge: v.optional(described('The unguided challenge at the end.', v.boolean())),
});

const Steps = v.array(StepSchema);
const Named = v.pipe(
  v.strictObject({ steps: Steps }),
  v.transform(({ steps }) => steps),
);

/** The list of steps; an object that has it as `steps` becomes the list. */
export const StepsSchema = oneOf([Steps, Named], (input) => (has(input, 'steps') ? Named : Steps));

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
