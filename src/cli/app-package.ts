import { strToU8, zipSync } from 'fflate';
import type { ManifestSettings } from '../config/manifest-settings.ts';
import { buildManifest, type MenuCommand } from './build-manifest.ts';
import { checkManifest } from './check-manifest.ts';
import { localiseManifest } from './localise-manifest.ts';

export interface PackageParts {
  readonly settings: ManifestSettings;
  /** The product's version, as in package.json. */
  readonly version: string;
  readonly commands: readonly MenuCommand[];
  /** PNG, 192 × 192 in colour and 32 × 32 white on transparent. */
  readonly icons: { readonly color: Uint8Array; readonly outline: Uint8Array };
}

export type AppPackage =
  | { readonly ok: true; readonly zip: Uint8Array }
  /** What Microsoft's validator said, by file. */
  | { readonly ok: false; readonly complaints: readonly string[] };

/** The earliest time a zip can hold: the same parts make the same bytes. */
const noTime = new Date(1980, 0, 1);

/**
 * The Teams app package; nothing is packed that Microsoft's validator does not accept. Its schema for language files
 * is one it cannot read itself, so what it judges is the manifest as it reads in each language.
 */
export const appPackage = async ({
  settings,
  version,
  commands,
  icons,
}: PackageParts): Promise<AppPackage> => {
  const { manifest, chinese } = buildManifest(settings, version, commands);
  const localised = localiseManifest(manifest, chinese);
  const complaints = [
    ...(await checkManifest(manifest)).map((complaint) => `manifest.json: ${complaint}`),
    ...localised.astray.map((path) => `zh.json: ${path}`),
    ...(await checkManifest(localised.manifest)).map((complaint) => `zh.json: ${complaint}`),
  ];
  if (complaints.length > 0) return { ok: false, complaints };
  const zip = zipSync(
    {
      'manifest.json': text(manifest),
      'zh.json': text(chinese),
      [manifest.icons.color]: icons.color,
      [manifest.icons.outline]: icons.outline,
    },
    { mtime: noTime },
  );
  return { ok: true, zip };
};

const text = (content: unknown): Uint8Array => strToU8(`${JSON.stringify(content, null, 2)}\n`);
