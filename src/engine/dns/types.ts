// Names as data. A zone is a list of records; an answer is what a name server would put on the wire.

export type RecordType = 'A' | 'AAAA' | 'MX' | 'CNAME' | 'NS' | 'SOA' | 'TXT' | 'PTR' | 'SRV';

/** One resource record. Names are fully qualified, lower case, with the final dot. */
export interface ResourceRecord {
  name: string;
  /** Seconds. */
  ttl: number;
  type: RecordType;
  /** Presentation form of the RDATA: `10 mx1.campus.example.` */
  data: string;
}

/** A zone: its apex (with final dot) and its records. */
export interface Zone {
  apex: string;
  records: ResourceRecord[];
}

export type Zones = Record<string, Zone>;

export interface Question {
  /** With the final dot. */
  name: string;
  /** ANY: whatever there is. AXFR: the whole zone (RFC 5936). */
  type: RecordType | 'ANY' | 'AXFR';
  /** CHAOS, in which servers speak of themselves; absent: IN, the Internet. */
  class?: 'CH';
}

export type Status = 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED';

/** Why no response came: silence; the host is there, but nothing listens at port 53; nobody has the address. */
export type DnsFailure = 'timeout' | 'closed' | 'unreachable';

export interface DnsResponse {
  question: Question;
  status: Status;
  /** True if the server itself holds the zone (AA). */
  authoritative: boolean;
  /** RA: the server looks names up for its clients. */
  recursionAvailable: boolean;
  answer: ResourceRecord[];
  authority: ResourceRecord[];
  additional: ResourceRecord[];
}
