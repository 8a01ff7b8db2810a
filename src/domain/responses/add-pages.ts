import type { ResponseId, RoundId } from '../kernel/ids.ts';
import type { PageRevision, Response } from './response.ts';
import type { Seal } from './seal.ts';
import { type OpenedResponse, type StoredPage, sealPage } from './sealed-response.ts';

/** A page revision, and what answers to this page may take up at most, in bytes. */
export interface PageToSave extends PageRevision {
  readonly room: number;
}

/** Pages of a response that are left at the same moment. */
export interface PagesToSave {
  readonly id: ResponseId;
  readonly round: RoundId;
  readonly source: Response['source'];
  readonly page: PageToSave;
  /** Passed by on the way to the next one, because nothing on them is asked: stored as well, so that their number tells nothing. */
  readonly passedBy?: readonly PageToSave[];
  readonly complete: boolean;
}

/**
 * The response with these pages (P1: added, nothing is edited). Of each page what was said first stays, and what stands now;
 * its number says how often it was left. So nobody makes a response grow without end.
 */
export const addPages = (
  seal: Seal,
  known: OpenedResponse | undefined,
  { id, round, source, page, passedBy = [], complete }: PagesToSave,
): OpenedResponse => {
  const before: Response = known?.response ?? {
    id,
    round,
    source,
    revisions: [],
    complete: false,
    withdrawn: false,
  };
  const stored = new Map<PageRevision, StoredPage>();
  const isThere = (one: PageRevision): boolean => known?.stored.get(one)?.page !== undefined;
  const first = before.revisions.find((one) => one.page === page.page);
  for (const one of before.revisions) {
    if (one.page === page.page && !(one === first && isThere(one))) continue;
    const kept = known?.stored.get(one);
    if (kept !== undefined) stored.set(one, kept);
  }
  const unseen = passedBy.filter((one) => !before.revisions.some((other) => other.page === one.page));
  for (const { room, ...revision } of [page, ...unseen]) {
    stored.set(revision, sealPage(seal, id, revision, room));
  }
  const { damaged: _damaged, ...whole } = before;
  const damaged = [...stored.values()].filter((one) => one.page === undefined).length;
  return {
    response: {
      ...whole,
      // Of a response whose cover is lost nothing is known.
      source: before.revisions.length === 0 ? source : before.source,
      revisions: [...stored.keys()],
      // Once complete, always complete.
      complete: before.complete || complete,
      ...(damaged > 0 ? { damaged } : {}),
    },
    stored,
  };
};
