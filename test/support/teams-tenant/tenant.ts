import type { Activity } from './activity.ts';
import type { BotAuth } from './bot-auth.ts';
import type { InvokeTiming } from './bot-line.ts';
import type { Complaint } from './complaint.ts';
import type { LogEntry } from './connector.ts';
import type { Message } from './conversation.ts';
import type { Counts } from './counts.ts';
import type { Faults } from './faults.ts';
import type { LimitSettings, Limits } from './limits.ts';
import type { NewPerson } from './new-person.ts';
import type { Operation } from './operation.ts';
import type { Person } from './person.ts';
import type { BotAnswer } from './post.ts';
import type { Team } from './team.ts';
import type { TokenFault } from './token-fault.ts';
import type { WaitOptions } from './wait-for.ts';
import type { PersonRecord } from './world.ts';

export interface TenantSettings {
  appId?: string;
  tenantId?: string;
  botName?: string;
  /** Seed of the faults by probability. */
  seed?: number;
  /** Rate limits; none by default. `teamsLimits` are Microsoft's. */
  limits?: LimitSettings;
  /** Milliseconds the bot has for an invoke. Default 5000, as in Teams. */
  invokeDeadline?: number;
  /** What is kept of each message; by default all of it. A bench with many thousands keeps less. */
  remember?: (activity: Activity) => Activity;
  /** How often a client asks again after a late or empty invoke answer. Default 2. */
  invokeRetries?: number;
}

/** Microsoft's cloud and the people in it, as far as a bot can tell. */
export interface TeamsTenant {
  readonly appId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly bot: { readonly id: string; readonly name: string };
  botAuth(): BotAuth;
  /** From now on everything goes to the bot at this URL (`http://127.0.0.1:…/api/messages`). */
  connect(botUrl: string): void;
  person(about: NewPerson): Person;
  team(about: {
    name: string;
    /** Default: a new one. */
    id?: string;
    members?: readonly PersonRecord[];
    channels?: readonly string[];
  }): Team;
  /** Posts an activity as it is, signed rightly or with one lie; nothing is complained about. */
  post(activity: Activity, fault?: TokenFault): Promise<BotAnswer>;
  /** Posts any bytes with any headers. */
  postRaw(body: string | Buffer, headers: Record<string, string>): Promise<BotAnswer>;
  /** A valid token for the bot, for raw posts. */
  token(): Promise<string>;
  /** The last invoke once more, to the letter. */
  repeatLastInvoke(): Promise<BotAnswer>;
  /** Waits in real time until `look` gives something; the error tells the last requests of the bot. */
  waitFor<T>(
    look: () => T | Promise<T>,
    options?: WaitOptions,
  ): Promise<Exclude<T, undefined | null | false>>;
  /** Waits until the bot has asked nothing for this long; for showing that nothing more comes. */
  quiet(milliseconds?: number): Promise<void>;
  /** A test may shrink the deadline. */
  readonly invokeTiming: InvokeTiming;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly counts: Counts;
  /** What the bot did that Teams lets pass and people would mind. Tests expect it to be empty. */
  readonly complaints: Complaint[];
  /** Messages between 80 and 100 KB. */
  readonly heavy: { operation: Operation; bytes: number }[];
  /** Every request of the bot. */
  readonly log: LogEntry[];
  /** Every message the bot sent, in order; later changes are in it. */
  readonly sent: readonly Message[];
  sentTo(person: PersonRecord): Message[];
  /** Messages of the bot that share a key; those without a key (undefined) do not count. */
  duplicates(keyOf: (message: Message) => string | undefined): { key: string; messages: Message[] }[];
  /** Ends every connection. Safe to call once the bot is gone or still there. */
  close(): Promise<void>;
}
