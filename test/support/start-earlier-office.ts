import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { LogLine } from './office-under-test.ts';
import type { EarlierNews, EarlierOrder, EarlierTold } from './processes/earlier-office.ts';
import type { RosterLine } from './roster-lines.ts';

/** A product of an earlier commit that runs, in a process of its own. */
export interface EarlierOffice {
  readonly url: string;
  readonly metricsUrl: string;
  readonly log: readonly LogLine[];
  /** Resolves when it has made way for a later version. */
  readonly madeWay: Promise<void>;
  setTime(moment: Date): void;
  imports(lines: readonly RosterLine[]): Promise<void>;
  /** As by `kill -9`. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export const startEarlierOffice = async (order: EarlierOrder): Promise<EarlierOffice> => {
  const child = fork(new URL('./processes/earlier-office.ts', import.meta.url), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
  });
  const gone = once(child, 'exit');
  const log: LogLine[] = [];
  child.on('message', (news: EarlierNews) => {
    if (typeof news === 'object' && 'logged' in news) log.push(news.logged as LogLine);
  });
  const { promise: madeWay, resolve: goes } = Promise.withResolvers<void>();
  child.on('message', (news: EarlierNews) => {
    if (news === 'made-way') goes();
  });
  const tell = (told: EarlierOrder | EarlierTold): boolean => child.send(told);
  tell(order);
  const { url, metricsUrl } = await newsOf<{ url: string; metricsUrl: string }>(child, gone, 'url');
  return {
    url,
    metricsUrl,
    log,
    madeWay,
    setTime: (moment) => void tell({ time: moment.toISOString() }),
    async imports(lines) {
      tell({ imports: lines });
      await newsOf(child, gone, 'imported');
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      if (child.connected) tell('stop');
      await gone;
    },
  };
};

/** The next news that has this in it; throws what failed, or that the process ended. */
const newsOf = <News>(child: ChildProcess, gone: Promise<unknown>, wanted: string): Promise<News> =>
  new Promise((resolve, reject) => {
    const hear = (news: EarlierNews): void => {
      if (typeof news !== 'object' || 'logged' in news) return;
      if ('failed' in news) reject(new Error(news.failed));
      else if (wanted in news) resolve(news as News);
      else return;
      child.off('message', hear);
    };
    child.on('message', hear);
    void gone.then(() => reject(new Error('the earlier office ended')));
  });
