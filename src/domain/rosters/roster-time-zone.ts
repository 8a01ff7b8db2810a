import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';

const chinese = ['北京时间', '中国标准时间', '中国', '北京', 'china standard time', 'beijing'];

/** Listed once: to list them takes as long as to read a hundred lines. */
let listed: ReadonlyMap<string, string> | undefined;
const zones = (): ReadonlyMap<string, string> => {
  listed ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));
  return listed;
};

/** Reads an IANA time zone name in any case; a bare city or an offset is refused with the nearest name, if there is one. */
export const readTimeZone = (text: string): Reading<string> => {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (chinese.includes(wanted)) return { value: 'Asia/Shanghai' };
  if (wanted === 'utc') return { value: 'UTC' };
  const same = zones().get(wanted);
  if (same !== undefined) return { value: same };
  const city = wanted.replaceAll(' ', '_');
  const near = [...zones()].find(([zone]) => zone.endsWith(`/${city}`))?.[1];
  if (near !== undefined) return trouble('time-zone-unknown', { suggestion: near });
  return isOtherName(wanted) ? { value: text } : trouble('time-zone-unknown');
};

/** Older names (`Asia/Calcutta`, `Asia/Chongqing`) are not listed but work. */
const isOtherName = (name: string): boolean => {
  if (!name.includes('/')) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
