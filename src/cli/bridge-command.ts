// `sim bridge` as a process: one line of JSON when every port is open, and then it serves until it is told to stop.

import { parseArgs } from 'node:util';
import { AS_WRITTEN } from '../lesson/variants';
import { parsedArguments } from './arguments';
import { openBridge } from './bridge';
import { watchNpm } from './bridge-npm';
import { UserFault } from './fault';
import { readLesson } from './play';

const FASTEST = 1_000_000;

/** Serves until SIGINT or SIGTERM; SIGHUP starts the world afresh. Throws a UserFault. */
export async function bridge(args: string[]): Promise<void> {
  const options = bridgeOptions(args);
  const { world } = readLesson(options.lesson, AS_WRITTEN);
  const { facts, restart, close } = await openBridge({ ...options, world, seed: AS_WRITTEN });
  process.on('SIGHUP', restart);
  const told = new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    watchNpm(stop);
  });
  process.stdout.write(`${JSON.stringify(facts)}\n`);
  process.stderr.write(`Listening. kill -HUP ${process.pid} starts the world afresh; Ctrl+C ends it.\n`);
  await told;
  await close();
}

function bridgeOptions(args: string[]): { lesson: string; portBase: number; speed: number } {
  const text = { type: 'string' } as const;
  const options = { 'port-base': text, speed: text } as const;
  const { values, positionals } = parsedArguments(() => parseArgs({ args, allowPositionals: true, options }));
  const [lesson, ...more] = positionals;
  if (lesson === undefined || more.length > 0)
    throw new UserFault('Say which lesson’s world to open, and only one: a slug, a folder, or sandbox.');
  const { 'port-base': portBase = '20000', speed = '1' } = values;
  if (!/^\d{1,5}$/.test(portBase) || Number(portBase) > 65_535)
    throw new UserFault(`A port is a number up to 65535, or 0 for whichever are free; "${portBase}" is not.`);
  if (!/^\d{1,7}(\.\d{1,6})?$/.test(speed) || !(Number(speed) > 0) || Number(speed) > FASTEST)
    throw new UserFault(`A speed is a number above 0 and at most ${FASTEST}, virtual seconds in a second; "${speed}" is not.`);
  return { lesson, portBase: Number(portBase), speed: Number(speed) };
}
