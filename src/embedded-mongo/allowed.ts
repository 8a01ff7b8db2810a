import type { Doc } from './bson-value.ts';
import { unsupported } from './mongo-refusal.ts';

// The allow-list: everything the embedded database accepts. What is not named here is refused by name.

const names = (text: string): ReadonlySet<string> => new Set(text.split(' ').filter((name) => name !== ''));

/** Query operators within a field's condition. */
export const queryOperators = names('$eq $ne $gt $gte $lt $lte $in $nin $exists $regex $options');

/** Query operators beside fields. */
export const logicalOperators = names('$and $or');

/** Update operators. `$push` and `$addToSet` may have `$each`. */
export const updateOperators = names(
  '$set $setOnInsert $unset $inc $min $max $push $addToSet $pull $pullAll',
);

/** Aggregation stages. */
export const stages = names('$match $group $sort $limit $skip $project');

/** Stages of an update written as a pipeline; of fields at the top of the document only. */
export const updateStages = names('$set');

/** Accumulators of `$group`. */
export const accumulators = names('$sum $min $max');

/** Expression operators. Variables (`$$ROOT`) are refused. */
export const expressionOperators = names('$literal $cond $eq $ne $gt $gte $lt $lte $add $min $max');

/** Options of an index; other options are refused with 197. */
export const indexOptions = names('key name unique sparse expireAfterSeconds background v');

// Fields any command may carry; the driver adds most of them itself.
const generic = [
  '$db lsid txnNumber $clusterTime $readPreference readConcern writeConcern',
  'maxTimeMS comment apiVersion apiStrict apiDeprecationErrors',
].join(' ');

/** Commands and the fields each may carry; `*`: any, for the handshake, where what is not understood is left aside. */
export const commands: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    hello: '*',
    ismaster: '*',
    ping: '',
    buildInfo: '',
    endSessions: '',
    create: '',
    createIndexes: 'indexes commitQuorum',
    listIndexes: 'cursor',
    dropIndexes: 'index',
    listCollections: 'filter nameOnly cursor authorizedCollections',
    listDatabases: 'filter nameOnly authorizedDatabases',
    drop: '',
    dropDatabase: '',
    compact: '',
    insert: 'documents ordered bypassDocumentValidation',
    update: 'updates ordered bypassDocumentValidation',
    delete: 'deletes ordered',
    find: 'filter sort projection skip limit batchSize singleBatch hint noCursorTimeout allowDiskUse',
    getMore: 'collection batchSize',
    killCursors: 'cursors',
    findAndModify: 'query update new upsert remove sort fields hint bypassDocumentValidation',
    aggregate: 'pipeline cursor allowDiskUse hint bypassDocumentValidation',
    count: 'query limit skip hint',
    distinct: 'key query hint',
    explain: 'verbosity',
  }).map(([name, fields]) => [name, names(`${name} ${fields} ${generic}`)]),
);

/** Fields of the statements in an update's and a delete's list. */
export const statementFields: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['updates', names('q u multi upsert hint')],
  ['deletes', names('q limit hint')],
]);

/** Throws `code` for the first name that is not among the accepted ones; `what` says what it would be the name of. */
export function refuseOthers(given: Doc, accepted: ReadonlySet<string>, code: number, what: string): void {
  const odd = Object.keys(given).find((name) => !accepted.has(name));
  if (odd !== undefined) throw unsupported(code, `${what}${odd}`);
}
