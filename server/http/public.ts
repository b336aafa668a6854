import type { FastifyInstance } from "fastify";
import { publicDoors as doors } from "../../contract/public.ts";
import { beginningOf } from "../../domain/words/reply.ts";
import { fileCase } from "../actions/cases/file-case.ts";
import { followCase } from "../actions/cases/follow-case.ts";
import { searchable } from "../record/mask.ts";
import type { House } from "../house.ts";
import type { OnceKey } from "../store/once/once.ts";
import { packOf } from "../record/perform.ts";
import type { PetitionerData } from "../record/petitioner.ts";
import { neighbours } from "../record/regions.ts";
import { caseFacts } from "../store/case/related.ts";
import { readCase, readEvents } from "../store/case/load.ts";
import { publicationById, publications } from "../store/case/publication.ts";
import { petitionerOf } from "./api/case-input.ts";
import { hang } from "./door.ts";
import { fault, missing } from "./fault.ts";
import { type Shop, worldOf } from "./shop.ts";
import { orgName } from "./views/duty-view.ts";
import { filedOr, filedView, knownArea } from "./views/filed-view.ts";
import { followView } from "./views/follow/follow-view.ts";
import { pointedReply } from "./views/follow/pointed-reply.ts";
import { packToday } from "./api/worklist.ts";

/**
 * Many citizens may come from one address, and their programs choose the same keys: a key is that of the address and of
 * the person, so that nobody is given the answer of somebody else.
 */
function ofPetitioner(once: OnceKey, { keys }: House, { name, phone, email }: PetitionerData): OnceKey {
  const who = keys.lookup(`once:${phone ?? email ?? name}`).toString("base64url");
  return { ...once, actor: `${once.actor}:${who.slice(0, 22)}` };
}

/** The same doors for outsiders as the portal has: file, follow, read published answers. */
export function publicDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, doors.file, async ({ body, once }) => {
    const world = await worldOf(shop);
    knownArea(body.areaId, world);
    const petitioner = petitionerOf(body.petitioner);
    const outcome = await fileCase(
      house,
      {
        ...body,
        region,
        channel: "web",
        receivedAt: null,
        urgent: false,
        petitioner,
        draft: null,
        source: null,
      },
      { kind: "petitioner" },
      once && ofPetitioner(once, house, petitioner),
    );
    return filedView(filedOr(outcome, world), packToday(shop, world), world);
  });

  hang(app, shop, doors.neighbours, async ({ request }) => ({
    rows: [...(await neighbours(house, region, request.host))],
  }));

  hang(app, shop, doors.follow, async ({ body, request }) => {
    const outcome = await followCase(house, region, { ...body, visitor: request.ip, browser: null });
    if (outcome === "mismatch") throw fault(404, "follow.mismatch");
    if ("waitMinutes" in outcome) throw fault(429, "follow.waiting", { minutes: outcome.waitMinutes });
    const stored = await readCase(house.db, house.keys, region, outcome.caseId);
    const facts = await caseFacts(house.db, house.keys, region, outcome.caseId);
    if (!stored || !facts) throw missing();
    const world = await worldOf(shop);
    const pack = packOf(house, stored.kase, world);
    const events = await readEvents(house.db, house.keys, region, outcome.caseId);
    const view = followView(stored.kase, events, pack, world, house.now());
    const first = view.lines[0];
    return {
      number: facts.number,
      title: facts.title,
      state: view.state,
      receivedAt: facts.received_at,
      holder: first?.holder ?? null,
      since: first?.since ?? null,
      due: first?.duty?.due ?? null,
      overdue: Boolean(first?.duty?.overdueSince),
      explanation: first?.explanation
        ? { ...first.explanation, days: [...first.explanation.days], stretches: [...first.explanation.stretches] }
        : null,
      replies: view.replies.map(({ unit, text, at }) => ({ unit, text, releasedAt: at })),
      pointedTo: await pointedReply(house, region, view, pack),
      refusal: view.refusal
        ? { reason: view.refusal.reason, rule: view.refusal.rule, wayOn: view.refusal.wayOn }
        : null,
    };
  });

  hang(app, shop, doors.answers, async ({ query }) => {
    const world = await worldOf(shop);
    const rows = await publications(house.db, region, {
      words: searchable(query.q),
      orgId: query.org ?? null,
      month: query.month ?? null,
      limit: query.size,
      offset: (query.page - 1) * query.size,
    });
    return {
      total: rows[0]?.total ?? 0,
      rows: rows.map((row) => ({
        id: row.id,
        title: row.title,
        unit: orgName(world, row.org_id),
        answeredOn: row.answered_on,
        start: beginningOf(row.answer),
      })),
    };
  });

  hang(app, shop, doors.answer, async ({ params }) => {
    const world = await worldOf(shop);
    const row = await publicationById(house.db, region, params.id);
    if (!row) throw missing();
    if (row.taken_down_at) throw fault(410, "gone");
    return {
      id: row.id,
      title: row.title,
      unit: orgName(world, row.org_id),
      answeredOn: row.answered_on,
      start: beginningOf(row.answer),
      question: row.question,
      answer: row.answer,
      daysUsed: row.days_used,
    };
  });
}
