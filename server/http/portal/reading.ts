import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { h } from "preact";
import { publishes } from "../../../domain/rules/look-up.ts";
import { fill } from "../../../domain/words/fill.ts";
import { beginningOf } from "../../../domain/words/reply.ts";
import { AnswerPage, AnswersPage } from "../../../portal/pages/answers.tsx";
import { HomePage } from "../../../portal/pages/home.tsx";
import { HowPage } from "../../../portal/pages/how.tsx";
import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { announcementState } from "../../../domain/telling/announcements.ts";
import { type NoticeView, NoticesPage, SiteMapPage } from "../../../portal/pages/notices.tsx";
import { PlainPage } from "../../../portal/pages/plain.tsx";
import { printScript } from "../../../portal/print-button.tsx";
import { zh } from "../../../portal/words/zh.ts";
import { searchable } from "../../record/mask.ts";
import { lastMonthOf } from "../../record/oversight/last-month.ts";
import { publicationById, publicationChoices, publications } from "../../store/case/publication.ts";
import type { World } from "../../store/world.ts";
import { fault, missing } from "../fault.ts";
import { type Shop, worldAt } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { packToday } from "../api/worklist.ts";
import { frameOf, sendPage } from "./render.ts";
import { isUuid } from "./visit.ts";
import { similarAnswers } from "./filing/similar.ts";
import { howItWorks } from "./how-it-works.ts";

const pageSize = 20;

const printing = readFileSync(new URL("../../../portal/script/print.js", import.meta.url), "utf8");

