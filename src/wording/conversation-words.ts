import type { Text } from '../domain/kernel/text.ts';
import { spaced } from './spaced.ts';

export const answeredInPrivate: Text = {
  zh: '已经单独发给您了，请看与我的聊天。',
  en: 'I have sent it to you alone; please see your chat with me.',
};

export const notUnderstood = (examples: string): Text => ({
  zh: `我没有听懂，不过可以试试这些：${examples}`,
  en: `I did not understand that, but these work: ${examples}`,
});

export const notificationOnly: Text = { zh: '给您的新内容', en: 'Something for you' };

export const greeting = (organisation: string): Text => ({
  zh: spaced`您好！我负责${organisation === '' ? '' : spaced`${organisation}的`}培训回访：培训之后请您说说感受（问卷上写明要几分钟），并把发现的问题交给能改进的人。发送“帮助”看看我能做什么。`,
  en: `Hello! I look after what comes once a training${organisation === '' ? '' : ` at ${organisation}`} is over: I ask how it went (each questionnaire says how long it takes) and hand what we learn to those who can improve it. Send “help” to see what I can do.`,
});

export const teamGreeting: Text = {
  zh: '你们好！请培训管理员在要接收培训结果的频道里 @我 并发送“这里”，结果卡片就会发到那个频道。',
  en: 'Hello! A member of the training staff can mention me with “here” in the channel that should get the results; the result cards will then appear there.',
};
