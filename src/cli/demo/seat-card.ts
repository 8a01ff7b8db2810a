import type { Language } from '../../domain/kernel/text.ts';
import { type NoticePart, noticeCard } from '../../teams/cards/notice-card.ts';
import type { Reply } from '../../teams/commands/command.ts';
import {
  chairWords,
  otherChair,
  otherChairs,
  seatEyebrow,
  waitedForYou,
  youAre,
} from '../../wording/demo-chair-words.ts';
import { type Chair, callOf, chairs } from './chairs.ts';

/** To somebody who has just sat down: who they are, whether something waited, what to try. */
export const satDown = (chair: Chair, cards: number, language: Language): Reply =>
  seatCard(chair, language, [
    { lines: [waitedForYou[cards === 0 ? 'nothing' : 'something'], chairWords[chair.name].tryNext] },
  ]);

/** Whose chair it is, what can be done from there, and which others there are. */
export const whoSits = (chair: Chair, language: Language): Reply =>
  seatCard(chair, language, [
    { lines: [chairWords[chair.name].tryNext] },
    {
      heading: otherChairs,
      lines: chairs
        .filter((other) => other !== chair)
        .map((other) => otherChair(callOf(other), other.person.name)),
    },
  ]);

const seatCard = (chair: Chair, language: Language, parts: readonly NoticePart[]): Reply => {
  const title = youAre(chair.person.called);
  const eyebrow = seatEyebrow(chairWords[chair.name].title);
  return { card: noticeCard({ eyebrow, title, parts }, language), summary: title[language] };
};
