// The lines of /etc/services for the ports this internet uses (IANA Service Name and Port Number Registry).

const SERVICES: [name: string, port: number, aliases?: string][] = [
  ['echo', 7],
  ['discard', 9, 'sink null'],
  ['daytime', 13],
  ['ftp', 21],
  ['ssh', 22],
  ['telnet', 23],
  ['smtp', 25, 'mail'],
  ['time', 37, 'timserver'],
  ['domain', 53],
  ['finger', 79],
  ['http', 80, 'www'],
  ['pop3', 110, 'pop-3'],
  ['imap2', 143, 'imap'],
  ['https', 443],
  ['submissions', 465, 'ssmtp smtps urd'],
  ['submission', 587],
  ['odmr', 366],
  ['imaps', 993],
  ['pop3s', 995],
];

export const SERVICES_FILE = [
  '# Network services, Internet style',
  '',
  ...SERVICES.map(([name, port, aliases]) => `${name}\t${name.length < 8 ? '\t' : ''}${port}/tcp${aliases ? `\t\t${aliases}` : ''}`),
  '',
].join('\n');

/** The port that a number or a service name means; null if it means none. */
export function portNamed(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text) >= 1 && Number(text) <= 65_535 ? Number(text) : null;
  const entry = SERVICES.find(([name, , aliases]) => name === text || aliases?.split(' ').includes(text));
  return entry?.[1] ?? null;
}

/** The service name of a TCP port; `*` if it has none here. */
export function serviceAt(port: number): string {
  return SERVICES.find(([, number]) => number === port)?.[0] ?? '*';
}
