// The built page on a web server of its own, which can be stopped, and which can bring out a new version.

import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export class Site {
  readonly #server: Server;
  /** Stays the same when the server is stopped. */
  origin = '';
  #version = '';

  private constructor(root: string, folder: string) {
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = join(root, path.startsWith(folder) ? path.slice(folder.length) || 'index.html' : 'nothing');
      const found = statSync(file, { throwIfNoEntry: false })?.isFile();
      response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'cache-control': 'no-cache' });
      response.end(found ? this.#content(file) : 'not found');
    });
  }

  /** Serves `dist` below a folder, such as `/courses/mail/`, on a port that is free. */
  static async start(folder: string): Promise<Site> {
    const site = new Site('dist', folder);
    await new Promise<void>((resolve) => site.#server.listen(0, 'localhost', resolve));
    site.origin = `http://localhost:${(site.#server.address() as AddressInfo).port}`;
    return site;
  }

  /** From now on the page says its version in a meta element, which the worker finds out by another revision of index.html. */
  publish(version: string): void {
    this.#version = version;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #content(file: string): Buffer | string {
    const content = readFileSync(file);
    if (this.#version === '') return content;
    const revised = (from: RegExp, to: string) => {
      const text = content.toString();
      if (!from.test(text)) throw new Error(`${file} has no ${from.source}`);
      return text.replace(from, to);
    };
    if (file.endsWith('index.html')) return revised(/<title>/, `<meta name="generator" content="${this.#version}" />$&`);
    if (file.endsWith('worker.js')) return revised(/(url:`index\.html`,revision:`)/, `$1${this.#version}`);
    return content;
  }
}
