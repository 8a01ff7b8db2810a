import type { Text } from '../../domain/kernel/text.ts';
import type { Period } from '../../domain/reports/period.ts';
import { quarterName, yearName } from '../../wording/report-words.ts';

/** A period as people call it. */
export const periodName = (period: Period): Text =>
  period.kind === 'quarter' ? quarterName(period.year, period.quarter) : yearName(period.year);
