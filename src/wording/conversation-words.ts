import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

export const answeredInPrivate: Text = {
  zh: '已经单独发给您了，请看与我的聊天。',
  en: 'I have sent it to you alone; please see your chat with me.',
};

/** To a sentence that is no command, where a card waits that takes what was meant. */
export const spokenToCard: Text = {
  zh: '谢谢您愿意说。不过您刚才写在聊天里的话没有记录下来，也不计入结果，我也不会转给任何人。想让它算数，请点下面的问卷来填。',
  en: 'Thank you for telling me. What you typed here was not recorded, though: it counts nowhere, and I pass it on to nobody. To make it count, please open the questionnaire below and answer there.',
};
/** Where none waits. */
export const spokenToNobody = (examples: string): Text => ({
  zh: `这句话我没有听懂，也没有记录，不会转给任何人。眼下没有问卷在等您；想说说对培训的看法，可以直接告诉培训部。我能听懂的有：${examples}`,
  en: `I did not understand that, and it was not recorded or passed on. No questionnaire is waiting for you just now; if it is about a training, the training department is glad to hear it from you. These work: ${examples}`,
});
/** In a channel, before others. */
export const spokenElsewhere = (examples: string): Text => ({
  zh: `这句话我没有听懂，也没有记录。我能听懂的有：${examples}`,
  en: `I did not understand that, and it was not recorded. These work: ${examples}`,
});

export const gladTo = {
  withCards: {
    zh: '有需要随时找我。下面的问卷还在等您，方便的时候填就好。',
    en: 'Glad to help. What is below still waits for you, whenever it suits you.',
  },
  alone: {
    zh: '有需要随时找我，发送“帮助”看看我能做什么。',
    en: 'Glad to help. Send “help” whenever you need something.',
  },
} satisfies Record<string, Text>;

export const notificationOnly: Text = { zh: '给您的新内容', en: 'Something for you' };

export const greeting = (organisation: string): Text => ({
  zh: spaced`您好！我负责${organisation === '' ? '' : spaced`${organisation}的`}培训回访：培训之后请您说说感受（问卷上写明要几分钟），并把发现的问题交给能改进的人。发送“帮助”看看我能做什么。`,
  en: `Hello! I look after what comes once a training${organisation === '' ? '' : ` at ${organisation}`} is over: I ask how it went (each questionnaire says how long it takes) and hand what we learn to those who can improve it. Send “help” to see what I can do.`,
});

export const teamGreeting: Text = {
  zh: '你们好！请培训管理员在要接收培训结果的频道里 @我 并发送“这里”，结果卡片就会发到那个频道。',
  en: 'Hello! A member of the training staff can mention me with “here” in the channel that should get the results; the result cards will then appear there.',
};
