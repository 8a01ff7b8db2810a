import type { By } from '../audit/by.ts';
import type { ImprovementId, PersonId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import { plainText } from '../questionnaires/plain-text.ts';
import { type AssignDeps, spreadAssignment } from './assign-issue.ts';
import type { Improvement, ImprovementState, ImprovementStep } from './improvement.ts';

export interface ImprovementPress {
  readonly improvement: ImprovementId;
  readonly person: PersonId;
  /** The state it moves to; absent: a comment only. */
  readonly to?: Exclude<ImprovementState, 'assigned'>;
  readonly comment: string;
}

/** In characters. */
export const longestComment = 1000;

/** I2: the owner says that it is begun, that it is done, or how it goes. States move forward only. */
export const workOnImprovement = async (deps: AssignDeps, press: ImprovementPress): Promise<Improvement> => {
  const improvement = await improvementFor(deps, press.improvement, press.person);
  const comment = plainText(press.comment);
  if (comment.length > longestComment) throw new Refusal('text-too-long', { most: longestComment });
  const nothingNew = comment === '' && (press.to === undefined || press.to === improvement.state);
  if (nothingNew) return improvement;
  const by: By = { who: { person: press.person }, at: deps.clock.now() };
  const step: ImprovementStep = {
    at: by.at,
    by: press.person,
    state: press.to ?? improvement.state,
    ...(comment === '' ? {} : { comment }),
  };
  const after = await deps.improvements.step(improvement.id, step, by);
  await spreadAssignment(deps, after, by);
  return after;
};

/** Only its owner works on an improvement. */
export const improvementFor = async (
  deps: Pick<AssignDeps, 'improvements'>,
  id: ImprovementId,
  person: PersonId,
): Promise<Improvement> => {
  const improvement = await deps.improvements.byId(id);
  if (improvement === undefined) throw new Refusal('unknown-improvement');
  if (improvement.owner !== person) throw new Refusal('not-yours');
  return improvement;
};
