import type { ImprovementId, PersonId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type AssignDeps, spreadAssignment } from './assign-issue.ts';
import type { Improvement } from './improvement.ts';

export interface Handover {
  readonly improvement: ImprovementId;
  /** Who answered for it when this was asked. */
  readonly from: PersonId;
  readonly to: PersonId;
  readonly by: PersonId;
}

/**
 * Somebody else answers for a measure, whoever does now; what was said of it stays. Who comes second, or comes when
 * it is done, is told who has it. Safe to repeat. Refuses `unknown-improvement`, `issue-already-assigned`.
 */
export const passOnImprovement = async (
  deps: AssignDeps,
  { improvement, from, to, by }: Handover,
): Promise<Improvement> => {
  if (to === from) throw new Refusal('issue-already-assigned');
  const who = { who: { person: by }, at: deps.clock.now() };
  const now = await deps.improvements.passOn(improvement, from, to, who);
  if (now.owner !== to) throw new Refusal('issue-already-assigned');
  await spreadAssignment(deps, now, who);
  return now;
};
