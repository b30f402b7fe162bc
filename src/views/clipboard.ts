/** Puts text on the clipboard, also where the page was not loaded over https (a lecturer's laptop as the server). */
export async function copyToClipboard(text: string): Promise<void> {
  // The type says it is always there; browsers leave it out of pages they call insecure.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) return clipboard.writeText(text);
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
