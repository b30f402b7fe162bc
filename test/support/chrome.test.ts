import { describe, expect, it } from 'vitest';
import { chromeFlags, findChrome, waysToGetChrome, type Machine } from '../browser/support/chrome';

const BUNDLED = '/cache/playwright/chrome';

function search(platform: NodeJS.Platform, env: Machine['env'], ...files: string[]): string | undefined {
  return findChrome({ platform, env, bundled: BUNDLED, exists: (path) => files.includes(path) });
}

describe('the search for a browser', () => {
  const PATH = '/usr/local/bin:/usr/bin';

  it('obeys CHROME_PATH before anything else', () => {
    expect(search('linux', { PATH, CHROME_PATH: '/opt/chrome' }, '/opt/chrome', '/usr/bin/chromium', BUNDLED)).toBe('/opt/chrome');
  });

  it('does not pass over a wrong CHROME_PATH', () => {
    expect(() => search('linux', { PATH, CHROME_PATH: '/opt/chrome' }, '/usr/bin/chromium')).toThrow(/CHROME_PATH is \/opt\/chrome/);
  });

  it('takes an installed browser before Playwright’s own', () => {
    expect(search('linux', { PATH }, '/usr/bin/google-chrome-stable', BUNDLED)).toBe('/usr/bin/google-chrome-stable');
    expect(search('linux', { PATH }, BUNDLED)).toBe(BUNDLED);
  });

  it('prefers Chromium to Chrome, wherever in PATH they are', () => {
    expect(search('linux', { PATH }, '/usr/local/bin/google-chrome', '/usr/bin/chromium')).toBe('/usr/bin/chromium');
    expect(search('linux', { PATH }, '/usr/bin/google-chrome', '/usr/bin/chromium-browser')).toBe('/usr/bin/chromium-browser');
  });

  it('knows where macOS and Windows put programs', () => {
    const mac = '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(search('darwin', { PATH, HOME: '/Users/ada' }, mac, BUNDLED)).toBe(mac);
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    expect(search('win32', { PROGRAMFILES: 'C:\\Program Files' }, windows, BUNDLED)).toBe(windows);
  });

  it('finds nothing where nothing is', () => {
    expect(search('linux', {})).toBeUndefined();
  });
});

describe('getting a browser', () => {
  it('uses the packages of Debian when allowed to, and Playwright’s download everywhere else', () => {
    expect(waysToGetChrome('linux', 'debian', true)[0]).toMatch(/^apt-get update .* && apt-get install .* chromium$/);
    expect(waysToGetChrome('linux', 'ubuntu', true)).toEqual(['npx playwright install chromium --with-deps']);
    expect(waysToGetChrome('linux', 'debian', false)).toEqual(['npx playwright install chromium']);
    expect(waysToGetChrome('darwin', '', false)).toEqual(['npx playwright install chromium']);
  });
});

describe('the flags', () => {
  it('give up the sandbox only for root, who cannot have one', () => {
    expect(chromeFlags(true)).toContain('--no-sandbox');
    expect(chromeFlags(false)).not.toContain('--no-sandbox');
    expect(chromeFlags(false)).toContain('--disable-background-networking');
  });
});
