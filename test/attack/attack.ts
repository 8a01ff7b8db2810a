import type { Document } from './carve-documents.ts';
import type { Hoard } from './hoard.ts';

/** One answer joined to one person. */
export interface Claim {
  /** Mail address. */
  readonly person: string;
  /** `item` or `item@instructor`. */
  readonly key: string;
  readonly value: string;
  readonly how: string;
}

type Read = ReadonlyMap<string, string>;
type Database = Hoard['databases'][number];

/**
 * Joins answers to people as well as it can without the secret. It believes in order (the k-th response is of the k-th who
 * began), in times, in what was left lying about in plain text, in groups of one person, in who wrote much.
 */
export const attack = (hoard: Hoard, clockAheadMs: number): Claim[] => {
  const contents = contentsOf(hoard);
  return hoard.databases.flatMap((database) => {
    const emails = emailsIn(database);
    const owners = ownersByOrder(database);
    const timed = ownersByTime(database, hoard.replies, clockAheadMs);
    const claims = (by: ReadonlyMap<string, string>, how: string): Claim[] =>
      [...by].flatMap(([response, person]) =>
        (contents.get(response) ?? []).flatMap((read) =>
          [...read].map(([key, value]) => ({ person: emails.get(person) ?? '', key, value, how })),
        ),
      );
    return [
      ...claims(owners, 'order'),
      ...claims(timed, 'time'),
      ...groupsOfOne(database, emails),
      ...longestComments(database, owners, emails),
    ];
  });
};

const list = (value: unknown): Document[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
const text = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(',') : String(value));
const time = (value: unknown): number | undefined => (value instanceof Date ? value.getTime() : undefined);

const emailsIn = (database: Database): ReadonlyMap<string, string> =>
  new Map((database.get('people') ?? []).map(({ _id, email }) => [String(_id), String(email)]));

/** Whatever reads like answers in a document: a key and a value, however deep. */
const answersIn = (value: unknown, into: Map<string, string> = new Map()): Map<string, string> => {
  if (typeof value !== 'object' || value === null) return into;
  const { key, value: said } = value as Document;
  if (typeof key === 'string' && said !== undefined && !(said instanceof Date)) into.set(key, text(said));
  else for (const part of Object.values(value)) answersIn(part, into);
  return into;
};

/** What can be read of each response, wherever a copy of it lies. */
const contentsOf = (hoard: Hoard): ReadonlyMap<string, Read[]> => {
  const everywhere = [
    ...hoard.databases.flatMap((database) => database.get('responses') ?? []),
    ...hoard.carved,
    ...hoard.replies.map(({ document }) => document),
  ];
  const contents = new Map<string, Read[]>();
  for (const document of everywhere) {
    const read = answersIn(document.revisions ?? document.pages ?? {});
    const id = String(document._id);
    if (read.size > 0) contents.set(id, [...(contents.get(id) ?? []), read]);
  }
  return contents;
};

const ofRounds = (database: Database, collection: string): Map<string, Document[]> =>
  Map.groupBy(database.get(collection) ?? [], ({ round }) => String(round));

/** The k-th response of a round is the k-th person's who began. */
const ownersByOrder = (database: Database): ReadonlyMap<string, string> => {
  const visits = ofRounds(database, 'visits');
  const owners = new Map<string, string>();
  for (const [round, responses] of ofRounds(database, 'responses')) {
    const began = (visits.get(round) ?? [])
      .filter(
        ({ startedAt, startedOn, answeredAt, answeredOn }) =>
          startedAt ?? startedOn ?? answeredAt ?? answeredOn,
      )
      .toSorted((a, b) => compare(a, b, 'startedAt') || compare(a, b, 'startedOn'));
    for (const [index, { _id }] of responses.entries()) {
      const visit = began[index];
      if (visit !== undefined) owners.set(String(_id), String(visit.person));
    }
  }
  return owners;
};
const compare = (a: Document, b: Document, field: string): number => {
  const [one, other] = [a[field], b[field]].map((value) => time(value) ?? String(value ?? ''));
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1;
};

