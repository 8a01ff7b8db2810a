import type { Language, Text } from '../../domain/kernel/text.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import type { Stores } from '../../domain/stores.ts';
import type { OnDesk } from '../bot/on-desk.ts';
import type { Place } from '../bot/place.ts';
import type { Saying } from '../bot/saying.ts';
import type { Speaker } from '../bot/speaker.ts';

export type Reply = Saying;

/** A command somebody typed. */
export interface CommandCall {
  readonly speaker: Speaker;
  readonly place: Place;
  /** What stood behind the command's word, cleaned of invisible characters. */
  readonly args: string;
  /** Everything that can be typed, for help. */
  readonly commands: readonly Command[];
}

/** One thing a person can type. Dispatch, help and the manifest's command list come from these objects. */
export interface Command<Used extends keyof Stores = keyof Stores> {
  readonly name: string;
  /** What people type for it, without the slash; all languages are understood from everybody. */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /** Whole sentences that mean it as well, in lower case. */
  readonly said?: readonly RegExp[];
  /** Its word alone asks for nothing: where courtesies stood around it, it is no command. */
  readonly wantsMore?: true;
  /** It is said, not asked for: where a request stood around it (`I'd like to see you`), something else is meant. */
  readonly notAskedFor?: true;
  readonly permission: Permission;
  /**
   * What may stand beside its word where no slash says that it is meant: nothing, unless this says so, or `knows`.
   * `today` is a local date of the organisation.
   */
  takes?(args: string, today: string): boolean;
  /** Whether that names somebody or something we know; asked only for those who may use the command. */
  knows?(args: string, on: OnDesk<Used>, speaker: Speaker): Promise<boolean>;
  /**
   * Shown in help and in Teams' own command list, which offers everything to everybody and has room for twelve: what
   * few need is `onlyInHelp`. The title must be one of the words, with an argument if it helps.
   */
  readonly menu?: { readonly title: Text; readonly description: Text; readonly onlyInHelp?: true };
  /** `private`: typed in a channel, the answer goes to the speaker's own chat. */
  readonly answersIn: 'private' | 'place';
  readonly places: readonly ('personal' | 'channel')[];
  /** The stores it works with; it is given no others. */
  readonly uses: readonly Used[];
  /** Throws `Refusal` where a rule says no. */
  run(call: CommandCall, on: OnDesk<Used>): Promise<Reply>;
}

/** A command that knows its own stores, as it is written; all of them fit one list. */
export const command = <const Used extends keyof Stores>(written: Command<Used>): Command<Used> => written;
