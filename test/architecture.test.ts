import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** What each folder of `src` may import of the others, besides itself. */
const mayImport: Record<string, readonly string[]> = {
  config: ['domain'],
  domain: [],
  wording: ['domain'],
  views: ['domain', 'wording'],
  teams: ['domain', 'views', 'wording'],
  web: ['domain', 'views', 'wording'],
  email: ['domain', 'views', 'wording'],
  documents: ['domain', 'views', 'wording'],
  jobs: ['domain', 'wording'],
  store: ['domain', 'wording'],
  'embedded-mongo': [],
};

/** A chapter imports the kernel and earlier chapters. */
const chapters = [
  'kernel',
  'audit',
  'people',
  'deliveries',
  'trainings',
  'rosters',
  'imports',
  'questionnaires',
  'followups',
  'responses',
  'analysis',
  'issues',
  'improvements',
  'supervision',
  'reports',
  'sequels',
];

/** The two lists of ports that all chapters choose from: what of them a chapter may name follows from its place. */
const lists = ['domain/stores.ts', 'domain/means.ts'];

/** Each outside package has one home; the compositions (`main.ts`, `cli`) have none. */
const homes: Record<string, readonly string[]> = {
  botbuilder: ['teams'],
  '@microsoft/teams-ai': ['teams'],
  'adaptivecards-templating': ['teams'],
  'adaptive-expressions': ['teams'],
  restify: ['web'],
  mongoose: ['store'],
  mongodb: ['store'],
  agenda: ['jobs'],
  '@agendajs/mongo-backend': ['jobs'],
  bson: ['embedded-mongo'],
  'csv-parse': ['documents'],
  yaml: ['documents'],
  'iconv-lite': ['documents'],
  hucre: ['documents'],
  'temporal-polyfill': ['domain'],
  'chinese-days': ['domain'],
  pino: ['main.ts'],
  '@microsoft/m365agentsplayground': ['cli'],
  zod: ['config', 'teams', 'web', 'documents', 'store'],
  'prom-client': ['web'],
  fflate: ['cli'],
  '@microsoft/app-manifest': ['cli'],
};

/** What only Teams, or only a chat, has: such words belong to the folder of their channel (comments may name documents). */
const channelWords = [
  'teams',
  'aad',
  'mri',
  'tenant',
  'tenants',
  'conversation',
  'conversations',
  'activity',
  'adaptive',
  'card',
  'cards',
  'bot',
  'bots',
  'installed',
];
/** Where one stands in the domain after all, and why. */
const channelWordsAllowed = {
  'domain/kernel/address.ts: teams': 'the name of a channel, as it is stored',
  'domain/responses/seal.ts: aad': 'a cipher’s additional authenticated data',
  'domain/responses/sealed-response.ts: teams': 'the name of a channel, as it is stored',
  'domain/trainings/tell-of-gaps.ts: installed': 'a word inside digests that older versions stored',
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );

