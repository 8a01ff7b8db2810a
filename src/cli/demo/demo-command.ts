import type { Language } from '../../domain/kernel/text.ts';
import type { Running } from '../../main.ts';
import type { Command, Reply } from '../../teams/commands/command.ts';
import {
  demoDescription,
  demoHelp,
  demoStep,
  demoTime,
  demoTitle,
  languageChanged,
} from '../../wording/demo-words.ts';
import { type DemoStep, moveOn } from './move-on.ts';
import type { MovedClock } from './moved-clock.ts';

/** What the demo changes while it runs. */
export interface DemoState {
  language: Language;
}

const forward = ['', 'next', '下一步'];
const spoken: Readonly<Record<string, Language>> = {
  english: 'en',
  en: 'en',
  英文: 'en',
  中文: 'zh',
  chinese: 'zh',
  zh: 'zh',
};

/** `/demo next`: only in the demo. The clock moves; everything that follows is the product's ordinary work. */
export const demoCommand = (running: () => Running, clock: MovedClock, state: DemoState): Command => ({
  name: 'demo',
  words: { zh: ['演示'], en: ['demo'] },
  permission: 'help',
  menu: { title: demoTitle, description: demoDescription },
  answersIn: 'private',
  places: ['personal', 'channel'],
  run: async ({ args, speaker }): Promise<Reply> => {
    const word = args.toLowerCase();
    const language = spoken[word];
    if (language !== undefined) {
      state.language = language;
      return { text: languageChanged[language] };
    }
    if (!forward.includes(word)) return { text: demoHelp[speaker.language] };
    const { deps } = running();
    const step = await moveOn(deps, clock, running().runTicks);
    const zone = deps.settings.organisation.timeZone;
    const said = await sentence(step, running());
    return { text: `${said[speaker.language]}\n\n${demoTime(clock.now(), speaker.language, zone)}` };
  },
});

const sentence = async (step: DemoStep, { deps }: Running) => {
  if (!('round' in step)) return demoStep[step.kind];
  const title = (await deps.trainings.byCode(step.round.training))?.title ?? step.round.training;
  return step.kind === 'answered' ? demoStep.answered(title, step.people) : demoStep[step.kind](title);
};
