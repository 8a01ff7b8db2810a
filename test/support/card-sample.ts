import type { Language } from '../../src/domain/kernel/text.ts';
import type { AdaptiveCard } from '../../src/teams/cards/adaptive-card.ts';

/** A card as somebody might get it. */
export interface CardSample {
  readonly name: string;
  readonly card: (language: Language) => AdaptiveCard;
}

/** Samples of one card, from views. `json`: a sample file is a view, whose type JSON cannot tell. */
export const samples = <View>(
  make: (view: View, language: Language) => AdaptiveCard,
  views: Readonly<Record<string, View>>,
): CardSample[] =>
  Object.entries(views).map(([name, view]) => ({ name, card: (language) => make(view, language) }));
