// Where prose may lead: a lesson can come from a file or a link, so its links are data too. The same
// places as the linter's (lesson/check-prose.ts).

import { lessonAddress, parseRoute } from '../../app/route';

const HOSTS = ['www.rfc-editor.org', 'datatracker.ietf.org', 'www.iana.org'];

export interface Link {
  address: string;
  /** Leaves the page. */
  outside: boolean;
}

/** Where a link goes: `lesson:slug`, or https to one of the known hosts. Null for everything else. */
export function linkOf(href: string): Link | null {
  if (href.startsWith('lesson:')) {
    const address = lessonAddress(href.slice('lesson:'.length));
    return parseRoute(address).page === 'lesson' ? { address, outside: false } : null;
  }
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return plain && HOSTS.includes(url.hostname) ? { address: url.href, outside: true } : null;
}
