import { isPeriod } from './parse-period.ts';

export interface ReportRequest {
  /** As typed; empty where none was. */
  readonly period: string;
  /** What else was typed: whom or what the report is to be about. */
  readonly about: string;
}

/** Nobody writes more for a period and a name. */
const longestRequest = 120;
const joints = /^(?:(?:for|of|on|in|about|the|from)\s+|[\s,，、的]+)+|[\s,，、的]+$/gu;

/**
 * Parts `Q3 Sales`, `销售部第三季度`, `2026`: the longest period at either end, and the rest. What says a time that is no
 * period (`Q5`, `last month`) counts as one, for it is the period that has to be written otherwise.
 */
export const readReportRequest = (text: string): ReportRequest => {
  const typed = text.slice(0, longestRequest).trim();
  if (isPeriod(typed)) return { period: typed, about: '' };
  for (let length = typed.length - 1; length > 0; length -= 1) {
    for (const [period, about, apart] of [
      [typed.slice(0, length), typed.slice(length), isApart(typed, length)],
      [typed.slice(-length), typed.slice(0, -length), isApart(typed, typed.length - length)],
    ] as const) {
      if (apart && isPeriod(period)) return { period: period.trim(), about: about.replace(joints, '') };
    }
  }
  return soundsLikeTime(typed) ? { period: typed, about: '' } : { period: '', about: typed };
};

/** Whether a word ends there; Chinese has no spaces. */
const isApart = (text: string, at: number): boolean => {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  return !/[a-z\d]/i.test(before) || !/[a-z\d]/i.test(after);
};

const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const day = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const time = new RegExp(
  `^(?:q\\d|(?:last|this|next|previous|first|second) (?:month|week|year|quarter|half|${day})|h[12]|${day}|(?:${month})(?: \\d{4})?|monthly|weekly|daily|today|yesterday|[\\d一二三四五六七八九十]{1,4}(?:月份?|季度?|年|周)|[上本这下][个一]?(?:月|周|星期|半年|年|季度?)|[上下]半年|今天|昨天|\\d{1,8})$`,
);

/** Whether somebody means a time, be it one there is no report for. */
export const soundsLikeTime = (text: string): boolean =>
  time.test(text.normalize('NFKC').toLowerCase().trim());
