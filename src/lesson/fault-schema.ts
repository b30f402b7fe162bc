// How what goes wrong is written, in a world.json and in a recording.

import * as v from 'valibot';

export const whole = v.pipe(v.number(), v.integer('This is a whole number.'), v.minValue(0, 'This is not negative.'));

/** Describes a part to whoever writes one. */
export const said = <const Part extends v.GenericSchema>(text: string, part: Part) => v.pipe(part, v.description(text));

export const replyText = v.pipe(v.string(), v.regex(/^[2-5]\d\d(?: |$)/, 'A reply begins with its three digits.'));

const instant = said('Milliseconds since the world began.', whole);
const times = v.exactOptional(said('How often; without it every time.', v.pipe(whole, v.minValue(1, 'Once or more.'))));
const during = {
  from: instant,
  to: v.exactOptional(instant),
  every: v.exactOptional(said('Again and again, so many milliseconds apart.', whole)),
};

/** A fault, in a world or in a recording. */
export const Fault = v.variant('kind', [
  v.strictObject({ kind: said('A host answers nothing at all.', v.literal('down')), host: v.string(), ...during }),
  v.strictObject({ kind: said('A mailbox takes nothing more.', v.literal('full')), site: v.string(), user: v.string(), ...during }),
  v.strictObject({ kind: said('What its servers say is late.', v.literal('slow')), host: v.string(), delay: whole, ...during }),
  v.strictObject({
    kind: said('A server gives this reply whatever it would have said.', v.literal('reply')),
    host: v.string(),
    verb: v.string(),
    reply: replyText,
    path: v.exactOptional(v.string()),
    times,
  }),
  v.strictObject({
    kind: said('A connection breaks.', v.literal('cut')),
    host: v.string(),
    at: v.union([v.strictObject({ verb: v.string() }), v.strictObject({ side: v.picklist(['client', 'server']), octets: whole })]),
    how: v.picklist(['silence', 'reset']),
    times,
  }),
]);
