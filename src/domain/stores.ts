import type { PoolStore } from './analysis/pool-store.ts';
import type { ResultStore } from './analysis/result-store.ts';
import type { TrailStore } from './audit/trail-store.ts';
import type { DeliveryStore } from './deliveries/delivery-store.ts';
import type { DepartmentAddressStore } from './deliveries/department-address.ts';
import type { PaceStore } from './deliveries/pace-store.ts';
import type { RoundStore } from './followups/round-store.ts';
import type { VisitStore } from './followups/visit-store.ts';
import type { ImportTraceStore } from './imports/import-trace.ts';
import type { RosterImportStore } from './imports/roster-import.ts';
import type { ImprovementStore } from './improvements/improvement-store.ts';
import type { IssueStore } from './issues/issue-store.ts';
import type { AccountStore } from './people/account-store.ts';
import type { PersonStore } from './people/person-store.ts';
import type { ResponseStore, SecretFingerprintStore } from './responses/response-store.ts';
import type { HeadingMemoryStore } from './rosters/heading-memory.ts';
import type { TrainingStore } from './trainings/training-store.ts';

/** Every store of the product. A use case asks for the few it needs (`Pick<Stores, …>`). */
export interface Stores {
  readonly people: PersonStore;
  readonly accounts: AccountStore;
  readonly deliveries: DeliveryStore;
  readonly paces: PaceStore;
  readonly departmentAddress: DepartmentAddressStore;
  readonly trainings: TrainingStore;
  readonly imports: RosterImportStore;
  readonly importTraces: ImportTraceStore;
  readonly headingMemory: HeadingMemoryStore;
  readonly rounds: RoundStore;
  readonly visits: VisitStore;
  readonly responses: ResponseStore;
  readonly secretFingerprint: SecretFingerprintStore;
  readonly results: ResultStore;
  readonly pools: PoolStore;
  readonly issues: IssueStore;
  readonly improvements: ImprovementStore;
  readonly trail: TrailStore;
}