/** A reply about a response was made at the very moment at which the ledger says that somebody did something. */
const ownersByTime = (
  database: Database,
  replies: Hoard['replies'],
  clockAheadMs: number,
): ReadonlyMap<string, string> => {
  const moments = (database.get('visits') ?? []).flatMap(({ person, startedAt, answeredAt }) =>
    [startedAt, answeredAt].flatMap((at) => {
      const moment = time(at);
      return moment === undefined ? [] : [{ person: String(person), moment }];
    }),
  );
  const owners = new Map<string, string>();
  const ids = new Set((database.get('responses') ?? []).map(({ _id }) => String(_id)));
  for (const { at, document } of replies) {
    if (!ids.has(String(document._id))) continue;
    const distance = (moment: number): number => Math.abs(moment - clockAheadMs - at);
    const [nearest, second] = moments.toSorted((a, b) => distance(a.moment) - distance(b.moment));
    if (nearest === undefined || distance(nearest.moment) > 50) continue;
    if (second !== undefined && distance(second.moment) === distance(nearest.moment)) continue;
    owners.set(String(document._id), nearest.person);
  }
  return owners;
};

/** Figures of a department or of a manager's people are that person's answers when there is one. */
const groupsOfOne = (database: Database, emails: ReadonlyMap<string, string>): Claim[] => {
  const visits = ofRounds(database, 'visits');
  return (database.get('results') ?? []).flatMap((result) => {
    const invited = visits.get(String(result.round)) ?? [];
    const cells = (['department', 'manager'] as const).flatMap((field) =>
      list(result[`${field}s`]).map((cell) => ({ field, name: String(cell.key), cell: cell.value ?? cell })),
    );
    return cells.flatMap(({ field, name, cell }) => {
      const members = invited.filter((visit) => visit[field] === name);
      const answered = members.filter(
        ({ state }) => state !== 'due' && state !== 'expired' && state !== 'excused',
      );
      const [only, ...others] = answered.length > 0 ? answered : members;
      if (only === undefined || others.length > 0) return [];
      return list(cell.items).flatMap(({ key, value }): Claim[] => {
        const histogram = list(value?.histogram ?? []);
        const score = histogram.length === 1 ? histogram[0]?.key : value?.n === 1 ? value.sum : undefined;
        if (score === undefined) return [];
        return [
          {
            person: emails.get(String(only.person)) ?? '',
            key: String(key),
            value: text(score),
            how: 'group of one',
          },
        ];
      });
    });
  });
};

/** Whose response is the largest wrote the longest comment. */
const longestComments = (
  database: Database,
  owners: ReadonlyMap<string, string>,
  emails: ReadonlyMap<string, string>,
): Claim[] => {
  const responses = ofRounds(database, 'responses');
  return (database.get('results') ?? []).flatMap((result) => {
    const bySize = (responses.get(String(result.round)) ?? [])
      .map((response) => ({ id: String(response._id), size: bytesIn(response) }))
      .toSorted((a, b) => b.size - a.size);
    const byLength = list(result.comments).toSorted((a, b) => String(b.text).length - String(a.text).length);
    const claims: Claim[] = [];
    for (const [index, { id, size }] of bySize.entries()) {
      const comment = byLength[index];
      // Of the same size is told from nobody.
      if (comment === undefined || size === bySize[index + 1]?.size) break;
      const person = emails.get(owners.get(id) ?? '') ?? '';
      claims.push({ person, key: String(comment.key), value: String(comment.text), how: 'size' });
    }
    return claims;
  });
};

/** How much a stored response takes up. */
const bytesIn = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  const { length } = value as { length?: unknown };
  const bytes =
    'buffer' in value && typeof length === 'function' ? Number(Reflect.apply(length, value, [])) : undefined;
  return bytes ?? Object.values(value).reduce((sum: number, part) => sum + bytesIn(part), 0);
};
