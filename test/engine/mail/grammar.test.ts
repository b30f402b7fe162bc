import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/engine/kernel/bytes';
import { parseForwardPath, parseMailboxOrUser, parseReversePath, type PathRules } from '../../../src/engine/mail/grammar';
import { splitMailbox, writeMailbox } from '../../../src/engine/mail/mailbox';

const STRICT: PathRules = { brackets: true, exact: true, domain: true, lengths: true, utf8: 'none' };
const LENIENT: PathRules = { brackets: false, exact: false, domain: false, lengths: false, utf8: 'local-part' };

describe('paths that every server takes', () => {
  it.each([
    ['<bram@partner.example>', 'bram@partner.example'],
    ['<BRAM@Partner.Example>', 'BRAM@Partner.Example'],
    ['<bram.de.vries+x@partner.example>', 'bram.de.vries+x@partner.example'],
    ["<!#$%&'*+-/=?^_`{|}~@partner.example>", "!#$%&'*+-/=?^_`{|}~@partner.example"],
    ['<"bram de vries"@partner.example>', 'bram de vries@partner.example'],
    ['<"a\\da"@campus.example>', 'ada@campus.example'],
    ['<"ada\\"x"@campus.example>', 'ada"x@campus.example'],
    ['<"a@b>c"@campus.example>', 'a@b>c@campus.example'],
    ['<bram@[198.51.100.130]>', 'bram@[198.51.100.130]'],
    ['<bram@[IPv6:2001:db8::25]>', 'bram@[IPv6:2001:db8::25]'],
    ['<@hop1.example,@hop2.example:bram@partner.example>', 'bram@partner.example'],
  ])('%s', (text, mailbox) => {
    expect(parseReversePath(text, STRICT)).toEqual({ mailbox });
    expect(parseForwardPath(text, STRICT)).toEqual({ mailbox });
    expect(parseForwardPath(text, LENIENT)).toEqual({ mailbox });
  });
});

describe('paths that no server takes, and what is wrong with them', () => {
  it.each([
    ['<bram@partner.example', 'unclosed-bracket'],
    ['<bram@partner.example>SIZE=10', 'text-after-bracket'],
    ['<bram partner>', 'local-part'],
    ['<@partner.example>', 'source-route'],
    ['<@one.example,two.example:bram@partner.example>', 'source-route'],
    ['<@partner.example:>', 'local-part'],
    ['<ada@>', 'domain'],
    ['<ada@192.0.2.25>', 'domain'],
    ['<ada@[300.1.1.1]>', 'domain'],
    ['<bram@partner..example>', 'domain'],
    ['<bram@-partner.example>', 'domain'],
    ['<br\x00am@partner.example>', 'local-part'],
    ['<adacampus\x08s.example>', 'local-part'],
    ['<"bram@partner.example>', 'local-part'],
    ['<j\xfcrgen@partner.example>', 'local-part'],
  ])('%j: %s', (text, fault) => {
    expect(parseForwardPath(text, STRICT)).toEqual({ fault });
    expect(parseForwardPath(text, LENIENT)).toEqual({ fault });
  });
});

describe('where servers differ', () => {
  it.each([
    ['bram@partner.example', 'no-brackets', 'bram@partner.example'],
    ['bram@partner.example>', 'no-brackets', 'bram@partner.example'],
    ['<bram@partner.example.>', 'domain', 'bram@partner.example.'],
    ['<bram@par_tner.example>', 'domain', 'bram@par_tner.example'],
    ['<bram..x@partner.example>', 'local-part', 'bram..x@partner.example'],
    ['<ada>', 'no-domain', 'ada'],
    [`<${'a'.repeat(65)}@partner.example>`, 'local-part-too-long', `${'a'.repeat(65)}@partner.example`],
    [`<a@${'b.'.repeat(130)}example>`, 'path-too-long', `a@${'b.'.repeat(130)}example`],
    [encodeUtf8('<jürgen@partner.example>'), 'utf8', encodeUtf8('jürgen@partner.example')],
  ])('%j', (text, fault, mailbox) => {
    expect(parseForwardPath(text, STRICT)).toEqual({ fault });
    expect(parseForwardPath(text, LENIENT)).toEqual({ mailbox });
  });

  it('takes 64 octets in a local part', () => {
    expect(parseForwardPath(`<${'a'.repeat(64)}@partner.example>`, STRICT)).toHaveProperty('mailbox');
  });

  it('takes octets above 127 where SMTPUTF8 allows them', () => {
    const [name, domain] = [encodeUtf8('<jürgen@partner.example>'), encodeUtf8('<ada@cämpus.example>')];
    expect(parseForwardPath(name, { ...STRICT, utf8: 'all' })).toHaveProperty('mailbox');
    expect(parseForwardPath(domain, { ...STRICT, utf8: 'all' })).toHaveProperty('mailbox');
    expect(parseForwardPath(domain, LENIENT)).toEqual({ fault: 'domain' });
  });
});

describe('special paths', () => {
  it('takes the null path only as a reverse-path', () => {
    expect(parseReversePath('<>', STRICT)).toEqual({ mailbox: '' });
    expect(parseForwardPath('<>', STRICT)).toEqual({ fault: 'null-path' });
    expect(parseForwardPath('<>', LENIENT)).toEqual({ fault: 'null-path' });
  });

  it('takes postmaster without a domain, in any case, only as a forward-path', () => {
    expect(parseForwardPath('<PostMaster>', STRICT)).toEqual({ mailbox: 'PostMaster' });
    expect(parseReversePath('<postmaster>', STRICT)).toEqual({ fault: 'no-domain' });
  });

  it('takes a user, a mailbox or a path for VRFY', () => {
    for (const text of ['ada', 'ada@campus.example', '<ada@campus.example>']) {
      expect(parseMailboxOrUser(text, { ...STRICT, domain: false })).toEqual({ mailbox: text.replace(/[<>]/g, '') });
    }
    expect(parseMailboxOrUser('ada', STRICT)).toEqual({ fault: 'no-domain' });
    expect(parseMailboxOrUser('Ada Moss', STRICT)).toEqual({ fault: 'local-part' });
  });
});

describe('mailboxes', () => {
  it.each([
    ['ada@campus.example', 'ada@campus.example'],
    ['ada moss@campus.example', '"ada moss"@campus.example'],
    ['a"b\\c@campus.example', '"a\\"b\\\\c"@campus.example'],
    ['a@b@campus.example', '"a@b"@campus.example'],
    ['@campus.example', '""@campus.example'],
    ['postmaster', 'postmaster'],
    ['', ''],
  ])('%s is written %s', (mailbox, written) => {
    expect(writeMailbox(mailbox)).toBe(written);
    if (mailbox.includes('@')) expect(parseForwardPath(`<${written}>`, STRICT)).toEqual({ mailbox });
  });

  it('splits at the last @', () => {
    expect(splitMailbox('a@b@campus.example')).toEqual({ localPart: 'a@b', domain: 'campus.example' });
    expect(splitMailbox('postmaster')).toEqual({ localPart: 'postmaster', domain: null });
  });
});
