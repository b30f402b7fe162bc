// The one importer of xterm, loaded as a chunk of its own. It draws what paint.ts makes and hands out
// what is typed; it knows nothing of labs.

import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { copyToClipboard } from '../clipboard';
import { meaningOf } from './keyboard';
import { withStyleSheets } from './stylesheets';

export interface Options {
  label: string;
  /** Keys as a terminal sends them. */
  onkeys: (keys: string) => void;
  /** The number of columns changed: what was drawn has to be drawn again. */
  onreflow: () => void;
}

export interface TerminalScreen {
  write(output: string): void;
  /** Takes font size and colours from the element's style, and as many rows and columns as fit. */
  fit(): void;
  focus(): void;
  dispose(): void;
}

/** xterm hides its cursor until the first click, unless the alternate screen has been visited. */
const SHOW_CURSOR = '\x1b[?1047h\x1b[?1047l';

/** The colours that paint.ts uses, and the selection, by the page's names for them. On the terminal's ground each has at least 7:1. */
const COLOURS = {
  green: '--termprompt',
  blue: '--termtyped',
  magenta: '--termserver',
  red: '--termerror',
  brightBlack: '--termsoft',
  selectionBackground: '--termselected',
} as const;

/** Puts a terminal into `host`, which has its size, font and colours; null if it was taken from the page meanwhile. */
export async function openScreen(host: HTMLElement, { label, onkeys, onreflow }: Options): Promise<TerminalScreen | null> {
  const { fontFamily, fontSize } = getComputedStyle(host);
  await document.fonts.load(`${fontSize} ${fontFamily}`); // cells are measured once
  if (!host.isConnected) return null;
  const terminal = new Terminal({
    ...lookOf(host),
    fontFamily,
    scrollback: 20_000,
    cursorInactiveStyle: 'outline',
    drawBoldTextInBrightColors: false,
  });
  const fitting = new FitAddon();
  terminal.loadAddon(fitting);
  const removeStyles = withStyleSheets(() => terminal.open(host));
  terminal.textarea?.setAttribute('aria-label', label);
  terminal.write(SHOW_CURSOR);

  function fit(): void {
    const { fontSize, theme } = lookOf(host);
    if (terminal.options.fontSize !== fontSize) terminal.options.fontSize = fontSize;
    terminal.options.theme = theme;
    if (host.clientWidth > 0 && host.clientHeight > 0) fitting.fit();
  }
  fit();
  terminal.onData(onkeys);
  terminal.onResize(({ cols }) => {
    if (cols !== columns) onreflow();
    columns = cols;
  });
  let columns = terminal.cols;
  obeyPageKeys(terminal, onkeys);

  return {
    write: (output) => terminal.write(output),
    fit,
    focus: () => terminal.focus(),
    dispose: () => {
      terminal.dispose();
      removeStyles();
    },
  };
}

function lookOf(host: HTMLElement) {
  const style = getComputedStyle(host);
  const { fontSize, lineHeight, color, backgroundColor: background } = style;
  const colours = Object.fromEntries(Object.entries(COLOURS).map(([name, property]) => [name, style.getPropertyValue(property)]));
  return {
    fontSize: evenSize(parseFloat(fontSize)),
    lineHeight: parseFloat(lineHeight) / parseFloat(fontSize) / 1.3, // xterm's 1 is the font's own height, 1.3 for Plex Mono
    theme: { ...colours, foreground: color, background, cursor: color, cursorAccent: background },
  };
}

/** The nearest font size at which a character of Plex Mono (0.6 em wide) is a whole number of device pixels: others look squeezed. */
function evenSize(pixels: number): number {
  const unit = 0.6 * devicePixelRatio;
  return Math.round(pixels * unit) / unit;
}

function obeyPageKeys(terminal: Terminal, onkeys: (keys: string) => void): void {
  let held = false;
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true;
    const meaning = meaningOf(event, held, terminal.hasSelection());
    if (meaning === 'sendHeld') onkeys('\x1b');
    if (meaning !== 'send') held = meaning === 'hold';
    if (meaning === 'copy') {
      event.preventDefault(); // Ctrl Shift C would open the browser's tools
      void copyToClipboard(terminal.getSelection());
      terminal.clearSelection();
    }
    return meaning === 'send' || meaning === 'sendHeld';
  });
}
