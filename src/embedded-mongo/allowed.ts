/** The allow-list: everything the embedded database accepts. What is not named here is refused by name. */

/** Query operators within a field's condition. */
export const queryOperators: ReadonlySet<string> = new Set([
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$not', '$exists', '$type', '$all', '$size'],
  ...['$elemMatch', '$mod', '$regex', '$options'],
]);

/** Query operators beside fields. */
export const logicalOperators: ReadonlySet<string> = new Set(['$and', '$or', '$nor', '$expr', '$comment']);

/** Update operators. Positional `$`, `$[]` and arrayFilters are accepted in paths of all but `$rename`. */
export const updateOperators: ReadonlySet<string> = new Set([
  ...['$set', '$setOnInsert', '$unset', '$inc', '$mul', '$min', '$max', '$rename', '$currentDate'],
  ...['$push', '$addToSet', '$pull', '$pullAll', '$pop'],
]);

/** Aggregation stages. */
export const stages: ReadonlySet<string> = new Set([
  ...['$match', '$group', '$sort', '$limit', '$skip', '$project', '$addFields', '$set', '$unset', '$unwind'],
  ...['$count', '$lookup', '$facet'],
]);

/** Stages of an update written as a pipeline. */
export const updateStages: ReadonlySet<string> = new Set(['$set', '$addFields', '$unset']);

/** Accumulators of `$group`. */
export const accumulators: ReadonlySet<string> = new Set([
  ...['$sum', '$avg', '$min', '$max', '$first', '$last', '$push', '$addToSet', '$count'],
]);

/** Expression operators. Variables are refused but for `$$ROOT`. */
export const expressionOperators: ReadonlySet<string> = new Set([
  ...[
    '$literal',
    '$cond',
    '$ifNull',
    '$and',
    '$or',
    '$not',
    '$eq',
    '$ne',
    '$gt',
    '$gte',
    '$lt',
    '$lte',
    '$in',
  ],
  ...['$add', '$subtract', '$multiply', '$divide', '$concat', '$size', '$isArray', '$arrayElemAt'],
  ...['$sum', '$avg', '$min', '$max'],
]);

/** Options of an index; other options are refused with 197. */
export const indexOptions: ReadonlySet<string> = new Set([
  ...[
    'key',
    'name',
    'unique',
    'sparse',
    'expireAfterSeconds',
    'partialFilterExpression',
    'background',
    'v',
    'ns',
  ],
  ...['collation', 'hidden'],
]);

// Fields any command may carry; the driver adds most of them itself.
const generic = [
  ...[
    '$db',
    'lsid',
    'txnNumber',
    '$clusterTime',
    '$readPreference',
    'readConcern',
    'writeConcern',
    'maxTimeMS',
  ],
  ...['comment', 'apiVersion', 'apiStrict', 'apiDeprecationErrors'],
];

const fields: Record<string, string[]> = {
  hello: ['*'],
  ismaster: ['*'],
  isMaster: ['*'],
  ping: [],
  buildInfo: [],
  buildinfo: [],
  connectionStatus: ['showPrivileges'],
  serverStatus: [],
  validate: ['full'],
  create: ['collation'],
  createIndexes: ['indexes', 'commitQuorum'],
  listIndexes: ['cursor'],
  dropIndexes: ['index'],
  listCollections: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  listDatabases: ['filter', 'nameOnly', 'authorizedDatabases'],
  drop: [],
  dropDatabase: [],
  insert: ['documents', 'ordered', 'bypassDocumentValidation'],
  update: ['updates', 'ordered', 'bypassDocumentValidation'],
  delete: ['deletes', 'ordered'],
  find: [
    ...[
      'filter',
      'sort',
      'projection',
      'skip',
      'limit',
      'batchSize',
      'singleBatch',
      'hint',
      'noCursorTimeout',
    ],
    ...['allowDiskUse', 'collation'],
  ],
  getMore: ['collection', 'batchSize'],
  killCursors: ['cursors'],
  findAndModify: [
    ...['query', 'update', 'new', 'upsert', 'remove', 'sort', 'fields', 'arrayFilters', 'hint', 'collation'],
    ...['bypassDocumentValidation'],
  ],
  aggregate: ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'collation', 'bypassDocumentValidation'],
  count: ['query', 'limit', 'skip', 'hint', 'collation'],
  distinct: ['key', 'query', 'hint', 'collation'],
  explain: ['verbosity'],
  endSessions: [],
};

/** Commands and the fields each may carry; `*`: any, for the handshake, where what is not understood is left aside. */
export const commands: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(fields).map(([name, own]) => [name, new Set([name, ...own, ...generic])]),
);
