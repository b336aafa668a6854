import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import type { Counts } from "../../domain/accountability/figures.ts";
import { rateOf } from "../../domain/accountability/statistics.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type City, openCity } from "../city.ts";
import { at, file, noticesTo, pass, refusal, reply, send } from "../steps.ts";
import { unpacked } from "../security/crawl/unpacked.ts";
import { periodicPack } from "./periodic-pack.ts";

const half = { from: "2026-01-01", to: "2026-06-19" };
let city: City;
const number = { good: "", bad: "", open: "", sealed: "" };
let good = "";
let leg = "";

/** Of three cases about one place one is answered and liked, one late and disliked, one left lying; a fourth is sealed. */
beforeAll(async () => {
  city = await openCity({ packs: [periodicPack] });
  city.at("2026-03-02 09:00");
  const place = { place: "五一中路3号" };
  const [liked, disliked, left, accusation] = [
    await file(city, { content: "路灯坏了三天，请修复。", ...place }),
    await file(city, { content: "井盖松动，请更换。", ...place }),
    await file(city, { content: "垃圾没有人清，请安排。" }),
    await file(city, { content: "举报城管队员收受财物。" }),
  ];
  Object.assign(number, {
    good: liked.number,
    bad: disliked.number,
    open: left.number,
    sealed: accusation.number,
  });
  good = liked.id;
  for (const { id } of [liked, disliked, left]) await send(city, id, "urban");
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(accusation.id, "dispatch", {
    classification: { track: "internal", subject: "discipline", accused: "urban", reasonNote: "涉及队员收受财物" },
    matters: [{ targets: [{ orgId: "discipline", role: "lead" }] }],
  });
  const clerk = await at(city, "urban.clerk");
  city.at("2026-03-03 09:00");
  await clerk.open(liked.id);
  leg = await reply(city, liked.id, "urban");
  await pass(city, liked.id, leg);
  city.at("2026-03-20 09:00");
  await sweep(city.house);
  await clerk.open(disliked.id);
  await pass(city, disliked.id, await reply(city, disliked.id, "urban"));
  await rate(liked.id, "satisfied");
  await rate(disliked.id, "dissatisfied");
  city.at("2026-06-20 09:00");
  await sweep(city.house);
});
afterAll(() => city.close());

async function rate(caseId: string, grade: string): Promise<void> {
  const command = { act: "rate", legId: null, input: { grade, comment: "等了太久" } } as const;
  const order = { region: city.house.region, caseId: caseId as never, command, actor: { kind: "petitioner" } } as const;
  expect(await actOnCase(city.house, { ...order, seenVersion: null }, null)).toHaveProperty("done");
}

const list = async (login = "efficiency.officer") => (await at(city, login)).call(routes.periodic.list, {});
const line = async (id: string) => (await list()).works.find((work) => work.id === id);

async function material(measure: string, days = half, login = "efficiency.officer") {
  const { call } = await at(city, login);
  return call(routes.periodic.material, { params: { measure }, query: days });
}

async function part(measure: string, key: string) {
  return (await material(measure)).sections.find((section) => section.key === key);
}

interface Order {
  readonly measure: string;
  readonly more?: object;
  readonly once?: string;
  readonly login?: string;
}

async function record({ measure, more, once, login = "efficiency.officer" }: Order) {
  const { call } = await at(city, login);
  const body = { ...half, heldOn: "2026-06-20", ...more };
  return call(routes.periodic.record, { params: { measure }, body }, once ? { once } : {});
}

async function take(id: string, as: string) {
  const { cookie } = await at(city, "efficiency.officer");
  return fetch(`${city.url}/api/periodic/works/${id}.${as}`, { headers: { cookie } });
}

const together = { withOrgs: ["discipline" as never, "bureau" as never] };

