import type { Language, Text } from '../../domain/kernel/text.ts';
import type { CardData } from './adaptive-card.ts';
import type { Verb } from './verb.ts';

/** A button as the templates lay it out: Action.Execute, and Action.Submit with the same data where that is unknown. */
export interface Button {
  readonly title: string;
  readonly verb: Verb;
  readonly style: 'default' | 'positive' | 'destructive';
  readonly payload: CardData;
}

export const button = (
  verb: Verb,
  title: Text,
  language: Language,
  data: CardData,
  style: Button['style'] = 'default',
): Button => ({ title: title[language], verb, style, payload: { ...data, verb } });
