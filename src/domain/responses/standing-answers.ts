import type { Answers, PageRevision, Response } from './response.ts';

/** The last revision of a page, if it was ever left. */
export const lastRevision = (response: Response | undefined, page: string): PageRevision | undefined =>
  response?.revisions.filter((revision) => revision.page === page).at(-1);

/** How many revisions were ever saved, of all pages; it never becomes less. */
export const pagesSaved = ({ revisions }: Pick<Response, 'revisions'>): number => {
  const last = new Map(revisions.map(({ page, revision }) => [page, revision]));
  return [...last.values()].reduce((sum, revision) => sum + revision, 0);
};

/** What stands: of every page its last revision. */
export const standingAnswers = (response: Pick<Response, 'revisions'> | undefined): Answers => {
  const pages = new Map<string, Answers>();
  for (const revision of response?.revisions ?? []) pages.set(revision.page, revision.answers);
  return Object.assign({}, ...pages.values());
};

/** Whether two sets of answers say the same, whatever the order of their keys. */
export const sameAnswers = (one: Answers, other: Answers): boolean => {
  const text = (answers: Answers): string =>
    JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
};
