import type { ResponseId, RoundId } from '../kernel/ids.ts';
import type { Answers } from '../questionnaires/answers.ts';
import type { PageRevision, Response } from './response.ts';
import { type Seal, sealMark } from './seal.ts';

/**
 * A response as it is stored: nothing of it but its round can be read without the secret, neither what was said nor which
 * pages were asked (what is asked depends on answers), nor whether it was handed in.
 */
export interface SealedResponse {
  readonly id: ResponseId;
  readonly round: RoundId;
  /** Says what there must be. */
  readonly cover: Uint8Array;
  /** One revision of a page each, in the order in which they were saved. */
  readonly pages: readonly Uint8Array[];
}

/** A response that can be read, and what is stored of each of its revisions. */
export interface OpenedResponse {
  readonly response: Response;
  readonly stored: ReadonlyMap<PageRevision, StoredPage>;
}

export interface StoredPage {
  readonly mark: string;
  /** Undefined when it is not there as it was saved. */
  readonly page?: Uint8Array;
}

interface Cover extends Pick<Response, 'source' | 'complete' | 'withdrawn'> {
  readonly pages: readonly (readonly [page: string, revision: number, mark: string])[];
}

/** What texts are bound to: they open nowhere else. */
const coverOf = ({ id, round }: Pick<Response, 'id' | 'round'>): string =>
  JSON.stringify(['cover', id, round]);
const pageOf = (id: ResponseId, page: string, revision: number): string =>
  JSON.stringify(['page', id, page, revision]);

/** `room`: what answers to this page may take up at most, in bytes, so that the size says nothing of them. */
export const sealPage = (
  seal: Seal,
  id: ResponseId,
  { page, revision, answers }: PageRevision,
  room: number,
): Required<StoredPage> => {
  const closed = seal.close(pageOf(id, page, revision), JSON.stringify(answers), room);
  return { mark: sealMark(closed), page: closed };
};

/** Closes a response up under a cover that names every page there must be. */
export const sealResponse = (seal: Seal, { response, stored }: OpenedResponse): SealedResponse => {
  const { id, round, source, complete, withdrawn, revisions } = response;
  const pages = revisions.map((one) => [one.page, one.revision, stored.get(one)?.mark ?? ''] as const);
  const cover: Cover = { source, complete, withdrawn, pages };
  return {
    id,
    round,
    cover: seal.close(coverOf(response), JSON.stringify(cover), 0),
    pages: revisions.flatMap((one) => stored.get(one)?.page ?? []),
  };
};

/**
 * Opens what is stored. A page that is gone, or not what it was when it was saved, reads as left empty; where the cover is not
 * the last one nothing is known, so nothing counts. The response is `damaged` then: the product does not do such things.
 */
export const openResponse = (seal: Seal, sealed: SealedResponse): OpenedResponse => {
  const { id, round, pages } = sealed;
  const cover = openCover(seal, sealed);
  if (cover === undefined) {
    const nothing = { source: 'teams', complete: false, withdrawn: false, revisions: [] } as const;
    return {
      response: { id, round, ...nothing, damaged: Math.max(1, pages.length) },
      stored: new Map(),
    };
  }
  const byMark = new Map(pages.map((page) => [sealMark(page), page]));
  const stored = new Map<PageRevision, StoredPage>();
  let damaged = 0;
  for (const [page, revision, mark] of cover.pages) {
    const found = byMark.get(mark);
    const text = found && seal.open(pageOf(id, page, revision), found);
    const answers = text === undefined ? {} : (JSON.parse(text) as Answers);
    if (text === undefined) damaged += 1;
    stored.set(
      { page, revision, answers },
      { mark, ...(found && text !== undefined ? { page: found } : {}) },
    );
  }
  const { source, complete, withdrawn } = cover;
  const revisions = [...stored.keys()];
  return {
    response: { id, round, source, complete, withdrawn, revisions, ...(damaged > 0 ? { damaged } : {}) },
    stored,
  };
};

const openCover = (seal: Seal, sealed: SealedResponse): Cover | undefined => {
  const text = seal.open(coverOf(sealed), sealed.cover);
  if (text === undefined) return undefined;
  const cover = JSON.parse(text) as Cover;
  // More pages than it knows of: an older cover was put back.
  return sealed.pages.length > cover.pages.length ? undefined : cover;
};
