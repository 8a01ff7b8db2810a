import type { By } from '../audit/by.ts';
import type { Channel } from '../kernel/address.ts';
import type { PersonId, RoundId, VisitId } from '../kernel/ids.ts';
import type { Excuse, Visit, VisitState } from './visit.ts';

/** The lines of some rounds. Of an `unreadable` round one is damaged: without it every count would be wrong in silence. */
export interface Ledger {
  readonly visits: readonly Visit[];
  readonly unreadable: ReadonlySet<RoundId>;
}

/** Of the moments it is told it keeps the day. */
export interface VisitStore {
  /** Opens each visit once; one that exists stays as it is. */
  open(visits: readonly Visit[]): Promise<void>;
  /** Visits that nobody has begun go as if they had never been opened. */
  remove(ids: readonly VisitId[]): Promise<void>;
  byId(id: VisitId): Promise<Visit | undefined>;
  byIds(ids: readonly VisitId[]): Promise<Visit[]>;
  /** As far as they can be read; whoever counts asks for the ledger. */
  ofRound(round: RoundId): Promise<Visit[]>;
  ledgerOf(rounds: readonly RoundId[]): Promise<Ledger>;
  /** Everything that counts as this person's, ended or not. */
  ofPerson(person: PersonId): Promise<Visit[]>;
  ofRounds(rounds: readonly RoundId[]): Promise<Visit[]>;
  /** Those of them that count and are excused. */
  excusedIn(rounds: readonly RoundId[]): Promise<Visit[]>;
  /** Visits of a person that are still due or started. */
  unfinishedOf(person: PersonId): Promise<Visit[]>;
  countByState(round: RoundId): Promise<Record<VisitState, number>>;
  /** due → started; remembers the page, and how many page revisions there are. Never backward. */
  markStarted(id: VisitId, at: Date, page: number, pagesSaved: number): Promise<void>;
  /** due | started | expired → answered. Never backward; repeating keeps the first day. */
  markAnswered(
    id: VisitId,
    at: Date,
    answered: { readonly channel: Channel; readonly recordedBy: PersonId; readonly pagesSaved: number },
  ): Promise<void>;
  /** Of an answered one: how many page revisions there are now. */
  markChanged(id: VisitId, pagesSaved: number): Promise<void>;
  /**
   * due | started → excused; "did not attend" takes back an answer as well, "withdrawn" whatever it had come to: how it stood is
   * kept. Repeating keeps the first day.
   */
  markExcused(id: VisitId, excuse: Excuse, by: By): Promise<void>;
  /** excused for one of these reasons → as it stood, else due or started again: it was a mistake. */
  reinstate(id: VisitId, excuses: readonly Excuse[], by: By): Promise<void>;
  /** due | started → declined. */
  markDeclined(id: VisitId, by: By): Promise<void>;
  /** declined → due or started again. */
  takeBackDeclined(id: VisitId, by: By): Promise<void>;
  /** due | started → expired, for a whole round. */
  expire(round: RoundId, at: Date): Promise<void>;
  /** A moved round's visits take its due moment, and count that as a change of what was told. */
  follow(round: RoundId, dueAt: Date): Promise<void>;
  keepQuiet(id: VisitId, until: Date): Promise<void>;
  /** It is this person's from now on: whom it was opened for was found to be them. */
  passTo(id: VisitId, person: PersonId, by: By): Promise<void>;
  /** Ends it in favour of the same person's other visit of its round. False: it has moved on since it was read. */
  endAs(visit: Visit, counts: VisitId, by: By): Promise<boolean>;
  /** The cells that this person counts in from now on. */
  countIn(id: VisitId, department: string, manager: PersonId | undefined): Promise<void>;
  /** Whoever is this manager's in these rounds is the other's. */
  changeManager(rounds: readonly RoundId[], from: PersonId, to: PersonId): Promise<void>;
  rememberPage(id: VisitId, page: number): Promise<void>;
}
