import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Served {
  address: string;
  /** Brotli octets of every file asked for since the last call. */
  takeOctets(): number;
  close(): void;
}

/** Serves a folder on loopback and counts what is asked for, as a server that compresses would send it. */
export async function serve(folder: string): Promise<Served> {
  const asked = new Map<string, number>();
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    try {
      const body = readFileSync(file);
      asked.set(file, extname(file) === '.woff2' ? body.length : brotliCompressSync(body).length);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}/`,
    takeOctets() {
      const octets = [...asked.values()].reduce((sum, size) => sum + size, 0);
      asked.clear();
      return octets;
    },
    close: () => server.close(),
  };
}
