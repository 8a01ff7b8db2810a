import { byProduct } from '../audit/by.ts';
import type { Round } from '../followups/round.ts';
import { isAbsentAsBefore, type Visit, type VisitState, whose } from '../followups/visit.ts';
import { eachAlone } from '../kernel/each-alone.ts';
import type { Means } from '../means.ts';
import type { Stores } from '../stores.ts';
import { checkSaid, saidIn } from './check-round.ts';
import { trusted } from './damage.ts';
import type { Response } from './response.ts';
import { pagesSaved } from './standing-answers.ts';
import { tellOfAbsence } from './tell-of-absence.ts';
import { tellOfAttendance } from './tell-of-attendance.ts';

export type RecoverDeps = Pick<Stores, 'people' | 'deliveries' | 'visits' | 'responses'> &
  Pick<Means, 'settings' | 'responseKeys' | 'clock' | 'log'>;

/**
 * What was said is the truth; the ledger follows. Where a process died between the two writes, this reads the
 * responses of a round's visits and moves the ledger forward; then staff hear of the absences they were not told of or that are
 * none, and of answers that are not as they were saved. Safe to repeat.
 */
export const recoverRound = async (deps: RecoverDeps, round: Round): Promise<void> => {
  const said = await saidIn(deps, round);
  const absent = said
    .map(({ visit }) => visit)
    .filter((visit) => visit.excuse === 'did-not-attend' && !isAbsentAsBefore(visit));
  // Answered ones too: an answer may have been withdrawn after it was handed in.
  for (const { visit, response } of said.filter(({ visit: { state } }) => mayMove(state))) {
    const whole = trusted(visit, response);
    if (whole?.withdrawn === true && visit.state !== 'expired') absent.push(visit);
    if (whole !== undefined) await follow(deps, visit, whole);
  }
  await tellOfAbsence(deps, absent);
  await tellOfAttendance(
    deps,
    said.map(({ visit }) => visit),
  );
  await checkSaid(deps, round, said);
};

const mayMove = (state: VisitState): boolean => state !== 'excused' && state !== 'declined';

/** (B) of the order of writes, once more. */
const follow = async (deps: RecoverDeps, visit: Visit, response: Response): Promise<void> => {
  const now = deps.clock.now();
  const saved = pagesSaved(response);
  if (response.withdrawn) {
    const by = byProduct('recovering', deps);
    await deps.visits.markExcused(visit.id, 'did-not-attend', by);
    // They took it back at the same moment, and their answers stand.
    if ((await deps.responses.byId(response.id))?.withdrawn === false)
      await deps.visits.reinstate(visit.id, ['did-not-attend'], by);
  } else if (visit.state === 'answered') return;
  else if (response.complete) {
    const answered = { channel: response.source, recordedBy: whose(visit), pagesSaved: saved };
    await deps.visits.markAnswered(visit.id, now, answered);
  } else if (saved > 0) await deps.visits.markStarted(visit.id, now, visit.page, saved);
};

/** At start: every open round. */
export const recoverOpenRounds = async (deps: RecoverDeps & Pick<Stores, 'rounds'>): Promise<void> => {
  await eachAlone(
    deps,
    await deps.rounds.open(),
    ({ id }) => id,
    (round) => recoverRound(deps, round),
  );
};
