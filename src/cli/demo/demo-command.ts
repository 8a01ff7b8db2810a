import type { Language } from '../../domain/kernel/text.ts';
import type { Running } from '../../main.ts';
import type { Command, Reply } from '../../teams/commands/command.ts';
import { noSuchChair } from '../../wording/demo-chair-words.ts';
import { demoTitle } from '../../wording/demo-command-words.ts';
import { demoDescription, demoHelp, demoStep, demoTime, languageChanged } from '../../wording/demo-words.ts';
import { callOf, chairs } from './chairs.ts';
import type { DemoState } from './demo-state.ts';
import { type DemoStep, moveOn } from './move-on.ts';
import type { MovedClock } from './moved-clock.ts';
import { readDemoRequest } from './read-demo-request.ts';
import { rolesGiven } from './roles-given.ts';
import { satDown, whoSits } from './seat-card.ts';
import { sitDown } from './sit-down.ts';
import type { Switchboard } from './switchboard.ts';

export interface DemoParts {
  readonly running: () => Running;
  readonly clock: MovedClock;
  readonly switchboard: Switchboard;
  readonly state: DemoState;
}

/** `/demo …`: only in the demo. Time moves, or somebody else sits down; what follows is the product's ordinary work. */
export const demoCommand = (parts: DemoParts): Command => ({
  name: 'demo',
  words: { zh: [demoTitle.zh], en: [demoTitle.en] },
  permission: 'help',
  menu: { title: demoTitle, description: demoDescription },
  // Whoever sits down elsewhere has the answer in front of them, not in the chat they left.
  answersIn: 'place',
  places: ['personal', 'channel'],
  uses: [],
  takes: (args) => readDemoRequest(args).kind !== 'not-understood',
  run: async ({ args, speaker }): Promise<Reply> => {
    const asked = readDemoRequest(args);
    switch (asked.kind) {
      case 'next':
        return { text: await nextStep(parts, speaker.language) };
      case 'language':
        parts.state.language = asked.language;
        return { text: languageChanged[asked.language] };
      case 'sit': {
        const { cards, given } = await sitDown(parts.running(), parts.switchboard, parts.state, asked.chair);
        return satDown(asked.chair, cards, given, speaker.language);
      }
      case 'who':
        return whoSits(parts.state.chair, rolesGiven(parts.state.chair, speaker.person), speaker.language);
      case 'no-such-chair':
        return { text: noSuchChair(chairs.map(callOf))[speaker.language] };
      case 'not-understood':
        return { text: demoHelp[speaker.language] };
    }
  },
});

const nextStep = async ({ running, clock, state }: DemoParts, language: Language): Promise<string> => {
  const { deps, runTicks } = running();
  const step = await moveOn(deps, clock, runTicks, state.chair.person);
  const time = demoTime(clock.now(), language, deps.settings.organisation.timeZone);
  return `${(await sentence(step, running()))[language]}\n\n${time}`;
};

const sentence = async (step: DemoStep, { deps }: Running) => {
  if (!('round' in step)) return demoStep[step.kind];
  const title = (await deps.trainings.byCode(step.round.training))?.title ?? step.round.training;
  return step.kind === 'answered' ? demoStep.answered(title, step.people) : demoStep[step.kind](title);
};
