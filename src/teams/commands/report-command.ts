import { todayOf } from '../../domain/kernel/local-date.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { mayToday, notAllowed } from '../../domain/people/permissions.ts';
import { isPeriod, parsePeriod } from '../../domain/reports/parse-period.ts';
import { readReportRequest, soundsLikeTime } from '../../domain/reports/read-report-request.ts';
import { chooseScope, type OfferedScope, scopesFor } from '../../domain/reports/report-scopes.ts';
import { reportView } from '../../views/reports/report-view.ts';
import * as wording from '../../wording/command-words.ts';
import { reportSummary } from '../../wording/report-words.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import { reportCard } from '../cards/result/report-card.ts';
import { command } from './command.ts';

/** `/report Q3` (A7, W4): the training department and management see everything, others their people or department. */
export const report = command({
  name: 'report',
  words: {
    zh: ['报告', '季度报告', '回访报告', '报表', '季报', '培训报告'],
    en: ['report', 'quarterly report', 'follow-up report', 'training report'],
  },
  permission: 'report',
  menu: { title: wording.report.title, description: wording.report.description },
  answersIn: 'private',
  uses: ['trainings', 'rounds', 'visits', 'results', 'pools', 'issues', 'improvements'],
  places: ['personal', 'channel'],
  takes: (args) => isPeriod(args) || soundsLikeTime(args),
  knows: async (args, on, speaker) => {
    const { rest = args } = chooseScope(await scopesFor(on, speaker), args) ?? {};
    const { about } = readReportRequest(rest);
    return about === '' || (await partMeant(on, about)) !== undefined;
  },
  run: async ({ args, speaker }, on) => {
    const offered = await scopesFor(on, speaker);
    const asked = chooseScope(offered, args);
    if (asked === undefined) throw notAllowed('report');
    const { chosen, rest } = asked;
    const { period, about } = readReportRequest(rest);
    if (about !== '') throw await notOffered(on, about, offered, mayToday(speaker, 'status'));
    const view = await reportView(on, parsePeriod(period, todayOf(on)), chosen.scope);
    const others = offered.flatMap((one) => (one === chosen || one.name === '' ? [] : [one.name]));
    return {
      card: reportCard(others.length === 0 ? view : { ...view, others }, speaker.language),
      summary: reportSummary(view.period)[speaker.language],
    };
  },
});

type Part = { readonly department: string } | { readonly training: string };

/** What of the rosters is called so: a department, or one training that there is no report of its own for. */
const partMeant = async ({ trainings }: OnDesk<'trainings'>, about: string): Promise<Part | undefined> => {
  const wanted = about.normalize('NFKC').toLowerCase();
  const department = (await trainings.departments()).find((one) => one.toLowerCase() === wanted);
  if (department !== undefined) return { department };
  const [training] = about.length > 1 ? await trainings.search(about) : [];
  return training && { training: training.code };
};

/** Says what there is instead; of the rosters nothing that the speaker may not see. */
const notOffered = async (
  on: OnDesk<'trainings'>,
  about: string,
  offered: readonly OfferedScope[],
  maySeeStatus: boolean,
): Promise<Refusal> => {
  const part = maySeeStatus ? await partMeant(on, about) : undefined;
  return new Refusal('report-not-offered', {
    asked: about,
    near: offered.flatMap(({ name }) => (name === '' ? [] : [name])).join('\n'),
    ...(part !== undefined && 'training' in part ? { code: part.training } : {}),
  });
};
