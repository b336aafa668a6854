import { randomInt, randomUUID } from "node:crypto";
import { type Instant, instant } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import { ownMessages } from "../../../domain/words/own-messages.ts";
import type { House } from "../../house.ts";
import { phoneLookup } from "../../record/petitioner.ts";
import type { PhoneMessage } from "../../record/telling/phone-message.ts";
import { countCodeMiss } from "../../store/case/codes.ts";
import { casesOfPhone } from "../../store/case/petitioner.ts";
import { enqueue } from "../../store/jobs.ts";

import { inTransaction } from "../../store/transaction.ts";
import { putPhoneCheck, readPhoneCheck, takePhoneTry, usePhoneCheck } from "../../store/once/phone-checks.ts";

export const codeMinutes = 10;
export const againSeconds = 60;
const triesAllowed = 5;

/** How often a number may be sent a code in an hour: from one address, and from all together. */
const perHour = { here: 5, everywhere: 10 } as const;

export type Asked = "sent" | { readonly seconds: number } | { readonly waitMinutes: number };

/**
 * Sends a code to a telephone, by short message or voice. Only a number that has brought a case in is sent one, and
 * whoever asks is not told which numbers have: the answers are alike.
 */
export async function askForCode(
  house: House,
  region: string,
  ask: { readonly phone: string; readonly way: PhoneMessage["way"]; readonly visitor: string },
): Promise<Asked> {
  const now = house.now();
  const lookup = phoneLookup(house.keys, ask.phone);
  const known = await readPhoneCheck(house.db, region, lookup);
  const gone = known ? (Date.parse(now) - Date.parse(known.sent_at)) / 1000 : againSeconds;
  if (gone < againSeconds) return { seconds: Math.ceil(againSeconds - gone) };
  const waitMinutes = await mustWait(house, region, ask, now);
  if (waitMinutes > 0) return { waitMinutes };
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const [someCase] = await casesOfPhone(house.db, region, lookup, { reader: null, limit: 1 });
  const message: PhoneMessage = {
    id: randomUUID(),
    to: ask.phone,
    text: fill(ownMessages.phoneCheck.text, { code: ask.way === "voice" ? [...code].join(" ") : code }),
    way: ask.way,
  };
  const until = instant(new Date(Date.parse(now) + codeMinutes * 60_000).toISOString());
  const sealed = someCase === undefined ? null : house.keys.seal("phoneCheck", JSON.stringify(message));
  await inTransaction(house.db, async (tx) => {
    await putPhoneCheck(tx, region, lookup, { hash: hashOf(house, ask.phone, code), sealed, now, until });
    if (sealed) await enqueue(tx, "sendCode", { region, phone: lookup.toString("hex") });
  });
  return "sent";
}

async function mustWait(
  house: House,
  region: string,
  { phone, visitor }: { readonly phone: string; readonly visitor: string },
  now: Instant,
): Promise<number> {
  const since = instant(new Date(Date.parse(now) - 3_600_000).toISOString());
  const limits = [
    [`phone-code:${phone}:${visitor}`, perHour.here],
    [`phone-code:${phone}`, perHour.everywhere],
  ] as const;
  const counters = limits.map(([words, allowed]) => ({ who: house.keys.lookup(words), allowed }));
  for (const { who, allowed } of counters) {
    const sent = await countCodeMiss(house.db, region, who, now, since);
    if (sent.misses > allowed) {
      return Math.max(1, Math.ceil((Date.parse(sent.window_start) + 3_600_000 - Date.parse(now)) / 60_000));
    }
  }
  return 0;
}

export type Entered = "right" | "over" | { readonly left: number };

/** Whether the code is the one that was sent; it lets in once, and five wrong ones end it. */
export async function enterCode(
  house: House,
  region: string,
  { phone, code }: { readonly phone: string; readonly code: string },
): Promise<Entered> {
  const lookup = phoneLookup(house.keys, phone);
  // The try is taken before the code is looked at: of any number at once no more than five are.
  const check = await takePhoneTry(house.db, region, lookup, triesAllowed, house.now());
  if (!check) return "over";
  const hash = hashOf(house, phone, code);
  if (check.code_hash.equals(hash)) return (await usePhoneCheck(house.db, region, lookup, hash)) ? "right" : "over";
  const left = triesAllowed - check.misses;
  return left > 0 ? { left } : "over";
}

function hashOf(house: House, phone: string, code: string): Buffer {
  return house.keys.lookup(`phone-check:${phone}:${code}`);
}
