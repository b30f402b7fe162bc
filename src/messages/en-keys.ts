// The list of keys that `?` opens: one table, in the order shown. What a key means is in the catalogue, and so is
// what is printed on those that have a name in each language.
//
// A part of the page that gets a new key adds its row here.

export const enKeys = {
  'keys.title': 'Keys',
  'keys.open': 'List of keys',
  'keys.close': 'Close',
  'keys.singles': 'The key ? opens this list wherever it is not text',
  'keys.or': 'or',
  'keys.name.Ctrl': 'Ctrl',
  'keys.name.Shift': 'Shift',
  'keys.name.Home': 'Home',
  'keys.name.End': 'End',
  'keys.name.PageUp': 'Page Up',
  'keys.name.PageDown': 'Page Down',

  'keys.page': 'Anywhere',
  'keys.page.help': 'this list',
  'keys.page.next': 'go on to the next step',
  'keys.page.tab': 'to the next control; with Shift to the one before',
  'keys.page.tabs': 'between the tabs of a row',
  'keys.page.divider': 'on the line between two panes: move it; Home and End as far as it goes, Enter back to where it was',
  'keys.page.close': 'close what has opened',

  'keys.terminal': 'In the terminal',
  'keys.terminal.enter': 'send the line',
  'keys.terminal.history': 'lines typed before',
  'keys.terminal.tab': 'complete the word; twice lists what is possible',
  'keys.terminal.leave': 'leave the terminal',
  'keys.terminal.interrupt': 'interrupt; with text selected: copy it',
  'keys.terminal.end': 'end of input',
  'keys.terminal.escape': 'telnet’s escape character',
  'keys.terminal.paste': 'paste, several lines too',

  'keys.plain': 'In the plain terminal’s input line',
  'keys.plain.complete': 'complete the word, or list what is possible',

  'keys.time': 'Time, from anywhere',
  'keys.time.undo': 'take back the last thing you did',
  'keys.time.redo': 'do it again',
  'keys.time.pause': 'stop time, or let it go on',
  'keys.time.step': 'stop time and let the next thing on the wire happen',
  'keys.time.stepBack': 'look at the event before',
  'keys.time.pace': 'faster, slower',
  'keys.time.timeline': 'to the timeline',
  'keys.time.continue': 'go on from the past moment that is shown',
  'keys.time.now': 'back to now',

  'keys.track': 'On the timeline',
  'keys.track.events': 'to the event before or after',
  'keys.track.answers': 'to the answer after or before',
  'keys.track.ends': 'to the beginning, to now',
  'keys.track.zoom': 'nearer, farther; the whole again',

  'keys.ladder': 'In the ladder',
  'keys.ladder.rows': 'to the row below or above',
  'keys.ladder.ends': 'to the first or the newest row',
  'keys.ladder.open': 'show the row’s moment everywhere; once more: back to the present',
  'keys.ladder.leave': 'back to the present',
} as const;

export type KeysKey = keyof typeof enKeys;

/** Keys with their English names; `Ctrl Enter` is pressed together. Several are alternatives, or do the same in two directions. */
export interface KeyRow {
  keys: readonly string[];
  meaning: KeysKey;
}

export const KEY_TABLE: readonly { title: KeysKey; rows: readonly KeyRow[] }[] = [
  {
    title: 'keys.page',
    rows: [
      { keys: ['?'], meaning: 'keys.page.help' },
      { keys: ['Ctrl Enter'], meaning: 'keys.page.next' },
      { keys: ['Tab'], meaning: 'keys.page.tab' },
      { keys: ['←', '→'], meaning: 'keys.page.tabs' },
      { keys: ['←', '→'], meaning: 'keys.page.divider' },
      { keys: ['Esc'], meaning: 'keys.page.close' },
    ],
  },
  {
    title: 'keys.terminal',
    rows: [
      { keys: ['Enter'], meaning: 'keys.terminal.enter' },
      { keys: ['↑', '↓'], meaning: 'keys.terminal.history' },
      { keys: ['Tab'], meaning: 'keys.terminal.tab' },
      { keys: ['Esc Tab'], meaning: 'keys.terminal.leave' },
      { keys: ['Ctrl C'], meaning: 'keys.terminal.interrupt' },
      { keys: ['Ctrl D'], meaning: 'keys.terminal.end' },
      { keys: ['Ctrl ]'], meaning: 'keys.terminal.escape' },
      { keys: ['Ctrl V'], meaning: 'keys.terminal.paste' },
    ],
  },
  {
    title: 'keys.plain',
    rows: [
      { keys: ['Enter'], meaning: 'keys.terminal.enter' },
      { keys: ['↑', '↓'], meaning: 'keys.terminal.history' },
      { keys: ['Ctrl I'], meaning: 'keys.plain.complete' },
      { keys: ['Ctrl C'], meaning: 'keys.terminal.interrupt' },
      { keys: ['Ctrl D'], meaning: 'keys.terminal.end' },
      { keys: ['Ctrl ]'], meaning: 'keys.terminal.escape' },
    ],
  },
  {
    title: 'keys.time',
    rows: [
      { keys: ['Alt Z'], meaning: 'keys.time.undo' },
      { keys: ['Alt Shift Z'], meaning: 'keys.time.redo' },
      { keys: ['Alt P'], meaning: 'keys.time.pause' },
      { keys: ['Alt .'], meaning: 'keys.time.step' },
      { keys: ['Alt ,'], meaning: 'keys.time.stepBack' },
      { keys: ['Alt ↑', 'Alt ↓'], meaning: 'keys.time.pace' },
      { keys: ['Alt L'], meaning: 'keys.time.timeline' },
      { keys: ['Alt Enter'], meaning: 'keys.time.continue' },
      { keys: ['Alt End'], meaning: 'keys.time.now' },
    ],
  },
  {
    title: 'keys.track',
    rows: [
      { keys: ['←', '→'], meaning: 'keys.track.events' },
      { keys: ['PageUp', 'PageDown'], meaning: 'keys.track.answers' },
      { keys: ['Home', 'End'], meaning: 'keys.track.ends' },
      { keys: ['+', '-', '0'], meaning: 'keys.track.zoom' },
      { keys: ['Esc'], meaning: 'keys.time.now' },
    ],
  },
  {
    title: 'keys.ladder',
    rows: [
      { keys: ['↓', '↑'], meaning: 'keys.ladder.rows' },
      { keys: ['Home', 'End'], meaning: 'keys.ladder.ends' },
      { keys: ['Enter'], meaning: 'keys.ladder.open' },
      { keys: ['Esc'], meaning: 'keys.ladder.leave' },
    ],
  },
];
