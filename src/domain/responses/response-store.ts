import type { Channel } from '../kernel/address.ts';
import type { ResponseId, RoundId } from '../kernel/ids.ts';
import type { PageRevision, Response } from './response.ts';

export type AppendOutcome =
  /** Written and durable. */
  | { readonly kind: 'appended'; readonly response: Response }
  /** Its predecessor is not the page's last revision: somebody was faster (another device, the same press twice). */
  | { readonly kind: 'overtaken'; readonly response: Response };

export interface ResponseStore {
  /** Appends a page's revision in one atomic write, guarded by its predecessor (`revision - 1`). `complete` is inside the same write. */
  append(
    id: ResponseId,
    round: RoundId,
    source: Channel,
    revision: PageRevision,
    complete: boolean,
  ): Promise<AppendOutcome>;
  byId(id: ResponseId): Promise<Response | undefined>;
  byIds(ids: readonly ResponseId[]): Promise<Response[]>;
  withdraw(id: ResponseId): Promise<void>;
  /** Takes a withdrawal back: what was said stands again. */
  restore(id: ResponseId): Promise<void>;
}

/** Keeps the fingerprint of the secret behind the response ids: another secret must not start. */
export interface SecretFingerprintStore {
  /** Stores it if none is kept; returns the one kept. */
  keep(fingerprint: string): Promise<string>;
}
