import { minutesNeeded } from '../../domain/questionnaires/minutes-needed.ts';
import { openVisit } from '../../domain/responses/visit-page.ts';
import * as wording from '../../wording/command-words.ts';
import { pendingTitle } from '../../wording/status-words.ts';
import { pendingCard } from '../cards/questionnaire/pending-card.ts';
import { visitDeps } from '../visits/visit-deps.ts';
import type { Command } from './command.ts';

/** `/pending` (W6): which questionnaires wait for the speaker, each with its button. */
export const pending: Command = {
  name: 'pending',
  words: { zh: ['待办', '问卷', '待填'], en: ['pending', 'todo'] },
  permission: 'see-own-visits',
  menu: { title: wording.pending.title, description: wording.pending.description },
  answersIn: 'private',
  places: ['personal', 'channel'],
  run: async ({ speaker }, desk) => {
    const unfinished = await desk.stores.visits.unfinishedOf(speaker.person.id);
    const waiting = await Promise.all(
      unfinished
        .filter(({ dueAt }) => dueAt > desk.clock.now())
        .map((visit) => openVisit(visitDeps(desk), visit)),
    );
    const visits = waiting
      .filter(({ round }) => round.state === 'open')
      .toSorted((a, b) => a.round.dueAt.getTime() - b.round.dueAt.getTime())
      .map((open) => ({
        training: open.training.title,
        questionnaire: open.questionnaire.title,
        dueDate: open.round.dueDate,
        minutes: minutesNeeded(open.pages),
        data: { visit: open.visit.id },
      }));
    return {
      card: pendingCard({ visits }, speaker.language),
      summary: pendingTitle(visits.length)[speaker.language],
    };
  },
};
