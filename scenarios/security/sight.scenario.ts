import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { client } from "../../contract/client.ts";
import { routes } from "../../contract/routes.ts";
import { type City, citizen, openCity } from "../city.ts";
import { at, file, legAt, pass, personIn, refusal, register, reply, send, sendOn, tokenFor } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const missing = refusal(404, "notFound");
const period = { from: "2026-03-01", to: "2026-03-31" } as const;

it("who has no part in a case can neither find, count, open, act on, download nor export it", async () => {
  const { id, number } = await file(city, { content: "乌山路三号楼的水表井被压坏了，请派人修。" });
  await send(city, id, "gulou-bureau");
  await sendOn(city, id, "gulou-bureau", "gulou-urban");
  const own = await at(city, "gulou-urban.clerk");
  const { files } = await own.open(id);
  expect(files).toEqual([]);
  const strangers = [
    "gulou-housing.clerk",
    "urban.clerk",
    "taijiang-bureau.dispatcher",
    "taijiang-urban.leader",
    "admin",
  ];
  for (const login of strangers) {
    const { call, act } = await at(city, login);
    await expect(call(routes.cases.open, { params: { id } }), login).rejects.toMatchObject(missing);
    await expect(call(routes.cases.related, { params: { id } }), login).rejects.toMatchObject(missing);
    await expect(
      call(routes.cases.reveal, { params: { id }, body: { reason: "verify" } }),
      login,
    ).rejects.toMatchObject(missing);
    await expect(act(id, "note", { text: "看看" }), login).rejects.toMatchObject(missing);
    for (const q of ["水表井", number, number.slice(-6)]) {
      expect(await call(routes.cases.list, { query: { q } }), `${login} ${q}`).toMatchObject({ total: 0, rows: [] });
    }
    expect((await call(routes.worklist.counts, {})).all, login).toBe(0);
    expect((await call(routes.cases.callers, { body: { phone: citizen.phone } })).rows, login).toEqual([]);
  }
  for (const login of [
    "gulou-urban.clerk",
    "gulou-bureau.dispatcher",
    "bureau.dispatcher",
    "efficiency.officer",
    "gulou-efficiency.officer",
  ]) {
    const { call } = await at(city, login);
    expect((await call(routes.cases.list, { query: { q: "水表井" } })).total, login).toBe(1);
  }
  for (const [login, known] of [
    ["taijiang-efficiency.officer", false],
    ["gulou-efficiency.officer", true],
  ] as const) {
    const { call } = await at(city, login);
    const { rows } = await call(routes.efficiency.board, { query: period });
    expect(
      rows.some((row) => row.org.id.startsWith("gulou")),
      login,
    ).toBe(known);
    const opened = call(routes.cases.open, { params: { id } });
    if (known) expect((await opened).number).toBe(number);
    else await expect(opened).rejects.toMatchObject(missing);
  }
});

it("[AC-118] a report about officials is known to none but those who handle it; the efficiency office sees its times", async () => {
  const { id, number } = await file(city, { content: "反映市住建局某科长收受红包，请查处。", subject: "discipline" });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(id, "dispatch", {
    classification: { track: "internal", subject: "discipline", accused: "housing", reasonNote: "涉及科长收受红包" },
    matters: [{ targets: [{ orgId: "discipline", role: "lead" }] }],
  });
  for (const login of ["housing.clerk", "housing.leader", "housing.principal", "urban.clerk"]) {
    const { call } = await at(city, login);
    await expect(call(routes.cases.open, { params: { id } }), login).rejects.toMatchObject(missing);
    expect((await call(routes.cases.list, { query: { q: number } })).total, login).toBe(0);
  }
  const office = await at(city, "efficiency.officer");
  const seen = await office.open(id);
  expect(seen).toMatchObject({ sees: "timings", petitioner: null, accused: null, files: [], messages: [], acts: [] });
  expect(JSON.stringify(seen)).not.toMatch(/红包|科长|住建局/);
  expect(seen.timeline.length).toBeGreaterThan(2);
  for (const q of ["红包", "科长"]) expect((await dispatcher.call(routes.cases.list, { query: { q } })).total).toBe(0);
  const clerk = await at(city, "discipline.clerk");
  expect((await clerk.open(id)).content).toContain("红包");
  expect((await dispatcher.open(id)).reads.filter((read) => read.what === "openSealed").length).toBeGreaterThanOrEqual(
    2,
  );
});

