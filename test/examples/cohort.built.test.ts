// The worked example as a user runs it: another process, the built package by its name, and any time zone. `npm run prepack` builds first.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function demo(args: readonly string[], TZ = 'UTC') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['examples/cohort/demo.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, TZ },
  });
  return { status, stdout, stderr };
}

test.each(['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland'])('prints what is committed, in %s', (TZ) => {
  expect(demo([], TZ)).toEqual({ status: 0, stdout: readFileSync('examples/cohort/output.txt', 'utf8'), stderr: '' });
});

test('explains a participant', () => {
  const { status, stdout } = demo(['--participant', 'p-105']);
  expect(status).toBe(0);
  expect(stdout).toContain('2021-10-31 17:00:01  portfolio resubmitted');
  expect(stdout.replace(/\s+/g, ' ')).toContain('at 5:00:01pm on 31 October 2021, after the resubmission deadline, 5pm');
});

test('a file with a fault is decided as far as it goes, with status 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cohort-'));
  const csv = join(folder, 'own.csv');
  writeFileSync(csv, 'participant,type,when,cohort\njoe,registered,2020-09-21,qtls-2020-10\njoe,withdrawn,2021-02-30,\n');
  const { status, stdout, stderr } = demo(['--csv', csv]);
  rmSync(folder, { recursive: true });
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout.replace(/\s+/g, ' ')).toContain('line 3, column 3 (when): received "2021-02-30"; must be a real date');
  expect(stdout).toContain('joe          qtls-2020-10          1  registered');
});

test('writes the report as one page, and says where it cannot', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cohort-'));
  const file = join(folder, 'report.html');
  expect(demo(['--html', file])).toEqual({ status: 0, stdout: `${file}: 52 participants as of 2022-03-31\n`, stderr: '' });
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/);
  rmSync(folder, { recursive: true });
  expect(demo(['--html', file])).toEqual({ status: 2, stdout: '', stderr: `${file} cannot be written: ENOENT\n` });
});

test('a wrong option is told on the error stream, with status 2', () => {
  const { status, stdout, stderr } = demo(['--frob']);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain("Unknown option '--frob'");
});

test('a reader that stops early is not an error', () => {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', `"${process.execPath}" examples/cohort/demo.mjs | head -n 1`],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Overdue: 3 duties, the longest 365 days overdue/);
});
