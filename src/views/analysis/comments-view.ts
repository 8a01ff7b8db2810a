import { hidden } from '../../domain/analysis/told.ts';
import type { Round } from '../../domain/followups/round.ts';
import type { RoundId } from '../../domain/kernel/ids.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import type { ViewParts } from '../view-parts.ts';
import { aboutWhom, itemName } from './item-name.ts';

export interface CommentsView {
  readonly round: RoundId;
  readonly training: string;
  readonly questionnaire: Text;
  readonly dueDate: string;
  /** By question, word for word, as they are kept: alphabetical. */
  readonly questions: readonly {
    readonly item: Text;
    readonly instructor?: string;
    readonly texts: readonly string[];
  }[];
  /** So many come before these, and so many there are. */
  readonly after: number;
  readonly count: number;
  /** Whoever reads sees figures of a part of the people only. */
  readonly ofPart: boolean;
  readonly withheld: boolean;
  readonly settings: Pick<Settings, 'minimumGroup'>;
}

/** So many are read at once, and so many characters: far less than a channel carries, whatever the script. */
const mostRead = 20;
const roomForText = 8_000;

/** Comments of a round whose result is out, some at a time; undefined without one. Who may read them is asked before. */
export const commentsView = async (
  from: Pick<ViewParts, 'questionnaires' | 'results' | 'settings' | 'trainings'>,
  round: Round,
  { after, ofPart }: Pick<CommentsView, 'after' | 'ofPart'>,
): Promise<CommentsView | undefined> => {
  const [result, training] = await Promise.all([
    from.results.ofRound(round.id),
    from.trainings.byCode(round.training),
  ]);
  if (result === undefined || training === undefined) return undefined;
  const open = Object.entries(result.comments).flatMap(([key, count]) =>
    count === hidden || count === 0 ? [] : [{ key, count }],
  );
  const questions: CommentsView['questions'][number][] = [];
  let [skip, read, room] = [after, 0, roomForText];
  for (const { key, count } of open) {
    if (skip >= count) {
      skip -= count;
      continue;
    }
    const texts: string[] = [];
    for (const { text } of await from.results.comments(round.id, key, mostRead - read, skip)) {
      // One at least, however long.
      if (read > 0 && text.length > room) break;
      texts.push(text);
      room -= text.length;
      read += 1;
    }
    if (texts.length > 0)
      questions.push({
        item: itemName(from.questionnaires, result.questionnaire, key),
        ...aboutWhom(round, key),
        texts,
      });
    if (skip + texts.length < count || read >= mostRead) break;
    skip = 0;
  }
  return {
    round: round.id,
    training: training.title,
    questionnaire: titleOfRound(from, round, training),
    dueDate: result.dueDate,
    questions,
    after,
    count: open.reduce((sum, { count }) => sum + count, 0),
    ofPart,
    withheld: Object.values(result.comments).includes(hidden),
    settings: from.settings,
  };
};
