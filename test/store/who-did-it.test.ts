import { afterEach, describe, expect, it } from 'vitest';
import type { By } from '../../src/domain/audit/by.ts';
import type { EntryKind } from '../../src/domain/audit/entry.ts';
import { moveEntries } from '../../src/domain/audit/move-entries.ts';
import { type AccountKey, type ImprovementId, type PersonId, roundId } from '../../src/domain/kernel/ids.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { sighting } from '../support/account-sightings.ts';
import { byTest } from '../support/by-test.ts';
import { dieAtWrite } from '../support/die-at-write.ts';
import { anImport, anImprovement, anIssue, aRound, aTraining, at, aVisit, code, person } from './samples.ts';
import { useStores } from './two-processes.ts';

// Every method of every store either takes `by`, and has a case below, or is listed here with why it needs none.
// A new one is a type error until it is in one of the two lists.

type MethodsOf<Store extends keyof Stores> = keyof Stores[Store] & string;
type TakesBy<Method> = Method extends (...args: infer Args) => unknown
  ? By extends Args[number]
    ? true
    : false
  : false;
type Taking<Takes extends boolean> = {
  [Store in keyof Stores]: {
    [Method in MethodsOf<Store>]: TakesBy<Stores[Store][Method]> extends Takes ? `${Store}.${Method}` : never;
  }[MethodsOf<Store>];
}[keyof Stores];

const reads = 'reads';
const answering = 'answering is no entry: closing will append one digest of all that was said';
const ownRecord = 'a delivery keeps its own attempts';
const takenBack = 'goes with the import that made it: taking that back is the entry';
const machinery = 'nobody’s doing: how processes keep out of each other’s way';

