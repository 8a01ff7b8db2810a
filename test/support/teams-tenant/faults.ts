import type { Fault } from './fault.ts';
import type { Operation } from './operation.ts';

/** Which requests a fault concerns; everything left out matches all. */
export interface Where {
  operation?: Operation['kind'] | readonly Operation['kind'][];
  person?: { readonly mri: string };
  conversation?: { readonly id: string };
}

export interface ScriptedFault {
  /** How often it struck. */
  readonly struck: number;
  stop(): void;
}

export interface Faults {
  /** The next `count` matching requests go wrong. */
  next(count: number, fault: Fault, where?: Where): ScriptedFault;
  /** Every matching request goes wrong until stopped. */
  always(fault: Fault, where?: Where): ScriptedFault;
  /** Each matching request goes wrong with this probability (0–1). */
  chance(probability: number, fault: Fault, where?: Where): ScriptedFault;
  /** One draw per matching request among several faults; the shares add up to at most 1. */
  mix(shares: readonly (readonly [share: number, fault: Fault])[], where?: Where): ScriptedFault;
  clear(): void;
  /** The fault that strikes this request, if any: the first rule that fires. */
  strike(operation: Operation): Fault | undefined;
}

/** Keeps the script of faults; `random` decides those by probability. */
export function createFaults(random: () => number): Faults {
  const rules = new Set<(operation: Operation) => Fault | undefined>();

  function add(
    where: Where,
    choose: () => Fault | undefined,
    limit = Number.POSITIVE_INFINITY,
  ): ScriptedFault {
    let struck = 0;
    const rule = (operation: Operation) => {
      if (struck >= limit || !matches(where, operation)) return undefined;
      const chosen = choose();
      if (chosen !== undefined) struck += 1;
      return chosen;
    };
    rules.add(rule);
    return {
      get struck() {
        return struck;
      },
      stop: () => void rules.delete(rule),
    };
  }

  return {
    next: (count, fault, where = {}) => add(where, () => fault, count),
    always: (fault, where = {}) => add(where, () => fault),
    chance: (probability, fault, where = {}) =>
      add(where, () => (random() < probability ? fault : undefined)),
    mix: (shares, where = {}) =>
      add(where, () => {
        let left = random();
        for (const [share, fault] of shares) {
          left -= share;
          if (left < 0) return fault;
        }
        return undefined;
      }),
    clear: () => rules.clear(),
    strike(operation) {
      for (const rule of rules) {
        const struck = rule(operation);
        if (struck !== undefined) return struck;
      }
      return undefined;
    },
  };
}

function matches(where: Where, operation: Operation): boolean {
  const kinds = typeof where.operation === 'string' ? [where.operation] : where.operation;
  if (kinds !== undefined && !kinds.includes(operation.kind)) return false;
  if (where.person !== undefined && operation.personMri !== where.person.mri) return false;
  return where.conversation === undefined || operation.conversationId === where.conversation.id;
}
