import { describe, expect, it } from 'vitest';
import { terminalLanguage } from '../../src/config/environment.ts';

describe('the language of the terminal', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'C' }, 'zh'],
    [{}, 'en'],
  ])('follows the locale that is set first: %j → %s', (variables, language) => {
    expect(terminalLanguage(variables)).toBe(language);
  });
});