describe("the list", () => {
  it("[ZJ-4.4-7] says what comes round, with whom, when next, and that no interval is named where none is", async () => {
    const { office, mayDo, works, begun } = await list();
    expect({ office, mayDo, begun }).toEqual({
      office: { id: "efficiency", name: "市效能办" },
      mayDo: true,
      begun: "2026-03-02",
    });
    expect(works.map(({ id, months, next }) => [id, months, next?.to ?? null])).toEqual([
      ["circular-period", null, null],
      ["half-yearly-meeting", 6, "2026-06-30"],
      ["yearly-report", 12, "2026-12-31"],
      ["batch", null, null],
    ]);
    expect(works[1]?.with.map(({ kind, bodies }) => [kind, bodies.map(({ name }) => name)])).toEqual([
      ["纪委（监察局）", ["市纪委"]],
      ["组织人事部门", []],
      ["信访局", ["市信访局"]],
    ]);
  });

  it("is read by leaders and the bureau's head, done by the supervising body alone, and closed to others", async () => {
    const seen = await list("bureau.head");
    expect(seen).toMatchObject({ office: { id: "efficiency" }, mayDo: false });
    expect((await list("gulou-efficiency.officer")).office?.id).toBe("gulou-efficiency");
    await expect(list("urban.clerk")).rejects.toMatchObject(refusal(403, "right.missing"));
    await expect(record({ measure: "yearly-report", login: "bureau.head" })).rejects.toMatchObject(
      refusal(403, "right.missing"),
    );
    await expect(record({ measure: "ladder" })).rejects.toMatchObject(refusal(404, "notFound"));
  });
});

describe("the material", () => {
  it("[YT-4.9] counts what the period holds, with what lies open past its day in the denominator", async () => {
    const { sections, basis } = await material("half-yearly-meeting");
    expect(basis).toBe("《办法》第十一条");
    expect(sections.map(({ heading }) => heading).slice(0, 3)).toEqual([
      "总体情况",
      "责任制落实情况",
      "各单位办理情况",
    ]);
    expect(sections[0]?.lines[0]).toContain("本期收到3件，转到承办单位3件次，审核通过答复2件");
    expect(sections[0]?.table?.rows).toContainEqual(["按期答复率", "33.3%（1/3）"]);
    const units = sections.find(({ key }) => key === "units");
    expect(units?.table?.rows).toEqual([["市城管局", "3", "1", "1", "1", "33.3%（1/3）", "0", "1", "1"]]);
  });

  it("[HZ-6.3.2.c-2] says how a wanted rate was reached, with the article behind it", async () => {
    expect((await part("yearly-report", "overall"))?.lines.at(-1)).toMatch(
      /^公开率（含保密件）100\.0%（2\/2），要求不低于60%，达到（《办法》第十一条）。$/,
    );
  });

  it("[YT-1] lists what two and more raise of one place, and calls it nothing where no size is named", async () => {
    const clusters = await part("yearly-report", "clusters");
    expect(clusters?.lines[0]).toContain("规定未写明");
    expect(clusters?.table?.rows).toEqual([["地点", "五一中路3号", "2", [number.good, number.bad].sort().join("、")]]);
  });

  it("names the answer that displeased, and no sealed case anywhere", async () => {
    expect((await part("yearly-report", "ratings"))?.table?.rows).toEqual([["市城管局", "1", number.bad]]);
    for (const measure of ["yearly-report", "circular-period"]) {
      const said = JSON.stringify(await material(measure));
      expect(said).toContain(number.bad);
      expect(said).not.toContain(number.sealed);
    }
  });
});

