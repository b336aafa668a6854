import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, citizen, openCity } from "../city.ts";
import { appoint, at, file, pass, personIn, refusal, register, reply, send } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const platform = "福州市便民呼叫中心12345系统";

it("[FZ-1] the pack's name of the system stands on every page, in the API, at the desk and in what goes out", async () => {
  for (const path of ["/", "/submit", "/follow", "/answers", "/how", "/nowhere", "/api"]) {
    expect(await (await fetch(`${city.url}${path}`)).text(), path).toContain(platform);
  }
  const spec = (await (await fetch(`${city.url}/api/openapi.json`)).json()) as { info: { title: string } };
  expect(spec.info.title).toBe(platform);
  expect((await (await at(city, "urban.clerk")).call(routes.session.whoAmI, {})).platform).toBe(platform);
  const pack = await city.call(routes.rules.pack, {});
  expect(pack).toMatchObject({ id: "fuzhou-2007", title: expect.stringContaining(platform) });
  await file(city, { petitioner: { ...citizen, email: "ruogu@example.cn", replyBy: "email" } });
  const sent = await city.house.db.selectFrom("outbox").select("subject").execute();
  expect(sent.length).toBeGreaterThan(0);
  for (const { subject } of sent) expect(subject).toContain(platform);
});

it("[FZ-2-1] phone, fax and SMS come in by an operator, the web by the petitioner, and each keeps its channel", async () => {
  city.at("2026-03-02 09:40");
  const operator = await at(city, "centre.operator");
  const { person } = await operator.call(routes.session.whoAmI, {});
  for (const channel of ["phone", "fax", "sms"] as const) {
    const { id } = await register(city, { channel, receivedAt: "2026-03-02T09:30:00+08:00" });
    const detail = await operator.open(id);
    expect(detail).toMatchObject({
      channel,
      receivedAt: "2026-03-02T01:30:00.000Z",
      petitioner: { phone: "139****2222" },
    });
    expect(detail.registeredBy).toContain(person.name);
  }
  const web = await file(city);
  expect(await operator.open(web.id)).toMatchObject({ channel: "web", registeredBy: null });
  await expect(register(city, { channel: "web" })).rejects.toMatchObject(refusal(422, "act.inputMissing"));
  const clerk = await at(city, "urban.clerk");
  const body = { channel: "phone" as const, content: "井盖松动。", petitioner: citizen };
  await expect(clerk.call(routes.cases.register, { body })).rejects.toMatchObject(refusal(403, "act.notYourPost"));
});

it("[FZ-5-1] three calls from one number are three registrations, shown side by side and never merged", async () => {
  city.at("2026-03-03 09:00");
  const petitioner = { ...citizen, phone: "0591-83334444", replyBy: "phone" as const };
  const calls = [];
  for (const content of ["井盖松动。", "井盖还是松的。", "井盖又响了，一夜没睡。"]) {
    calls.push(await register(city, { petitioner, content }));
  }
  expect(new Set(calls.map(({ number }) => number)).size).toBe(3);
  const { call, open } = await at(city, "centre.operator");
  const known = await call(routes.cases.callers, { body: { phone: "(0591) 8333 4444" } });
  expect(known.rows.map((row) => row.id).toSorted()).toEqual(calls.map(({ id }) => id).toSorted());
  const { samePerson } = await call(routes.cases.related, { params: { id: calls[2]?.id as never } });
  expect(samePerson.map((row) => row.id).toSorted()).toEqual(
    calls
      .slice(0, 2)
      .map(({ id }) => id)
      .toSorted(),
  );
  for (const { id } of calls) expect((await open(id)).repeats.chain).toEqual([]);
  expect((await open(calls[0]?.id ?? "")).content).toBe("井盖松动。");
});

it("[FZ-5-1 FZ-2-1] a registration pressed twice is still one registration", async () => {
  const { call } = await at(city, "centre.operator");
  const body = {
    channel: "phone" as const,
    content: "路口红绿灯不亮。",
    petitioner: { ...citizen, phone: "13600007777" },
  };
  const [first, second] = await Promise.all(
    [1, 2].map(() => call(routes.cases.register, { body }, { once: "press-1" })),
  );
  expect(second).toEqual(first);
  expect((await call(routes.cases.callers, { body: { phone: "13600007777" } })).rows).toHaveLength(1);
  const other = call(routes.cases.register, { body: { ...body, content: "别的事情。" } }, { once: "press-1" });
  await expect(other).rejects.toMatchObject(refusal(409, "keyReused"));
});