const sources = files(src).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const imports: Import[] = sources.flatMap(({ path, text }) =>
  // However it is laid out or quoted; a bare `from '…'` within a sentence is no import.
  [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/gm,
    ),
  ].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const target = specifier.startsWith('.') ? relative(src, resolve(dirname(path), specifier)) : specifier;
    return { file: relative(src, path), target: specifier.startsWith('.') ? `./${target}` : target };
  }),
);
const inside = imports.filter(({ target }) => target.startsWith('./'));
const outside = imports.filter(({ target }) => !target.startsWith('./') && !target.startsWith('node:'));
const folderOf = (path: string): string => path.replace(/^\.\//, '').split('/')[0] ?? '';
/** The compositions see everything: the files on top, and the command-line programs. */
const isComposition = (file: string): boolean => !file.includes('/') || file.startsWith('cli/');
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

/** The ports a list names, each with its type and the chapter that comes from; what needs no import belongs to the kernel. */
const portsOf = (list: string): { name: string; type: string; chapter: string }[] => {
  const text = readFileSync(join(src, list), 'utf8');
  const chapterOfType = new Map(
    [...text.matchAll(/import type \{([^}]*)\} from '\.\/(\w+)\//g)].flatMap(([, names, chapter]) =>
      (names ?? '').split(',').map((name): [string, string] => [name.trim(), chapter ?? '']),
    ),
  );
  return [...text.matchAll(/^ {2}readonly (\w+)\??: (\w*)/gm)].map(([, name = '', type = '']) => ({
    name,
    type,
    chapter: chapterOfType.get(type) ?? 'kernel',
  }));
};
const ports = lists.flatMap(portsOf);
const homeOf = new Map(ports.map(({ name, chapter }) => [name, chapter]));

const literal = String.raw`\{((?:[^{}]|\{[^{}]*\})*)\}`;
/** Where what is needed may be written out: beside a `Pick` or other needs, and as what `deps`, whole or taken apart, are. */
const besideAPick = [
  String.raw`(?:Pick<[^<>]*>|Deps)\s*&\s*${literal}`,
  String.raw`${literal}\s*&\s*(?:Pick<|\w*Deps\b)`,
  String.raw`(?:\bdeps|\}): ${literal}`,
].map((form) => new RegExp(form, 'g'));

/** The members of such, with their types. */
const writtenOut = (code: string): { name: string; type: string }[] =>
  besideAPick
    .flatMap((form) => [...code.matchAll(form)])
    .flatMap(([, members = '']) => [...members.matchAll(/(?:^|;)\s*(?:readonly )?(\w+)\??(?:: )?([^;]*)/g)])
    .map(([, name = '', type = '']) => ({ name, type }));

const foldersIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [`${folder}/${name}`, ...foldersIn(`${folder}/${name}`)]);

/** The folders in the tree of ARCHITECTURE.md; a line begins with one or several beside each other. */
const drawnFolders = (): string[] => {
  const tree = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('```')[1] ?? '';
  const above: string[] = [];
  return tree
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', names = ''] = /^( *)((?:[\w-]+\/(?: |$))+)/.exec(line) ?? [];
      const depth = indent.length / 2;
      return names
        .split(' ')
        .filter((name) => name !== '')
        .map((name) => {
          above.splice(depth, above.length, name.slice(0, -1));
          return above.join('/');
        });
    })
    .toSorted();
};

