import type { View } from '../../app/view';
import type { ConnectionId, Seq } from '../../engine/kernel/trace';

/** What every part of the glass is given. A selected event makes all parts show that moment. */
export interface GlassProps {
  view: View;
  selected: Seq | null;
  /** A conversation between servers that is shown alone; null: those of people at terminals. */
  scope: ConnectionId | null;
  /** The letter whose path is looked at, as project/letters.ts names it; null: the newest. */
  letter: string | null;
  onselect: (seq: Seq | null) => void;
  /** Shows a conversation in the ladder; null: those of people at terminals again. */
  onopen: (connection: ConnectionId | null) => void;
  /** Shows the path of a letter. */
  onletter: (letter: string) => void;
}
