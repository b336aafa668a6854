import type { FastifyInstance } from "fastify";
import { telling } from "../../../contract/own/telling.ts";
import { faultSentence } from "../../../domain/fields/contact.ts";
import { readEmail } from "../../../domain/fields/email.ts";
import { isFault } from "../../../domain/fields/fault.ts";
import { readTelephone, takesMessages } from "../../../domain/fields/telephone.ts";
import { fixedWays, type TellingKind, tellingKinds, waysFor } from "../../../domain/telling/staff.ts";
import { keepTelling, readOwnBell } from "../../actions/own/keep-telling.ts";
import { bellRows, countBell } from "../../store/telling/staff-notices.ts";
import { reachOf, wishesOf } from "../../store/telling/wishes.ts";
import { toldOf } from "../api/worklist.ts";
import { mustBeInPerson } from "../caller.ts";
import { hang } from "../door.ts";
import { fault } from "../fault.ts";
import type { Shop } from "../shop.ts";

/** How somebody of the office wants to be told of work, and what the bell has told them. */
export function tellingDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, telling.settings, async ({ caller }) => {
    const reach = await reachOf(house.db, region, caller.personId);
    const wishes = (await wishesOf(house.db, region, [caller.personId])).get(caller.personId);
    return {
      phone: reach?.phone ?? null,
      email: reach?.email ?? null,
      connected: { sms: house.ways.sms, email: house.ways.email },
      kinds: tellingKinds.map((kind) => ({
        kind,
        ways: [...waysFor(kind, wishes?.get(kind))],
        fixed: [...fixedWays[kind]],
      })),
    };
  });

  hang(app, shop, telling.change, async ({ body, caller, once }) => {
    mustBeInPerson(caller);
    const phone = phoneIn(body.phone);
    const next = { kinds: body.kinds, phone, email: emailIn(body.email), takesMessages: takesSms(phone) };
    const outcome = await keepTelling(house, region, caller.actor, next, once);
    if (outcome === "done") return { done: true as const };
    throw fault(422, `telling.${outcome}`);
  });

  hang(app, shop, telling.bell, async ({ caller }) => {
    const told = toldOf(shop, caller);
    const rows = await bellRows(house.db, house.keys, told, caller.personId, house.now());
    return {
      unread: await countBell(house.db, told, caller.personId, house.now()),
      rows: rows.map((row) => ({
        id: row.id,
        kind: row.kind as TellingKind,
        text: row.body,
        caseId: row.case_id,
        number: row.number,
        createdAt: row.created_at,
        readAt: row.read_at,
      })),
    };
  });

  hang(app, shop, telling.readBell, async ({ body, caller, once }) => {
    await readOwnBell(house, { region, personId: caller.personId, ids: body.ids }, once);
    return { done: true as const };
  });
}

function phoneIn(typed: string | null): string | null {
  if (!typed?.trim()) return null;
  const read = readTelephone(typed);
  if (isFault(read)) throw fault(422, "contact.wrong", { sentence: faultSentence("phone", read) });
  return read.text;
}

function emailIn(typed: string | null): string | null {
  if (!typed?.trim()) return null;
  const read = readEmail(typed);
  if (isFault(read)) throw fault(422, "contact.wrong", { sentence: faultSentence("email", read) });
  return read.text;
}

function takesSms(phone: string | null): boolean {
  const read = readTelephone(phone ?? "");
  return !isFault(read) && takesMessages(read);
}
