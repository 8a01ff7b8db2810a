import type { mongo } from 'mongoose';

/** What is called without asking the database anything. */
const onlyPrepares = ['collection', 'find', 'sort', 'limit', 'listCollections'];

/**
 * The same database until so many of its commands have been answered; every later one fails, as if the process had been killed
 * there. `asked`: how many were answered.
 */
export const dyingDbAfter = (commands: number, db: mongo.Db): { readonly db: mongo.Db; asked(): number } => {
  let asked = 0;
  const dying = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        if (onlyPrepares.includes(String(name)))
          return (...args: unknown[]) => dying(Reflect.apply(member, target, args) as object);
        return async (...args: unknown[]) => {
          if (asked >= commands) throw new Error('killed');
          asked += 1;
          return Reflect.apply(member, target, args);
        };
      },
    });
  return { db: dying(db), asked: () => asked };
};
