import { describe, expect, it } from 'vitest';
import { foreignNames } from '../../src/lesson/reserved';

describe('names that may belong to somebody', () => {
  it.each([
    ['write to ada@relay.isp.net', ['relay.isp.net']],
    ['telnet 10.0.0.1 25', ['10.0.0.1']],
    ['[IPv6:2606:4700::1111]', ['2606:4700::1111']],
    ['see http://8.8.8.8/ and mail.company.com', ['mail.company.com', '8.8.8.8']],
    ['https://www.rfc-editor.org/', ['www.rfc-editor.org']],
  ])('%s', (text, names) => {
    expect(foreignNames(text)).toEqual(names);
  });

  it.each([
    'mx1.campus.example, you@ws1.lab.test, 192.0.2.25, 198.51.100.0/24, [IPv6:2001:db8::25], 127.0.0.1, ::1, at 09:00:31',
    'RFC 9293, 3.10.7.1, 4.5.3.1, RFC 5321, 4.1.1.10 and lesson.md',
  ])('none in: %s', (text) => {
    expect(foreignNames(text)).toEqual([]);
  });

  it('links that may stand are left out', () => {
    expect(foreignNames('https://www.rfc-editor.org/', ['www.rfc-editor.org'])).toEqual([]);
  });
});
