// How what goes wrong is written, in a world.json and in a recording.

import * as v from 'valibot';
import { described, replyText, whole } from './schema-parts';

const instant = described('Milliseconds since the world began.', whole);
const times = v.exactOptional(described('How often; without it every time.', v.pipe(whole, v.minValue(1, 'Once or more.'))));
const during = {
  from: instant,
  to: v.exactOptional(instant),
  every: v.exactOptional(described('Again and again, so many milliseconds apart.', whole)),
};

/** A fault, in a world or in a recording. */
export const FaultSchema = v.variant('kind', [
  v.strictObject({ kind: described('A host answers nothing at all.', v.literal('down')), host: v.string(), ...during }),
  v.strictObject({ kind: described('A mailbox takes nothing more.', v.literal('full')), site: v.string(), user: v.string(), ...during }),
  v.strictObject({ kind: described('What its servers say is late.', v.literal('slow')), host: v.string(), delay: whole, ...during }),
  v.strictObject({
    kind: described('A server gives this reply whatever it would have said.', v.literal('reply')),
    host: v.string(),
    verb: v.string(),
    reply: replyText,
    path: v.exactOptional(v.string()),
    times,
  }),
  v.strictObject({
    kind: described('A connection breaks.', v.literal('cut')),
    host: v.string(),
    at: v.union([v.strictObject({ verb: v.string() }), v.strictObject({ side: v.picklist(['client', 'server']), octets: whole })]),
    how: v.picklist(['silence', 'reset']),
    times,
  }),
]);
