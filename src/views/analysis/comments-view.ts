import { hidden } from '../../domain/analysis/told.ts';
import type { Round } from '../../domain/followups/round.ts';
import type { RoundId } from '../../domain/kernel/ids.ts';
import type { Settings } from '../../domain/kernel/settings.ts';
import { same, type Text } from '../../domain/kernel/text.ts';
import type { Readable } from '../../domain/reports/readable-comments.ts';
import { titleOfRound } from '../followups/title-of-round.ts';
import type { ViewParts } from '../view-parts.ts';
import { aboutWhom, itemName } from './item-name.ts';
import { titleOfPool } from './pooled-result-view.ts';

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

type Parts = Pick<ViewParts, 'questionnaires' | 'results' | 'settings' | 'trainings'>;

/** Comments of a result that is out, some at a time; undefined without one. Who may read them is asked before. */
export const commentsView = async (
  from: Parts,
  readable: Readable,
  after: number,
): Promise<CommentsView | undefined> => {
  const { id, instructors, ...topic } = await topicOf(from, readable);
  const result = await from.results.ofRound(id);
  if (result === undefined) return undefined;
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
    for (const { text } of await from.results.comments(id, key, mostRead - read, skip)) {
      // One at least, however long.
      if (read > 0 && text.length > room) break;
      texts.push(text);
      room -= text.length;
      read += 1;
    }
    if (texts.length > 0)
      questions.push({
        item: itemName(from.questionnaires, result.questionnaire, key),
        ...aboutWhom({ instructors }, key),
        texts,
      });
    if (skip + texts.length < count || read >= mostRead) break;
    skip = 0;
  }
  return {
    round: id,
    ...topic,
    dueDate: result.dueDate,
    questions,
    after,
    count: open.reduce((sum, { count }) => sum + count, 0),
    withheld: Object.values(result.comments).includes(hidden),
    settings: from.settings,
  };
};

type Topic = Pick<CommentsView, 'training' | 'questionnaire' | 'ofPart'> & Pick<Round, 'id' | 'instructors'>;

const topicOf = async (from: Parts, readable: Readable): Promise<Topic> => {
  if ('pool' in readable) {
    const { pool } = readable;
    const questionnaire = titleOfPool(from, pool);
    return { id: pool.id, instructors: [], training: pool.course, questionnaire, ofPart: false };
  }
  const { round, ofPart } = readable;
  const training = await from.trainings.byCode(round.training);
  const questionnaire = training && titleOfRound(from, round, training);
  const { id, instructors } = round;
  return {
    id,
    instructors,
    training: training?.title ?? round.training,
    questionnaire: questionnaire ?? same(round.kind),
    ofPart,
  };
};
