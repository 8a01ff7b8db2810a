import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** From sending to the last byte of the answer, in milliseconds. */
  readonly ms: number;
}

export interface Answered {
  readonly answers: readonly Answer[];
  /** For all of them, in milliseconds. */
  readonly tookMs: number;
}

/** Posts what is ready to be posted to one bot; costs little, and the same whoever answers. */
export interface Load {
  /** So many at a time, the next as soon as one is answered. */
  crowd(bodies: readonly string[], atATime: number): Promise<Answered>;
  /** At a steady pace, however long the answers take. */
  pace(bodies: readonly string[], perSecond: number): Promise<Answered>;
}

/** Connections are kept for a round alone: between rounds a server would close idle ones. */
const ofOneRound = (): Agent => new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'fifo' });

export const createLoad = (botUrl: string, token: string): Load => {
  const { hostname, port } = new URL(botUrl);
  const headers = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` };

  const post = (agent: Agent, body: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const length = String(Buffer.byteLength(body));
      const outgoing = request(
        {
          hostname,
          port,
          path: '/api/messages',
          method: 'POST',
          agent,
          headers: { ...headers, 'content-length': length },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const ms = performance.now() - begun;
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), ms });
          });
        },
      );
      outgoing.on('error', (error) => {
        // A server may close a connection that was idle just as it is used again; any client asks anew.
        if (outgoing.reusedSocket) post(agent, body).then(resolve, reject);
        else reject(error);
      });
      outgoing.end(body);
    });

  return {
    crowd: async (bodies, atATime) => {
      const agent = ofOneRound();
      const answers: Answer[] = [];
      let next = 0;
      const begun = performance.now();
      const one = async (): Promise<void> => {
        for (let at = next++; at < bodies.length; at = next++)
          answers[at] = await post(agent, bodies[at] ?? '');
      };
      await Promise.all(Array.from({ length: atATime }, one));
      const tookMs = performance.now() - begun;
      agent.destroy();
      return { answers, tookMs };
    },
    pace: async (bodies, perSecond) => {
      const agent = ofOneRound();
      const begun = performance.now();
      const open: Promise<Answer>[] = [];
      while (open.length < bodies.length) {
        const due = Math.floor(((performance.now() - begun) / 1000) * perSecond) + 1;
        while (open.length < Math.min(due, bodies.length)) open.push(post(agent, bodies[open.length] ?? ''));
        await pause(1);
      }
      const answers = await Promise.all(open);
      const tookMs = performance.now() - begun;
      agent.destroy();
      return { answers, tookMs };
    },
  };
};
