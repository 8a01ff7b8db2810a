import { seenLine } from '../../domain/kernel/seen-text.ts';

/** Zero-width characters, direction marks, soft hyphens and the like, which clients paste along. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

interface Mention {
  readonly type?: string | undefined;
  readonly text?: unknown;
  readonly mentioned?: unknown;
}

/**
 * What somebody typed, as they see it: without the bot's own mention, without invisible characters, every kind
 * of space one space. Other people's mentions become their names.
 */
export const visibleText = (text: string, entities: readonly Mention[], botId: string): string => {
  let rest = text;
  for (const { type, text: marked, mentioned } of entities) {
    const id =
      typeof mentioned === 'object' && mentioned !== null && 'id' in mentioned ? mentioned.id : undefined;
    if (type === 'mention' && id === botId && typeof marked === 'string' && marked !== '') {
      rest = rest.replaceAll(marked, ' ');
    }
  }
  const visible = rest
    .replace(/^\s*<at>[^<]*<\/at>/i, ' ')
    .replace(/<\/?at[^>]{0,100}>/gi, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(invisible, '');
  return seenLine(visible);
};
