import { todayOf } from '../../domain/kernel/local-date.ts';
import { notAllowed } from '../../domain/people/permissions.ts';
import { parsePeriod } from '../../domain/reports/parse-period.ts';
import { chooseScope, scopesFor } from '../../domain/reports/report-scopes.ts';
import { reportView } from '../../views/reports/report-view.ts';
import * as wording from '../../wording/command-words.ts';
import { reportSummary } from '../../wording/report-words.ts';
import { reportCard } from '../cards/result/report-card.ts';
import { command } from './command.ts';

/** `/report Q3` (A7, W4): the training department and management see everything, others their people or department. */
export const report = command({
  name: 'report',
  words: { zh: ['报告', '季度报告', '回访报告'], en: ['report'] },
  permission: 'report',
  menu: { title: wording.report.title, description: wording.report.description },
  answersIn: 'private',
  uses: ['trainings', 'rounds', 'visits', 'results', 'pools', 'issues', 'improvements'],
  places: ['personal', 'channel'],
  run: async ({ args, speaker }, on) => {
    const offered = await scopesFor(on, speaker);
    const asked = chooseScope(offered, args);
    if (asked === undefined) throw notAllowed('report');
    const { chosen, rest } = asked;
    const view = await reportView(on, parsePeriod(rest, todayOf(on)), chosen.scope);
    const others = offered.flatMap((one) => (one === chosen || one.name === '' ? [] : [one.name]));
    return {
      card: reportCard(others.length === 0 ? view : { ...view, others }, speaker.language),
      summary: reportSummary(view.period)[speaker.language],
    };
  },
});
