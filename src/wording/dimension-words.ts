import type { Text } from '../domain/kernel/text.ts';
import type { Dimension } from '../domain/questionnaires/clauses.ts';

export const dimensionNames: Readonly<Record<Dimension, Text>> = {
  D1: { zh: '培训内容', en: 'Content' },
  D2: { zh: '讲师', en: 'Instructor' },
  D3: { zh: '组织安排', en: 'Delivery' },
  D4: { zh: '培训效果', en: 'Effect' },
  D5: { zh: '总体评分', en: 'Overall score' },
};
