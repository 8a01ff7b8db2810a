import type { QuestionnaireProblem } from '../../domain/questionnaires/questionnaire-problem.ts';

/** The product does not start: something of what it is to ask is wrong. */
export class UnusableQuestionnaires extends Error {
  readonly problems: readonly QuestionnaireProblem[];

  constructor(problems: readonly QuestionnaireProblem[]) {
    super(problems.map(({ code, file, line }) => `${file}:${line} ${code}`).join(', '));
    this.name = 'UnusableQuestionnaires';
    this.problems = problems;
  }
}
