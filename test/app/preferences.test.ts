import { describe, expect, it } from 'vitest';
import { readChoices } from '../../src/app/preferences.svelte';

const DEFAULTS = { theme: 'auto', text: 'normal', terminal: 'auto' };

describe('remembered choices', () => {
  it('are read back', () => {
    const choices = { theme: 'dark', text: 'largest', terminal: 'plain' };
    expect(readChoices(JSON.stringify(choices))).toEqual(choices);
  });

  it('are the usual ones where nothing usable was remembered', () => {
    for (const text of [null, '', '{', 'null', '7', '"dark"', '[]', '{"theme":"pink","text":3}'])
      expect(readChoices(text)).toEqual(DEFAULTS);
  });

  it('keep what is usable', () => {
    expect(readChoices('{"theme":"light","text":"enormous"}')).toEqual({ ...DEFAULTS, theme: 'light' });
  });
});
