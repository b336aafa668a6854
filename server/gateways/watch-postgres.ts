import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import type { Log } from "./log.ts";

const lookEvery = 500;

/** So long one waits after each attempt; what keeps it away, such as a full disk, may take an operator hours to mend. */
const pauses = [2000, 5000, 15_000, 30_000];
const longestPause = 60_000;

/** A database that has run for so long since it was last started counts as sound again. */
const soundAfter = 600_000;

/**
 * Starts the embedded database again when it is gone though nobody has stopped it. Gives what ends the watch; nothing
 * is being started any more when that has come back.
 */
export function watchPostgres(postgres: EmbeddedPostgres, log: Log): () => Promise<void> {
  let attempts = 0;
  let lastStart = 0;
  let ended = false;
  let next: NodeJS.Timeout | null = null;
  let work: Promise<void> = Promise.resolve();
  const lookIn = (millis: number) => {
    if (ended) return;
    next = setTimeout(() => {
      work = look();
    }, millis);
    next.unref();
  };
  const look = async () => {
    if (ended) return;
    if (postgres.isRunning()) {
      if (performance.now() - lastStart > soundAfter) attempts = 0;
      lookIn(lookEvery);
      return;
    }
    attempts += 1;
    lastStart = performance.now();
    try {
      log.error({ attempts }, "the embedded database is gone; starting it again");
      await postgres.startAgain();
    } catch (error) {
      log.error({ attempts, err: error }, "the embedded database could not be started again");
    }
    lookIn(postgres.isRunning() ? lookEvery : (pauses[attempts - 1] ?? longestPause));
  };
  lookIn(lookEvery);
  return async () => {
    ended = true;
    if (next) clearTimeout(next);
    await work;
  };
}
