import { throughput } from './delivery/throughput.ts';

export const run = async (): Promise<Record<string, number>> => throughput(Number(process.argv[3] ?? 2000));
