import { describe, expect, it } from 'vitest';
import { isOneScriptText } from '../../src/documents/one-script-words.ts';

describe('words of one script', () => {
  it.each([
    ['windows-1251', ['Фёдор Достоевский', 'ИВАНОВ', 'Воробйов', 'Стъпанов', 'отдел']],
    ['koi8-r', ['Ольга']],
    ['windows-1253', ['Γιώργος', 'ΝΙΚΟΣ', 'Μαρία']],
    ['windows-1255', ['משה ז׳בוטינסקי']],
    ['windows-1256', ['فاطمة', 'مصطفى', 'بن']],
    ['windows-874', ['สมชาย', 'จันทร์', 'กรุงเทพฯ', 'น้ำฝน', 'โอ๋']],
    ['windows-1251', ['Њ и ']],
    ['windows-1253', ['ΰ']],
    ['windows-1255', ['א']],
    ['windows-1256', ['كي']],
    ['windows-874', ['ส่์']],
  ] as const)('%s: what people write in it are words: %j', (encoding, words) => {
    for (const word of words) expect(isOneScriptText(word, encoding), word).toBe(true);
  });

  // What is wrongly read, and what it was before.
  it.each([
    ['windows-1251', ['ъм ← תל', 'ошйн ← מרים', 'тойъ ← עמית']],
    ['windows-1253', ['Κθμ ← Ким', 'ςγι ← עדי', 'ίνΰ ← Яна', 'ιερσ ← יוסף', 'Θγξπό ← Игорь']],
    ['windows-1255', ['בםבל ← ليلى']],
    ['koi8-r', ['ЗЛ ← תל', 'АЬВ ← ברק', 'ЮАИА ← אביב', 'яхднпнб ← СИДОРОВ']],
    ['windows-1256', ['ؤھرش ← 莫言', 'يءزةر ← Мария']],
    ['windows-874', ['ฏเฎค ฆ ← продаж']],
  ] as const)('%s: what its languages never write is no word: %j', (encoding, words) => {
    for (const word of words) expect(isOneScriptText(word.replace(/ ←.*/u, ''), encoding), word).toBe(false);
  });
});
