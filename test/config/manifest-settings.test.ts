import { describe, expect, it } from 'vitest';
import { explainVariables } from '../../src/cli/explain-variables.ts';
import { manifestVariables, readManifestSettings } from '../../src/config/manifest-settings.ts';
import { packageVariables, without } from '../support/any-environment.ts';

const refusedOf = (variables: Readonly<Record<string, string>>) => {
  const read = readManifestSettings(variables);
  return read.ok ? [] : read.variables;
};

describe('the settings of the app package', () => {
  it.each(manifestVariables)('%s is named when it is missing or blank', (name) => {
    expect(refusedOf(without(packageVariables, name))).toEqual([{ name, missing: true }]);
    expect(refusedOf({ ...packageVariables, [name]: '  ' })).toEqual([{ name, missing: true }]);
  });

  it.each([
    ['BOT_APP_ID', 'training-bot'],
    ['ORGANISATION_NAME', 'An organisation whose name is long'],
    ['MANIFEST_WEBSITE_URL', 'contoso.example'],
    ['MANIFEST_PRIVACY_URL', 'http://contoso.example/privacy'],
    ['MANIFEST_TERMS_URL', 'javascript:alert(1)'],
  ])('%s is named when it says “%s”', (name, value) => {
    expect(refusedOf({ ...packageVariables, [name]: value })).toEqual([{ name, missing: false }]);
  });

  it('a refusal says where to get each variable, in the reader’s language, and repeats no value', () => {
    const variables = refusedOf({
      ...without(packageVariables, 'BOT_APP_ID'),
      MANIFEST_TERMS_URL: 'a value',
    });
    const [id = '', terms = ''] = explainVariables(variables, 'en');
    expect(id).toMatch(/BOT_APP_ID is missing: .*Azure portal/);
    expect(terms).toMatch(/MANIFEST_TERMS_URL is not right.*https/);
    expect(terms).not.toContain('a value');
    expect(explainVariables(variables, 'zh')[0]).toMatch(/BOT_APP_ID 没有填写：.*Azure 门户/);
  });
});
