import type { Language, Text } from '../../domain/kernel/text.ts';
import { type NoticePart, noticeCard } from '../../teams/cards/notice-card.ts';
import type { Reply } from '../../teams/commands/command.ts';
import {
  chairWords,
  givenHere,
  otherChair,
  otherChairs,
  seatEyebrow,
  waitedForYou,
  youAre,
} from '../../wording/demo-chair-words.ts';
import { allOf } from '../../wording/role-words.ts';
import { type Chair, callOf, chairs } from './chairs.ts';

/** To somebody who has just sat down: who they are, whether something waited, what to try. */
export const satDown = (chair: Chair, cards: number, given: readonly Text[], language: Language): Reply =>
  seatCard(chair, given, language, [
    { lines: [waitedForYou[cards === 0 ? 'nothing' : 'something'], whatToTry(chair, given)] },
  ]);

/** Whose chair it is, what can be done from there, and which others there are. */
export const whoSits = (chair: Chair, given: readonly Text[], language: Language): Reply =>
  seatCard(chair, given, language, [
    { lines: [whatToTry(chair, given)] },
    {
      heading: otherChairs,
      lines: chairs
        .filter((other) => other !== chair)
        .map((other) => otherChair(callOf(other), other.person.name)),
    },
  ]);

/** With a role more, what a chair's words call refused may not be. */
const whatToTry = ({ name }: Chair, given: readonly Text[]): Text =>
  given.length === 0 ? chairWords[name].tryNext : givenHere(allOf(given));

const seatCard = (
  chair: Chair,
  given: readonly Text[],
  language: Language,
  parts: readonly NoticePart[],
): Reply => {
  const title = youAre(chair.person.called);
  const eyebrow = seatEyebrow(allOf([chairWords[chair.name].title, ...given]));
  return { card: noticeCard({ eyebrow, title, parts }, language), summary: title[language] };
};