const withoutBy: Readonly<Record<Taking<false>, string>> = {
  'people.appear': 'who appears, and what they are called, is in the note of the roster that names them',
  'people.appearAll': 'who appears, and what they are called, is in the note of the roster that names them',
  'people.appearApart': 'the word that sets an account apart is the entry',
  'people.claim': 'which account is the first: attaching it is the entry',
  'people.rename': 'what somebody is called is what their account is called',
  'people.byId': reads,
  'people.byIds': reads,
  'people.byEmails': reads,
  'people.named': reads,
  'people.withNameOf': reads,
  'people.withRole': reads,
  'people.representedBy': reads,
  'people.represented': reads,
  'people.gone': reads,
  'people.unsettledMerges': reads,
  'people.rememberFormerSelf': 'follows from the merge, which is an entry of its own',
  'people.settleMerge': 'marks that what followed, each an entry of its own, is done',
  'people.settleLeaving': 'marks that what followed, each an entry of its own, is done',
  'accounts.saw': 'what a channel tells of an account changes nothing about anybody',
  'accounts.learn': 'what a directory says of an account: whose an address is has entries of its own',
  'accounts.learnAnew': 'when a directory is asked again changes nothing about anybody',
  'accounts.learntBefore': reads,
  'accounts.withEmails': reads,
  'accounts.byKey': reads,
  'accounts.ofPerson': reads,
  'accounts.ofPeople': reads,
  'accounts.byEmail': reads,
  'accounts.unattached': reads,
  'accounts.questioned': reads,
  'accounts.questionedUntold': reads,
  'accounts.markTold': ownRecord,
  'deliveries.plan': ownRecord,
  'deliveries.claimSome': ownRecord,
  'deliveries.claimUpdate': ownRecord,
  'deliveries.expireLeases': ownRecord,
  'deliveries.unknown': reads,
  'deliveries.record': ownRecord,
  'deliveries.recordAll': ownRecord,
  'deliveries.release': ownRecord,
  'deliveries.wantUpdate': ownRecord,
  'deliveries.wantSaying': ownRecord,
  'deliveries.shownNotSaying': reads,
  'deliveries.progressOf': reads,
  'deliveries.reopenFor': ownRecord,
  'deliveries.anyRefusedTo': reads,
  'deliveries.reopen': ownRecord,
  'deliveries.tryRefusedAgain': ownRecord,
  'deliveries.redirect': ownRecord,
  'deliveries.refused': reads,
  'deliveries.anyRefusedOn': reads,
  'deliveries.reopenForGroup': ownRecord,
  'deliveries.waitingForGroup': reads,
  'deliveries.of': reads,
  'deliveries.about': reads,
  'deliveries.sentTo': reads,
  'deliveries.waiting': reads,
  'deliveries.nextDue': reads,
  'paces.reserve': machinery,
  'paces.pause': machinery,
  'paces.pauseAddress': machinery,
  'paces.take': machinery,
  'departmentAddress.current': reads,
  'departmentAddress.lose': 'nobody’s doing: what the channel said when it was written to',
  'departmentAddress.find': 'nobody’s doing: what the channel said when it was written to',
  'trainings.byCode': reads,
  'trainings.byCodes': reads,
  'trainings.byAnyCase': reads,
  'trainings.search': reads,
  'trainings.all': reads,
  'trainings.taughtBy': reads,
  'trainings.foldEnrolment': 'the line is the kept person’s: that they are one is an entry of its own',
  'trainings.enrolments': reads,
  'trainings.enrolmentsOf': reads,
  'trainings.enrolmentsOfAll': reads,
  'trainings.enrolmentsIn': reads,
  'trainings.peopleOfManager': reads,
  'trainings.departments': reads,
  'imports.open': 'keeps who began it; what it changes is written down where it is changed',
  'imports.progress': machinery,
  'imports.finish': machinery,
  'imports.restart': 'keeps who began it anew',
  'imports.unfinished': reads,
  'imports.byId': reads,
  'imports.latest': reads,
  'imports.beingUndone': reads,
  'imports.holdForUndo': machinery,
  'imports.letStand': machinery,
  'imports.endUndo': 'marks that what followed is done',
  'importTraces.keepPeople': 'how things were: what changes them are entries of its own',
  'importTraces.keepTrainings': 'how things were: what changes them are entries of its own',
  'importTraces.since': reads,
  'headingMemory.recall': reads,
  'headingMemory.remember': 'how a file is read: what it brings are entries of its own',
  'trainings.remove': takenBack,
  'trainings.unenrol': takenBack,
  'rounds.remove': takenBack,
  'visits.remove': takenBack,
  'people.forget': takenBack,
  'deliveries.withhold': ownRecord,
  'rounds.byId': reads,
  'rounds.byIds': reads,
  'rounds.ofTraining': reads,
  'rounds.ofTrainings': reads,
  'rounds.toOpen': reads,
  'rounds.toRemind': reads,
  'rounds.toClose': reads,
  'rounds.toAnnounce': reads,
  'rounds.open': reads,
  'rounds.dueBetween': reads,
  'rounds.markReminded': 'counts; the reminders themselves are deliveries',
  'rounds.announceAgain': 'asks for another look; what comes of it is announced with its revision',
  'rounds.markPooled': 'the pool names its rounds, once',
  'rounds.questionnairesAsked': reads,
  'rounds.nextMoment': reads,
  'visits.open': 'opening a round is one entry, on the round; a late comer is in the roster’s note',
  'visits.byId': reads,
  'visits.byIds': reads,
  'visits.ofRound': reads,
  'visits.ofRounds': reads,
  'visits.excusedIn': reads,
  'visits.ledgerOf': reads,
  'visits.ofPerson': reads,
  'visits.countIn': 'follows from a roster, whose line has the entry',
  'visits.changeManager': 'the manager was found to be somebody else, which is an entry of its own',
  'visits.unfinishedOf': reads,
  'visits.countByState': reads,
  'visits.markStarted': answering,
  'visits.markAnswered': answering,
  'visits.markChanged': answering,
  'visits.expire': 'part of closing a round, which is an entry on the round',
  'visits.follow': 'its round was moved, which is an entry on the round',
  'visits.keepQuiet': 'puts off when somebody is asked again, and nothing of the plan',
  'visits.rememberPage': answering,
  'responses.append': answering,
  'responses.byId': reads,
  'responses.byIds': reads,
  'responses.withdraw': 'its visit is excused, which is an entry',
  'responses.restore': 'its visit is reinstated, which is an entry',
  'secretFingerprint.kept': reads,
  'secretFingerprint.keep': 'made with the database, once',
  'results.freeze': 'part of closing; a later revision is announced with its number',
  'results.ofRound': reads,
  'results.ofRounds': reads,
  'results.cells': reads,
  'results.comments': reads,
  'results.marks': reads,
  'pools.keep': 'made once of closed rounds, and never changed',
  'pools.byId': reads,
  'pools.ofQuarters': reads,
  'pools.settle': machinery,
  'pools.settled': reads,
  'issues.byId': reads,
  'issues.ofRound': reads,
  'issues.ofRounds': reads,
  'issues.ofTraining': reads,
  'improvements.byId': reads,
  'improvements.ofIssue': reads,
  'improvements.ofIssues': reads,
  'improvements.ofRounds': reads,
  'improvements.ownedBy': reads,
  'improvements.recent': reads,
  'improvements.toRemind': reads,
  'improvements.markReminded': 'counts; the reminders themselves are deliveries',
  'improvements.nextDueDate': reads,
  'trail.pending': reads,
  'trail.keep': 'the trail itself',
  'trail.letGo': 'the trail itself',
  'trail.about': reads,
};

/** Something that changes one thing, fresh for each name: what is there first, what is done, what is written down. */
interface Case {
  readonly first?: (stores: Stores, name: string) => Promise<unknown>;
  readonly act: (stores: Stores, name: string, by: By) => Promise<unknown>;
  readonly writes: readonly EntryKind[];
}

