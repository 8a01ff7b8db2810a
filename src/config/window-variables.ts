import { z } from 'zod';
import { defaultSettings, type Settings, type WindowSetting } from '../domain/kernel/settings.ts';

const count = z.coerce.number().positive().int().optional();

/** When the policy's visits open and are due, each a variable of its own; left out, it is the policy's. */
export const windowVariables = {
  T1_DUE_DAY: count,
  T2_OPEN_DAY: count,
  T2_DUE_MONTHS: count,
  T3_DUE_DAY: count,
  T4_OPEN_DAY: count,
  T4_DUE_MONTHS: count,
  T5_OPEN_DAY: count,
  T5_DUE_MONTHS: count,
};

type Values = { readonly [Name in keyof typeof windowVariables]?: number | undefined };

const { windows } = defaultSettings;

export const windowsOf = (value: Values): Settings['windows'] => ({
  T1: changed(windows.T1, undefined, days(value.T1_DUE_DAY)),
  T2: changed(windows.T2, value.T2_OPEN_DAY, months(value.T2_DUE_MONTHS)),
  T3: changed(windows.T3, undefined, days(value.T3_DUE_DAY)),
  T4: changed(windows.T4, value.T4_OPEN_DAY, months(value.T4_DUE_MONTHS)),
  T5: changed(windows.T5, value.T5_OPEN_DAY, months(value.T5_DUE_MONTHS)),
});

const days = (count: number | undefined) => (count === undefined ? undefined : { days: count });
const months = (count: number | undefined) => (count === undefined ? undefined : { months: count });

const changed = (
  { openDay, due }: WindowSetting,
  opens: number | undefined,
  dueAfter: WindowSetting['due'] | undefined,
): WindowSetting => ({ openDay: opens ?? openDay, due: dueAfter ?? due });
