import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import type { Gateways } from "./actions/cases/deliver-message.ts";
import type { Log } from "./gateways/log.ts";
import type { House } from "./house.ts";
import { deliver } from "./jobs/deliver.ts";
import { reckon } from "./jobs/reckon.ts";
import { signAllDays } from "./jobs/sign-days.ts";
import { sweep } from "./jobs/sweep.ts";
import type { JobPayloads } from "./store/jobs.ts";

/** Of what the queue has to say only failures matter. */
function failuresTo(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ from: "worker" }, message);
  });
}

/** What the clock does, as a list. Duties live in their own table; a job is only a wake-up. */
export async function startWorker(house: House, gateways: Gateways, ownerUrl: string, log: Log): Promise<Runner> {
  return run({
    connectionString: ownerUrl,
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    logger: failuresTo(log),
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
