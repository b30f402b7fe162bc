// What lies behind the page: the recordings it keeps on this device, and the trace in its memory. The page
// has no hook for tests; the trace is found as a debugger would find it.

import type { CDPSession, Page } from '@playwright/test';

/** The texts of all recordings on this device, whatever they are filed under. */
export function storedTexts(page: Page): Promise<string[]> {
  return page.evaluate(eachStoredText, null);
}

/** Puts `text` in the place of every recording on this device. */
export async function damageStored(page: Page, text: string): Promise<void> {
  await page.evaluate(eachStoredText, text);
}

/** Runs in the page. Reads the texts and, if `instead` is one, writes it over each. A record is a text or has one. */
function eachStoredText(instead: string | null): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('helo-world');
    opening.onerror = () => reject(new Error('no database'));
    opening.onsuccess = () => {
      const database = opening.result;
      const texts: string[] = [];
      const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
      transaction.oncomplete = () => {
        database.close();
        resolve(texts);
      };
      for (const name of database.objectStoreNames) {
        transaction.objectStore(name).openCursor().onsuccess = ({ target }) => {
          const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
          if (!cursor) return;
          const record = cursor.value as string | { text: string };
          const text = typeof record === 'string' ? record : record.text;
          if (text.startsWith('{')) {
            texts.push(text);
            if (instead !== null) cursor.update(typeof record === 'string' ? instead : { ...record, text: instead });
          }
          cursor.continue();
        };
      }
    };
  });
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
