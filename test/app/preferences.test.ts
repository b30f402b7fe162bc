import { describe, expect, it } from 'vitest';
import { languageFor, readChoices } from '../../src/app/preferences.svelte';

const DEFAULTS = { theme: 'auto', text: 'normal', terminal: 'auto', language: 'auto', singleKeys: true, panes: {} };

describe('remembered choices', () => {
  it('are read back', () => {
    const choices = {
      theme: 'contrast',
      text: 'largest',
      terminal: 'plain',
      language: 'de',
      singleKeys: false,
      panes: { lesson: 30, half: 62.5 },
    };
    expect(readChoices(JSON.stringify(choices))).toEqual(choices);
  });

  it('are the usual ones where nothing usable was remembered', () => {
    for (const text of [null, '', '{', 'null', '7', '"dark"', '[]', '{"theme":"pink","text":3,"language":"toString","panes":null}'])
      expect(readChoices(text)).toEqual(DEFAULTS);
  });

  it('keep what is usable', () => {
    expect(readChoices('{"theme":"light","text":"enormous"}')).toEqual({ ...DEFAULTS, theme: 'light' });
    expect(readChoices('{"panes":{"lesson":"wide","glass":400,"half":40,"cellar":3}}')).toEqual({ ...DEFAULTS, panes: { half: 40 } });
  });
});

describe('the language', () => {
  it('is the chosen one, whatever the browser says', () => {
    expect(languageFor('de', ['fr', 'en'])).toBe('de');
    expect(languageFor('en', ['de'])).toBe('en');
  });

  it('else the first of the browser’s that the page speaks, else English', () => {
    expect(languageFor('auto', ['fr-CH', 'de-CH', 'en'])).toBe('de');
    expect(languageFor('auto', ['EN-GB', 'de'])).toBe('en');
    expect(languageFor('auto', ['fr', 'tlh'])).toBe('en');
    expect(languageFor('auto', [])).toBe('en');
  });
});
