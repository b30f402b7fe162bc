// Addresses inside the page. The hash is used because it works from a file, from any folder and offline.

export type Route = { page: 'start' } | { page: 'teach' } | { page: 'recordings' } | { page: 'lesson'; slug: string };

/** The slug of the lesson without steps, which has an address of its own. */
export const SANDBOX = 'sandbox';

/** What the slugs of lessons from a disk begin with (foreign.ts). */
export const FOREIGN = 'file--';

/** True for the slug of a lesson from a disk. */
export const isForeign = (slug: string) => slug.startsWith(FOREIGN);

/** What `#/...` asks for. An unknown address is the start page. */
export function parseRoute(hash: string): Route {
  const [, page, slug] = hash.replace(/^#/, '').split('/');
  if (page === 'lesson' && slug !== undefined && /^[a-z0-9-]+$/.test(slug)) return { page: 'lesson', slug };
  if (page === 'file' && slug !== undefined && /^[a-z0-9-]+$/.test(slug)) return { page: 'lesson', slug: FOREIGN + slug };
  if (page === SANDBOX) return { page: 'lesson', slug: SANDBOX };
  if (page === 'teach' || page === 'recordings') return { page };
  return { page: 'start' };
}

/** The address of a lesson, for a link. */
export function lessonAddress(slug: string): string {
  if (isForeign(slug)) return `#/file/${slug.slice(FOREIGN.length)}`;
  return slug === SANDBOX ? '#/sandbox' : `#/lesson/${slug}`;
}

/** What can lie over a lesson, each at an address of its own. */
export type OverlayName = 'compare' | 'what-if';

/** The address of an overlay over a lesson. */
export function overlayAddress(slug: string, overlay: OverlayName): string {
  return `${lessonAddress(slug)}/${overlay}`;
}

/** True for the address of this overlay, over whatever lesson. */
export function isOverlayAddress(hash: string, overlay: OverlayName): boolean {
  return parseRoute(hash).page === 'lesson' && hash.endsWith(`/${overlay}`);
}
