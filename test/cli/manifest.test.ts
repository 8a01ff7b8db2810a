import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type AppPackage, appPackage, type PackageParts } from '../../src/cli/app-package.ts';
import type { MenuCommand } from '../../src/cli/build-manifest.ts';
import { checkManifest } from '../../src/cli/check-manifest.ts';
import { localiseManifest } from '../../src/cli/localise-manifest.ts';
import { readManifestSettings } from '../../src/config/manifest-settings.ts';
import { languages } from '../../src/domain/kernel/text.ts';
import { commands } from '../../src/teams/commands/all-commands.ts';
import { understand } from '../../src/teams/commands/understand.ts';
import { packageVariables } from '../support/any-environment.ts';
import { readPng } from '../support/png.ts';

interface Listed {
  readonly title: string;
  readonly description: string;
}
interface Manifest extends Readonly<Record<string, unknown>> {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly id: string;
  readonly bots: readonly {
    readonly botId: string;
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly Listed[];
    }[];
  }[];
}

const icon = (name: string) => readFileSync(resolve(import.meta.dirname, '../../manifest', name));
const read = readManifestSettings(packageVariables);
if (!read.ok) throw new Error('the settings are not complete');
const parts: PackageParts = {
  settings: read.settings,
  version: '1.2.3',
  commands,
  icons: { color: icon('color.png'), outline: icon('outline.png') },
};
const complaintsOf = (built: AppPackage) => (built.ok ? [] : built.complaints);
const filesOf = (built: AppPackage) => {
  if (!built.ok) throw new Error(built.complaints.join('\n'));
  return unzipSync(built.zip);
};
const jsonIn = (files: Readonly<Record<string, Uint8Array>>, name: string) =>
  JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
const build = async () => {
  const files = filesOf(await appPackage(parts));
  const manifest: Manifest = jsonIn(files, 'manifest.json');
  const chinese: Record<string, string> = jsonIn(files, 'zh.json');
  return { files, manifest, chinese };
};
const listsOf = (manifest: Manifest) => manifest.bots.flatMap(({ commandLists }) => commandLists);
const inChinese = (manifest: Manifest, chinese: Record<string, string>) =>
  localiseManifest(manifest, chinese).manifest as Manifest;

describe('the app package', () => {
  it('is accepted by Microsoft’s validator, in both languages', async () => {
    const { manifest, chinese } = await build();
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
    expect(await checkManifest(manifest)).toEqual([]);
    expect(await checkManifest(inChinese(manifest, chinese))).toEqual([]);
  });

  it('has the manifest, both icons and the language file at its root, and nothing else', async () => {
    const { files } = await build();
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png', 'zh.json']);
    expect(Buffer.from(files['color.png'] ?? [])).toEqual(icon('color.png'));
  });

  it('is the same app, byte for byte, each time it is built', async () => {
    expect(await appPackage(parts)).toEqual(await appPackage(parts));
    const { manifest } = await build();
    const id = packageVariables.BOT_APP_ID?.toLowerCase();
    expect([manifest.id, manifest.bots[0]?.botId]).toEqual([id, id]);
  });

  it('carries the organisation’s own name and pages, and the product’s version', async () => {
    const { manifest } = await build();
    expect(manifest).toMatchObject({
      version: '1.2.3',
      developer: {
        name: 'Contoso',
        websiteUrl: 'https://contoso.example',
        privacyUrl: 'https://contoso.example/privacy',
        termsOfUseUrl: 'https://contoso.example/terms',
      },
    });
  });

  it('asks for no permission and trusts no domain', async () => {
    const { manifest } = await build();
    expect(manifest).toMatchObject({ validDomains: [] });
    expect(Object.keys(manifest)).not.toContain('authorization');
    expect(Object.keys(manifest)).not.toContain('permissions');
  });
});

