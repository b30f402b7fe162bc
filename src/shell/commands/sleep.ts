import type { Instant } from '../../engine/kernel/schedule';
import { program } from '../types';

const UNITS: Record<string, number> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST = 366 * 86_400_000;

interface Memory {
  until: Instant;
}

export const sleep = program<Memory>({
  name: 'sleep',
  group: 'machines',
  summary: 'let time pass in this world: sleep 30m',
  manual: `NAME
    sleep - let time pass

SYNOPSIS
    sleep TIME...

DESCRIPTION
    Waits for TIME: 30 or 30s (seconds), 30m, 6h, 1d; several are added. You
    need not wait with it: the clock of this world jumps. Everything due in
    between happens in its order: queues are tried, answers come, servers
    lose patience.

EXAMPLES
    sleep 30m
    sleep 1d 6h
`,
  start(args, _stdin, system) {
    const times = args.map((arg) => {
      const [, number, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)([smhd]?)$/.exec(arg) ?? [];
      return number === undefined ? NaN : Number(number) * (UNITS[unit] ?? NaN);
    });
    const total = Math.round(times.reduce((sum, time) => sum + time, 0));
    const faults = args.filter((_, i) => Number.isNaN(times[i])).map((arg) => `sleep: invalid time interval ‘${arg}’\n`);
    if (args.length === 0) faults.push('sleep: missing operand\n');
    if (faults.length > 0) faults.push("Try 'man sleep' for more information.\n");
    if (total > LONGEST) faults.push('sleep: at most 366d at a time in this world\n');
    for (const fault of faults) system.complain(fault);
    if (faults.length > 0) system.exit(1);
    else if (total === 0) system.exit(0);
    else system.timer(total);
    return { until: faults.length > 0 ? 0 : system.world.now + total };
  },

  notice(memory, _notice, system) {
    system.exit(0);
    return memory;
  },

  sleepingUntil: ({ until }) => until,
});
