import type { Plugin } from 'vite';

/** Tells the browser, at the top of index.html, to fetch the fonts whose file names match: what the first view is written in. */
export function preloadFonts(...first: readonly RegExp[]): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2') && first.some((pattern) => pattern.test(file)))
          .map((file) => ({
            tag: 'link',
            // Without crossorigin the browser would fetch it twice.
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  };
}
