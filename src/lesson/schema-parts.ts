// Bricks of which the schemas of a lesson's files are made.

import * as v from 'valibot';

export const whole = v.pipe(v.number(), v.integer('This is a whole number.'), v.minValue(0, 'This is not negative.'));

export const replyText = v.pipe(v.string(), v.regex(/^[2-5]\d\d(?: |$)/, 'A reply begins with its three digits.'));

/** A part with what it is for, in words for whoever writes one. */
export const described = <const Part extends v.GenericSchema>(text: string, part: Part) => v.pipe(part, v.description(text));

/**
 * One of some forms, chosen by what the author began to write, so that a fault names the field that is wrong. What makes the
 * JSON schemas asks without anything written (undefined): then it is a union of all forms, in this order.
 */
export const oneOf = <Form extends v.GenericSchema>(forms: Form[], choose: (written: unknown) => Form) =>
  v.lazy((input): v.GenericSchema<v.InferInput<Form>, v.InferOutput<Form>> => (input === undefined ? v.union(forms) : choose(input)));
