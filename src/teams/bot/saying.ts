import type { AdaptiveCard } from '../cards/adaptive-card.ts';

/** One message of the bot: a card with the words a notification shows, or plain text. */
export type Saying = { readonly card: AdaptiveCard; readonly summary: string } | { readonly text: string };
