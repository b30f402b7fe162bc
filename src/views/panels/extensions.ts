// The IANA registry of SMTP service extensions, "SMTP Service Extensions" in the group "Simple Mail Transfer Protocol",
// as of 2025, without entries from obsolete RFCs and those that name no RFC. Descriptions are the registry's, shortened.

export interface Extension {
  keyword: string;
  about: string;
  /** The RFC that describes it. */
  rfc: number;
}

export const EXTENSIONS: readonly Extension[] = [
  { keyword: '8BITMIME', about: 'Use 8-bit data', rfc: 6152 },
  { keyword: 'ATRN', about: 'Authenticated TURN', rfc: 2645 },
  { keyword: 'AUTH', about: 'Authentication', rfc: 4954 },
  { keyword: 'BINARYMIME', about: 'Binary MIME', rfc: 3030 },
  { keyword: 'BURL', about: 'Content by address', rfc: 4468 },
  { keyword: 'CHECKPOINT', about: 'Checkpoint and restart', rfc: 1845 },
  { keyword: 'CHUNKING', about: 'Large messages in chunks', rfc: 3030 },
  { keyword: 'CONNEG', about: 'Content negotiation', rfc: 4141 },
  { keyword: 'CONPERM', about: 'Permission to convert content', rfc: 4141 },
  { keyword: 'DELIVERBY', about: 'Deliver by a time', rfc: 2852 },
  { keyword: 'DSN', about: 'Delivery status notifications', rfc: 3461 },
  { keyword: 'ENHANCEDSTATUSCODES', about: 'Enhanced status codes', rfc: 2034 },
  { keyword: 'ETRN', about: 'Start a remote queue', rfc: 1985 },
  { keyword: 'EXPN', about: 'Expand a mailing list', rfc: 5321 },
  { keyword: 'FUTURERELEASE', about: 'Release in the future', rfc: 4865 },
  { keyword: 'HELP', about: 'Supply helpful information', rfc: 5321 },
  { keyword: 'LIMITS', about: 'Announce server limits', rfc: 9422 },
  { keyword: 'MT-PRIORITY', about: 'Priority of a message', rfc: 6710 },
  { keyword: 'MTRK', about: 'Message tracking', rfc: 3885 },
  { keyword: 'NO-SOLICITING', about: 'No soliciting', rfc: 3865 },
  { keyword: 'PIPELINING', about: 'Command pipelining', rfc: 2920 },
  { keyword: 'REQUIRETLS', about: 'TLS on the whole way', rfc: 8689 },
  { keyword: 'RRVS', about: 'Require recipient valid since', rfc: 7293 },
  { keyword: 'SIZE', about: 'Message size declaration', rfc: 1870 },
  { keyword: 'SMTPUTF8', about: 'Internationalized email', rfc: 6531 },
  { keyword: 'STARTTLS', about: 'Start TLS', rfc: 3207 },
  { keyword: 'SUBMITTER', about: 'Responsible submitter', rfc: 4405 },
];
