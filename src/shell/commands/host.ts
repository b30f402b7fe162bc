import type { DnsResponse } from '../../engine/dns/types';
import { isFailure, nameProgram, negativeStatus } from '../name-program';
import { HOST_PATIENCE, nextHostQuestion, parseHost, presentHost, type HostRequest } from '../present/host';

export const host = nameProgram<HostRequest>({
  name: 'host',
  summary: 'look a name up, in one line per answer',
  manual: `NAME
    host - look up a name

SYNOPSIS
    host [-t TYPE] NAME [SERVER]

DESCRIPTION
    Prints the addresses of NAME and who takes its mail, one answer a line.
    With -t it asks for one TYPE only: A, AAAA, MX, CNAME, NS, SOA, TXT,
    PTR, SRV. For an address it asks for the name.

EXAMPLES
    host campus.example
    host -t MX campus.example
    host 192.0.2.25

SEE ALSO
    dig, nslookup
`,
  parse: parseHost,
  question: (request, outcomes) => (outcomes.some(isFailure) ? null : nextHostQuestion(request, outcomes as DnsResponse[])),
  server: ({ server }) => server,
  manner: () => ({ patience: HOST_PATIENCE }),
  present: (request, outcomes, { address }) => presentHost(request, outcomes, address),
  status: negativeStatus,
});
