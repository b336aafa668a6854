import { Logger, parseCronItems, run, type WorkerEvents } from "graphile-worker";
import type { Gateways } from "./gateways/gateways.ts";
import type { Log } from "./gateways/log.ts";
import type { House } from "./house.ts";
import { eraseAgreed } from "./actions/retention/erase-case.ts";
import { appraise } from "./jobs/appraise.ts";
import { checkpointAll } from "./jobs/checkpoint.ts";
import { dropFiles } from "./jobs/drop-files.ts";
import { deliver } from "./jobs/deliver.ts";
import { answerJoined } from "./jobs/answer-joined.ts";
import { endSessions, type Lifetimes } from "./jobs/end-sessions.ts";
import { evenClock } from "./jobs/even-clock.ts";
import { resealRest } from "./jobs/reseal.ts";
import { reckon } from "./jobs/reckon.ts";
import { sendPhoneCode } from "./jobs/send-code.ts";
import { signAllDays } from "./jobs/sign-days.ts";
import { watchRefusals } from "./jobs/watch-refusals.ts";
import { tellStaff } from "./jobs/tell-staff.ts";
import { sweep } from "./jobs/sweep.ts";
import { openQueuePool } from "./store/pools.ts";
import { enterQueue } from "./store/queue-presence.ts";
import type { JobPayloads } from "./store/jobs.ts";

/** Of what the queue has to say only failures matter. */
function failuresTo(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ from: "worker" }, message);
  });
}

/** The clock's work while it goes on. */
export interface Worker {
  readonly events: WorkerEvents;
  /** Ends when nothing of it uses the database any more, so that the database may be stopped next. */
  stop(): Promise<void>;
}

/** What the clock does, as a list. Duties live in their own table; a job is only a wake-up. */
export async function startWorker(
  house: House,
  gateways: Gateways,
  queueUrl: string,
  log: Log,
  sessions: Lifetimes | null = null,
): Promise<Worker> {
  const pool = openQueuePool(queueUrl);
  const clock = evenClock(Date.now, () => performance.now());
  const presence = await enterQueue(pool, house.now);
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    logger: failuresTo(log),
    taskList: {
      deliver: (payload, helpers) => deliver(house, gateways, payload as JobPayloads["deliver"], helpers.job.attempts),
      sendCode: (payload) => sendPhoneCode(house, gateways, payload as JobPayloads["sendCode"]),
      answerJoined: (payload) => answerJoined(house, payload as JobPayloads["answerJoined"]),
      tellStaff: (payload, helpers) =>
        tellStaff(house, gateways, payload as JobPayloads["tellStaff"], helpers.job.attempts),
      sweep: (_, helpers) => sweep(house, helpers.abortSignal),
      reckon: (payload, helpers) => reckon(house, payload as JobPayloads["reckon"], helpers.abortSignal),
      signDays: () => signAllDays(house, clock),
      checkpoint: () => {
        clock.look();
        return checkpointAll(house);
      },
      endSessions: async () => (sessions === null ? undefined : endSessions(house, sessions)),
      watchRefusals: () => watchRefusals(house, log),
      appraise: (_, helpers) => appraise(house, helpers.abortSignal),
      eraseAgreed: async (payload, helpers) => {
        await eraseAgreed(house, (payload as JobPayloads["eraseAgreed"]).region, helpers.abortSignal);
      },
      reseal: (_, helpers) => resealRest(house, helpers.abortSignal),
      dropFiles: (_, helpers) => dropFiles(house, helpers.abortSignal),
    },
    parsedCronItems: parseCronItems([
      { task: "sweep", match: "* * * * *" },
      { task: "signDays", match: "5 * * * *", options: { maxAttempts: 1 } },
      { task: "checkpoint", match: "* * * * *", options: { maxAttempts: 1 } },
      { task: "endSessions", match: "25 * * * *" },
      { task: "watchRefusals", match: "*/10 * * * *", options: { maxAttempts: 1 } },
      { task: "appraise", match: "45 * * * *" },
      { task: "dropFiles", match: "35 * * * *" },
      { task: "reseal", match: "55 * * * *", options: { maxAttempts: 1 } },
    ]),
  });
  return {
    events: runner.events,
    stop: async () => {
      await runner.stop();
      await presence.leave();
      await pool.end();
    },
  };
}
