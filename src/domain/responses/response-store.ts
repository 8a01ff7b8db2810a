import type { ResponseId } from '../kernel/ids.ts';
import type { PagesToSave } from './add-pages.ts';
import type { Response } from './response.ts';

export type AppendOutcome =
  /** Written and durable. */
  | { readonly kind: 'appended'; readonly response: Response }
  /** Its predecessor is not the page's last revision: somebody was faster (another device, the same press twice). */
  | { readonly kind: 'overtaken'; readonly response: Response };

export interface ResponseStore {
  /**
   * Adds what was left in one atomic write, guarded by the page's predecessor (`revision - 1`); `complete` is inside the same
   * write. `known`: the response as it was read last, which spares reading it again.
   */
  append(pages: PagesToSave, known?: Response): Promise<AppendOutcome>;
  byId(id: ResponseId): Promise<Response | undefined>;
  byIds(ids: readonly ResponseId[]): Promise<Response[]>;
  withdraw(id: ResponseId): Promise<void>;
  /** Takes a withdrawal back: what was said stands again. */
  restore(id: ResponseId): Promise<void>;
}

/** Keeps the fingerprint of the secret behind the response ids: another secret must not start. */
export interface SecretFingerprintStore {
  /** The one kept, if any. */
  kept(): Promise<string | undefined>;
  /** Stores it if none is kept; returns the one kept. */
  keep(fingerprint: string): Promise<string>;
}
