import { describe, expect, it } from 'vitest';
import { destinations } from '../../../src/engine/mail/destinations';

describe('destinations', () => {
  it.each([
    ['To: ada@campus.example\r\n\r\nCc: body@campus.example\r\n', ['ada@campus.example']],
    ['to: Ada <ada@campus.example>,\r\n "Bram, B." <bram@partner.example>\r\n\r\n', ['ada@campus.example', 'bram@partner.example']],
    ['Cc: friends: ada@campus.example, eli@campus.example;\r\n', ['ada@campus.example', 'eli@campus.example']],
    ['To: ada@campus.example\r\nBcc: ada@campus.example\r\n', ['ada@campus.example']],
    ['From: ada@campus.example\r\nReply-To: bram@partner.example\r\nSubject: eli@campus.example\r\n', []],
    ['To: undisclosed-recipients:;\r\n', []],
    ['', []],
  ])('of %j', (content, addresses) => {
    expect(destinations(content)).toEqual(addresses);
  });
});
