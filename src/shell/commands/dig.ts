import { isFailure, nameProgram } from '../name-program';
import { parseDig, presentDig, type DigRequest } from '../present/dig';
import { plainLookup } from '../present/dig-lookup';

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

SEE ALSO
    host, nslookup, RFC 1035
`,
  parse: parseDig,
  opening: ({ warnings }) => ({ out: '', error: warnings }),
  question: ({ lookups }, outcomes) => lookups[outcomes.length]?.question ?? null,
  server: ({ lookups }, index) => lookups[index]?.server ?? null,
  patience({ lookups }, index) {
    const { tries, timeout } = lookups[index] ?? plainLookup();
    return { tries, timeout: timeout * SECOND };
  },
  present(request, outcomes, exchange) {
    const lookup = request.lookups[outcomes.length - 1];
    return lookup ? presentDig(lookup, outcomes.at(-1) ?? 'timeout', exchange) : '';
  },
  status: (outcomes) => (outcomes.some(isFailure) ? NO_REPLY : 0),
});
