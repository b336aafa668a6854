import type { PostgresPool } from "kysely";
import { NoConnectionFree } from "./away.ts";

/**
 * A part of a pool: at most `most` of its connections are in use through it at a time, so that whoever waits for a locked
 * table on this part leaves the rest to the others. A request that has waited for `wait` milliseconds is turned away.
 */
export function sharing(pool: PostgresPool, most: number, wait: number): PostgresPool {
  const queue: Waiting[] = [];
  let used = 0;
  const enter = (): Promise<void> => {
    if (used < most) {
      used += 1;
      return Promise.resolve();
    }
    return new Promise((go, turnAway) => {
      const one: Waiting = { go, timer: setTimeout(() => leaveQueue(queue, one, turnAway), wait) };
      queue.push(one);
    });
  };
  const leave = () => {
    const next = queue.shift();
    if (!next) {
      used -= 1;
      return;
    }
    clearTimeout(next.timer);
    next.go();
  };
  return {
    options: pool.options ?? {},
    // The pool belongs to the house, not to its part.
    end: async () => undefined,
    connect: async () => {
      await enter();
      try {
        const client = await pool.connect();
        return {
          query: client.query.bind(client) as typeof client.query,
          release: (destroy) => {
            leave();
            client.release(destroy);
          },
        };
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}

interface Waiting {
  readonly go: () => void;
  readonly timer: NodeJS.Timeout;
}

function leaveQueue(queue: Waiting[], one: Waiting, turnAway: (error: Error) => void): void {
  const at = queue.indexOf(one);
  if (at >= 0) queue.splice(at, 1);
  turnAway(new NoConnectionFree("too many requests of this region wait for the database"));
}
