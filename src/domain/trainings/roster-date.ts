import { Temporal } from 'temporal-polyfill';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';

const yearFirst = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?: 0{1,2}:00(?::00)?)?$/u;
/** With full stops the day comes first wherever people write dates so; with slashes nobody can tell. */
const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u;
const eitherFirst = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/u;

/** Reads `2026-11-20`, `2026/1/5`, `2026年1月5日` and `20.11.2026` into `YYYY-MM-DD`; years 2000–2099. */
export const readDate = (text: string): Reading<string> => {
  const plain = text.normalize('NFKC');
  const first = yearFirst.exec(plain);
  const last = dayFirst.exec(plain);
  const [year, month, day] = first?.slice(1) ?? last?.slice(1).reverse() ?? [];
  if (year === undefined) return trouble(eitherFirst.test(plain) ? 'date-ambiguous' : 'date-not-understood');
  if (!year.startsWith('20')) return trouble('date-not-understood');
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    return { value: date.toString() };
  } catch {
    // The calendar has no such day (31 November).
    return trouble('date-not-understood');
  }
};
