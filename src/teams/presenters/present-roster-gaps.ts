import { missingReasons as reasons, whoIsMissing } from '../../domain/people/who-is-missing.ts';
import { missingReasons } from '../../wording/people-words.ts';
import { gapsTitle } from '../../wording/status-words.ts';
import { rosterGapsCard } from '../cards/staff/roster-gaps-card.ts';
import { languageFor } from '../visits/language-for.ts';
import type { Presenter } from './presenter.ts';

/** Nobody is silently skipped: whom the bot cannot reach in a training as things stand now, and what staff can do. */
export const presentRosterGaps: Presenter<'roster-gaps'> = async (delivery, desk) => {
  if (!('person' in delivery.recipient)) return 'obsolete';
  const code = delivery.subject.training;
  const training = await desk.stores.trainings.byCode(code);
  const missing = await whoIsMissing(desk.stores, await desk.stores.trainings.enrolments(code));
  if (training === undefined || missing.length === 0) return 'obsolete';
  const language = await languageFor(desk, delivery.recipient.person);
  const groups = reasons.flatMap((reason) => {
    const people = missing.filter((one) => one.reason === reason).map(({ person }) => person);
    const { why, remedy } = missingReasons[reason];
    return people.length === 0 ? [] : [{ reason: why, action: remedy, people }];
  });
  return {
    card: rosterGapsCard({ training: training.title, groups }, language),
    summary: gapsTitle(missing.length)[language],
  };
};
