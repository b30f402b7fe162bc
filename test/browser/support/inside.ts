// What lies behind the page: the recordings it keeps on this device, and the trace in its memory. The page
// has no hook for tests; the trace is found as a debugger would find it.

import type { CDPSession, Page } from '@playwright/test';

/** Everything in one store of the page's database. */
export function stored<T>(page: Page, store: 'recordings' | 'kept'): Promise<T[]> {
  return page.evaluate(
    (name) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open('helo-world');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as T[]);
          };
        };
      }),
    store,
  );
}

/** Puts a text into the page's database as the recording of a lesson. A page of the same origin must be open. */
export function store(page: Page, lesson: string, text: string): Promise<void> {
  return page.evaluate(
    ([key, value]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('helo-world');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('recordings', 'readwrite');
          writing.objectStore('recordings').put(value, key);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [lesson, text] as const,
  );
}

/** SHA-256, hex, of the longest trace in the page's memory, worked out by the browser: over its events as JSON, one a line. */
export async function traceHashInside(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const prototype = await evaluate(session, 'Array.prototype');
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: hashLongestTrace.toString(),
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return String(result.value);
}

async function evaluate(session: CDPSession, expression: string): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', { expression });
  return result.objectId!;
}

/** Runs in the page, with every array there is as `this`. An event says when, which and what: at, seq, type. */
async function hashLongestTrace(this: unknown[][]): Promise<string> {
  const isEvent = (each: unknown) => typeof each === 'object' && each !== null && 'seq' in each && 'at' in each && 'type' in each;
  const traces = this.filter((array) => array.length > 0 && isEvent(array[0]) && isEvent(array[array.length - 1]));
  const trace = traces.sort((a, b) => b.length - a.length)[0] ?? [];
  const text = trace.map((event) => JSON.stringify(event) + '\n').join('');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (octet) => octet.toString(16).padStart(2, '0')).join('');
}
