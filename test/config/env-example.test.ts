import { describe, expect, it } from 'vitest';
import { manifestVariables, readManifestSettings } from '../../src/config/manifest-settings.ts';
import { configVariables, readConfig } from '../../src/config/read-config.ts';
import { packageVariables, requiredVariables } from '../support/any-environment.ts';
import { envExample } from '../support/env-example.ts';

const example = envExample();
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('.env.example', () => {
  it('names every variable that is read, once, and no other', () => {
    const names = example.map(({ name }) => name);
    expect(names.toSorted()).toEqual(sorted([...configVariables, ...manifestVariables]));
  });

  it('explains every variable in English and in Chinese', () => {
    const unexplained = example.filter(
      ({ comments }) =>
        comments.length !== 2 ||
        /\p{Script=Han}/u.test(comments[0] ?? '') ||
        !/\p{Script=Han}/u.test(comments[1] ?? ''),
    );
    expect(unexplained).toEqual([]);
  });

  it('comments out what may be left out, and shows its default', () => {
    const shown = Object.fromEntries(
      example.flatMap(({ name, value, optional }) => (optional ? [[name, value]] : [])),
    );
    const bare = readConfig(requiredVariables, 'real');
    expect(bare.ok).toBe(true);
    expect(readConfig({ ...shown, ...requiredVariables }, 'real')).toEqual(bare);
    const leftOpen = Object.keys(shown).filter((name) => shown[name] === '');
    expect(leftOpen.toSorted()).toEqual([
      'ALLOWED_TENANTS',
      'METRICS_PORT',
      'MONGODB_URI',
      'QUESTIONNAIRES_FOLDER',
    ]);
  });

  it('leaves open exactly what somebody has to fill in', () => {
    const open = example.flatMap(({ name, value, optional }) => (optional ? [] : [{ name, value }]));
    expect(open.filter(({ value }) => value !== '')).toEqual([]);
    const wanted = sorted([...Object.keys(requiredVariables), ...Object.keys(packageVariables)]);
    expect(open.map(({ name }) => name).toSorted()).toEqual(wanted);
    const asCopied = Object.fromEntries(open.map(({ name, value }) => [name, value]));
    const refused = [readConfig(asCopied, 'real'), readManifestSettings(asCopied)].flatMap((read) =>
      read.ok ? [] : read.variables,
    );
    expect(sorted(refused.map(({ name }) => name))).toEqual(wanted);
    expect(refused.filter(({ missing }) => !missing).map(({ name }) => name)).toEqual([]);
  });
});
