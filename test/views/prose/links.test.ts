import { describe, expect, it } from 'vitest';
import { allowedAddress } from '../../../src/views/prose/links';

describe('links in prose', () => {
  it('lead to the places that are known', () => {
    const rfc = 'https://www.rfc-editor.org/rfc/rfc5321#section-3.1';
    expect(allowedAddress(rfc)).toBe(rfc);
  });

  it('lead nowhere else', () => {
    const wrong = [
      'http://www.rfc-editor.org/',
      'https://www.rfc-editor.org.evil.example/',
      'https://you@www.rfc-editor.org/',
      'https://www.rfc-editor.org:8443/',
      'https://evil.example/?www.rfc-editor.org',
      ' javascript:alert(1)', // the blank is part of the trick
      'data:text/html,x',
      '//www.rfc-editor.org/',
      '#/sandbox',
      '',
    ];
    for (const href of wrong) expect(allowedAddress(href)).toBeNull();
  });
});
