import type { Stores } from '../../src/domain/stores.ts';

/** The same stores until so many calls have been answered; every later call fails, as if the process had been killed there. */
export const dyingAfter = (calls: number, stores: Stores): Stores => {
  let left = calls;
  const dying = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          if (left <= 0) throw new Error('killed');
          left -= 1;
          return Reflect.apply(member, target, args);
        };
      },
    });
  const { people, accounts, trainings, imports } = stores;
  return {
    ...stores,
    people: dying(people),
    accounts: dying(accounts),
    trainings: dying(trainings),
    imports: dying(imports),
  };
};