const idOf = async (stores: Stores, name: string): Promise<PersonId> =>
  (await stores.people.appear(`${name}@contoso.example`, name)).id;
/** Somebody who is there, under whatever address. */
const knownId = async (stores: Stores, name: string): Promise<PersonId> =>
  (await stores.people.named(name))[0]?.id ?? idOf(stores, name);
const accountKeyOf = (name: string): AccountKey => sighting(name).key;
const decision = {
  person: person('whose'),
  by: person('staff'),
  at: new Date('2026-11-20T03:00:00Z'),
  why: 'guest' as const,
  asked: byTest.at,
  apart: [],
};
const trainingOf = (name: string) => aTraining({ code: code(name), course: name, title: name });
const roundOf = (name: string) => aRound({ training: code(name) });
const answeredBy = (recordedBy: PersonId) => ({ channel: 'teams', recordedBy, pagesSaved: 1 }) as const;
const visitOf = (name: string) => aVisit({ round: roundOf(name).id, training: code(name) });
const issueOf = (name: string) => {
  const round = roundId(code(name), 'T1', 1);
  return anIssue({ course: name }, { round, training: code(name) });
};
const improvementOf = (name: string) =>
  anImprovement({ id: `improvement-${name}` as ImprovementId, issue: issueOf(name).id });
const enrolmentOf = (name: string) => ({
  training: code(name),
  person: person(name),
  department: 'Sales',
  withdrawn: false,
});
const opened = (stores: Stores, name: string) => stores.visits.open([visitOf(name)]);
const planned = (stores: Stores, name: string) => stores.rounds.plan(roundOf(name), byTest);
const openRound = async (stores: Stores, name: string) => {
  await planned(stores, name);
  await stores.rounds.markOpen(roundOf(name).id, { questionnaire: 't1.1', instructors: [] }, byTest);
};
const raised = (stores: Stores, name: string) => stores.issues.raise([issueOf(name)], byTest);
const enrolled = (stores: Stores, name: string) => stores.trainings.enrol(enrolmentOf(name), byTest);

