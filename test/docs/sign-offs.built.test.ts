// The register of sign-offs: what counts as signed, and what voids it.
import { describe, expect, it } from 'vitest';
import { currentFingerprints, stateOf, storedSignOffs } from '../../docs/tools/sign-offs.mjs';
import { signOffPage } from '../../docs/tools/signoff.mjs';
import { readings } from '../../src/index.js';

const now = new Map([
  ['support/3.1.1', '0123456789abcdef'],
  ['notice-month', 'fedcba9876543210'],
]);
const line = { by: 'policy owner', on: '2026-03-02', of: 'support/3.1.1', at: '0123456789abcdef' };
const earlier = { ...line, on: '2025-03-02', at: '0000000000000000' };

describe('a sign-off', () => {
  it('counts while the fingerprint of its clause is the one that was signed', () => {
    expect(stateOf([line], now)).toEqual({ signed: new Set(['support/3.1.1']), void: [], wrong: [] });
  });

  it('is void when the text, our words, a test or an answer has changed since', () => {
    expect(stateOf([earlier], now)).toEqual({ signed: new Set(), void: [earlier], wrong: [] });
  });

  it('is not told as void once the clause was signed again', () => {
    expect(stateOf([earlier, line], now)).toEqual({ signed: new Set(['support/3.1.1']), void: [], wrong: [] });
  });

  it.each([
    ['no role', { ...line, by: '' }],
    ['no day', { ...line, on: 'March' }],
    ['a clause that is not in the register', { ...line, of: 'support/3.1.9' }],
    ['no fingerprint', { ...line, at: 'agreed' }],
  ])('cannot be used with %s', (_, wrong) => {
    expect(stateOf([wrong], now)).toEqual({ signed: new Set(), void: [], wrong: [wrong] });
  });
});

describe('the fingerprints', () => {
  const current = currentFingerprints();

  it('are of every clause of the two documents without their headings, and of every interpretation', () => {
    expect([...current.keys()]).toEqual(
      expect.arrayContaining(['support/3.1.1', 'support/appendix-2', 'code-page/15', ...Object.keys(readings)]),
    );
    expect(current.has('support/3.1')).toBe(false);
    expect(current.size).toBeGreaterThanOrEqual(44 + Object.keys(readings).length);
    expect(new Set(current.values()).size).toBe(current.size);
  });

  it('are those at which every line of the register was signed, or the line is void', () => {
    expect(stateOf(storedSignOffs(), current).wrong).toEqual([]);
  });
});

describe('the page to be signed', () => {
  it('is refused for texts that are not the ones that were restated', () => {
    expect(() => signOffPage(['README.md', 'README.md'])).toThrow(/sentences of Support policy differ from what was restated/);
  });

  it('is refused with one text alone', () => {
    expect(() => signOffPage(['README.md'])).toThrow(/name the two texts: support, code-page/);
  });
});
