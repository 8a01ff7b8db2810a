import type { Language, Text } from '../../domain/kernel/text.ts';

/** What the command is run with. */
export interface QuestionnaireSurroundings {
  /** The organisation's own folder, as the settings say. */
  readonly ownFolder: string | undefined;
  /** Where proofs are written. */
  readonly proofs: string;
  readonly language: Language;
  print(line: string): void;
  say(text: Text): void;
}

/** 0: done · 1: something is wrong with the questionnaires · 2: called wrongly. */
export type ExitCode = 0 | 1 | 2;