const cases: Readonly<Record<Taking<true>, Readonly<Record<string, Case>>>> = {
  'people.grant': {
    'a standing role': {
      act: async (stores, name, by) => stores.people.grant(await idOf(stores, name), { role: 'expert' }, by),
      writes: ['role-given'],
    },
    'a department’s role': {
      act: async (stores, name, by) =>
        stores.people.grant(await idOf(stores, name), { role: 'departmentHead', department: 'Sales' }, by),
      writes: ['role-given'],
    },
  },
  'people.revoke': {
    'a standing role': {
      first: async (stores, name) =>
        stores.people.grant(await idOf(stores, name), { role: 'expert' }, byTest),
      act: async (stores, name, by) => stores.people.revoke(await idOf(stores, name), { role: 'expert' }, by),
      writes: ['role-taken'],
    },
    'a department’s role': {
      first: async (stores, name) =>
        stores.people.grant(
          await idOf(stores, name),
          { role: 'representative', department: 'Sales' },
          byTest,
        ),
      act: async (stores, name, by) =>
        stores.people.revoke(await idOf(stores, name), { role: 'representative', department: 'SALES' }, by),
      writes: ['role-taken'],
    },
    'one they do not have': {
      act: async (stores, name, by) => stores.people.revoke(await idOf(stores, name), { role: 'coach' }, by),
      writes: [],
    },
  },
  'people.nameDeputy': {
    somebody: {
      act: async (stores, name, by) => {
        const deputy = {
          person: await idOf(stores, `${name}-deputy`),
          from: '2026-03-01',
          until: '2026-03-05',
        };
        return stores.people.nameDeputy(await idOf(stores, name), deputy, by);
      },
      writes: ['deputy-named'],
    },
  },
  'people.endDeputy': {
    'the one there is': {
      first: async (stores, name) => {
        const deputy = { person: person('deputy'), from: '2026-03-01', until: '2026-03-05' };
        await stores.people.nameDeputy(await idOf(stores, name), deputy, byTest);
      },
      act: async (stores, name, by) => {
        const deputy = {
          person: person('deputy'),
          from: '2026-03-01',
          until: '2026-03-05',
          namedAt: byTest.at,
        };
        await stores.people.endDeputy(await idOf(stores, name), deputy, by);
      },
      writes: ['deputy-ended'],
    },
  },
  'people.leave': {
    somebody: {
      first: async (stores, name) =>
        stores.people.grant(await idOf(stores, name), { role: 'expert' }, byTest),
      act: async (stores, name, by) => stores.people.leave(await idOf(stores, name), person('staff'), by),
      writes: ['person-left'],
    },
  },
  'people.merge': {
    somebody: {
      act: async (stores, name, by) => stores.people.merge(await idOf(stores, name), person('kept'), by),
      writes: ['person-merged'],
    },
    'who is merged already': {
      first: async (stores, name) => {
        await stores.people.merge(await idOf(stores, name), person('kept'), byTest);
      },
      act: async (stores, name, by) => {
        const [other] = (await stores.people.unsettledMerges()).filter(({ email }) =>
          email.startsWith(`${name}@`),
        );
        return stores.people.merge(other?.other ?? expect.fail(), person('kept'), by);
      },
      writes: [],
    },
  },
  'people.comeBack': {
    'who left': {
      first: async (stores, name) => stores.people.leave(await idOf(stores, name), person('staff'), byTest),
      act: async (stores, name, by) => stores.people.comeBack(await idOf(stores, name), by),
      writes: ['person-returned'],
    },
    'who did not': {
      act: async (stores, name, by) => stores.people.comeBack(await idOf(stores, name), by),
      writes: [],
    },
  },
  'people.learnAddresses': {
    'a new one and one they have': {
      act: async (stores, name, by) =>
        stores.people.learnAddresses(
          await idOf(stores, name),
          [`${name}@contoso.example`, `${name}.new@contoso.example`],
          by,
        ),
      writes: ['address-learnt'],
    },
  },
  'people.loseAddress': {
    'the only one': {
      first: idOf,
      act: async (stores, name, by) =>
        stores.people.loseAddress(await knownId(stores, name), `${name}@contoso.example`, by),
      writes: ['address-lost'],
    },
    'one of two': {
      first: async (stores, name) =>
        stores.people.learnAddresses(await idOf(stores, name), [`${name}.new@contoso.example`], byTest),
      act: async (stores, name, by) =>
        stores.people.loseAddress(await knownId(stores, name), `${name}.new@contoso.example`, by),
      writes: ['address-lost'],
    },
    'one they do not have': {
      act: async (stores, name, by) =>
        stores.people.loseAddress(await knownId(stores, name), 'nobody@contoso.example', by),
      writes: [],
    },
  },
  'accounts.attachFirst': {
    'to somebody': {
      first: (stores, name) => stores.accounts.saw(sighting(name)),
      act: (stores, name, by) => stores.accounts.attachFirst(accountKeyOf(name), person(name), by),
      writes: ['account-attached'],
    },
    'one that is somebody else’s': {
      first: async (stores, name) => {
        await stores.accounts.saw(sighting(name));
        await stores.accounts.attach(accountKeyOf(name), person('before'), byTest);
      },
      act: (stores, name, by) => stores.accounts.attachFirst(accountKeyOf(name), person(name), by),
      writes: [],
    },
  },
  'accounts.ask': {
    'of one that is nobody’s': {
      first: (stores, name) => stores.accounts.saw(sighting(name)),
      act: (stores, name, by) => stores.accounts.ask(accountKeyOf(name), 'guest', by),
      writes: ['account-questioned'],
    },
  },
  'accounts.stopAsking': {
    'where there was something to ask': {
      first: async (stores, name) => {
        await stores.accounts.saw(sighting(name));
        await stores.accounts.ask(accountKeyOf(name), 'guest', byTest);
      },
      act: (stores, name, by) => stores.accounts.stopAsking(accountKeyOf(name), by),
      writes: ['account-settled'],
    },
  },
  'accounts.decide': {
    'whose it is': {
      first: async (stores, name) => {
        await stores.accounts.saw(sighting(name));
        await stores.accounts.ask(accountKeyOf(name), 'guest', byTest);
      },
      act: (stores, name, by) =>
        stores.accounts.decide(
          accountKeyOf(name),
          byTest.at,
          { ...decision, said: 'same', detach: false },
          by,
        ),
      writes: ['account-confirmed'],
    },
    'that it is somebody else’s': {
      first: async (stores, name) => {
        await stores.accounts.saw(sighting(name));
        await stores.accounts.ask(accountKeyOf(name), 'guest', byTest);
      },
      act: (stores, name, by) =>
        stores.accounts.decide(
          accountKeyOf(name),
          byTest.at,
          { ...decision, said: 'another', detach: true },
          by,
        ),
      writes: ['account-set-apart'],
    },
    'of one that is not asked about': {
      first: (stores, name) => stores.accounts.saw(sighting(name)),
      act: (stores, name, by) =>
        stores.accounts.decide(
          accountKeyOf(name),
          byTest.at,
          { ...decision, said: 'same', detach: false },
          by,
        ),
      writes: [],
    },
  },
  'accounts.attach': {
    'to somebody': {
      first: (stores, name) => stores.accounts.saw(sighting(name)),
      act: (stores, name, by) => stores.accounts.attach(accountKeyOf(name), person(name), by),
      writes: ['account-attached'],
    },
    'to somebody else': {
      first: async (stores, name) => {
        await stores.accounts.saw(sighting(name));
        await stores.accounts.attach(accountKeyOf(name), person('before'), byTest);
      },
      act: (stores, name, by) => stores.accounts.attach(accountKeyOf(name), person(name), by),
      writes: ['account-moved'],
    },
  },
  'departmentAddress.choose': {
    'another one': {
      act: (stores, name, by) =>
        stores.departmentAddress.choose(
          { address: { channel: 'teams', parts: { channelId: name } }, name, chosenAt: by.at },
          by,
        ),
      writes: ['department-address-chosen'],
    },
  },
  'trainings.save': {
    'a new one': {
      act: (stores, name, by) => stores.trainings.save(trainingOf(name), by),
      writes: ['training-added'],
    },
    'another date': {
      first: (stores, name) => stores.trainings.save(trainingOf(name), byTest),
      act: (stores, name, by) => stores.trainings.save({ ...trainingOf(name), end: '2026-03-04' }, by),
      writes: ['training-changed'],
    },
    'the same': {
      first: (stores, name) => stores.trainings.save(trainingOf(name), byTest),
      act: (stores, name, by) => stores.trainings.save(trainingOf(name), by),
      writes: [],
    },
  },
  'trainings.saveAll': {
    'new ones': {
      act: (stores, name, by) => stores.trainings.saveAll([trainingOf(name)], by),
      writes: ['training-added'],
    },
    'another date': {
      first: (stores, name) => stores.trainings.save(trainingOf(name), byTest),
      act: (stores, name, by) => stores.trainings.saveAll([{ ...trainingOf(name), end: '2026-03-04' }], by),
      writes: ['training-changed'],
    },
  },
  'imports.beginUndo': {
    'an import': {
      first: async (stores, name) => {
        await stores.imports.open(anImport({ id: name }));
        await stores.imports.holdForUndo(name);
      },
      act: (stores, name, by) => stores.imports.beginUndo(name, by),
      writes: ['import-undone'],
    },
  },
  'trainings.noteRosters': {
    'a run of an import': {
      first: (stores, name) => stores.trainings.save(trainingOf(name), byTest),
      act: (stores, name, by) =>
        stores.trainings.noteRosters(
          [
            {
              training: code(name),
              roster: {
                importId: 'import',
                run: 1,
                participants: { new: 3, changed: 1, unchanged: 0 },
              },
            },
          ],
          by,
        ),
      writes: ['roster-applied'],
    },
  },
  'trainings.enrolAll': {
    'somebody new: the roster’s note counts them': {
      act: (stores, name, by) => stores.trainings.enrolAll([{ enrolment: enrolmentOf(name) }], by),
      writes: [],
    },
    'withdrawn, and others had enrolled them meanwhile': {
      first: enrolled,
      act: (stores, name, by) =>
        stores.trainings.enrolAll([{ enrolment: { ...enrolmentOf(name), withdrawn: true } }], by),
      writes: ['enrolment-withdrawn'],
    },
    'withdrawn, read before': {
      first: enrolled,
      act: (stores, name, by) =>
        stores.trainings.enrolAll(
          [{ enrolment: { ...enrolmentOf(name), withdrawn: true }, before: enrolmentOf(name) }],
          by,
        ),
      writes: ['enrolment-withdrawn'],
    },
    'withdrawn, and read before somebody moved them': {
      first: enrolled,
      act: (stores, name, by) =>
        stores.trainings.enrolAll(
          [
            {
              enrolment: { ...enrolmentOf(name), withdrawn: true },
              before: { ...enrolmentOf(name), department: 'Works' },
            },
          ],
          by,
        ),
      writes: ['enrolment-withdrawn'],
    },
  },
  'trainings.enrol': {
    'somebody new: the roster’s note counts them': {
      act: (stores, name, by) => stores.trainings.enrol(enrolmentOf(name), by),
      writes: [],
    },
    withdrawn: {
      first: enrolled,
      act: (stores, name, by) => stores.trainings.enrol({ ...enrolmentOf(name), withdrawn: true }, by),
      writes: ['enrolment-withdrawn'],
    },
    'withdrawn, read before': {
      first: enrolled,
      act: (stores, name, by) =>
        stores.trainings.enrol({ ...enrolmentOf(name), withdrawn: true }, by, enrolmentOf(name)),
      writes: ['enrolment-withdrawn'],
    },
    'back, under another manager': {
      first: (stores, name) => stores.trainings.enrol({ ...enrolmentOf(name), withdrawn: true }, byTest),
      act: (stores, name, by) =>
        stores.trainings.enrol({ ...enrolmentOf(name), manager: person('boss') }, by),
      writes: ['enrolment-returned', 'enrolment-moved'],
    },
    'without a manager': {
      first: (stores, name) =>
        stores.trainings.enrol({ ...enrolmentOf(name), manager: person('boss') }, byTest),
      act: (stores, name, by) =>
        stores.trainings.enrol(enrolmentOf(name), by, { ...enrolmentOf(name), manager: person('boss') }),
      writes: ['enrolment-moved'],
    },
  },
  'rounds.plan': {
    'a new one': {
      act: (stores, name, by) => stores.rounds.plan(roundOf(name), by),
      writes: ['round-planned'],
    },
    'too late': {
      act: (stores, name, by) => stores.rounds.plan({ ...roundOf(name), state: 'missed' }, by),
      writes: ['round-missed'],
    },
    'other dates': {
      first: planned,
      act: (stores, name, by) =>
        stores.rounds.plan({ ...roundOf(name), dueAt: at('20T16:00'), dueDate: '2026-03-20' }, by),
      writes: ['round-moved'],
    },
    'other dates, once it is open': {
      first: openRound,
      act: (stores, name, by) =>
        stores.rounds.plan({ ...roundOf(name), dueAt: at('20T16:00'), dueDate: '2026-03-20' }, by),
      writes: [],
    },
  },
  'rounds.planAll': {
    'new ones': {
      act: (stores, name, by) => stores.rounds.planAll([roundOf(name)], by),
      writes: ['round-planned'],
    },
    'other dates': {
      first: planned,
      act: (stores, name, by) =>
        stores.rounds.planAll([{ ...roundOf(name), dueAt: at('20T16:00'), dueDate: '2026-03-20' }], by),
      writes: ['round-moved'],
    },
    'other dates, once it is open': {
      first: openRound,
      act: (stores, name, by) =>
        stores.rounds.planAll([{ ...roundOf(name), dueAt: at('20T16:00'), dueDate: '2026-03-20' }], by),
      writes: [],
    },
  },
  'rounds.markOpen': {
    'a planned one': {
      first: planned,
      act: (stores, name, by) =>
        stores.rounds.markOpen(roundOf(name).id, { questionnaire: 't1.1', instructors: [] }, by),
      writes: ['round-opened'],
    },
  },
  'rounds.markMissed': {
    'a planned one': {
      first: planned,
      act: (stores, name, by) => stores.rounds.markMissed(roundOf(name).id, by),
      writes: ['round-missed'],
    },
    'an open one': {
      first: openRound,
      act: (stores, name, by) => stores.rounds.markMissed(roundOf(name).id, by),
      writes: [],
    },
  },
  'rounds.move': {
    'an open one': {
      first: openRound,
      act: (stores, name, by) => {
        const dueAt = new Date(roundOf(name).dueAt.getTime() + 1000);
        return stores.rounds.move(roundOf(name), { ...roundOf(name), dueAt, state: 'open' }, by);
      },
      writes: ['round-moved'],
    },
    'a planned one': {
      first: planned,
      act: (stores, name, by) => stores.rounds.move(roundOf(name), { ...roundOf(name), state: 'open' }, by),
      writes: [],
    },
  },
  'rounds.cancel': {
    'an open one': {
      first: openRound,
      act: (stores, name, by) => stores.rounds.cancel(roundOf(name).id, by),
      writes: ['round-cancelled'],
    },
    'one that is cancelled': {
      first: async (stores, name) => {
        await openRound(stores, name);
        await stores.rounds.cancel(roundOf(name).id, byTest);
      },
      act: (stores, name, by) => stores.rounds.cancel(roundOf(name).id, by),
      writes: [],
    },
    'a closed one': {
      first: async (stores, name) => {
        await openRound(stores, name);
        await stores.rounds.markClosed(roundOf(name).id, byTest);
      },
      act: (stores, name, by) => stores.rounds.cancel(roundOf(name).id, by),
      writes: [],
    },
  },
  'rounds.resume': {
    'a cancelled one': {
      first: async (stores, name) => {
        await openRound(stores, name);
        await stores.rounds.cancel(roundOf(name).id, byTest);
      },
      act: (stores, name, by) => stores.rounds.resume(roundOf(name).id, by),
      writes: ['round-resumed'],
    },
    'one that is not': {
      first: openRound,
      act: (stores, name, by) => stores.rounds.resume(roundOf(name).id, by),
      writes: [],
    },
  },
  'rounds.markClosed': {
    'an open one': {
      first: openRound,
      act: (stores, name, by) => stores.rounds.markClosed(roundOf(name).id, by),
      writes: ['round-closed'],
    },
  },
  'rounds.markAnnounced': {
    'a closed one': {
      first: async (stores, name) => {
        await openRound(stores, name);
        await stores.rounds.markClosed(roundOf(name).id, byTest);
      },
      act: (stores, name, by) => stores.rounds.markAnnounced(roundOf(name).id, 1, by),
      writes: ['round-announced'],
    },
    'the same revision again': {
      first: async (stores, name) => {
        await openRound(stores, name);
        await stores.rounds.markClosed(roundOf(name).id, byTest);
        await stores.rounds.markAnnounced(roundOf(name).id, 1, byTest);
        await stores.rounds.announceAgain(roundOf(name).id);
      },
      act: (stores, name, by) => stores.rounds.markAnnounced(roundOf(name).id, 1, by),
      writes: [],
    },
    'a later revision': {
      first: async (stores, name) => {
        await openRound(stores, name);
        await stores.rounds.markClosed(roundOf(name).id, byTest);
        await stores.rounds.markAnnounced(roundOf(name).id, 1, byTest);
      },
      act: (stores, name, by) => stores.rounds.markAnnounced(roundOf(name).id, 2, by),
      writes: ['round-announced'],
    },
  },
  'visits.markExcused': {
    'on leave': {
      first: opened,
      act: (stores, name, by) => stores.visits.markExcused(visitOf(name).id, 'on-leave', by),
      writes: ['visit-excused'],
    },
    'not there, though answered': {
      first: async (stores, name) => {
        await opened(stores, name);
        await stores.visits.markAnswered(visitOf(name).id, at('04T01:00'), answeredBy(visitOf(name).person));
      },
      act: (stores, name, by) => stores.visits.markExcused(visitOf(name).id, 'did-not-attend', by),
      writes: ['visit-excused'],
    },
    'one that is answered': {
      first: async (stores, name) => {
        await opened(stores, name);
        await stores.visits.markAnswered(visitOf(name).id, at('04T01:00'), answeredBy(visitOf(name).person));
      },
      act: (stores, name, by) => stores.visits.markExcused(visitOf(name).id, 'on-leave', by),
      writes: [],
    },
    'withdrawn, though answered': {
      first: async (stores, name) => {
        await opened(stores, name);
        await stores.visits.markAnswered(visitOf(name).id, at('04T01:00'), answeredBy(visitOf(name).person));
      },
      act: (stores, name, by) => stores.visits.markExcused(visitOf(name).id, 'withdrawn', by),
      writes: ['visit-excused'],
    },
  },
  'visits.reinstate': {
    'an excused one': {
      first: async (stores, name) => {
        await opened(stores, name);
        await stores.visits.markExcused(visitOf(name).id, 'on-leave', byTest);
      },
      act: (stores, name, by) =>
        stores.visits.reinstate(visitOf(name).id, ['did-not-attend', 'on-leave'], by),
      writes: ['visit-reinstated'],
    },
    'one excused for another reason': {
      first: async (stores, name) => {
        await opened(stores, name);
        await stores.visits.markExcused(visitOf(name).id, 'withdrawn', byTest);
      },
      act: (stores, name, by) => stores.visits.reinstate(visitOf(name).id, ['on-leave'], by),
      writes: [],
    },
  },
  'visits.passTo': {
    'one that counts': {
      first: opened,
      act: (stores, name, by) => stores.visits.passTo(visitOf(name).id, person('kept'), by),
      writes: ['visit-passed-on'],
    },
  },
  'visits.endAs': {
    'as it was read': {
      first: opened,
      act: (stores, name, by) => stores.visits.endAs(visitOf(name), visitOf('another').id, by),
      writes: ['visit-merged'],
    },
    'moved on meanwhile': {
      first: async (stores, name) => {
        await opened(stores, name);
        await stores.visits.markStarted(visitOf(name).id, at('04T01:00'), 1, 1);
      },
      act: (stores, name, by) => stores.visits.endAs(visitOf(name), visitOf('another').id, by),
      writes: [],
    },
  },
  'visits.markDeclined': {
    'one that waits': {
      first: opened,
      act: (stores, name, by) => stores.visits.markDeclined(visitOf(name).id, by),
      writes: ['visit-declined'],
    },
  },
  'visits.takeBackDeclined': {
    'one declined': {
      first: async (stores, name) => {
        await opened(stores, name);
        await stores.visits.markDeclined(visitOf(name).id, byTest);
      },
      act: (stores, name, by) => stores.visits.takeBackDeclined(visitOf(name).id, by),
      writes: ['visit-reinstated'],
    },
    'one that waits': {
      first: opened,
      act: (stores, name, by) => stores.visits.takeBackDeclined(visitOf(name).id, by),
      writes: [],
    },
  },
  'issues.raise': {
    'a new one': {
      act: (stores, name, by) => stores.issues.raise([issueOf(name)], by),
      writes: ['issue-raised'],
    },
    'more evidence': {
      first: raised,
      act: (stores, name, by) => {
        const training = code(`${name}-later`);
        const round = roundId(training, 'T1', 1);
        return stores.issues.raise([anIssue({ course: name }, { round, training })], by);
      },
      writes: ['issue-evidence-added'],
    },
  },
  'issues.advance': {
    'to assigned': {
      first: raised,
      act: (stores, name, by) => stores.issues.advance(issueOf(name).id, 'assigned', by),
      writes: ['issue-advanced'],
    },
    'to done': {
      first: raised,
      act: (stores, name, by) => stores.issues.advance(issueOf(name).id, 'done', by),
      writes: ['issue-advanced'],
    },
    back: {
      first: async (stores, name) => {
        await raised(stores, name);
        await stores.issues.advance(issueOf(name).id, 'done', byTest);
      },
      act: (stores, name, by) => stores.issues.advance(issueOf(name).id, 'assigned', by),
      writes: [],
    },
  },
  'improvements.assign': {
    'an issue': {
      act: (stores, name, by) => stores.improvements.assign(improvementOf(name), by),
      writes: ['improvement-assigned'],
    },
    'an issue that is assigned': {
      first: (stores, name) => stores.improvements.assign(improvementOf(name), byTest),
      act: (stores, name, by) =>
        stores.improvements.assign({ ...improvementOf(name), owner: person('another') }, by),
      writes: [],
    },
  },
  'improvements.passOn': {
    'to somebody': {
      first: (stores, name) => stores.improvements.assign(improvementOf(name), byTest),
      act: (stores, name, by) =>
        stores.improvements.passOn(improvementOf(name).id, person('owner'), person('next'), by),
      writes: ['improvement-passed-on'],
    },
    'from who does not have it': {
      first: (stores, name) => stores.improvements.assign(improvementOf(name), byTest),
      act: (stores, name, by) =>
        stores.improvements.passOn(improvementOf(name).id, person('nobody'), person('next'), by),
      writes: [],
    },
  },
  'improvements.step': {
    begun: {
      first: (stores, name) => stores.improvements.assign(improvementOf(name), byTest),
      act: (stores, name, by) =>
        stores.improvements.step(
          improvementOf(name).id,
          { at: by.at, by: person('owner'), state: 'started', comment: 'Begun' },
          by,
        ),
      writes: ['improvement-moved'],
    },
  },
};

