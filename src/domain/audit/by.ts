import type { PersonId } from '../kernel/ids.ts';
import type { Means } from '../means.ts';

/** What the product was doing when it changed something by itself. */
export const productWork = [
  'matching', // an account was met: it spoke, let us in or was read from a group
  'importing', // of an import whose beginner is not known
  'opening',
  'closing',
  'announcing',
  'recovering', // a process died half-way: what follows from what was kept is done again
] as const;
export type ProductWork = (typeof productWork)[number];

/** Who did it: a person, the product itself, its configuration, or whoever runs commands on its machine. */
export type Actor =
  | { readonly person: PersonId }
  | { readonly product: ProductWork }
  | { readonly configuration: true }
  | { readonly commandLine: true };

/** Who did it, and when by the product's clock. Every port that changes something takes it (P1). */
export interface By {
  readonly who: Actor;
  readonly at: Date;
}

/** The product did it by itself, now. */
export const byProduct = (doing: ProductWork, { clock }: Pick<Means, 'clock'>): By => ({
  who: { product: doing },
  at: clock.now(),
});
