type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** `bots[0].commandLists[1]` → bots, 0, commandLists, 1. */
const stepsOf = (path: string): readonly string[] => path.split(/[.[\]]+/).filter((step) => step !== '');

const replace = (value: unknown, [step, ...rest]: readonly string[], text: string): unknown => {
  if (step === undefined) return typeof value === 'string' ? text : undefined;
  if (!isObject(value) || !(step in value)) return undefined;
  const replaced = replace(value[step], rest, text);
  if (replaced === undefined) return undefined;
  return Array.isArray(value) ? value.with(Number(step), replaced) : { ...value, [step]: replaced };
};

/** The manifest as Teams reads it in the language of these strings, and the paths that lead to no text in it. */
export const localiseManifest = (
  manifest: Json,
  strings: Readonly<Record<string, string>>,
): { readonly manifest: Json; readonly astray: readonly string[] } => {
  const astray: string[] = [];
  let localised = manifest;
  for (const [path, text] of Object.entries(strings)) {
    if (path === '$schema') continue;
    const replaced = replace(localised, stepsOf(path), text);
    if (isObject(replaced)) localised = replaced;
    else astray.push(path);
  }
  return { manifest: localised, astray };
};
