import { randomUUID } from 'node:crypto';
import { type Activity, isFields } from './activity.ts';
import type { Complaint, ComplaintRule } from './complaint.ts';
import { type BotAnswer, createPoster } from './post.ts';
import type { TokenSource } from './token-source.ts';

export interface InvokeTiming {
  /** Milliseconds until Teams gives up on an answer. */
  deadline: number;
  /** How often the client asks again after a late or empty answer. */
  retries: number;
}

export interface InvokeAnswer extends BotAnswer {
  /** How often the invoke was sent. */
  readonly attempts: number;
}

/** The wire from Teams to the bot. */
export interface BotLine {
  connect(url: string): void;
  /** Any body with any headers, as an attacker might. */
  postRaw(body: string | Buffer, headers: Record<string, string>): Promise<BotAnswer>;
  deliver(activity: Activity): Promise<BotAnswer>;
  /** Asks again after a late or an empty answer, with a new activity id, as clients do. */
  invoke(activity: Activity): Promise<InvokeAnswer>;
  /** The last invoke once more, to the letter. */
  repeatLastInvoke(): Promise<BotAnswer>;
  close(): void;
}

/** Milliseconds the channel waits for a bot to take a message. */
const messageDeadline = 15_000;

export function createBotLine(
  tokens: TokenSource,
  timing: InvokeTiming,
  complain: (complaint: Complaint) => void,
): BotLine {
  const poster = createPoster();
  let botUrl: string | undefined;
  let lastInvoke: Activity | undefined;

  async function post(activity: Activity, deadline: number): Promise<BotAnswer> {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      authorization: `Bearer ${await tokens.valid()}`,
      'x-ms-conversation-id': activity.conversation?.id ?? '',
      'x-ms-tenant-id': activity.conversation?.tenantId ?? '',
    };
    return poster.post(address(), JSON.stringify(activity), headers, deadline);
  }

  function address(): string {
    if (botUrl === undefined) throw new Error('no bot yet: call tenant.connect(url) first');
    return botUrl;
  }

  function note(rule: ComplaintRule, detail: string, activity: Activity): void {
    complain({ rule, detail, conversationId: activity.conversation?.id ?? '', activity });
  }

  return {
    connect: (url) => {
      botUrl = url;
    },
    postRaw: (body, headers) => poster.post(address(), body, headers, messageDeadline),

    async deliver(activity) {
      const answer = await post(activity, messageDeadline);
      if (answer.status < 200 || answer.status > 299) {
        note('message answered with an HTTP error', inWords(answer), activity);
      }
      return answer;
    },

    async invoke(first) {
      let activity = first;
      for (let attempt = 1; ; attempt += 1) {
        lastInvoke = activity;
        const answer = await post(activity, timing.deadline);
        const late = answer.failure === 'late';
        const empty = answer.status === 200 && isEmpty(answer.body);
        if (late) note('late invoke answer', `none after ${timing.deadline} ms`, activity);
        else if (empty) note('empty invoke answer', answer.text, activity);
        else if (answer.status !== 200) {
          note('invoke answer with an HTTP error', inWords(answer), activity);
        }
        if (!(late || empty) || attempt > timing.retries) return { ...answer, attempts: attempt };
        activity = { ...first, id: `f:${randomUUID()}` };
      }
    },

    repeatLastInvoke() {
      if (lastInvoke === undefined) throw new Error('nobody has pressed anything yet');
      return post(lastInvoke, timing.deadline);
    },
    close: () => poster.close(),
  };
}

function inWords({ failure, status, text }: BotAnswer): string {
  return failure ?? `${status} ${text.slice(0, 200)}`;
}

/** Teams takes an answer without a type, or without a value, for none at all. */
function isEmpty(body: unknown): boolean {
  if (!isFields(body) || typeof body.type !== 'string') return true;
  const { value } = body;
  return (
    value === undefined || value === null || value === '' || (isFields(value) && !Object.keys(value).length)
  );
}
