// Serves a folder on loopback and knows how many octets a server that compresses would send.

import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Site {
  address: string;
  /** Octets of the files under some addresses, each counted once, what is not there not at all; fonts are compressed already, all else by brotli. */
  octetsOf(addresses: readonly string[]): number;
  close(): void;
}

export async function serve(folder: string): Promise<Site> {
  const fileOf = (address: string) => {
    const { pathname } = new URL(address, 'http://localhost');
    return join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  };
  const server = createServer((request, response) => {
    const file = fileOf(request.url ?? '/');
    try {
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}/`,
    octetsOf: (addresses) =>
      [...new Set(addresses.map(fileOf))].filter((file) => existsSync(file)).reduce((sum, file) => sum + octetsIn(file), 0),
    close: () => server.close(),
  };
}

function octetsIn(file: string): number {
  const body = readFileSync(file);
  return extname(file) === '.woff2' ? body.length : brotliCompressSync(body).length;
}
