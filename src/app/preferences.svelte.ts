// How a person wants the page to look and to behave, remembered on this device. A browser may refuse to remember.

import { LANGUAGES, type Language } from '../messages/t';

/** contrast: black on white without tints, for weak projectors. */
export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large', 'largest'] as const;
export const TERMINAL_MODES = ['auto', 'keys', 'plain'] as const;
/** What stands between two panes can be moved. lesson and glass: beside three panes. half: the left of two. */
export const PANES = ['lesson', 'glass', 'half'] as const;
export type PaneName = (typeof PANES)[number];

export interface Choices {
  /** auto: as the operating system says. */
  theme: (typeof THEMES)[number];
  text: (typeof TEXT_SIZES)[number];
  /** keys: every key goes to the terminal. plain: a log and an input line. auto: plain on touch screens and narrow windows. */
  terminal: (typeof TERMINAL_MODES)[number];
  /** auto: the first of the browser's languages that the page speaks. */
  language: Language | 'auto';
  /** Keys without Ctrl or Alt mean something outside of text fields (WCAG 2.1.4). */
  singleKeys: boolean;
  /** Widths in percent of the window; a pane that nobody moved has none. */
  panes: Readonly<Partial<Record<PaneName, number>>>;
}

const KEY = 'helo-world-preferences';
const DEFAULTS: Choices = { theme: 'auto', text: 'normal', terminal: 'auto', language: 'auto', singleKeys: true, panes: {} };

/** Choices from stored text; what is not understood is as it is by default. */
export function readChoices(text: string | null): Choices {
  let stored: Partial<Record<keyof Choices, unknown>> = {};
  try {
    const data: unknown = JSON.parse(text ?? '{}');
    if (typeof data === 'object' && data !== null) stored = data;
  } catch {
    return DEFAULTS;
  }
  return {
    theme: THEMES.find((each) => each === stored.theme) ?? DEFAULTS.theme,
    text: TEXT_SIZES.find((each) => each === stored.text) ?? DEFAULTS.text,
    terminal: TERMINAL_MODES.find((each) => each === stored.terminal) ?? DEFAULTS.terminal,
    language: isLanguage(stored.language) ? stored.language : DEFAULTS.language,
    singleKeys: stored.singleKeys !== false,
    panes: readPanes(stored.panes),
  };
}

function readPanes(stored: unknown): Choices['panes'] {
  const widths = new Map<string, unknown>(Object.entries(typeof stored === 'object' && stored !== null ? stored : {}));
  return Object.fromEntries(
    PANES.flatMap((name) => {
      const width = widths.get(name);
      return typeof width === 'number' && width > 0 && width < 100 ? [[name, width]] : [];
    }),
  );
}

/** The language to speak: the chosen one, else the first of `wanted` (tags such as `de-AT`) that there is, else English. */
export function languageFor(choice: Choices['language'], wanted: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  return wanted.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en';
}

function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && Object.hasOwn(LANGUAGES, text);
}

export class Preferences {
  #choices = $state.raw<Choices>(readChoices(remembered()));
  readonly #moreContrast = matchMedia('(prefers-contrast: more)');

  constructor() {
    this.#apply();
    this.#moreContrast.addEventListener('change', () => this.#apply());
  }

  get choices(): Choices {
    return this.#choices;
  }

  choose(change: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...change };
    this.#apply();
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#choices));
    } catch {
      // Not remembered; it holds until the page is closed.
    }
  }

  #apply(): void {
    const { theme, text } = this.#choices;
    const { dataset } = document.documentElement;
    dataset['theme'] = theme;
    dataset['contrast'] = theme === 'contrast' || this.#moreContrast.matches ? 'more' : 'usual';
    dataset['text'] = text;
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