describe("a record", () => {
  it("[ZJ-4.4-7] of a meeting wants every kind of body that the area has, and days that have come", async () => {
    const lone = record({ measure: "half-yearly-meeting", more: { withOrgs: ["bureau" as never] } });
    await expect(lone).rejects.toMatchObject({
      status: 422,
      error: { code: "periodic.absent", facts: { kinds: ["纪委（监察局）"] }, rule: { article: "《办法》第十一条" } },
    });
    for (const days of [{ to: "2026-06-21" }, { heldOn: "2026-06-21" }, { from: "2026-06-20", to: "2026-06-19" }]) {
      await expect(record({ measure: "half-yearly-meeting", more: { ...together, ...days } })).rejects.toMatchObject(
        refusal(422, "periodic.daysWrong"),
      );
    }
  });

  it("[ZJ-4.4-7] keeps the figures and remarks as they were, settles the half-year, and stands in the chained log", async () => {
    const more = { ...together, remarks: { "content.0": "各单位已落实首办责任。" } };
    const [first, again] = [
      await record({ measure: "half-yearly-meeting", more, once: "meeting" }),
      await record({ measure: "half-yearly-meeting", more, once: "meeting" }),
    ];
    expect(again).toEqual(first);
    expect(first.number).toBeNull();
    const { call } = await at(city, "bureau.head");
    const kept = await call(routes.periodic.open, { params: { id: first.id } });
    expect(kept).toMatchObject({ with: ["市纪委", "市信访局"], remarks: more.remarks, heldOn: "2026-06-20" });
    expect(kept.sections[0]?.table?.rows).toContainEqual(["按期答复率", "33.3%（1/3）"]);
    expect(await line("half-yearly-meeting")).toMatchObject({
      last: { on: "2026-06-20" },
      next: { from: "2026-07-01", to: "2026-12-31" },
      missing: [],
    });
    expect((await list()).kept).toHaveLength(1);
    const logged = await city.house.db
      .selectFrom("office_event")
      .select("data")
      .where("type", "=", "periodicWorkDone")
      .execute();
    expect(logged).toHaveLength(1);
    const docx = Buffer.from(await (await take(first.id, "docx")).arrayBuffer());
    const hash = createHash("sha256").update(docx).digest("hex");
    expect(logged[0]?.data).toMatchObject({ id: first.id, docxHash: hash });
    await signDays(city.house, city.house.region);
    expect(await verifyLog(city.house, city.house.region, () => undefined)).toMatchObject({ faults: [] });
  });

  it("[ZJ-4.4-7] of a meeting says who does what until when; each is told, followed up, done once, and told to the next meeting", async () => {
    const decision = { orgId: "urban" as never, what: "井盖逐一排查", until: "2026-07-10" };
    const wrong = [
      { measure: "yearly-report", more: { decisions: [decision] } },
      { measure: "half-yearly-meeting", more: { ...together, decisions: [{ ...decision, orgId: "nobody" }] } },
      { measure: "half-yearly-meeting", more: { ...together, decisions: [{ ...decision, until: "2026-06-19" }] } },
    ];
    for (const order of wrong) {
      await expect(record(order)).rejects.toMatchObject(refusal(422, "periodic.decisionWrong"));
    }
    const decisions = [decision, { ...decision, what: "公布清单", until: "2026-06-21" }];
    const { id } = await record({ measure: "half-yearly-meeting", more: { ...together, decisions } });
    const { call } = await at(city, "efficiency.officer");
    const kept = await call(routes.periodic.open, { params: { id } });
    expect(kept.sections.at(-1)).toMatchObject({
      heading: "议定事项",
      table: {
        rows: [
          ["1", "井盖逐一排查", "市城管局", "2026-07-10"],
          ["2", "公布清单", "市城管局", "2026-06-21"],
        ],
      },
    });
    expect((await noticesTo(city, "urban.clerk")).filter(({ topic }) => topic === "decisionTaken")).toHaveLength(2);
    const [first] = (await list()).decisions;
    expect(first).toMatchObject({ org: "市城管局", what: "井盖逐一排查", until: "2026-07-10", done: null });
    const settle = async (on: string, login = "efficiency.officer") =>
      (await at(city, login)).call(routes.periodic.settle, {
        params: { id: first?.id ?? "" },
        body: { on, note: "清单已报送" },
      });
    await expect(settle("2026-06-20", "bureau.head")).rejects.toMatchObject({ status: 403 });
    await expect(settle("2026-06-19")).rejects.toMatchObject(refusal(422, "periodic.settledDay"));
    await expect(settle("2026-06-21")).rejects.toMatchObject(refusal(422, "periodic.settledDay"));
    await settle("2026-06-20");
    await expect(settle("2026-06-20")).rejects.toMatchObject(refusal(409, "periodic.settledBefore"));
    expect((await list("bureau.head")).decisions[0]?.done).toMatchObject({ on: "2026-06-20", note: "清单已报送" });
    expect((await part("half-yearly-meeting", "earlier"))?.table?.rows).toEqual([
      ["2026-06-20", "井盖逐一排查", "市城管局", "2026-07-10", "已完成（2026年6月20日 周六）：清单已报送"],
      ["2026-06-20", "公布清单", "市城管局", "2026-06-21", "正在办理"],
    ]);
    await signDays(city.house, city.house.region);
    expect(await verifyLog(city.house, city.house.region, () => undefined)).toMatchObject({ faults: [] });
  });

  it("[YT-4.9 YT-5.6-1] of a circular is numbered by the year, put before the units, and criticises nobody without a case", async () => {
    const before = (await noticesTo(city, "urban.clerk")).length;
    const criticism = { list: "criticism", org: "urban", ground: "群众不满意" } as const;
    const say = (...mentions: object[]) => record({ measure: "circular-period", more: { mentions } });
    await expect(say(criticism)).rejects.toMatchObject(refusal(422, "periodic.noCases"));
    for (const wrong of [
      { ...criticism, ground: "不讲卫生", numbers: [number.bad] },
      { ...criticism, numbers: [number.sealed] },
      { ...criticism, org: "water", numbers: [number.bad] },
    ]) {
      await expect(say(wrong)).rejects.toMatchObject(refusal(422, "periodic.mentionWrong"));
    }
    const praise = { list: "praise", org: "urban", ground: "办理质量好", numbers: [number.good] };
    const first = await say(praise, { ...criticism, numbers: [number.bad] });
    expect(first.number).toBe("〔2026〕第1期");
    expect((await say()).number).toBe("〔2026〕第2期");
    const { call } = await at(city, "efficiency.officer");
    const { sections } = await call(routes.periodic.open, { params: { id: first.id } });
    expect(sections.slice(-2).map(({ table }) => table?.rows)).toEqual([
      [["市城管局", "办理质量好", number.good]],
      [["市城管局", "群众不满意", number.bad]],
    ]);
    expect((await noticesTo(city, "urban.clerk")).length).toBe(before + 2);
    expect((await call(routes.efficiency.circulars, {})).rows).toHaveLength(2);
  });

  it("[N22-41-1] of a report is a document, a printed page and a workbook, each taking leaving a trace", async () => {
    const { id, number: issue } = await record({
      measure: "yearly-report",
      more: { remarks: { "content.1": "建议两条。" } },
    });
    expect(issue).toBe("〔2026〕第1期");
    const starts = { docx: "PK", pdf: "%PDF", "xlsx?purpose=x": "PK" };
    for (const [as, start] of Object.entries(starts)) {
      const file = await take(id, as);
      expect(file.status).toBe(200);
      expect(Buffer.from(await file.arrayBuffer()).toString("latin1")).toMatch(new RegExp(`^${start}`));
    }
    const traces = await city.house.db
      .selectFrom("access_log")
      .select("what")
      .where("detail", "@>", JSON.stringify({ periodicWork: id }) as never)
      .execute();
    expect(traces.map(({ what }) => what)).toEqual(["paper", "paper", "export"]);
    const other = await at(city, "gulou-efficiency.officer");
    await expect(other.call(routes.periodic.open, { params: { id } })).rejects.toMatchObject(refusal(404, "notFound"));
  });
});

