// One zone, the same cases each time, and the tests that stand nearest to a room: those that are slow find nothing that these do not.
import { defineConfig } from 'vitest/config';

/** A seed in the names of tests would make every change look as if nothing had found it, so properties are left out but for those that fix theirs. */
const nearest: Readonly<Record<string, string>> = {
  appeals: 'test/{rules/{vectors,comparisons},procedures/{vectors,matrix,stored},lifecycle/boundaries}.test.ts',
  membership: 'test/{rules/vectors,procedures/{vectors,matrix,stored}}.test.ts',
  lifecycle: 'test/lifecycle/{lifecycle,boundaries,position,matrix,read-case}.test.ts',
  calendar: 'test/calendar/{values,working-days,london,bank-holidays,changed-calendar,moved-deadlines,gov-uk-feed,bad-input}.test.ts',
  machine: 'test/{lifecycle/{lifecycle,boundaries,position,matrix,read-case},procedures/{vectors,matrix,stored}}.test.ts',
};

export default defineConfig({
  test: {
    root: new URL('../../../', import.meta.url).pathname,
    pool: 'forks',
    env: { TZ: 'UTC' },
    include: [nearest[process.env['ROOM'] ?? ''] ?? 'test/{rules/{vectors,comparisons},lifecycle/{lifecycle,boundaries,position}}.test.ts'],
    setupFiles: ['test/tools/mutate/seed.ts'],
  },
});
