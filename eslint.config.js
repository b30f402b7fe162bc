import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// The deterministic part: same world, same seed, same inputs, same trace, in every browser and in Node.
// So nothing in it may ask for the time, chance, the reader's language or the outside world, or wait for anything.
const DETERMINISTIC = ['src/engine/**/*.ts', 'src/shell/**/*.ts', 'src/lesson/**/*.ts', 'src/lab/**/*.ts'];

const CLOCK = ['Date', 'performance', 'Temporal', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const ANIMATION = ['requestAnimationFrame', 'requestIdleCallback'];
const OUTSIDE = ['fetch', 'XMLHttpRequest', 'WebSocket', 'localStorage', 'sessionStorage', 'indexedDB', 'crypto'];
const SURROUNDINGS = ['document', 'window', 'self', 'globalThis', 'navigator', 'location', 'process', 'Buffer', 'Intl'];

const determinism = {
  files: DETERMINISTIC,
  rules: {
    'no-restricted-globals': [
      'error',
      ...[...CLOCK, ...ANIMATION, ...OUTSIDE, ...SURROUNDINGS, 'Promise'].map((name) => ({
        name,
        message: 'This part of the program is deterministic: time, chance and input are arguments.',
      })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Draw from a seeded generator (engine/kernel/random).' },
      ...['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map((property) => ({
        property,
        message: 'The answer depends on the reader’s machine.',
      })),
    ],
    'no-restricted-syntax': [
      'error',
      { selector: ':function[async=true]', message: 'Nothing below src/app waits.' },
      { selector: 'AwaitExpression', message: 'Nothing below src/app waits.' },
      { selector: 'ForOfStatement[await=true]', message: 'Nothing below src/app waits.' },
      { selector: 'ImportExpression', message: 'Nothing below src/app waits.' },
    ],
  },
};

export default defineConfig(
  { ignores: ['dist/', 'test-results/', 'playwright-report/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-control-regex': 'off', // octets below 0x20 are our business
      eqeqeq: 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'off', // indices that a loop has just proved
      '@typescript-eslint/no-dynamic-delete': 'off', // records are the world's tables
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      'no-undef': 'off', // the compiler knows better
      'prefer-const': 'off',
      'svelte/prefer-const': 'error', // knows that props are let
      'svelte/no-at-html-tags': 'error', // text from a letter or a lesson is data
    },
  },
  { files: ['*.config.{ts,js}'], languageOptions: { globals: globals.node } },
  { files: ['src/cli/**', 'test/**'], rules: { 'no-console': 'off' } },
  determinism,
);
