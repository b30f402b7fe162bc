import type { DnsResponse } from '../../engine/dns/types';
import { isFailure, nameProgram, negativeStatus } from '../name-program';
import { NSLOOKUP_PATIENCE, nextNslookupQuestion, parseNslookup, presentNslookup, type NslookupRequest } from '../present/nslookup';

export const nslookup = nameProgram<NslookupRequest>({
  name: 'nslookup',
  summary: 'look a name up, as on many systems',
  manual: `NAME
    nslookup - look up a name

SYNOPSIS
    nslookup [-type=TYPE] NAME [SERVER]

DESCRIPTION
    Prints which server answered and what it said. "Non-authoritative
    answer" means that the server does not hold the zone itself. There is no
    interactive mode here.

EXAMPLES
    nslookup mx1.campus.example
    nslookup -type=MX campus.example

SEE ALSO
    dig, host
`,
  parse: parseNslookup,
  opening: ({ warnings }) => ({ out: warnings, error: '' }),
  question: (request, outcomes) => (outcomes.some(isFailure) ? null : nextNslookupQuestion(request, outcomes as DnsResponse[])),
  server: ({ server }) => server,
  manner: () => ({ patience: NSLOOKUP_PATIENCE }),
  present: (request, outcomes, { address }) => presentNslookup(request, outcomes, address),
  status: negativeStatus,
});
