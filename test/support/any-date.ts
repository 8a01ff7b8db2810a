import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** Local dates around the years the product lives in: leap days, New Years, announced and unknown holidays. */
export const anyDate: fc.Arbitrary<Temporal.PlainDate> = fc
  .integer({ min: 0, max: 6000 })
  .map((days) => Temporal.PlainDate.from('2022-01-01').add({ days }));

/** Zones with and without summer time, half-hours, a change at midnight (Cairo), and the date line. */
export const anyZone: fc.Arbitrary<string> = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
);
