// How a person wants the page to look, remembered on this device. A browser may refuse to remember.

export const THEMES = ['auto', 'light', 'dark'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large', 'largest'] as const;
export const TERMINAL_MODES = ['auto', 'keys', 'plain'] as const;

export interface Choices {
  /** auto: as the operating system says. */
  theme: (typeof THEMES)[number];
  text: (typeof TEXT_SIZES)[number];
  /** keys: every key goes to the terminal. plain: a log and an input line. auto: plain on touch screens and narrow windows. */
  terminal: (typeof TERMINAL_MODES)[number];
}

const KEY = 'helo-world-preferences';
const DEFAULTS: Choices = { theme: 'auto', text: 'normal', terminal: 'auto' };

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
  };
}

export class Preferences {
  #choices = $state.raw<Choices>(readChoices(remembered()));

  constructor() {
    this.#apply();
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
    document.documentElement.dataset['theme'] = this.#choices.theme;
    document.documentElement.dataset['text'] = this.#choices.text;
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
