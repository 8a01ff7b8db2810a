export interface LeavingRequest {
  /** An e-mail or a name, as typed. */
  readonly who: string;
  /** It was a mistake, or they are back. */
  readonly undo: boolean;
}

const undoWords = ['undo', 'back', 'take back', '撤销', '取消', '回来了', '恢复'];

/** Reads what follows `/left`: `Anna Berg`, `li.wei@contoso.com undo`, `李伟 撤销`. */
export const readLeavingRequest = (text: string): LeavingRequest => {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const lower = plain.toLowerCase();
  const word = undoWords.find((one) => lower.startsWith(`${one} `) || lower.endsWith(` ${one}`));
  if (word === undefined) return { who: plain, undo: false };
  const who = lower.endsWith(` ${word}`) ? plain.slice(0, -word.length) : plain.slice(word.length);
  return { who: who.trim(), undo: true };
};