const all = Object.entries(cases).flatMap(([method, several]) =>
  Object.entries(several).map(([what, one]) => [method, what, one] as const),
);

describe('who did it', () => {
  const { one, other, opened: database } = useStores();
  let used = 0;

  /** What this one did, wherever it was written down. */
  const entriesBy = async (who: PersonId): Promise<string[]> => {
    await moveEntries(one());
    const found = await database().connection.collection('trail').find({ 'who.person': who }).toArray();
    for (const { at: moment } of found) expect(moment).toEqual(byTest.at);
    return found.map(({ what }) => what).toSorted();
  };
  const fresh = async (one: Case, stores: Stores) => {
    used += 1;
    const name = `thing-${used}`;
    const by: By = { who: { person: person(`doer-${used}`) }, at: byTest.at };
    await one.first?.(stores, name);
    return { by, name, doer: person(`doer-${used}`) };
  };
  afterEach(() => moveEntries(one()));

  it('every store’s methods are all either written down or excused', () => {
    const methods = Object.entries(one()).flatMap(([store, own]) =>
      Object.keys(own).map((method) => `${store}.${method}`),
    );
    expect(methods.toSorted()).toEqual([...Object.keys(withoutBy), ...Object.keys(cases)].toSorted());
  });

  it.each(all)('%s, %s: once, however often it is done and by however many', async (_m, _w, tried) => {
    const { by, name, doer } = await fresh(tried, one());
    await tried.act(one(), name, by);
    expect(await entriesBy(doer)).toEqual([...tried.writes].toSorted());
    await Promise.all([tried.act(one(), name, by), tried.act(other(), name, by)]);
    expect(await entriesBy(doer)).toEqual([...tried.writes].toSorted());
  });

  it.each(all)('%s, %s: once, when two do it at the same moment', async (_m, _w, tried) => {
    const { by, name, doer } = await fresh(tried, one());
    await Promise.all([tried.act(one(), name, by), tried.act(other(), name, by)]);
    expect(await entriesBy(doer)).toEqual([...tried.writes].toSorted());
  });

  it.each(all)('%s, %s: killed before or after any of its writes, and done again', async (_m, _w, tried) => {
    for (const when of ['before', 'after'] as const)
      for (let nth = 1; ; nth += 1) {
        const { by, name, doer } = await fresh(tried, other());
        const died = await dieAtWrite(nth, when, () => tried.act(one(), name, by));
        await tried.act(other(), name, by);
        expect(await entriesBy(doer)).toEqual([...tried.writes].toSorted());
        if (!died) break;
      }
  });
});
