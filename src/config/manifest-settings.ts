import { z } from 'zod';

/** What the Teams app package says about the organisation that installs it. */
export interface ManifestSettings {
  /** The bot's app id; also the app's own id, so that every build is the same app to Teams. */
  readonly botAppId: string;
  readonly organisationName: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

/** Teams shows people these pages from the app's details; it takes https only. */
const page = z.url({ protocol: /^https$/ }).max(2048);

/** Teams cuts no publisher's name short: it refuses longer ones. */
const longestPublisher = 32;

const schema = z.object({
  BOT_APP_ID: z.guid(),
  ORGANISATION_NAME: z.string().trim().max(longestPublisher),
  MANIFEST_WEBSITE_URL: page,
  MANIFEST_PRIVACY_URL: page,
  MANIFEST_TERMS_URL: page,
});

export const manifestVariables: readonly string[] = Object.keys(schema.shape);

export type ReadManifestSettings =
  | { readonly ok: true; readonly settings: ManifestSettings }
  /** The names of the variables that are missing or wrong. */
  | {
      readonly ok: false;
      readonly variables: readonly { readonly name: string; readonly missing: boolean }[];
    };

/** Checks the part of the environment that the app package is made from; an empty variable is a missing one. */
export const readManifestSettings = (
  environment: Readonly<Record<string, string | undefined>>,
): ReadManifestSettings => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    return {
      ok: false,
      variables: [...names].map((name) => ({ name, missing: given[name] === undefined })),
    };
  }
  const value = parsed.data;
  return {
    ok: true,
    settings: {
      botAppId: value.BOT_APP_ID.toLowerCase(),
      organisationName: value.ORGANISATION_NAME,
      websiteUrl: value.MANIFEST_WEBSITE_URL,
      privacyUrl: value.MANIFEST_PRIVACY_URL,
      termsUrl: value.MANIFEST_TERMS_URL,
    },
  };
};