it("a leader who may not open the cases reads how many they are and not which, before and after it is recorded", async () => {
  const login = "office.office-leader";
  const before = await material("yearly-report", half, login);
  expect(before.sections.find(({ key }) => key === "ratings")?.table?.rows).toEqual([["市城管局", "1", "1件"]]);
  expect(before.sections.find(({ key }) => key === "clusters")?.table?.rows).toEqual([
    ["地点", "五一中路3号", "2", "2件"],
  ]);
  const { id } = await record({ measure: "yearly-report", more: { remarks: { overall: `请看${number.bad}。` } } });
  const { call, cookie } = await at(city, login);
  const opened = await call(routes.periodic.open, { params: { id } });
  expect(opened.remarks).toEqual({ overall: "请看1件。" });
  const numbers = [number.good, number.bad, number.open];
  const told = [JSON.stringify(before), JSON.stringify(opened)];
  for (const as of ["docx", "pdf", "xlsx?purpose=x"]) {
    const file = await fetch(`${city.url}/api/periodic/works/${id}.${as}`, { headers: { cookie } });
    expect(file.status, as).toBe(200);
    told.push(unpacked(new Uint8Array(await file.arrayBuffer())));
  }
  for (const text of told) for (const one of numbers) expect(text).not.toContain(one);
  // Who may open them reads them, in the very bytes that were printed.
  const whole = Buffer.from(await (await take(id, "docx")).arrayBuffer());
  expect(unpacked(whole)).toContain(number.bad);
  const { docx_sha256: kept } = await city.house.db
    .selectFrom("periodic_work")
    .select("docx_sha256")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(createHash("sha256").update(whole).digest()).toEqual(kept);
});

