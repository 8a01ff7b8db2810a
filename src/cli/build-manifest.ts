import template from '../../manifest/manifest.json' with { type: 'json' };
import chineseTemplate from '../../manifest/zh.json' with { type: 'json' };
import type { ManifestSettings } from '../config/manifest-settings.ts';
import type { Command } from '../teams/commands/command.ts';

export type MenuCommand = Pick<Command, 'name' | 'menu' | 'places'>;

/** Teams' names for the places a command can be typed in. */
const scopes = [
  { place: 'personal', scope: 'personal' },
  { place: 'channel', scope: 'team' },
] as const;

const menuOf = (commands: readonly MenuCommand[], place: MenuCommand['places'][number]) =>
  commands.flatMap(({ menu, places }) =>
    menu !== undefined && menu.onlyInHelp !== true && places.includes(place) ? [menu] : [],
  );

/**
 * The manifest and its Chinese strings: the template, the organisation's own values, and the command lists from
 * the bot's commands, so that Teams offers exactly what the bot understands. A place without commands has no list.
 */
export const buildManifest = (
  settings: ManifestSettings,
  version: string,
  commands: readonly MenuCommand[],
) => {
  const lists = scopes
    .map(({ place, scope }) => ({ scope, menu: menuOf(commands, place) }))
    .filter(({ menu }) => menu.length > 0);
  const commandLists = lists.map(({ scope, menu }) => ({
    scopes: [scope],
    commands: menu.map(({ title, description }) => ({ title: title.en, description: description.en })),
  }));
  const chineseMenu = lists.flatMap(({ menu }, list) =>
    menu.flatMap(({ title, description }, command) => {
      const path = `bots[0].commandLists[${list}].commands[${command}]`;
      return [
        [`${path}.title`, title.zh],
        [`${path}.description`, description.zh],
      ];
    }),
  );
  const manifest = {
    ...template,
    version,
    id: settings.botAppId,
    developer: {
      name: settings.organisationName,
      websiteUrl: settings.websiteUrl,
      privacyUrl: settings.privacyUrl,
      termsOfUseUrl: settings.termsUrl,
    },
    bots: template.bots.map((bot) => ({ ...bot, botId: settings.botAppId, commandLists })),
  };
  const chinese: Record<string, string> = { ...chineseTemplate, ...Object.fromEntries(chineseMenu) };
  return { manifest, chinese };
};
