import { defineConfig } from '@playwright/test';
import './src/messages/whole'; // tests find things by what the page says
import { chromeFlags } from './test/browser/support/chrome';

const PORT = 4185;

// global-setup.ts sets CHROME_PATH before the workers, which read this file again, start.
const executablePath = process.env['CHROME_PATH'];

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/browser/support/global-setup.ts',
  forbidOnly: true,
  timeout: 60_000, // a lesson typed to its end takes 20 s, on a busy machine twice that
  expect: { timeout: 10_000 },
  // The lab is deterministic, a shared machine is not: where CI runs, a test that ran out of time has another try, and the
  // summary says so. Anywhere else a test that fails sometimes has found something.
  retries: process.env['CI'] ? 2 : 0,
  workers: 2,
  reporter: 'line',
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'on-first-retry', // recording every test makes each a third slower
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromeFlags(process.getuid?.() === 0) },
  },
  projects: [{ name: 'chromium' }],
  webServer: { command: `vite preview --port ${PORT} --strictPort`, port: PORT, reuseExistingServer: false },
});
