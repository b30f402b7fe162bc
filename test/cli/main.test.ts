// The program as a process: its streams and its exit code.

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('the process', () => {
  const PROGRAM = ['--import', 'tsx', 'src/cli/main.ts'];

  it.each([
    ['play sandbox', 0, /you@ws1:~\$ hostname\nws1\n/, /^$/],
    ['play nowhere', 2, /^$/, /^There is no lesson "nowhere"/],
  ])(
    '%s',
    (args, code, output, complaint) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args.split(' ')], {
        input: 'hostname\n',
        encoding: 'utf8',
      });
      expect(status).toBe(code);
      expect(stdout).toMatch(output);
      expect(stderr).toMatch(complaint);
    },
    30_000,
  );

  it('a reader that has seen enough is no fault', () => {
    const command = `printf 'cat ~/world.txt\\n%.0s' $(seq 3000) | "${process.execPath}" ${PROGRAM.join(' ')} play sandbox | head -n 1; echo "\${PIPESTATUS[1]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\n0\n$/);
  }, 30_000);
});
