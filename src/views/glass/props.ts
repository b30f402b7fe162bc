import type { View } from '../../app/view';
import type { Seq } from '../../engine/kernel/trace';

/** What every part of the glass is given. A selected event makes all parts show that moment. */
export interface GlassProps {
  view: View;
  selected: Seq | null;
  onselect: (seq: Seq | null) => void;
}
