import { type Activity, ActivityTypes, CardFactory, TextFormatTypes } from 'botbuilder';
import type { Saying } from '../bot/saying.ts';

/** One attachment and no text, or text and no attachment: Teams counts more as several messages (TEAMS.md §1.1). */
export const messageOf = (saying: Saying): Partial<Activity> =>
  'card' in saying
    ? {
        type: ActivityTypes.Message,
        summary: saying.summary,
        attachments: [CardFactory.adaptiveCard(saying.card)],
      }
    : { type: ActivityTypes.Message, text: saying.text, textFormat: TextFormatTypes.Plain };

/** Microsoft's advice: no more than 80 KB, counted in UTF-16 (TEAMS.md §1.4). */
export const largestMessageBytes = 80 * 1024;

export const messageBytes = (activity: Partial<Activity>): number => JSON.stringify(activity).length * 2;
