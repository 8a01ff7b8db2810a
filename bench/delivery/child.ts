import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What one process may ask another: a name, one argument, one answer. */
export type Answers = Readonly<Record<string, (argument: never) => unknown>>;

interface Question {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly problem?: string;
}

/** Another process of the bench, asked questions over its IPC channel. */
export interface Child<Does extends Answers> {
  readonly pid: number;
  ask<Name extends keyof Does & string>(
    name: Name,
    argument: Parameters<Does[Name]>[0],
  ): Promise<Awaited<ReturnType<Does[Name]>>>;
  /** Sends a signal and waits for the end; resolves to how long that took, in milliseconds. */
  end(signal?: NodeJS.Signals): Promise<number>;
}

/** Starts a file of the bench as a process of its own and waits until it answers. */
export const startChild = async <Does extends Answers>(
  file: URL,
  argument: unknown,
  flags: readonly string[] = [],
): Promise<Child<Does>> => {
  const child = fork(file, [JSON.stringify(argument)], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...flags],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const open = new Map<number, (reply: Reply) => void>();
  let last = 0;
  child.on('message', (reply: Reply) => open.get(reply.id)?.(reply));
  child.on('exit', () => {
    for (const [id, settle] of open) settle({ id, problem: 'the process ended' });
  });
  const ask = (name: string, question: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      open.set(id, ({ value, problem }) => {
        open.delete(id);
        if (problem === undefined) resolve(value);
        else reject(new Error(`${name}: ${problem}`));
      });
      if (child.exitCode !== null || child.signalCode !== null) {
        open.get(id)?.({ id, problem: 'the process has ended' });
        return;
      }
      child.send({ id, name, argument: question } satisfies Question, (error) => {
        if (error !== null) open.get(id)?.({ id, problem: error.message });
      });
    });
  await ask('ready', undefined);
  return {
    pid: child.pid ?? 0,
    ask: ask as Child<Does>['ask'],
    end: async (signal = 'SIGTERM') => {
      const begun = performance.now();
      if (child.exitCode !== null || child.signalCode !== null) return 0;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return performance.now() - begun;
    },
  };
};

/** The argument this process was started with. */
export const givenArgument = (): unknown => JSON.parse(process.argv[2] ?? 'null');

/** Answers the process that started this one, and ends with it. */
export const answerParent = (does: Answers): void => {
  const known: Answers = { ready: () => true, ...does };
  process.on('message', async ({ id, name, argument }: Question) => {
    try {
      const value = await known[name]?.(argument as never);
      process.send?.({ id, value } satisfies Reply);
    } catch (error) {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.send?.({ id, problem } satisfies Reply);
    }
  });
  process.on('disconnect', () => process.exit());
};
