import { realClock } from '../../src/domain/kernel/clock.ts';
import { given } from './given.ts';

/** What migrations are run with, in tests. */
export const migrationMeans = { realClock, given } as const;