it("[AC-117] names and numbers are masked everywhere; seeing them in full is written down with who, when and why", async () => {
  city.at("2026-03-02 11:00");
  const secrets = ["欧阳若水", "13711112222", "乌山路77号3单元501室", "ruoshui@example.cn"];
  const petitioner = {
    ...citizen,
    name: "欧阳若水",
    phone: "13711112222",
    address: "乌山路77号3单元501室",
    email: "ruoshui@example.cn",
  };
  const { id } = await register(city, { petitioner, content: "楼道堆物，消防通道不通。" });
  const operator = await at(city, "centre.operator");
  await operator.act(id, "handOver");
  await send(city, id, "urban");
  const hides = (answer: unknown) => {
    for (const secret of secrets) expect(JSON.stringify(answer)).not.toContain(secret);
  };
  for (const login of ["centre.operator", "bureau.dispatcher", "urban.clerk", "efficiency.officer"]) {
    const { call } = await at(city, login);
    const detail = await call(routes.cases.open, { params: { id } });
    hides(detail);
    expect(detail.petitioner).toMatchObject({ name: "欧***", phone: "137****2222" });
    hides(await call(routes.cases.list, { query: { q: "楼道堆物" } }));
    hides(await call(routes.worklist.rows, {}));
  }
  hides(await operator.call(routes.messages.list, { query: { state: "all" } }));
  hides(await operator.call(routes.cases.callers, { body: { phone: "137-1111-2222" } }));

  const clerk = await at(city, "urban.clerk");
  city.at("2026-03-02 11:30");
  const shown = await clerk.call(routes.cases.reveal, { params: { id }, body: { reason: "onSite", note: "上门核实" } });
  expect(shown).toMatchObject({ name: "欧阳若水", phone: "13711112222", address: "乌山路77号3单元501室" });
  const { reads } = await clerk.open(id);
  expect(reads).toEqual([
    {
      at: "2026-03-02T03:30:00.000Z",
      who: expect.stringContaining("市城管局"),
      what: "reveal",
      reason: "onSite：上门核实",
    },
  ]);
  const office = await at(city, "efficiency.officer");
  const reveal = (desk: typeof office) =>
    desk.call(routes.cases.reveal, { params: { id }, body: { reason: "verify" } });
  await expect(reveal(office)).rejects.toMatchObject(refusal(403, "right.missing"));
  const leg = await reply(city, id, "urban");
  await pass(city, id, leg);
  await expect(reveal(clerk)).rejects.toMatchObject(refusal(403, "right.missing"));
  expect((await clerk.open(id)).reads).toHaveLength(1);
  const [kept] = await city.house.db.selectFrom("petitioner").selectAll().where("case_id", "=", id).execute();
  hides(Object.values(kept ?? {}).map((value) => (Buffer.isBuffer(value) ? value.toString("utf8") : value)));
});

it("a published answer bars what names a person, and a repeat shows no title that the reader may not see", async () => {
  const { id } = await file(city, { content: "我叫温若谷，电话13900002222，物业不开门禁。" });
  await send(city, id, "housing");
  await pass(city, id, await reply(city, id, "housing", "已联系温若谷（13900002222），门禁已修。"));
  const { rows } = await city.call(routes.publicDoors.answers, { query: { q: "门禁" } });
  const answer = await city.call(routes.publicDoors.answer, { params: { id: rows[0]?.id ?? "" } });
  expect(JSON.stringify([rows, answer])).not.toMatch(/温若谷|13900002222/);
  expect(answer.question).toContain("▇▇");

  const next = await file(city, { content: "门禁又坏了，另外路灯也不亮。", title: "门禁和路灯" });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(next.id, "linkRepeat", { previous: id as never });
  await send(city, next.id, "urban");
  const clerk = await at(city, "urban.clerk");
  expect((await clerk.open(next.id)).repeats.chain).toEqual([]);
  expect((await dispatcher.open(next.id)).repeats.chain.map((row) => row.id)).toEqual([id]);
});

