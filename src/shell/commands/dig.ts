import { isFailure, nameProgram } from '../name-program';
import { parseDig, presentDig, type DigRequest } from '../present/dig';
import { plainLookup } from '../present/dig-lookup';
import { nextStep } from '../present/dig-steps';
import { presentTrace } from '../present/dig-trace';

const NO_REPLY = 9;
const SECOND = 1000;

export const dig = nameProgram<DigRequest>({
  name: 'dig',
  summary: 'ask a name server, and see its whole answer',
  manual: `NAME
    dig - ask a name server

SYNOPSIS
    dig [@SERVER] [NAME] [TYPE] [OPTIONS]

DESCRIPTION
    Sends one question and prints the whole response: header, question,
    answer, authority and additional records. Without @SERVER it asks the
    name server of /etc/resolv.conf; the search list there is not used. 'dig
    -h' lists the options.

    status: NOERROR with ANSWER: 0 means: the name exists, but has no record
    of this type. NXDOMAIN means: there is no such name. The flag aa says
    that the server itself holds the zone.

EXAMPLES
    dig campus.example MX
    dig +short mx1.campus.example
    dig @ns1.campus.example campus.example MX
    dig -x 192.0.2.25
    dig +trace campus.example MX
    dig +norecurse campus.example MX
    dig @ns1.campus.example campus.example AXFR

SEE ALSO
    host, nslookup, RFC 1035
`,
  parse: parseDig,
  opening: ({ warnings }) => ({ out: '', error: warnings }),
  question: (request, outcomes) => nextStep(request, outcomes)?.question ?? null,
  server: (request, outcomes) => nextStep(request, outcomes)?.server ?? null,
  manner(request, outcomes) {
    const { lookup, recursionDesired } = nextStep(request, outcomes) ?? { lookup: plainLookup(), recursionDesired: true };
    return { patience: { tries: lookup.tries, timeout: lookup.timeout * SECOND }, recursionDesired };
  },
  present(request, outcomes, exchange) {
    const before = outcomes.slice(0, -1);
    const step = nextStep(request, before);
    const outcome = outcomes.at(-1) ?? 'timeout';
    if (!step) return '';
    const { lookup, server, first } = step;
    return lookup.trace ? presentTrace(lookup, server, first, outcome, exchange) : presentDig(lookup, outcome, exchange);
  },
  status: (outcomes) => (outcomes.some(isFailure) ? NO_REPLY : 0),
});
