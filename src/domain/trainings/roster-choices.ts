import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';
import type { RosterProblemCode } from './roster-problem.ts';
import type { TrainingMode } from './training.ts';

const choice =
  <T>(code: RosterProblemCode, words: ReadonlyMap<T, readonly string[]>) =>
  (text: string): Reading<T> => {
    const word = text.normalize('NFKC').toLowerCase();
    for (const [value, accepted] of words) if (accepted.includes(word)) return { value };
    return trouble(code);
  };

export const readMode = choice<TrainingMode>(
  'mode-unknown',
  new Map([
    ['classroom', ['classroom', 'face-to-face', 'in person', 'offline', '课堂', '面授', '线下', '现场']],
    ['online', ['online', 'virtual', 'remote', '线上', '网络', '在线', '远程']],
    ['mixed', ['mixed', 'blended', 'hybrid', '混合', '线上线下', '线上+线下']],
  ]),
);

export const readSource = choice<'internal' | 'external'>(
  'source-unknown',
  new Map([
    ['internal', ['internal', 'in-house', '内部', '内训', '企业内训']],
    ['external', ['external', '外部', '外训', '外派']],
  ]),
);

export const readLength = choice<'short' | 'long'>(
  'length-unknown',
  new Map([
    ['short', ['short', '短期', '短']],
    ['long', ['long', '长期', '长']],
  ]),
);

/** Whether a training is cancelled; merged into another, its people are on that one’s lines. */
export const readCancelled = choice<boolean>(
  'status-unknown',
  new Map([
    [
      true,
      [
        ...['cancelled', 'canceled', 'cancel', 'called off', 'merged', 'yes', 'y', 'true', '1', 'x', '√'],
        ...['取消', '已取消', '停办', '已停办', '不开班', '合并', '已合并', '是'],
      ],
    ],
    [
      false,
      [
        ...['takes place', 'planned', 'scheduled', 'confirmed', 'open', 'active', 'held', 'running'],
        ...['completed', 'done', 'finished', 'no', 'n', 'false', '0', '-', '否', '无', '正常', '照常'],
        ...['计划', '未开始', '已确认', '已开班', '进行中', '已完成', '已结束', '已结业', '未取消'],
      ],
    ],
  ]),
);

export const readWithdrawn = choice<boolean>(
  'withdrawn-unknown',
  new Map([
    [true, ['yes', 'y', 'true', '1', 'x', 'withdrawn', '是', '已退出', '退出', '√']],
    [false, ['no', 'n', 'false', '0', '否', '未退出', '-', '无']],
  ]),
);
