// What the compiler holds of this room: each mistake below must fail to compile, or the directive above it does.
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../src/policy/clauses.js';
import type { ClauseId } from '../../src/policy/ids.js';
import type { Reading } from '../../src/policy/readings.js';
import { definePolicy, standardPolicy } from '../../src/policy/policy.js';

describe('the compiler', () => {
  it('knows the choices of a reading, and the editions', () => {
    expect(() => {
      // @ts-expect-error the choice belongs to another reading
      definePolicy({ readings: { 'notice-month': 'inclusive' } });
      // @ts-expect-error no such reading
      definePolicy({ readings: { 'notice-year': 'count-back' } });
      // @ts-expect-error no such edition
      definePolicy({ editions: ['support@2031'] });
      // @ts-expect-error the calendar of working days is chosen by the calendar
      definePolicy({ readings: { 'working-day-calendar': 'scotland' } });
    }).toThrow();
  });

  it('keeps a policy from being changed', () => {
    expect(() => {
      // @ts-expect-error a policy is read-only
      standardPolicy.readings['notice-month'] = 'count-forward';
    }).toThrow(TypeError);
  });

  it('knows the clauses, asks why a clause is not encoded, and asks each reading for a clause', () => {
    // @ts-expect-error the support policy has no clause 0.1
    const clause: ClauseId = 'support/0.1';
    // @ts-expect-error without a note
    const excused: Clause = { id: 'support/1.1', document: 'support', name: 'Aim', says: 'It aims.', kind: 'informative' };
    // @ts-expect-error without a clause
    const groundless: Reading = { id: 'notice-month', clauses: [], question: 'Why?', options: [], why: 'It is.' };
    expect([clause, excused.kind, groundless.clauses.length]).toHaveLength(3);
  });
});
