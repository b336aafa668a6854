import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import type { Gateways } from "./actions/deliver-message.ts";
import type { House } from "./house.ts";
import { deliver } from "./jobs/deliver.ts";
import { reckon } from "./jobs/reckon.ts";
import { signAllDays } from "./jobs/sign-days.ts";
import { sweep } from "./jobs/sweep.ts";
import type { JobPayloads } from "./store/jobs.ts";

/** Failures are written down where they belong (attempts of a message); the queue itself has nothing to say. */
const quietLogger = new Logger(() => () => undefined);

/** What the clock does, as a list. Duties live in their own table; a job is only a wake-up. */
export async function startWorker(house: House, gateways: Gateways, ownerUrl: string): Promise<Runner> {
  return run({
    connectionString: ownerUrl,
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    logger: quietLogger,
    taskList: {
      deliver: (payload, helpers) => deliver(house, gateways, payload as JobPayloads["deliver"], helpers.job.attempts),
      sweep: () => sweep(house),
      reckon: (payload) => reckon(house, payload as JobPayloads["reckon"]),
      signDays: () => signAllDays(house),
    },
    parsedCronItems: parseCronItems([
      { task: "sweep", match: "* * * * *" },
      { task: "signDays", match: "5 * * * *" },
    ]),
  });
}
