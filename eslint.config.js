// What the compiler cannot hold: src is pure (no clock, no chance, no host), and says exactly what it imports.
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const impure = {
  'no clock': ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  'no chance': ['crypto'],
  'no host': ['process', 'global', 'globalThis', 'window', 'self', 'navigator', 'console', 'fetch', 'require', 'Buffer', 'structuredClone'],
  'no locale data': ['Intl'],
};
const impureGlobals = Object.entries(impure).flatMap(([message, names]) => names.map((name) => ({ name, message: `src has ${message}.` })));

/** Spreadsheets and hosts hand dates over as `Date`, so the two files that read and make them may use it; a clock is none of its uses. */
const hostDates = ['src/spreadsheet/date-cell.ts', 'src/date-fns/index.ts'];
const clocks = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Date'][property.name='now']",
];

const banned = [
  { regex: '^node:', message: 'src runs in any ECMAScript engine.' },
  { regex: '^@?date-fns(/|$)', message: 'Days and months are counted in src/calendar, and put into words in src/decision/words.ts.' },
];
const packages = { regex: '^[^.]', message: 'src/calendar imports nothing from outside itself.' };
const imports = (...patterns) => ['error', { patterns: [...banned, ...patterns] }];

const syntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ImportExpression', message: 'Import at the top of the file.' },
  {
    selector: "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: "import * as z from 'zod': the other forms cost 70 kB.",
  },
  { selector: 'MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]', message: 'The answer must not depend on the host.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'src has no chance.' },
];

export default defineConfig(
  globalIgnores([
    'dist',
    'coverage',
    'tsup.config.bundled_*',
    'examples/agents',
    'examples/embedding',
    'examples/hosts',
    'examples/sqlite',
    'test/types/zod-mini.d.ts',
  ]),
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // it does not see what a type-level test needs
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**'],
    plugins: { regexp },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      // What a caller hands over is read in time linear in its length.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-imports': imports(),
      'no-restricted-syntax': ['error', ...syntax],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: hostDates,
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals.filter(({ name }) => name !== 'Date')],
      'no-restricted-syntax': ['error', ...syntax, ...clocks.map((selector) => ({ selector, message: 'src has no clock.' }))],
    },
  },
  { files: ['src/calendar/**'], rules: { 'no-restricted-imports': imports(packages) } },
  {
    files: ['**/*.{js,mjs}', '*.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off' }, // scripts use Node's globals
  },
);
