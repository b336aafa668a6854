import type { SendResult } from "./mail.ts";

/** A gateway that has not answered for so long hangs. */
const hangs = 5000;
/** It is left alone for so long, and then tried with one message at a time until it answers. */
const rests = 15_000;

/**
 * Sends through a gateway and spares one that hangs: those who come meanwhile are told at once that it cannot be reached,
 * and wait in the queue. So a backlog for one gateway does not keep all hands from what goes by another, or from the
 * clock's other work.
 */
export function resting<M>(
  send: (message: M) => Promise<SendResult>,
  clock: () => number = () => performance.now(),
): (message: M) => Promise<SendResult> {
  let until = -Infinity;
  let hanging = false;
  let trying = false;
  return async (message) => {
    if (hanging && (trying || clock() < until)) return { result: "unreachable", detail: "the gateway hangs" };
    const began = clock();
    trying = true;
    try {
      const sent = await send(message);
      const silent = sent.result === "unanswered" || sent.result === "unreachable";
      hanging = silent && clock() - began >= hangs;
      if (hanging) until = clock() + rests;
      return sent;
    } finally {
      trying = false;
    }
  };
}
