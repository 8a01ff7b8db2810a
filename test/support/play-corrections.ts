import { deliverDue } from '../../src/domain/deliveries/deliver-due.ts';
import type { Messenger } from '../../src/domain/deliveries/messenger.ts';
import { openRounds } from '../../src/domain/followups/open-rounds.ts';
import type { Round } from '../../src/domain/followups/round.ts';
import { whose } from '../../src/domain/followups/visit.ts';
import { applyTrainings } from '../../src/domain/imports/apply-trainings.ts';
import { type PersonId, roundId, type TrainingCode } from '../../src/domain/kernel/ids.ts';
import { defaultSettings as settings } from '../../src/domain/kernel/settings.ts';
import { createWorkingCalendar } from '../../src/domain/kernel/working-calendar.ts';
import { createResponseKeys } from '../../src/domain/responses/response-keys.ts';
import type { RosterRow } from '../../src/domain/rosters/roster-row.ts';
import { afterTrainings } from '../../src/domain/sequels/after-trainings.ts';
import { announceResults } from '../../src/domain/sequels/announce-results.ts';
import { closeRounds } from '../../src/domain/sequels/close-rounds.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { invitationView } from '../../src/views/responses/invitation-view.ts';
import { visitChangeView } from '../../src/views/responses/visit-change-view.ts';
import { byTestAt } from './by-test.ts';
import { storeSettings } from './database.ts';
import { questionnaires } from './questionnaires.ts';

const people = [0, 1, 2] as const;
const calendar = createWorkingCalendar('weekdays');
const timeZone = storeSettings.timeZone;

/** A roster as it is imported: the last day of the training, who withdrew, whether it takes place. */
export interface Roster {
  readonly end: string;
  readonly withdrawn: readonly boolean[];
  readonly cancelled: boolean;
}

/** What somebody was told last about the first round. */
export interface Told {
  readonly what: string;
  readonly day: string;
}

let used = 0;

/** One short training of three people, played on the product's stores by the product's functions; who is told what is kept. */
export const playCorrections = async (stores: Stores, start: Date) => {
  used += 1;
  const code = `MOVED-${used}` as TrainingCode;
  let now = start;
  const told = new Map<PersonId, Told[]>();
  const tells = (person: PersonId, news: Told): void => {
    told.set(person, [...(told.get(person) ?? []), news]);
  };
  const messenger: Messenger = {
    deliver: async ({ subject, recipient }) => {
      const sent = { kind: 'sent', receipt: { channel: 'email', name: null, parts: {} } } as const;
      if (!('person' in recipient)) return sent;
      const { person } = recipient;
      if (subject.kind === 'invitation') {
        const view = await invitationView(deps, subject.visit, person);
        if (view === undefined) return { kind: 'obsolete' };
        tells(person, { what: 'invited', day: view.page.until.date });
        return sent;
      }
      if (subject.kind !== 'visit-change') return { kind: 'obsolete' };
      const view = await visitChangeView(deps, subject, person);
      if (view === undefined) return { kind: 'obsolete' };
      tells(person, { what: view.what, day: view.day.date });
      return sent;
    },
    update: async () => ({ kind: 'obsolete' }),
  };
  const clock = { now: () => now };
  const deps = {
    ...stores,
    ...{ questionnaires, settings, calendar, clock, realClock: clock, messenger },
    ...{ responseKeys: createResponseKeys(storeSettings.answerSecret), random: () => 0.5 },
    ...{ pause: async () => {}, closingPauseMs: 0, owner: `player-${used}` },
  };
  const emails = people.map((number) => `p${number}-${used}@example.com`);

  const ticks = async (): Promise<void> => {
    await openRounds(deps);
    await closeRounds(deps);
    await announceResults(deps);
    await deliverDue(deps);
  };
  const first = async (): Promise<Round | undefined> => stores.rounds.byId(roundId(code, 'T1', 1));

  return {
    now: () => now,
    told: (person: PersonId): readonly Told[] => told.get(person) ?? [],
    round: first,
    visits: async () => stores.visits.ofRound(roundId(code, 'T1', 1)),
    result: async () => stores.results.ofRound(roundId(code, 'T1', 1)),
    ids: async (): Promise<PersonId[]> => {
      const found = await stores.people.byEmails(emails);
      return emails.map((email) => found.find((one) => one.email === email)?.id ?? ('nobody' as PersonId));
    },
    imports: async ({ end, withdrawn, cancelled }: Roster): Promise<void> => {
      const rows = emails.map(
        (email, number): RosterRow => ({
          ...{ line: number + 2, code, course: code, title: code, mode: 'classroom' },
          ...{ source: 'internal', length: 'short', start: '2026-08-01', end, timeZone },
          ...{ instructorEmails: [], name: `P ${number}`, email, department: 'Sales' },
          ...{ withdrawn: withdrawn[number] ?? false, cancelled },
        }),
      );
      const [line, ...others] = rows;
      if (line === undefined) return;
      await applyTrainings(
        stores,
        [[line, ...others]],
        { id: `${code}-${now.getTime()}`, run: 1 },
        byTestAt(now),
      );
      await afterTrainings(deps, [code], byTestAt(now));
    },
    answers: async (number: number): Promise<boolean> => {
      const round = await first();
      if (round?.state !== 'open' || round.dueAt <= now) return false;
      const [person] = await stores.people.byEmails([emails[number] ?? '']);
      const visit = (await stores.visits.ofRound(round.id)).find((one) => whose(one) === person?.id);
      if (visit === undefined || (visit.state !== 'due' && visit.state !== 'started')) return false;
      await stores.responses.append({
        id: deps.responseKeys.response(visit.person, round.training, round.kind, round.occurrence),
        ...{ round: round.id, source: 'teams', complete: true },
        page: { page: 'overall', revision: 1, answers: { 'd5-overall': 4 }, room: 2000 },
      });
      const by = { channel: 'teams', recordedBy: visit.person, pagesSaved: 1 } as const;
      await stores.visits.markAnswered(visit.id, now, by);
      return true;
    },
    /** The clock goes on, and everything happens that happens by itself. */
    passes: async (until: Date): Promise<void> => {
      now = until;
      await ticks();
    },
  };
};

export type Playing = Awaited<ReturnType<typeof playCorrections>>;
