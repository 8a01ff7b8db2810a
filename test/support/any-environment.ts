type Variables = Readonly<Record<string, string>>;

/** What an administrator must fill in for real use, and nothing else. */
export const requiredVariables: Variables = {
  BOT_APP_ID: '6f9d3c1e-2b47-4a58-9c10-0d2e7f3a4b5c',
  BOT_APP_PASSWORD: 'a client secret',
  BOT_TENANT_ID: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  ANSWER_SECRET: 'forty-eight characters nobody would ever guess..',
  FIRST_STAFF_ID: '9b8a7c6d-5e4f-4321-8765-43210fedcba9',
};

/** What the app package is made from. */
export const packageVariables: Variables = {
  BOT_APP_ID: '6F9D3C1E-2B47-4A58-9C10-0D2E7F3A4B5C',
  ORGANISATION_NAME: 'Contoso',
  MANIFEST_WEBSITE_URL: 'https://contoso.example',
  MANIFEST_PRIVACY_URL: 'https://contoso.example/privacy',
  MANIFEST_TERMS_URL: 'https://contoso.example/terms',
};

export const without = (variables: Variables, ...names: readonly string[]): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !names.includes(name)));
