// Files dragged over the window and dropped on it. What is not files (a word, a link) is left to the browser.

/** Goes into `<svelte:window>`; `over` is true while files hang over the window. */
export class Dropping {
  over = $state(false);

  /** `take` is called with what was dropped; it must read it at once, because a browser takes it away after the event. */
  constructor(private readonly take: (dropped: DataTransfer) => void) {}

  readonly ondragover = (event: DragEvent): void => {
    if (!filesIn(event)) return;
    event.preventDefault();
    this.over = true;
  };

  readonly ondragleave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node)) this.over = false; // left the window
  };

  readonly ondrop = (event: DragEvent): void => {
    const dropped = filesIn(event);
    if (!dropped) return;
    event.preventDefault();
    this.over = false;
    this.take(dropped);
  };
}

function filesIn({ dataTransfer }: DragEvent): DataTransfer | null {
  return dataTransfer?.types.includes('Files') ? dataTransfer : null;
}
