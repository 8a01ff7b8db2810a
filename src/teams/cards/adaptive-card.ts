/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface CardElement {
  readonly type: string;
  readonly [property: string]: Json;
}

/** A card as Teams takes it from bots: version 1.5, newer elements carry a fallback. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly CardElement[];
  readonly [property: string]: Json;
}

/** What a button gives back when pressed, besides the inputs: opaque ids, never believed. */
export type CardData = Readonly<Record<string, string | number | boolean>>;