it("[FZ-3.8] an emergency is turned to 110 or 122 at once: on the form before sending, by the operator with the number named", async () => {
  const form = await (await fetch(`${city.url}/submit`)).text();
  for (const number of ["110", "122"]) expect(form).toContain(`tel:${number}`);
  city.at("2026-03-04 09:30");
  const { id } = await register(city, { content: "路口出车祸了，有人受伤。" });
  const operator = await at(city, "centre.operator");
  city.at("2026-03-04 09:31");
  await expect(operator.act(id, "refuse", { ground: "ground.3.8", fields: {} })).rejects.toMatchObject({ status: 422 });
  await operator.act(id, "refuse", { ground: "ground.3.8", fields: { referral: "110" } });
  const refused = await operator.open(id);
  expect(refused).toMatchObject({ stage: "refused", refusal: { rule: "《办法》第三条（八）" } });
  expect(JSON.stringify(refused.refusal)).toContain("110");
  expect(refused.timeline.find((row) => row.type === "refused")?.at).toBe("2026-03-04T01:31:00.000Z");
  expect(refused.messages.find((m) => m.channel === "phone" && m.body.includes("110"))).toMatchObject({
    state: "toDo",
  });

  const second = await register(city, { content: "楼上起火了。" });
  const preview = (fields: Record<string, string>) =>
    operator.call(routes.cases.previewRefusal, { params: { id: second.id }, body: { ground: "ground.3.8", fields } });
  await expect(preview({})).rejects.toMatchObject(refusal(422, "ground.fieldMissing"));
  await expect(preview({ referral: "114" })).rejects.toMatchObject(refusal(422, "ground.fieldMissing"));
  expect((await preview({ referral: "119" })).text).toContain("119");
  const told = "登记时在电话里当场告知";
  await operator.act(second.id, "refuse", { ground: "ground.3.8", fields: { referral: "119" }, told });
  const settled = await operator.open(second.id);
  expect(settled.messages.filter((m) => m.channel === "phone")).toEqual([]);
  const row = settled.timeline.find((line) => line.type === "delivered");
  expect(row).toMatchObject({ at: "2026-03-04T01:31:00.000Z", who: expect.stringContaining("服务中心") });
});

it("[FZ-4-3 FZ-8.1-1] the first look of the named person each working day is kept, and who has not looked is listed", async () => {
  city.at("2026-03-04 08:30");
  const officer = await at(city, "efficiency.officer");
  const checks = async (day: string) => officer.call(routes.efficiency.checks, { query: { day: day as never } });
  const of = async (day: string, org: string) => (await checks(day)).rows.find((row) => row.org.id === org);
  const urban = await at(city, "urban.clerk");
  await urban.call(routes.worklist.rows, {});
  city.at("2026-03-04 16:00");
  await urban.call(routes.worklist.rows, {});
  await (await at(city, "taijiang-bureau.auditor")).call(routes.worklist.rows, {});
  await (await at(city, "gulou-bureau.dispatcher")).call(routes.worklist.rows, {});
  expect((await checks("2026-03-04")).workingDay).toBe(true);
  expect(await of("2026-03-04", "urban")).toMatchObject({ at: "2026-03-04T00:30:00.000Z" });
  expect(await of("2026-03-04", "gulou-bureau")).toMatchObject({ at: "2026-03-04T08:00:00.000Z" });
  expect(await of("2026-03-04", "taijiang-bureau")).toMatchObject({
    checker: expect.stringMatching(/./),
    at: null,
    by: null,
  });
  expect(await of("2026-03-04", "rail")).toBeUndefined();
  expect(await of("2026-03-05", "urban")).toMatchObject({ at: null });
  expect((await checks("2026-03-07")).workingDay).toBe(false);
  const county = await at(city, "gulou-efficiency.officer");
  const { rows } = await county.call(routes.efficiency.checks, { query: { day: "2026-03-04" } });
  expect(rows.every((row) => row.org.id.startsWith("gulou"))).toBe(true);
  expect(rows.length).toBeGreaterThan(0);
});

it("[FZ-8.1-1 FZ-10-1] a unit without a named checker cannot be taken into the system, and gets no case", async () => {
  city.at("2026-03-05 09:00");
  const { call } = await at(city, "admin");
  const params = { id: "rail" };
  const join = () => call(routes.office.setMembership, { params, body: { joinedOn: "2026-03-09" } });
  const { holding } = await personIn(call, "rail", "dutyChecker");
  await call(routes.office.endHolding, { params: { ...params, holding }, body: { to: "2026-03-06" } });
  await expect(join()).rejects.toMatchObject({
    ...refusal(422, "registry.notStaffed"),
    message: expect.stringContaining("查阅"),
  });
  const filed = await file(city, { content: "地铁站电梯停了很久，请修。" });
  await expect(send(city, filed.id, "rail")).rejects.toMatchObject({ status: 422 });
  const clerk = await personIn(call, "rail", "clerk");
  await appoint(city, "rail", { personId: clerk.id, post: "dutyChecker", from: "2026-03-07" });
  await join();
  city.at("2026-03-09 09:00");
  await send(city, filed.id, "rail");
  await pass(city, filed.id, await reply(city, filed.id, "rail"));
  expect((await (await at(city, "bureau.dispatcher")).open(filed.id)).stage).toBe("answered");
});
