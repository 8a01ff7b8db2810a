import { describe, expect, it } from 'vitest';
import { findTie } from '../../../src/domain/questionnaires/choose-questionnaire.ts';
import {
  type Questionnaire,
  questionnaireKey,
  type Scope,
} from '../../../src/domain/questionnaires/questionnaire.ts';
import { createQuestionnaires } from '../../../src/domain/questionnaires/registry.ts';
import { t1, t2 } from '../../support/questionnaires.ts';

const one = (id: string, scope: Omit<Scope, 'kind'> = {}, version = 1): Questionnaire => ({
  ...t1,
  id,
  version,
  for: { kind: 'T1', ...scope },
});
const training = { mode: 'online', source: 'external', course: '安全培训' } as const;
const chosen = (...own: readonly Questionnaire[]) =>
  questionnaireKey(createQuestionnaires([t1, t2], own).for('T1', training));

describe('which questionnaire is asked', () => {
  it('is the one that says most about the training: its course before its form, two words before one', () => {
    const [all, online] = [one('all'), one('online', { mode: 'online' })];
    const both = one('both', { mode: 'online', source: 'external' });
    const course = one('course', { course: '安全培训' });
    expect(chosen(all)).toBe('all.1');
    expect(chosen(all, online)).toBe('online.1');
    expect(chosen(all, online, both)).toBe('both.1');
    expect(chosen(all, online, both, course)).toBe('course.1');
    expect(chosen(one('other', { mode: 'classroom' }))).toBe('t1.2');
  });

  it('is the organisation’s own, however little it says', () => {
    const special = { ...t1, id: 't1-online', for: { kind: 'T1', mode: 'online' } } as const;
    const known = createQuestionnaires([t1, special], [one('all')]);
    expect(questionnaireKey(known.for('T1', training))).toBe('all.1');
  });

  it('is the latest version', () => {
    expect(chosen(one('own', {}, 9), one('own', {}, 10), one('own', {}, 2))).toBe('own.10');
  });

  it('follows the latest version where that is for other trainings', () => {
    expect(chosen(one('own'), one('own', { mode: 'classroom' }, 2))).toBe('t1.2');
  });

  it('knows a course by its name as people type it', () => {
    const known = createQuestionnaires([t1], [one('own', { course: 'Safety  at Work ' })]);
    const asked = (course: string) => questionnaireKey(known.for('T1', { ...training, course }));
    expect(asked('safety at work')).toBe('own.1');
    expect(asked('ｓａｆｅｔｙ at work')).toBe('own.1');
    expect(asked('Safety')).toBe('t1.2');
  });

  it('of a round is the one it was opened with, whatever would be asked now', () => {
    const known = createQuestionnaires([t1, t2], [one('own')]);
    expect(known.ofRound({ kind: 'T1', questionnaire: 't1.2' }, training)).toBe(t1);
    expect(known.ofRound({ kind: 'T1' }, training).id).toBe('own');
    expect(known.titleOf({ kind: 'T4' }, training)).toEqual({ zh: 'T4', en: 'T4' });
  });
});

describe('two questionnaires that say as much about the same training', () => {
  it('tie, unless a third says more', () => {
    const [online, external] = [one('online', { mode: 'online' }), one('external', { source: 'external' })];
    expect(findTie([online, external])).toMatchObject({ kind: 'T1', mode: 'online', source: 'external' });
    expect(findTie([online, external, one('both', { mode: 'online', source: 'external' })])).toBeUndefined();
    expect(findTie([one('course', { course: 'A' }), one('too', { course: 'a ' })])).toMatchObject({
      course: 'A',
    });
  });

  it('do not tie as versions of one, for different kinds, or for trainings apart', () => {
    expect(findTie([one('own'), one('own', {}, 2)])).toBeUndefined();
    expect(findTie([t1, t2])).toBeUndefined();
    expect(findTie([one('a', { mode: 'online' }), one('b', { mode: 'classroom' })])).toBeUndefined();
    expect(findTie([one('a', { course: 'A' }), one('b', { course: 'B' })])).toBeUndefined();
  });
});
