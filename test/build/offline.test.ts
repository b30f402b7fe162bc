import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesIn } from '../../src/build/offline';

it('lists every file of the page but the worker and the schemas; those without a hash in their name with one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  try {
    for (const inner of ['assets', 'schema']) mkdirSync(join(folder, inner));
    for (const name of ['schema/world.schema.json', 'index.html', 'worker.js', 'icon.svg', 'assets/a-1x.js'])
      writeFileSync(join(folder, name), 'one');
    const before = filesIn(folder, 'assets/');
    expect(before.map(({ url }) => url)).toEqual(['assets/a-1x.js', 'icon.svg', 'index.html']);
    expect(before[0]!.revision).toBeNull();
    writeFileSync(join(folder, 'icon.svg'), 'two');
    const after = filesIn(folder, 'assets/');
    expect(after.map(({ revision }, i) => revision === before[i]!.revision)).toEqual([true, false, true]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