it("[YT-5.6-2] a batch of calls back keeps which answers were in it, and shows who was called back since", async () => {
  const days = { from: "2026-03-01", to: "2026-03-31" };
  const { callBacks, followed } = await material("batch", days);
  expect(followed).toBe(true);
  expect(callBacks.map((row) => [row.number, row.calledBackOn])).toEqual([
    [number.good, null],
    [number.bad, null],
  ]);
  const { id } = await record({ measure: "batch", more: days });
  city.at("2026-06-22 09:00");
  const auditor = await at(city, "bureau.auditor");
  await auditor.act(good, "carryOutOnLeg", { formality: "call-back", values: { effective: "yes" } } as never, leg);
  const { call } = await at(city, "efficiency.officer");
  const kept = await call(routes.periodic.open, { params: { id } });
  expect(kept.sections[0]?.table?.rows.map(([first]) => first)).toEqual([number.good, number.bad]);
  expect(kept.callBacks.map((row) => [row.number, row.calledBackOn])).toEqual([
    [number.good, "2026-06-22"],
    [number.bad, null],
  ]);
});

it("[HZ-6.3.2.c-2] the statistics say what rate is wanted, over all that was finished and beside it without what is confidential", async () => {
  city.at("2026-07-06 09:00");
  const { id } = await file(city, { content: "邻居养鸡，不想让人知道是我说的。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(id, "dispatch", {
    classification: { track: "internal", internalReason: "other", reasonNote: "诉求人要求保密" },
    matters: [{ targets: [{ orgId: "urban", role: "lead" }] }],
  });
  await (await at(city, "urban.clerk")).open(id);
  await pass(city, id, await reply(city, id, "urban"));
  const { call } = await at(city, "efficiency.officer");
  const { whole, targets } = await call(routes.statistics.figures, { query: { from: "2026-03-01", to: "2026-07-06" } });
  expect(targets).toEqual([
    { figure: "publicationOfAll", atLeast: 0.6, words: "只为试验而设。", article: "《办法》第十一条" },
  ]);
  const counts = whole as Counts;
  expect(rateOf(counts, "publicationOfAll")).toEqual({ met: 2, of: 3 });
  expect(rateOf(counts, "publication")).toEqual({ met: 2, of: 2 });
});

it("[ZJ-4.4-7] a half-year that went by without its meeting is missing from the first day of the next", async () => {
  city.at("2027-01-01 09:00");
  expect(await line("half-yearly-meeting")).toMatchObject({
    missing: [{ from: "2026-07-01", to: "2026-12-31" }],
    next: { from: "2027-01-01", to: "2027-06-30" },
  });
});
