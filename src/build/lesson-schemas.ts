// What editors know about the JSON files of a lesson: JSON schemas (draft-07, which every editor reads), made from what the
// loader itself checks with. They are for files as authors write them, so a placeholder of variants.json may stand where
// a text is asked for. What no schema can say, such as that a host exists, the linter says.

import { toJsonSchema, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { StepSchema, StepsSchema } from '../lesson/steps-schema';
import { VariantsSchema } from '../lesson/variant-parameters';
import { WorldSchema } from '../lesson/world-schema';

interface File {
  schema: GenericSchema;
  /** Parts that stand in it more than once, by name. */
  definitions?: Record<string, GenericSchema>;
  title: string;
  description: string;
}

const FILES: Record<string, File> = {
  world: {
    schema: WorldSchema,
    title: 'world.json of a HELO World lesson',
    description: 'Networks, hosts, mail sites, zones, filters, and the terminals a learner starts at.',
  },
  steps: {
    schema: StepsSchema,
    definitions: { step: StepSchema },
    title: 'steps.json of a HELO World lesson',
    description: 'Steps with their goals, and the ids of each prediction’s options: a list, or an object that has it as "steps".',
  },
  variants: {
    schema: VariantsSchema,
    title: 'variants.json of a HELO World lesson',
    description: 'What a seed changes: for each parameter a list of choices, or the name of the parameter whose list it shares.',
  },
};

const PLACEHOLDER = String.raw`\{\{[^{}]+\}\}`;

const CONFIG: ConversionConfig = {
  target: 'draft-07',
  typeMode: 'input',
  ignoreActions: ['check'], // sentences about the whole, which only the linter can say
  overrideAction: ({ valibotAction: { type, requirement }, jsonSchema }: { valibotAction: Action; jsonSchema: JsonSchema }) =>
    type === 'regex' ? { ...jsonSchema, pattern: `${(requirement as RegExp).source}|${PLACEHOLDER}` } : undefined,
  overrideSchema: ({ valibotSchema, jsonSchema: { enum: values, ...rest } }) => {
    if (valibotSchema.type === 'strict_tuple') return { ...rest, minItems: (rest.items as unknown[]).length };
    return valibotSchema.type === 'picklist' ? { ...rest, anyOf: [{ enum: values! }, { pattern: PLACEHOLDER }] } : undefined;
  },
};

interface Action {
  type: string;
  requirement?: unknown;
}

/** Text of each schema by its file name, as it stands in public/schema/. */
export function lessonSchemas(): Record<string, string> {
  const files = Object.entries(FILES).map(([name, { schema, definitions, ...about }]) => {
    const { $schema, ...rest } = unfolded(toJsonSchema(schema, { ...CONFIG, ...(definitions && { definitions }) }));
    return [`${name}.schema.json`, `${JSON.stringify({ $schema, ...about, ...withSchemaKey(rest) }, null, 2)}\n`];
  });
  return Object.fromEntries(files) as Record<string, string>;
}

/** Draft-07 ignores what stands beside `$ref`, so nothing but a definition can be at the top. */
function unfolded({ $ref, $defs, ...rest }: JsonSchema): JsonSchema {
  const name = $ref?.replace('#/$defs/', '') ?? '';
  const { [name]: top, ...others } = $defs ?? {};
  return { ...rest, ...(typeof top === 'object' ? top : {}), ...($defs && { $defs: others }) };
}

/** The same where the file is an object, which may also say `$schema`. */
function withSchemaKey(schema: JsonSchema): JsonSchema {
  const { anyOf, properties, propertyNames } = schema;
  if (anyOf) return { ...schema, anyOf: anyOf.map((each) => (typeof each === 'object' ? withSchemaKey(each) : each)) };
  if (schema.type !== 'object') return schema;
  const key = { $schema: { type: 'string', description: 'Where this schema lies, for the editor; the lesson does not need it.' } } as const;
  return {
    ...schema,
    properties: { ...key, ...properties },
    ...(propertyNames && { propertyNames: { anyOf: [{ const: '$schema' }, propertyNames] } }),
  };
}
