import { describe, expect, it } from 'vitest';
import { deliveryHeader, isLocalPart, localUsers } from '../../../src/engine/mail/local';

const USERS = { you: {}, ada: {}, cleo: {}, 'cleo+work': {} };
const ALIASES = {
  postmaster: ['you'],
  staff: ['you', 'ada'],
  everyone: ['staff', 'Cleo', 'ada'],
  gone: ['left-in-2020'],
  cleo: ['cleo', 'ada'],
  ring: ['rang'],
  rang: ['ring'],
};

const to = (mailbox: string) => {
  const { users, missing } = localUsers(USERS, ALIASES, mailbox);
  return { users, missing };
};

describe('localUsers', () => {
  it('leads to other sites, and says that it did so over an alias', () => {
    const aliases = { list: ['you', 'bram@partner.example'], away: ['dev@farm.example'] };
    const lead = (mailbox: string) => localUsers(USERS, aliases, mailbox);
    expect(lead('list@campus.example')).toEqual({ users: ['you'], missing: [], elsewhere: ['bram@partner.example'], isAlias: true });
    expect(lead('away@campus.example')).toEqual({ users: [], missing: [], elsewhere: ['dev@farm.example'], isAlias: true });
    expect(lead('you@campus.example')).toEqual({ users: ['you'], missing: [], elsewhere: [], isAlias: false });
  });

  it.each([
    ['ada@campus.example', ['ada']],
    ['ADA', ['ada']],
    ['ada+lists@campus.example', ['ada']],
    ['cleo+work@campus.example', ['cleo+work']],
    ['Postmaster@campus.example', ['you']],
    ['staff+x@campus.example', ['you', 'ada']],
    ['cleo@campus.example', ['cleo', 'ada']],
    ['everyone@campus.example', ['ada', 'you', 'cleo']],
  ])('%s reaches %j', (mailbox, users) => {
    expect(to(mailbox).users.sort()).toEqual(users.sort());
    expect(to(mailbox).missing).toEqual([]);
  });

  it('says who is missing', () => {
    expect(to('gone@campus.example')).toEqual({ users: [], missing: ['left-in-2020'] });
    expect(to('nobody@campus.example')).toEqual({ users: [], missing: ['nobody'] });
  });

  it('follows no circle for ever, and loses nobody in one', () => {
    expect(to('ring@campus.example')).toEqual({ users: [], missing: ['ring'] });
  });

  it('knows no names that objects have by nature', () => {
    expect(to('constructor@campus.example')).toEqual({ users: [], missing: ['constructor'] });
  });
});

describe('isLocalPart', () => {
  it('is true for users, aliases, and always for postmaster', () => {
    for (const name of ['ada', 'Ada+x', 'gone', 'staff']) expect(isLocalPart(USERS, ALIASES, name)).toBe(true);
    for (const name of ['nobody', '+ada', '']) expect(isLocalPart(USERS, ALIASES, name)).toBe(false);
    expect(isLocalPart({}, {}, 'POSTMASTER')).toBe(true);
  });
});

describe('deliveryHeader', () => {
  it('puts Return-Path first', () => {
    expect(deliveryHeader(['X-Original-To', 'Delivered-To'], 'bram@partner.example', 'staff@campus.example', 'ada@campus.example')).toBe(
      'Return-Path: <bram@partner.example>\r\nX-Original-To: staff@campus.example\r\nDelivered-To: ada@campus.example\r\n',
    );
    expect(deliveryHeader([], '', 'ada@campus.example', 'ada@campus.example')).toBe('Return-Path: <>\r\n');
  });
});
