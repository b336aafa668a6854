import { goOn, type Life } from "./life.ts";
import { wake } from "./morning.ts";
import type { Stretch } from "./stretch.ts";
import { turn } from "./turn.ts";

const roundSeconds = 5400;

/** The office goes through its cases once; what is slow today may wait for another round. */
export async function workRound(life: Life, stretch: Stretch): Promise<void> {
  await wakeNew(life);
  const left = Math.min(roundSeconds, (Date.parse(life.until) - Date.parse(life.now())) / 2000);
  const pause = Math.min(70, left / Math.max(1, life.cases.size));
  for (const held of life.cases.values()) {
    const likely = held.kase.stage === "answered" ? held.story.pace / 2 : held.story.pace;
    if (stretch.stopped?.() === true) return;
    if (!life.luck.yes(likely)) continue;
    if ((await turn(life, held)) && !goOn(life, pause)) return;
  }
}

/** Cases that have come in since are taken up; luck goes on where it was. */
async function wakeNew(life: Life): Promise<void> {
  const { luck } = life;
  await wake(life);
  life.luck = luck;
}
