import { createHash } from "node:crypto";
import { loadWorld } from "../../store/world.ts";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { unfiled } from "../../../domain/case/case.ts";
import { evolveAll } from "../../../domain/case/evolve.ts";
import { wordless } from "../../../domain/case/retention/wordless.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { House } from "../../house.ts";
import { packOf } from "../../record/perform.ts";
import { openPetitioner, type PetitionerData, sealPetitioner } from "../../record/petitioner.ts";
import { canonical } from "../../store/chain.ts";
import { readEvents, takeCase } from "../../store/case/load.ts";
import { type PetitionerRow, readPetitioner } from "../../store/case/petitioner.ts";
import type { Tx } from "../../store/db.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { changeLines, isHeld, takeLines, toBeErased } from "../../store/retention/appraisal.ts";
import { eraseCaseRow, eraseRows, writeWordless } from "../../store/retention/erase.ts";
import { inTransaction } from "../../store/transaction.ts";

const atOnce = 200;

/** Erases what two persons have agreed to erase, a case in a transaction; gives how many. */
export async function eraseAgreed(house: House, region: string, stop?: AbortSignal): Promise<number> {
  let erased = 0;
  for (;;) {
    const ids = await toBeErased(house.db, region, atOnce);
    for (const id of ids) {
      stop?.throwIfAborted();
      if (await inTransaction(house.db, (tx) => eraseCase(tx, house, region, id))) erased += 1;
    }
    if (ids.length < atOnce) return erased;
  }
}

/**
 * Takes out of a case who brought it and every word and file; what happened, when, of which kind and with what outcome
 * stays, and so do all figures. The chain of its events keeps its hashes; the log of the office vouches from now on for
 * what is left of them, so that a check still tells every later change. False: somebody was faster, or something of the
 * case has begun again since two persons agreed; it then stands on the list as before.
 */
async function eraseCase(tx: Tx, house: House, region: string, caseId: string): Promise<boolean> {
  const stored = await takeCase(tx, house.keys, region, caseId);
  const [line] = await takeLines(tx, region, [caseId]);
  if (!stored || line?.state !== "agreed") return false;
  const now = house.now();
  if (isHeld(line)) {
    await backToList(tx, region, line, now);
    return false;
  }
  const pack = packOf(house, stored.kase, await loadWorld(tx, region, house));
  const events = (await readEvents(tx, house.keys, region, caseId)).map((event) => wordless(event, pack));
  await writeWordless(tx, region, caseId, events);
  const left = events.map(({ type, at, by, data }, i) => ({ seq: i + 1, type, at, actor: by, data }));
  const kase = evolveAll(unfiled(stored.kase.id, stored.kase.packId, now), events);
  const petitioner = await readPetitioner(tx, region, caseId);
  const anonymous = petitioner && nobodyLike(house, openPetitioner(house.keys, petitioner.sealed));
  await eraseRows(tx, region, caseId, anonymous);
  await eraseCaseRow(tx, region, kase, zh.erasedTitle, now);
  await changeLines(tx, region, [caseId], { state: "erased" });
  await appendOfficeEvent(tx, region, "retention", {
    type: "caseErased",
    at: now,
    actor: { personId: null, orgId: null },
    data: {
      case: caseId,
      number: stored.number,
      basis: line.basis,
      proposedBy: line.proposed_by,
      agreedBy: line.decided_by,
      reason: line.reason,
      events: left.length,
      digest: createHash("sha256").update(canonical(left)).digest("hex"),
    },
  });
  return true;
}

async function backToList(
  tx: Tx,
  region: string,
  { case_id, number, because }: Awaited<ReturnType<typeof takeLines>>[number],
  at: Instant,
): Promise<void> {
  const undecided = { decided_by: null, decided_at: null, decision: null };
  const unproposed = { proposal: null, proposed_by: null, proposed_at: null, reason: null };
  await changeLines(tx, region, [case_id], { state: "listed", ...unproposed, ...undecided });
  const actor = { personId: null, orgId: null };
  await appendOfficeEvent(tx, region, "retention", { type: "erasureStopped", at, actor, data: { number, because } });
}

/** What figures count of petitioners stays: their kind, how many they were, how they wished to be answered. */
function nobodyLike({ keys }: House, { kind, people, replyBy }: PetitionerData): PetitionerRow {
  const nobody: PetitionerData = {
    kind,
    people,
    replyBy,
    name: "",
    organisation: null,
    phone: null,
    email: null,
    address: null,
    onBehalf: null,
    representatives: [],
  };
  const row = sealPetitioner(keys, nobody);
  return {
    ...row,
    reply_by: replyBy,
    name_masked: "",
    phone_masked: null,
    phone_lookup: null,
    email_lookup: null,
    lookups: [],
  };
}
