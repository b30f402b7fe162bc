// dig +multiline: a SOA over several lines, each number with its name, and times in words.

const FIELDS = ['serial', 'refresh', 'retry', 'expire', 'minimum'];
const UNITS: [string, number][] = [
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const INDENT = '\t\t\t\t';

/** The data of a SOA: the two names, and in parentheses the numbers. */
export function multilineSoa(data: string): string {
  const [primary, mailbox, ...numbers] = data.split(' ');
  const lines = numbers.map((number, i) => {
    const words = i === 0 ? '' : ` (${inWords(Number(number))})`;
    return `${INDENT}${number.padEnd(10)} ; ${FIELDS[i]}${words}\n`;
  });
  return `${primary} ${mailbox} (\n${lines.join('')}${INDENT})`;
}

/** `1 hour 30 minutes` */
function inWords(seconds: number): string {
  let rest = seconds;
  const words = UNITS.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return words.length === 0 ? '0 seconds' : words.join(' ');
}
