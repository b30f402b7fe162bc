import { describe, expect, it } from 'vitest';
import { linkOf } from '../../../src/views/prose/links';

describe('links in prose', () => {
  it('lead to the places that are known', () => {
    const rfc = 'https://www.rfc-editor.org/rfc/rfc5321#section-3.1';
    expect(linkOf(rfc)).toEqual({ address: rfc, outside: true });
    expect(linkOf('lesson:sandbox')).toEqual({ address: '#/sandbox', outside: false });
    expect(linkOf('lesson:one-message-by-hand')).toEqual({ address: '#/lesson/one-message-by-hand', outside: false });
  });

  it('lead nowhere else', () => {
    const wrong = [
      'http://www.rfc-editor.org/',
      'https://www.rfc-editor.org.evil.example/',
      'https://you@www.rfc-editor.org/',
      'https://www.rfc-editor.org:8443/',
      'https://evil.example/?www.rfc-editor.org',
      ' javascript:alert(1)', // a browser overlooks the blank
      'data:text/html,x',
      '//www.rfc-editor.org/',
      'lesson:',
      'lesson:<b>',
      '#/sandbox',
      '',
    ];
    for (const href of wrong) expect(linkOf(href)).toBeNull();
  });
});
