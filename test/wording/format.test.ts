import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatDate,
  formatDay,
  formatDayOf,
  formatInterval,
  formatList,
  formatMoment,
  formatScore,
  formatShare,
  roundScore,
} from '../../src/wording/format.ts';

describe('dates and figures as people read them', () => {
  it('a local date is the same day whatever zone the machine is in', () => {
    expect(formatDay('2026-12-04', 'zh')).toBe('12月4日（周五）');
    expect(formatDay('2026-12-04', 'en')).toBe('Fri 4 Dec');
    expect(formatDate('2026-12-04', 'zh')).toBe('2026年12月4日');
    expect(formatDate('2026-12-04', 'en')).toBe('4 December 2026');
  });

  it('an instant is told in the zone that is asked for', () => {
    const instant = new Date('2026-12-04T16:30:00Z');
    expect(formatDayOf(instant, 'zh', 'Asia/Shanghai')).toBe('12月5日（周六）');
    expect(formatDayOf(instant, 'en', 'Europe/Berlin')).toBe('Fri 4 Dec');
    expect(formatMoment(instant, 'zh', 'Asia/Shanghai')).toBe('12月5日（周六）00:30');
    expect(formatMoment(instant, 'en', 'Asia/Shanghai')).toBe('Sat 5 Dec, 00:30');
  });

  it('scores have two places, rounded half up, in text as in charts', () => {
    expect(formatScore(4.005)).toBe('4.01');
    expect(roundScore(4.005)).toBe(4.01);
    expect(formatScore(5)).toBe('5.00');
  });

  it('shares are whole percent, differences carry their sign', () => {
    expect(formatShare(0.625)).toBe('63%');
    expect(formatInterval(0.584, 0.919)).toBe('58–92%');
    expect(formatChange(0.3)).toBe('+0.30');
    expect(formatChange(-12, 0)).toBe('−12');
    expect(formatChange(-0.001)).toBe('0');
  });

  it('names are joined as the language joins them', () => {
    expect(formatList(['张三', '李四'], 'zh')).toBe('张三、李四');
    expect(formatList(['Ann', 'Bo'], 'en')).toBe('Ann, Bo');
  });
});
