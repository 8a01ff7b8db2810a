import type { Stores } from '../../src/domain/stores.ts';

/** A point of the story: a store's method is about to be called, or was answered, for the so-manieth time. */
export interface Deathbed {
  readonly store: keyof Stores;
  readonly method: string;
  readonly when: 'before' | 'after';
  /** Counted from 1, which is the default. */
  readonly time?: number;
}

/** The same stores, but at this point the process is killed, as by `kill -9`; calls count once it is `armed`. */
export const dyingAt = (bed: Deathbed, stores: Stores, armed: () => boolean): Stores => {
  let calls = 0;
  const dying = new Proxy<object>(stores[bed.store], {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (name !== bed.method || typeof member !== 'function') return member;
      return async (...args: unknown[]) => {
        if (armed()) calls += 1;
        const now = armed() && calls === (bed.time ?? 1);
        if (now && bed.when === 'before') await die();
        const answer: unknown = await Reflect.apply(member, target, args);
        if (now && bed.when === 'after') await die();
        return answer;
      };
    },
  });
  return { ...stores, [bed.store]: dying };
};

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => undefined);
};
