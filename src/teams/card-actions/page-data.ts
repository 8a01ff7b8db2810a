import { z } from 'zod';
import type { VisitId } from '../../domain/kernel/ids.ts';

/** Ids as they travel in cards: opaque, short, never believed. */
export const idText = z.string().min(1).max(120);

/** What every button about a visit carries; the page's answers ride along and count only where a page is saved. */
export const pageData = z
  .object({
    visit: idText,
    page: idText.optional(),
    revision: z.coerce.number().int().min(0).max(10_000).optional(),
    /** Asked once more, they meant it. */
    confirmed: z.boolean().optional(),
  })
  .catchall(z.unknown())
  .transform(({ visit, page, revision, confirmed, ...answers }) => ({
    visit: visit as VisitId,
    page: page ?? '',
    revision: revision ?? 0,
    confirmed: confirmed === true,
    answers,
  }));

export type PageData = z.output<typeof pageData>;
