/** Calls back when the page has loaded, with its fonts, and nothing else is to be done. */
export async function whenIdle(callback: () => void): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  await document.fonts.ready;
  if ('requestIdleCallback' in window) requestIdleCallback(callback);
  else setTimeout(callback, 200); // Safari
}
