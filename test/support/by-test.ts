import type { By } from '../../src/domain/audit/by.ts';

/** Who changes something in a test where that does not matter. */
export const byTest: By = { who: { commandLine: true }, at: new Date('2026-11-20T02:00:00Z') };

/** The same at another moment. */
export const byTestAt = (at: Date): By => ({ ...byTest, at });
