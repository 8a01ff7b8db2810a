import { type Doc, isDocument } from './bson-value.ts';
import { compileExpression, type Evaluate } from './expression.ts';
import { isNumber } from './number-parts.ts';
import { refusal, unsupported } from './refusal.ts';
import { truthy } from './truthy.ts';

type Leaf = 'keep' | 'drop' | Evaluate;
type Node = Map<string, Node | Leaf>;
export type Project = (doc: Doc) => Doc;

function plant(node: Node, path: string[], leaf: Leaf): void {
  const [name = '', ...rest] = path;
  if (name === '' || name.startsWith('$'))
    throw refusal(40353, `Invalid field in a projection: '${path.join('.')}'`);
  const there = node.get(name);
  if (rest.length === 0) {
    if (there !== undefined) throw refusal(31250, `Path collision at ${path.join('.')}`);
    node.set(name, leaf);
    return;
  }
  if (there !== undefined && !(there instanceof Map))
    throw refusal(31249, `Path collision at ${path.join('.')}`);
  const next: Node = there ?? new Map();
  node.set(name, next);
  plant(next, rest, leaf);
}

function isSubtree(value: unknown): value is Doc {
  return isDocument(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
}

function leaves(spec: Doc, prefix: string[] = []): { path: string[]; value: unknown }[] {
  return Object.entries(spec).flatMap(([name, value]) => {
    const path = [...prefix, ...name.split('.')];
    return isSubtree(value) ? leaves(value, path) : [{ path, value }];
  });
}

const isSwitch = (value: unknown): boolean => isNumber(value) || typeof value === 'boolean';

/** Compiles a projection of find or `$project`: fields to keep or to drop, and computed ones. Throws 31253 or 31254 for a mixture. */
export function compileProjection(spec: unknown): Project {
  if (!isDocument(spec)) throw refusal(40272, 'A projection must be an object');
  const found = leaves(spec);
  for (const { value } of found) {
    const operator = isDocument(value) ? Object.keys(value)[0] : undefined;
    if (operator === '$slice' || operator === '$elemMatch' || operator === '$meta') {
      throw unsupported(31325, `Projection operator ${operator}`);
    }
  }
  const others = found.filter(({ path }) => path.join('.') !== '_id');
  const switches = others.filter(({ value }) => isSwitch(value));
  const drops = switches.filter(({ value }) => !truthy(value));
  const id = found.find(({ path }) => path.join('.') === '_id');
  const keepsId = id === undefined || !isSwitch(id.value) || truthy(id.value);
  const excluding = switches.length > 0 ? switches[0] === drops[0] : others.length === 0 && !keepsId;
  const tree: Node = new Map();
  if (excluding) {
    const kept = others.find((one) => !drops.includes(one));
    if (kept)
      throw refusal(31253, `Cannot do inclusion on field ${kept.path.join('.')} in exclusion projection`);
    for (const { path } of drops) plant(tree, path, 'drop');
    if (!keepsId) plant(tree, ['_id'], 'drop');
    return (doc) => without(doc, tree) as Doc;
  }
  if (drops[0])
    throw refusal(31254, `Cannot do exclusion on field ${drops[0].path.join('.')} in inclusion projection`);
  if (id === undefined) plant(tree, ['_id'], 'keep');
  for (const { path, value } of found) {
    if (!isSwitch(value)) plant(tree, path, compileExpression(value));
    else if (truthy(value)) plant(tree, path, 'keep');
  }
  return (doc) => (only(doc, tree, doc) ?? {}) as Doc;
}

function without(value: unknown, node: Node): unknown {
  if (Array.isArray(value)) return value.map((element) => without(element, node));
  if (!isDocument(value)) return value;
  const result: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const leaf = node.get(name);
    if (leaf !== 'drop') result[name] = leaf instanceof Map ? without(field, leaf) : field;
  }
  return result;
}

const computes = (node: Node | Leaf): boolean =>
  typeof node === 'function' || (node instanceof Map && [...node.values()].some(computes));

function only(value: unknown, node: Node, root: Doc): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => only(element, node, root)).filter((element) => element !== undefined);
  }
  if (!isDocument(value)) return computes(node) ? only({}, node, root) : undefined;
  const result: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const leaf = node.get(name);
    if (leaf === 'keep') result[name] = field;
    else if (leaf instanceof Map) assign(result, name, only(field, leaf, root));
  }
  for (const [name, leaf] of node) {
    if (typeof leaf === 'function') assign(result, name, leaf(root));
    else if (leaf instanceof Map && !Object.hasOwn(value, name) && computes(leaf))
      assign(result, name, only({}, leaf, root));
  }
  return result;
}

function assign(doc: Doc, name: string, value: unknown): void {
  if (value !== undefined) doc[name] = value;
}

/** Compiles `$addFields`/`$set`: the document with the named paths set to what the expressions give. */
export function compileAddFields(spec: unknown): Project {
  if (!isDocument(spec) || Object.keys(spec).length === 0)
    throw refusal(40177, 'specification must have at least one field');
  const tree: Node = new Map();
  for (const { path, value } of leaves(spec)) plant(tree, path, compileExpression(value));
  return (doc) => extended(doc, tree, doc) as Doc;
}

function extended(value: unknown, node: Node, root: Doc): unknown {
  if (Array.isArray(value)) return value.map((element) => extended(element, node, root));
  const result: Doc = isDocument(value) ? { ...value } : {};
  for (const [name, leaf] of node) {
    const set = leaf instanceof Map ? extended(result[name], leaf, root) : (leaf as Evaluate)(root);
    if (set === undefined) delete result[name];
    else result[name] = set;
  }
  return result;
}