describe('the languages of the app package', () => {
  it('Chinese has every text that English has, at a place Teams reads', async () => {
    const { manifest, chinese } = await build();
    const menu = listsOf(manifest).flatMap(({ commands: listed }, list) =>
      listed.flatMap((_, command) =>
        ['title', 'description'].map((key) => `bots[0].commandLists[${list}].commands[${command}].${key}`),
      ),
    );
    const names = ['name.short', 'name.full', 'description.short', 'description.full'];
    expect(Object.keys(chinese).toSorted()).toEqual(['$schema', ...names, ...menu].toSorted());
    expect(localiseManifest(manifest, chinese).astray).toEqual([]);
    const notChinese = Object.entries(chinese).filter(
      ([key, text]) => key !== '$schema' && !/\p{Script=Han}/u.test(text),
    );
    expect(notChinese).toEqual([]);
  });

  it('the language file is of the shape of Microsoft’s schema for it', async () => {
    const { chinese } = await build();
    const library = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
    const path = new URL(chinese.$schema ?? '').pathname;
    const schema: {
      properties: Record<string, { maxLength?: number }>;
      patternProperties: Record<string, { maxLength?: number }>;
    } = JSON.parse(readFileSync(join(library, path), 'utf8'));
    for (const [key, text] of Object.entries(chinese)) {
      const pattern = Object.keys(schema.patternProperties).find((candidate) =>
        new RegExp(candidate).test(key),
      );
      const rule = schema.properties[key] ?? schema.patternProperties[pattern ?? ''];
      expect(rule, key).toBeDefined();
      expect(text.length).toBeLessThanOrEqual(rule?.maxLength ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('the menus of the app package', () => {
  const offered = commands.filter(({ menu }) => menu !== undefined && menu.onlyInHelp !== true);

  it('list exactly the commands meant for each place, in the registry’s order', async () => {
    const { manifest } = await build();
    const listed = listsOf(manifest).map(({ scopes, commands: menu }) => [
      scopes,
      menu.map(({ title }) => title),
    ]);
    const meantFor = (place: MenuCommand['places'][number]) =>
      offered.flatMap(({ menu, places }) => (menu && places.includes(place) ? [menu.title.en] : []));
    expect(listed).toEqual([
      [['personal'], meantFor('personal')],
      [['team'], meantFor('channel')],
    ]);
  });

  it('a title sent as it stands in any language is understood as its command', async () => {
    const { manifest, chinese } = await build();
    const inOrder = (['personal', 'channel'] as const).flatMap((place) =>
      offered.filter(({ places }) => places.includes(place)),
    );
    for (const shown of [manifest, inChinese(manifest, chinese)]) {
      const titles = listsOf(shown).flatMap(({ commands: menu }) => menu.map(({ title }) => title));
      const understood = await Promise.all(
        titles.map(async (title) => (await understand(title, commands, () => false))?.command.name),
      );
      expect(understood).toEqual(inOrder.map(({ name }) => name));
      expect(titles.length).toBeGreaterThan(0);
    }
  });

  it('a title that stands in help alone is understood as its command too', async () => {
    for (const { name, menu } of commands)
      for (const language of languages)
        expect(menu && (await understand(menu.title[language], commands, () => false))?.command.name).toBe(
          menu && name,
        );
  });

  it('no two commands share a title', () => {
    for (const language of languages) {
      const titles = commands.flatMap(({ menu }) => (menu ? [menu.title[language]] : []));
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});

describe('what is not accepted', () => {
  const command = (number: number): MenuCommand => ({
    name: `command-${number}`,
    menu: {
      title: { zh: `命令${number}`, en: `command ${number}` },
      description: { zh: '说明', en: 'what it does' },
    },
    places: ['personal'],
  });

  it('more than twelve commands in one place make no package', async () => {
    const twelve = Array.from({ length: 12 }, (_, number) => command(number));
    expect(complaintsOf(await appPackage({ ...parts, commands: twelve }))).toEqual([]);
    const complaints = complaintsOf(await appPackage({ ...parts, commands: [...twelve, command(12)] }));
    expect(complaints.join('\n')).toMatch(/manifest\.json: .*commands must NOT have more than 12/);
  });

  it('a Chinese title that Teams would refuse makes no package either', async () => {
    const long: MenuCommand = {
      ...command(1),
      menu: { title: { zh: '长'.repeat(129), en: 'long' }, description: { zh: '说明', en: 'what it does' } },
    };
    const complaints = complaintsOf(await appPackage({ ...parts, commands: [long] }));
    expect(complaints.map((complaint) => complaint.split(':')[0])).toEqual(['zh.json']);
  });

  it('a string for a place the manifest does not have is found astray', () => {
    const manifest = { name: { short: 'App' }, bots: [{ botId: 'id', commandLists: [] }] };
    const strings = {
      'name.short': '应用',
      'name.full': '应用',
      'bots[0].commandLists[0].title': '帮助',
      bots: '',
    };
    expect(localiseManifest(manifest, strings)).toEqual({
      manifest: { ...manifest, name: { short: '应用' } },
      astray: ['name.full', 'bots[0].commandLists[0].title', 'bots'],
    });
  });
});

describe('the icons', () => {
  it('the coloured one is 192 × 192 and fills its square', () => {
    const { width, height, points } = readPng(icon('color.png'));
    expect([width, height]).toEqual([192, 192]);
    expect(points.every(([, , , alpha]) => alpha === 255)).toBe(true);
  });

  it('the outline is 32 × 32, white on transparent', () => {
    const { width, height, points } = readPng(icon('outline.png'));
    expect([width, height]).toEqual([32, 32]);
    const drawn = points.filter(([, , , alpha]) => alpha !== 0);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(points.length / 2);
    expect(drawn.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([]);
  });
});
