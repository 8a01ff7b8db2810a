import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../src/config/read-config.ts';
import { readRosterFile } from '../src/documents/roster-file.ts';
import { checkRoster } from '../src/domain/rosters/check-roster.ts';
import type { RosterRow } from '../src/domain/rosters/roster-row.ts';
import { type Office, openOffice } from '../src/office.ts';

const lines = 20_000;
const people = 5000;
/** A working bot looks up somebody about so often while an import runs. */
const everyMs = 20;

/** `BENCH_IMPORT_SIZE`: how many people a training has. */
const sizes = (process.env.BENCH_IMPORT_SIZE ?? '20,200').split(',').map(Number);

const headings =
  'training_code,course,title,mode,source,length,start,end,time_zone,instructor_emails,name,email,department,manager_email,withdrawn';

/** Trainings of so many people each, spread over a year. */
const rosterOf = (each: number): Buffer => {
  const line = (place: number): string => {
    const training = Math.floor(place / each);
    const person = (place * 7 + training) % people;
    const day = new Date(Date.UTC(2026, training % 12, 1 + (training % 28))).toISOString().slice(0, 10);
    return [
      `RUN-${String(training).padStart(5, '0')}`,
      `Course ${training % 80}`,
      `Course ${training % 80} run ${training}`,
      'classroom',
      'internal',
      training % 3 === 0 ? 'long' : 'short',
      day,
      day,
      'Asia/Shanghai',
      `teacher${training % 50}@bench.example`,
      `Person ${person}`,
      `person${person}@bench.example`,
      `Department ${person % 40}`,
      `manager${person % 300}@bench.example`,
      'no',
    ].join(',');
  };
  return Buffer.from([headings, ...Array.from({ length: lines }, (_, place) => line(place))].join('\n'));
};

const seconds = (since: number): number => Number(((performance.now() - since) / 1000).toFixed(2));

const checked = async (
  bytes: Buffer,
): Promise<{ readonly rows: readonly RosterRow[]; readonly seconds: number }> => {
  const since = performance.now();
  const file = await readRosterFile(bytes);
  if (!('table' in file)) throw new Error('the roster of this bench is not read');
  const { rows, problems } = checkRoster(file.table, 'Asia/Shanghai');
  if (problems.length > 0) throw new Error('the roster of this bench is bad');
  return { rows, seconds: seconds(since) };
};

/** Looks somebody up again and again; says, in milliseconds, how long the slowest one took and the one in the middle. */
const lookUp = async (office: Office, done: AbortSignal) => {
  const took: number[] = [];
  while (!done.aborted) {
    const since = performance.now();
    await office.stores.people.byEmails([`person${took.length % people}@bench.example`]);
    took.push(performance.now() - since);
    await wait(everyMs);
  }
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { slowestMs: at(1), middleMs: at(0.5), p99Ms: at(0.99) };
};

/** Checking and importing 20,000 lines on the embedded database, everything durable, while somebody is being looked up. */
export const run = async (): Promise<Record<string, number>> => {
  const figures: Record<string, number> = {};
  for (const each of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
    const read = readConfig(
      { DATA_FOLDER: folder, ANSWER_SECRET: 'x'.repeat(40), FIRST_STAFF_ID: 'bench', LOG_LEVEL: 'silent' },
      'local',
    );
    if (!read.ok) throw new Error('the configuration of this bench is bad');
    const office = await openOffice(read.config);
    const { rows, seconds: checking } = await checked(rosterOf(each));
    for (const time of ['first', 'again']) {
      const end = new AbortController();
      const looking = lookUp(office, end.signal);
      const since = performance.now();
      await office.importRoster(rows, 'bench.csv');
      const took = seconds(since);
      end.abort();
      const looked = await looking;
      console.log(
        `${lines} lines, ${each} to a training, ${time}: checked in ${checking} s, imported in ${took} s; looking somebody up meanwhile: ${looked.middleMs} ms in the middle, ${looked.p99Ms} ms at the 99th percentile, ${looked.slowestMs} ms at most`,
      );
      figures[`checked${each}Seconds`] = checking;
      figures[`${time}${each}Seconds`] = took;
      figures[`${time}${each}SlowestMs`] = looked.slowestMs;
    }
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
};