describe('the architecture', () => {
  it('a folder imports only what the table allows', () => {
    const broken = inside.filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      if (from === to || isComposition(file)) return false;
      if (from === 'teams' && target.startsWith('./../cards/')) return false; // the card templates
      return !(mayImport[from] ?? []).includes(to);
    });
    expect(broken).toEqual([]);
  });

  it('what is shown is put together without knowing who draws it', () => {
    const channels = /\b(teams|cards?|buttons?|verbs?|adaptive|html|markdown)\b/i;
    const broken = sources
      .filter(({ path }) => relative(src, path).startsWith('views/'))
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          // A word within a name, too: `resultCard`.
          .filter((line) => channels.test(line) || channels.test(line.replaceAll(/([a-z])([A-Z])/g, '$1 $2')))
          .map((line) => `${relative(src, path)}: ${line.trim()}`),
      );
    expect(broken).toEqual([]);
  });

  it('a chapter of the domain imports only the kernel and earlier chapters', () => {
    const chapterOf = (path: string) => path.replace(/^\.\//, '').split('/')[1] ?? '';
    const broken = inside.filter(({ file, target }) => {
      if (folderOf(file) !== 'domain' || !/^domain\/\w+\//.test(file)) return false;
      if (lists.includes(target.replace(/^\.\//, ''))) return false; // see the next rule
      return (
        chapters.indexOf(chapterOf(target)) < 0 ||
        chapters.indexOf(chapterOf(target)) > chapters.indexOf(chapterOf(file))
      );
    });
    expect(broken).toEqual([]);
  });

  it('a chapter of the domain names only stores and means of the kernel, its own and earlier chapters', () => {
    const chapterOf = (path: string) => path.split('/')[1] ?? '';
    const broken = sources
      .map(({ path, text }) => ({ file: relative(src, path), text }))
      .filter(({ file }) => /^domain\/\w+\//.test(file))
      .flatMap(({ file, text }) => {
        const named = [...text.matchAll(/Pick<\s*(?:Stores|Means),([^>]*)>/g)]
          .flatMap(([, list]) => [...(list ?? '').matchAll(/'(\w+)'/g)])
          .map(([, name]) => name ?? '');
        const late = named.filter(
          (name) => chapters.indexOf(homeOf.get(name) ?? '?') > chapters.indexOf(chapterOf(file)),
        );
        const unknown = named.filter((name) => !homeOf.has(name));
        const code = text.replaceAll(/^import [^;]*;|Pick<\s*(?:Stores|Means),|\/\*\*.*?\*\//gms, '');
        const whole = /\b(Stores|Means)\b/.test(code) ? ['everything'] : [];
        return [...late, ...unknown, ...whole].map((name) => `${file} names ${name}`);
      });
    expect(homeOf.size).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  it('what a use case needs is picked from the stores and means, not written out', () => {
    const types = ports.map(({ type }) => type).filter((type) => /^[A-Z]/.test(type));
    const isPort = new RegExp(`\\b(${types.join('|')})\\b`);
    const isMember = new RegExp(`readonly \\w+\\??: (Pick<)?(${types.join('|')})\\b`);
    const broken = sources.flatMap(({ path, text }) => {
      const file = relative(src, path);
      if (file.startsWith('domain/kernel/')) return []; // the lists are made of it
      const code = text.replaceAll(/\/\*.*?\*\/|(?<=^|\s)\/\/[^\n]*/gs, '');
      const own = folderOf(file) === 'domain' ? chapters.indexOf(file.split('/')[1] ?? '') : chapters.length;
      const members = writtenOut(code)
        // Of a later chapter's store an earlier one says in a port of its own what it needs; nothing else can be meant.
        .filter(({ name, type }) => {
          const home = homeOf.get(name);
          return isPort.test(type) || (home !== undefined && chapters.indexOf(home) <= own);
        })
        .map(({ name }) => name);
      const whole = /\b(interface \w*Deps\b|type \w*Deps =\s*\{)/.test(code) ? ['Deps'] : [];
      const elsewhere = /^domain\/\w+\//.test(file) && isMember.test(code) ? ['what the lists name'] : [];
      return [...whole, ...members, ...elsewhere].map((name) => `${file} writes out ${name}`);
    });
    expect(broken).toEqual([]);
  });

  it('no file imports itself by way of others', () => {
    const next = Map.groupBy(inside, ({ file }) => file);
    const circles: string[][] = [];
    const cleared = new Set<string>();
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
      if (path.includes(file) || cleared.has(file)) return;
      for (const { target } of next.get(file) ?? []) walk(target.replace(/^\.\//, ''), [...path, file]);
      cleared.add(file);
    };
    for (const file of next.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('every outside package is used from its one home', () => {
    const broken = outside.filter(
      ({ file, target }) => !(homes[packageOf(target)] ?? []).includes(folderOf(file)),
    );
    expect(broken).toEqual([]);
  });

  it('the domain knows no channel’s vocabulary', () => {
    const broken = sources
      .map(({ path, text }) => ({ file: relative(src, path), text }))
      .filter(({ file }) => file.startsWith('domain/'))
      .flatMap(({ file, text }) => {
        const code = text.replaceAll(/\/\*.*?\*\/|(?<=^|\s)\/\/[^\n]*/gs, '');
        const words = (code.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
        const found = channelWords.filter((word) => words.includes(word));
        const joined = code.match(/service_?url/i) ?? [];
        return [...found, ...joined].map((word) => `${file}: ${word}`);
      });
    expect(broken.toSorted()).toEqual(Object.keys(channelWordsAllowed).toSorted());
  });

  it('only config reads the environment', () => {
    const readers = sources
      .filter(({ text }) =>
        /process\.env|process\['env|\benv\b[^;]*\} from 'node:process'|\{ *env\b[^}]*\} *= *process/.test(
          text,
        ),
      )
      .map(({ path }) => relative(src, path))
      .filter((file) => folderOf(file) !== 'config');
    expect(readers).toEqual([]);
  });

  it('the domain touches no file, socket or clock of its own', () => {
    const broken = sources
      .filter(({ path }) => relative(src, path).startsWith('domain/') && !path.endsWith('kernel/clock.ts'))
      .filter(({ text }) =>
        /from 'node:(fs|net|tls|dns|http|https|http2|os|child_process|perf_hooks|timers)|Date\.now\b|new Date\b(?!\([^)])|\bperformance\.|\bfetch\(|Temporal\.Now/.test(
          text,
        ),
      )
      .map(({ path }) => relative(src, path));
    expect(broken).toEqual([]);
  });

  it('no file is longer than 250 lines and no folder is deeper than three', () => {
    const long = sources
      .filter(({ text }) => text.split('\n').length > 251)
      .map(({ path }) => relative(src, path));
    const deep = sources.map(({ path }) => relative(src, path)).filter((file) => file.split('/').length > 4);
    expect({ long, deep }).toEqual({ long: [], deep: [] });
  });

  it('a file name means one thing', () => {
    const named = Map.groupBy(
      sources.map(({ path }) => relative(src, path)),
      (file) => basename(file),
    );
    expect([...named.values()].filter((files) => files.length > 1)).toEqual([]);
  });

  it('ARCHITECTURE.md names every folder of src, and none that is not there', () => {
    expect(drawnFolders().filter((folder) => folder.startsWith('src/'))).toEqual(foldersIn('src').toSorted());
    expect(drawnFolders().filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });

  it('test mirrors src: every folder of it is one of src, and every folder of src has its tests', () => {
    const folders = (top: string) => [
      ...new Set(files(join(root, top)).map((path) => relative(join(root, top), dirname(path)))),
    ];
    const beside = /^(attack|journeys|support|fixtures)(\/|$)/;
    const tested = folders('test').filter((folder) => !beside.test(folder));
    const there = folders('src');
    expect(tested.filter((folder) => !there.includes(folder))).toEqual([]);
    // Held from above: all cards in one place, what is shown by the journeys that see it; lists of ports do nothing.
    const fromAbove =
      /^(domain$|views|teams\/presenters|teams\/cards\/\w+|\w+\/questionnaires|domain\/audit)(\/|$)/;
    expect(there.filter((folder) => !tested.includes(folder) && !fromAbove.test(folder))).toEqual([]);
  });

  it('the bot is put together in one place, which tests, benches and the demo start', () => {
    const all = ['src', 'test', 'bench'].flatMap((top) => files(join(root, top)));
    const wiring = all.filter((path) => /\bcreateBot\([^)]/.test(readFileSync(path, 'utf8')));
    expect(wiring.map((path) => relative(root, path))).toEqual(['src/main.ts']);
  });

  it('no file is a drawer or a barrel', () => {
    const drawers = sources
      .map(({ path }) => relative(src, path))
      .filter((file) => /(^|\/)(utils?|helpers?|common|types|service|manager|index)\.ts$/.test(file));
    expect(drawers).toEqual([]);
  });

  it('every file of the domain is reachable from a composition', () => {
    const used = new Set(inside.map(({ target }) => target.replace(/^\.\//, '')));
    const orphans = sources
      .map(({ path }) => relative(src, path))
      .filter((file) => !file.endsWith('.d.ts'))
      .filter(
        (file) =>
          folderOf(file) !== 'cli' && file !== 'main.ts' && !file.endsWith('worker.ts') && !used.has(file),
      );
    expect(orphans).toEqual([]);
  });
});
