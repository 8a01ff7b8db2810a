import type { Text } from '../../domain/kernel/text.ts';
import {
  definitions,
  issueDefinition,
  poolDefinition,
  thresholdDefinition,
} from '../../wording/definition-words.ts';
import type { ReportView } from './report-view.ts';

/** What each figure means. */
export const reportFootnotes = (view: ReportView): Text[] => [
  definitions.completion,
  ...(isRough(view) ? [definitions.roughly] : []),
  definitions.satisfaction,
  definitions.dimension,
  ...(isLimited(view) ? [definitions.atMost] : []),
  ...(view.nps === undefined ? [] : [definitions.nps]),
  ...(view.scrap === undefined ? [] : [definitions.scrap]),
  definitions.trend,
  definitions.period,
  ...(view.pools.length > 0 ? [poolDefinition(view.settings.minimumGroup)] : []),
  issueDefinition(view.settings.issueRule),
  thresholdDefinition(view.settings.minimumGroup),
];

const isRough = ({ list }: ReportView): boolean =>
  list.some(({ rounds }) =>
    rounds.some(({ completion }) => typeof completion === 'object' && 'roughly' in completion),
  );

/** Whether anything is told as a limit only. */
const isLimited = ({ satisfaction, nps, scrap, dimensions, issues, list, pools }: ReportView): boolean =>
  [
    satisfaction.now,
    satisfaction.before,
    ...dimensions.flatMap(({ now, compared }) => [now, compared?.before]),
    ...issues.map(({ figures }) => figures),
    ...list.flatMap(({ rounds }) => rounds.map((round) => round.satisfaction)),
    ...pools.map((pool) => pool.satisfaction),
  ].some((figure) => typeof figure === 'object' && figure.atMost !== undefined) ||
  [nps, scrap].some((figure) => figure?.bound !== undefined);
