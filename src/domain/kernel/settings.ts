import type { VisitKind } from './ids.ts';
import type { Language } from './text.ts';

/** When the rounds of a kind are asked, counted from what they follow: a training's end, a month of it. */
export interface WindowSetting {
  /** Opens on this day, or on the next working day. */
  readonly openDay: number;
  /** Due at the end of the day so many days or months later. */
  readonly due: { readonly days: number } | { readonly months: number };
}

/** The policy's numbers. Every deadline and threshold of it is a setting with the policy's value as default. */
export interface Settings {
  readonly organisation: {
    readonly name: string;
    /** IANA zone of the organisation; quarters and default delivery hours follow it. */
    readonly timeZone: string;
    /** Spoken to people whose language is not known yet. */
    readonly language: Language;
    /** `CN`: Chinese public holidays and make-up workdays; `weekdays`: Monday to Friday. */
    readonly calendar: 'CN' | 'weekdays';
  };
  /** Nothing is delivered outside these hours of a working day, in the person's zone. */
  readonly deliveryHours: { readonly from: string; readonly to: string };
  readonly windows: Readonly<Record<VisitKind, WindowSetting>>;
  /** Reminders closer together than this many days are dropped. */
  readonly reminderGapDays: number;
  /** P3: nothing is shown below these group sizes. */
  readonly minimumGroup: { readonly scores: number; readonly comments: number };
  /** A5: an item is an issue below this mean (1–5) or this share of satisfied answers, from this n on. */
  readonly issueRule: {
    readonly meanBelow: number;
    readonly satisfactionBelow: number;
    readonly minimumN: number;
  };
  /** At most this many questionnaires a person is invited to within seven days. */
  readonly questionnairesPerWeek: number;
  readonly sending: {
    /** Requests a second to the service that carries messages, of all processes together. Teams allows 50 (TEAMS.md §1.1); the rest is left to answers. 0: no limit. */
    readonly requestsPerSecond: number;
    /** A round's invitations are spread over so many seconds; 0: all at once. */
    readonly campaignSpreadSeconds: number;
  };
}

export const defaultSettings: Settings = {
  organisation: { name: '', timeZone: 'Asia/Shanghai', language: 'zh', calendar: 'CN' },
  deliveryHours: { from: '09:00', to: '18:00' },
  windows: {
    T1: { openDay: 1, due: { days: 14 } },
    T2: { openDay: 21, due: { months: 1 } },
    T3: { openDay: 1, due: { days: 7 } },
    T4: { openDay: 30, due: { months: 3 } },
    T5: { openDay: 150, due: { months: 6 } },
  },
  reminderGapDays: 2,
  minimumGroup: { scores: 5, comments: 5 },
  issueRule: { meanBelow: 3.5, satisfactionBelow: 0.6, minimumN: 5 },
  questionnairesPerWeek: 3,
  sending: { requestsPerSecond: 45, campaignSpreadSeconds: 0 },
};
