// Runs once before the browser tests: finds a browser, or gets one the platform's way, and tells the
// workers through CHROME_PATH.

import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { platform } from 'node:process';
import { findChrome, waysToGetChrome } from './chrome';

const search = () => findChrome({ platform, env: process.env, bundled: chromium.executablePath(), exists: existsSync });

export default function setup(): void {
  const path = search() ?? fetchChrome();
  if (path === undefined) {
    throw new Error('No browser found, and none could be installed: install Chromium or Chrome, or set CHROME_PATH to one.');
  }
  process.env['CHROME_PATH'] = path;
}

function fetchChrome(): string | undefined {
  for (const commandLine of waysToGetChrome(platform, distribution(), process.getuid?.() === 0)) {
    console.log(`No browser on this machine; trying: ${commandLine}`);
    spawnSync(commandLine, { shell: true, stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    const path = search();
    if (path !== undefined) return path;
  }
  return undefined;
}

function distribution(): string {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID="?(\w+)/m.exec(release)?.[1] ?? '';
}