it("an export is written down with its purpose, holds no person, and is the officer's alone", async () => {
  const office = await at(city, "efficiency.officer");
  const address = `${city.url}/api/efficiency/export?from=${period.from}&to=${period.to}`;
  const download = (cookie: string, purpose: string) =>
    fetch(`${address}&purpose=${encodeURIComponent(purpose)}`, { headers: { cookie } });
  const exports = () => city.house.db.selectFrom("access_log").selectAll().where("what", "=", "export").execute();
  expect((await download(office.cookie, "")).status).toBe(400);
  expect((await download((await at(city, "urban.leader")).cookie, "看看")).status).toBe(403);
  expect(await exports()).toHaveLength(0);
  const file = await download(office.cookie, "三月例会");
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  expect(await exports()).toMatchObject([
    { org_id: "efficiency", reason: "三月例会", detail: { what: "efficiencyBoard", ...period } },
  ]);

  const { rows } = await office.call(routes.efficiency.breaches, { query: period });
  const missed = `${city.url}/api/efficiency/breaches-export?from=${period.from}&to=${period.to}`;
  const take = (cookie: string, purpose: string) =>
    fetch(`${missed}&purpose=${encodeURIComponent(purpose)}`, { headers: { cookie } });
  expect((await take(office.cookie, "")).status).toBe(400);
  expect((await take((await at(city, "urban.leader")).cookie, "看看")).status).toBe(403);
  const [list] = (await readXlsx(new Uint8Array(await (await take(office.cookie, "四月例会")).arrayBuffer()))).sheets;
  expect(list?.rows.slice(1).map((row) => row[2])).toEqual(rows.map(({ number }) => number));
  const detail = { what: "breaches", ...period, rows: rows.length };
  expect(await exports()).toMatchObject([{ reason: "三月例会" }, { reason: "四月例会", detail }]);
});

it("a token works as one person in one body, is kept as a hash, and ends when it is withdrawn or its day is over", async () => {
  city.at("2026-03-03 09:00");
  const { id } = await file(city, { content: "公交站牌倒了，请扶起来。" });
  await send(city, id, "traffic");
  const admin = await at(city, "admin");
  const clerk = await personIn(admin.call, "traffic", "clerk");
  const make = (body: { personId: string; orgId: string }) => tokenFor(city, { name: "局内系统", days: 30, ...body });
  await expect(make({ personId: clerk.id, orgId: "urban" })).rejects.toMatchObject(missing);
  const urbanClerk = await at(city, "urban.clerk");
  expect((await urbanClerk.call(routes.tokens.list, {})).rows).toEqual([]);
  const made = await make({ personId: clerk.id, orgId: "traffic" });
  const bearer = (token: string) =>
    client({ fetch, base: city.url, headers: () => ({ authorization: `Bearer ${token}` }) });
  const call = bearer(made);
  expect((await call(routes.worklist.rows, {})).total).toBeGreaterThan(0);
  const leg = await legAt(await at(city, "traffic.clerk"), id, "traffic");
  await call(routes.acts.submitToLeader, { params: { id }, body: { legId: leg, input: {} } });
  const [listed] = (await admin.call(routes.tokens.list, {})).rows;
  const barred = refusal(403, "session.tokenBarred");
  await expect(call(routes.tokens.revoke, { params: { id: listed?.id ?? "" } })).rejects.toMatchObject(barred);
  const change = { login: "traffic.clerk", current: "Test-Pass-2026", next: "Other-Pass-2026" };
  await expect(call(routes.session.changePassword, { body: change })).rejects.toMatchObject(barred);
  const none = refusal(401, "session.none");
  await expect(bearer(`${made}x`)(routes.worklist.rows, {})).rejects.toMatchObject(none);
  expect(JSON.stringify(await admin.call(routes.tokens.list, {}))).not.toContain(made);
  const kept = await city.house.db.selectFrom("api_token").selectAll().execute();
  expect(kept.map((row) => row.token_hash.toString("latin1")).join()).not.toContain(made);

  const second = await make({ personId: clerk.id, orgId: "traffic" });
  await admin.call(routes.tokens.revoke, { params: { id: listed?.id ?? "" } });
  await expect(call(routes.worklist.rows, {})).rejects.toMatchObject(none);
  expect((await bearer(second)(routes.worklist.rows, {})).total).toBeGreaterThan(0);
  city.at("2026-04-02 09:01");
  await expect(bearer(second)(routes.worklist.rows, {})).rejects.toMatchObject(none);
});
