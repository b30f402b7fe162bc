import type * as Fonts from './src/build/fonts';
import type * as Lessons from './src/build/lessons';
import type * as Offline from './src/build/offline';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type CSSOptions, type Plugin } from 'vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// What the page may do. No packet ever leaves it, no text can become a script. `style-src-attr` is for
// the terminal, which positions its cells with style attributes; style elements stay forbidden.
// (`frame-ancestors` has no effect in a meta element; a server that wants it sends a header.)
const POLICY: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

// The development server puts styles into <style> elements and reports changes over a web socket.
const DEVELOPMENT_POLICY: Record<string, string> = {
  ...POLICY,
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
};

/** Puts the Content-Security-Policy into index.html, as early as possible. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    transformIndexHtml: (_html, { server }) => {
      const policy = Object.entries(server ? DEVELOPMENT_POLICY : POLICY).map(([directive, sources]) => `${directive} ${sources}`);
      return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') }, injectTo: 'head-prepend' }];
    },
  };
}

// The font packages offer woff beside woff2. Every browser that runs this page reads woff2, so only that is shipped.
const css: CSSOptions = {
  postcss: {
    plugins: [
      {
        postcssPlugin: 'woff2-only',
        AtRule: {
          'font-face': (face) => {
            face.walkDecls('src', (source) => {
              source.value = source.value.replace(/,\s*url\([^)]*\)\s*format\('woff'\)/g, '');
            });
          },
        },
      },
    ],
  },
};

// What builds the lessons into the page reads them as the program does, so Vite has to load it.
const { lessons } = (await runnerImport<typeof Lessons>('./src/build/lessons.ts')).module;
const { preloadFonts } = (await runnerImport<typeof Fonts>('./src/build/fonts.ts')).module;
const { offline } = (await runnerImport<typeof Offline>('./src/build/offline.ts')).module;

export default defineConfig({
  base: './', // dist/ works from any folder of any web server
  plugins: [
    svelte(),
    lessons(fileURLToPath(new URL('lessons', import.meta.url))),
    contentSecurityPolicy(),
    preloadFonts(/plex-sans-latin-(400|600)/),
    offline('src/worker/worker.ts'),
  ],
  css,
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // a data: URL would be against font-src
    modulePreload: { polyfill: false },
  },
  test: {
    setupFiles: ['src/messages/whole.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**/*.spec.ts'],
  },
});
