import type { Connection, Schema } from 'mongoose';

/** What a version may store: per collection every field by its path with its type, and the indexes. */
export type StoredShapes = Readonly<
  Record<string, { readonly fields: Readonly<Record<string, string>>; readonly indexes: readonly string[] }>
>;

/** The shapes as the schemas of an opened database name them. */
export const storedShapes = (connection: Connection): StoredShapes =>
  Object.fromEntries(
    Object.values(connection.models)
      .map(({ schema, collection }): [string, StoredShapes[string]] => [
        collection.collectionName,
        { fields: Object.fromEntries(fieldsOf(schema, '').sort()), indexes: schema.indexes().map(nameOf) },
      ])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

const fieldsOf = (schema: Schema, before: string): [path: string, type: string][] =>
  Object.entries(schema.paths).flatMap(([name, type]) => {
    const path = `${before}${name}`;
    const inner = (type as { readonly schema?: Schema }).schema;
    const own: [string, string] = [path, type.instance];
    return inner === undefined ? [own] : [own, ...fieldsOf(inner, `${path}.`)];
  });

/** As the server calls it. */
const nameOf = ([key, options]: ReturnType<Schema['indexes']>[number]): string =>
  options.name ??
  Object.entries(key)
    .map((part) => part.join('_'))
    .join('_');
