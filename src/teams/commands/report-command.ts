import type { PersonId } from '../../domain/kernel/ids.ts';
import { localDate } from '../../domain/kernel/local-date.ts';
import { parsePeriod } from '../../domain/reports/parse-period.ts';
import type { ReportScope } from '../../domain/reports/report.ts';
import { reportView } from '../../views/reports/report-view.ts';
import * as wording from '../../wording/command-words.ts';
import { reportSummary } from '../../wording/report-words.ts';
import type { Speaker } from '../bot/speaker.ts';
import { reportCard } from '../cards/result/report-card.ts';
import { command } from './command.ts';

/** `/report Q3` (A7, W4): staff see everything, a manager their own people. */
export const report = command({
  name: 'report',
  words: { zh: ['报告', '季度报告', '回访报告'], en: ['report'] },
  permission: 'report',
  menu: { title: wording.report.title, description: wording.report.description },
  answersIn: 'private',
  uses: ['trainings', 'rounds', 'visits', 'results', 'issues', 'improvements'],
  places: ['personal', 'channel'],
  run: async ({ args, speaker }, on) => {
    const today = localDate(on.clock.now(), on.settings.organisation.timeZone);
    const scope = scopeOf(speaker, speaker.person.id);
    const view = await reportView(on, parsePeriod(args, today), scope);
    return {
      card: reportCard(view, speaker.language),
      summary: reportSummary(view.period)[speaker.language],
    };
  },
});

const scopeOf = ({ roles }: Speaker, person: PersonId): ReportScope =>
  roles.has('trainingStaff') ? { kind: 'all' } : { kind: 'manager', person };
