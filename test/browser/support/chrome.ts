// Finding a browser for the tests. A browser on the machine is used before anything is fetched, and
// CHROME_PATH is an order: if it names no file, that is a fault and not a reason to take another one.

import { posix, win32 } from 'node:path';

/** What a search may ask of the machine; plain values, so that a test can invent one. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright would put its own browser. */
  bundled: string;
  exists: (path: string) => boolean;
}

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a browser: CHROME_PATH, else an installed one, else Playwright's own; undefined if there is none. Throws if CHROME_PATH is wrong. */
export function findChrome(machine: Machine): string | undefined {
  const wanted = machine.env['CHROME_PATH'];
  if (wanted) {
    if (!machine.exists(wanted)) throw new Error(`CHROME_PATH is ${wanted}, but there is no such file.`);
    return wanted;
  }
  return [...usualPlaces(machine), machine.bundled].find((path) => machine.exists(path));
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined);
    return roots.flatMap((root) =>
      ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'].map((path) => win32.join(root, path)),
    );
  }
  const onPath = (env['PATH'] ?? '').split(':').filter(Boolean);
  const programs = PROGRAMS.flatMap((name) => onPath.map((folder) => posix.join(folder, name)));
  if (platform !== 'darwin') return programs;
  const applications = ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')];
  const bundles = ['Chromium', 'Google Chrome'].flatMap((name) =>
    applications.map((folder) => posix.join(folder, `${name}.app/Contents/MacOS/${name}`)),
  );
  return [...programs, ...bundles];
}

/** Command lines that may bring a browser, in the order to try. `distribution` is the ID of /etc/os-release. */
export function waysToGetChrome(platform: NodeJS.Platform, distribution: string, isRoot: boolean): string[] {
  // On Ubuntu the package "chromium" only points to a snap, which a container cannot run.
  const apt = 'apt-get update -q && apt-get install -yq --no-install-recommends chromium';
  const playwright = 'npx playwright install chromium';
  if (platform === 'linux' && isRoot) return distribution === 'debian' ? [apt, `${playwright} --with-deps`] : [`${playwright} --with-deps`];
  return [playwright];
}

/** Flags for a quiet browser that asks nobody for anything. The sandbox cannot start for root. */
export function chromeFlags(isRoot: boolean): string[] {
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return [...(isRoot ? ['--no-sandbox'] : []), ...quiet, '--disable-component-update', '--disable-sync'];
}