/** The pages that anybody reads: home, how it works, published answers, privacy, accessibility. */
export function readingPages(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  app.get("/", async (request, reply) => {
    const world = await worldAt(shop, request);
    const pack = packToday(shop, world);
    const service = await lastMonthOf(house, region, pack);
    const filter = { words: "", orgId: null, month: null, limit: 5, offset: 0 };
    const latest = publishes(pack) ? await publications(house.db, region, filter) : [];
    const props = {
      frame: await frameOf(shop, request, reply),
      service,
      satisfied: pack.settings.satisfactionShown?.value ? service.satisfied : null,
      latest: latest.map((row) => answerRow(row, world)),
      notices: noticesOf(world, dayOf(house.now())),
    };
    return sendPage(reply, h(HomePage, props));
  });

  app.get(printScript, async (_request, reply) =>
    reply.header("cache-control", "public, max-age=86400").type("text/javascript; charset=utf-8").send(printing),
  );

  app.get("/how", async (request, reply) => {
    const pack = packToday(shop, await worldAt(shop, request));
    return sendPage(reply, h(HowPage, { frame: await frameOf(shop, request, reply), ...howItWorks(pack) }));
  });

  app.get<{ Querystring: Readonly<Record<string, string>> }>("/answers", async (request, reply) => {
    const world = await worldAt(shop, request);
    const text = (name: string) => String(request.query[name] ?? "").trim();
    const page = Math.min(Math.max(1, Math.trunc(Number(text("page"))) || 1), 10_000);
    const filter = { q: text("q"), org: text("org"), month: text("month") };
    const month = monthIn(filter.month);
    const words = searchable(filter.q);
    const rows = await publications(house.db, region, {
      words: [...words].length >= 2 ? words : "",
      orgId: filter.org || null,
      month,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    // A page beyond the last one: answers were taken down, or the address was typed.
    if (rows.length === 0 && page > 1) return reply.redirect(`/answers?${new URLSearchParams(filter)}`, 303);
    const total = rows[0]?.total ?? 0;
    const choices = await publicationChoices(house.db, region);
    const units = choices.orgs
      .map((id) => ({ value: id, label: orgName(world, id) }))
      .sort((one, other) => one.label.localeCompare(other.label, "zh-CN"));
    const props = {
      frame: await frameOf(shop, request, reply),
      rows: rows.map((row) => answerRow(row, world)),
      total,
      page,
      pages: Math.ceil(total / pageSize),
      filter: { ...filter, month: month ?? filter.month },
      errors: {
        ...([...words].length === 1 ? { q: zh.answers.short } : {}),
        ...(filter.month !== "" && month === null ? { month: zh.answers.badMonth } : {}),
      },
      units,
      months: monthChoices(choices.months, month),
    };
    return sendPage(reply, h(AnswersPage, props));
  });

  app.get<{ Params: { id: string } }>("/answers/:id", async (request, reply) => {
    const row = isUuid(request.params.id) ? await publicationById(house.db, region, request.params.id) : null;
    if (!row) throw missing();
    if (row.taken_down_at) throw fault(410, "gone");
    const answer = {
      title: row.title,
      question: row.question,
      answer: row.answer,
      unit: orgName(await worldAt(shop, request), row.org_id),
      answeredOn: row.answered_on,
      daysUsed: row.days_used,
    };
    const alike = await alikeTo(shop, row);
    return sendPage(reply, h(AnswerPage, { frame: await frameOf(shop, request, reply), answer, alike }));
  });

  app.get("/notices", async (request, reply) => {
    const notices = noticesOf(await worldAt(shop, request), dayOf(house.now()));
    return sendPage(reply, h(NoticesPage, { frame: await frameOf(shop, request, reply), notices }));
  });

  app.get("/sitemap", async (request, reply) =>
    sendPage(reply, h(SiteMapPage, { frame: await frameOf(shop, request, reply) })),
  );

  app.get("/privacy", async (request, reply) => {
    const frame = await frameOf(shop, request, reply);
    const world = await worldAt(shop, request);
    const handler = handlerOf(shop, world);
    const paragraphs = zh.privacy.paragraphs.map((text) => fill(text, { handler, phone: frame.phone }));
    return sendPage(reply, h(PlainPage, { frame, title: zh.privacy.title, paragraphs }));
  });

  app.get("/accessibility", async (request, reply) => {
    const frame = await frameOf(shop, request, reply);
    return sendPage(
      reply,
      h(PlainPage, { frame, title: zh.accessibility.title, paragraphs: zh.accessibility.paragraphs }),
    );
  });
}

/** The body that answers for the platform: the deciding one of the region's highest level. */
function handlerOf(shop: Shop, world: World): string {
  const { kind, level } = packToday(shop, world).settings.places.value.top;
  const found = [...world.office.orgs.values()].find((org) => org.kind === kind && org.level === level);
  return found?.name ?? world.region.name;
}

/** What is to be read on a day, newest first; what is over goes by itself. */
function noticesOf({ region }: World, today: PlainDate): readonly NoticeView[] {
  return (region.settings.notices ?? [])
    .filter((one) => announcementState(one, today) === "shown")
    .sort((one, other) => (one.on < other.on ? 1 : -1));
}

function monthChoices(months: readonly string[], asked: string | null) {
  const all = asked === null || months.includes(asked) ? months : [asked, ...months];
  return all.map((value) => {
    const facts = { year: value.slice(0, 4), month: Number(value.slice(5)) };
    return { value, label: fill(zh.answers.monthName, facts) };
  });
}

/** Up to three other published answers that speak of the same things. */
async function alikeTo(shop: Shop, row: { readonly id: string; readonly title: string; readonly question: string }) {
  const found = await similarAnswers(shop, { title: row.title, content: row.question });
  return found.filter((one) => one.id !== row.id).map(({ id, title }) => ({ id, title }));
}

/** A month as people write it: 2026-03, 2026-3, 2026/03, 2026年3月, 202603. */
function monthIn(text: string): string | null {
  const [, year, month] = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(text.normalize("NFKC").replace(/\s/g, "")) ?? [];
  return year && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month?.padStart(2, "0")}` : null;
}

function answerRow(
  row: { id: string; title: string; answer: string; org_id: string; answered_on: string },
  world: World,
) {
  return {
    id: row.id,
    title: row.title,
    unit: orgName(world, row.org_id),
    answeredOn: row.answered_on,
    start: beginningOf(row.answer),
  };
}
