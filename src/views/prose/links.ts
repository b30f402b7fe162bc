// Where prose may lead: a lesson can come from a file or a link, so its links are data too.

const HOSTS = ['www.rfc-editor.org', 'datatracker.ietf.org', 'www.iana.org', 'en.wikipedia.org'];

/** The address to follow, or null if it is not https or not one of the known hosts. */
export function allowedAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return plain && HOSTS.includes(url.hostname) ? url.href : null;
}
