import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { client } from "../../../contract/client.ts";
import { routes } from "../../../contract/routes.ts";
import { sweep } from "../../../server/jobs/sweep.ts";
import { type City, openCity } from "../../city.ts";
import { testPassword } from "../../fresh-house.ts";
import { agree, at, file, legAt, personIn, refusal, send, tokenFor } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const own = refusal(422, "change.own");
const call = async (login: string) => (await at(city, login)).call;
const me = async (login: string) => (await (await call(login))(routes.session.whoAmI, {})).person.id;
const officer = async () => personIn(await call("admin"), "urban", "principalLeader");

async function proposed(login: string, orgId: string, personId: string, post: string) {
  const body = { personId, post: post as "clerk", from: "2026-03-02" };
  return (await call(login))(routes.office.appoint, { params: { id: orgId }, body });
}

async function decide(login: string, id: string, yes = true, reason = "") {
  return (await call(login))(routes.changes.decide, { params: { id }, body: { agree: yes, reason } });
}

async function logged(type: string) {
  const rows = await city.house.db
    .selectFrom("office_event")
    .select(["actor", "data"])
    .where("stream", "=", "rights")
    .where("type", "=", type)
    .execute();
  return rows as readonly { actor: { personId: string }; data: Record<string, unknown> }[];
}

describe("a post", () => {
  it("is given to nobody by one person alone: not by the administrator, not to oneself, not by who gains", async () => {
    const admin = await me("admin");
    await expect(proposed("admin", "bureau", admin, "bureauHead")).rejects.toMatchObject(own);
    const security = await me("security");
    await expect(proposed("security", "bureau", security, "bureauHead")).rejects.toMatchObject(own);
    const { id } = await officer();
    const { change, seat } = await proposed("admin", "bureau", id, "bureauHead");
    expect(seat).toBe("securityOfficer");
    for (const login of ["admin", "auditor", "urban.principal", "bureau.head"])
      await expect(decide(login, change), login).rejects.toMatchObject(refusal(403, "right.missing"));
    const held = async () => (await personIn(await call("admin"), "bureau", "bureauHead")).id;
    expect(await held()).not.toBe(id);
    city.at("2026-03-02 09:10");
    await decide("security", change);
    const card = await (await call("admin"))(routes.office.card, { params: { id: "bureau" } });
    expect(card.holdings.filter((h) => h.post === "bureauHead").map((h) => h.person.id)).toContain(id);
    await expect(decide("security", change)).rejects.toMatchObject(refusal(409, "change.settled"));
    const [given] = await logged("postGiven");
    expect(given).toMatchObject({ actor: { personId: security }, data: { id, proposedBy: admin, post: "bureauHead" } });
    const whose = await (await call("urban.principal"))(routes.sessions.news, {});
    expect(whose.rows.at(-1)).toMatchObject({ type: "postGiven", what: expect.stringContaining("市信访局") });
  });

  it("proposed for the only security officer waits for the auditor of the log, and never for who gains", async () => {
    const security = await me("security");
    const { change, seat } = await proposed("admin", "urban", security, "clerk");
    expect(seat).toBe("logAuditor");
    await expect(decide("security", change)).rejects.toMatchObject(refusal(403, "right.missing"));
    await decide("auditor", change, false, "另有安排");
  });

  it("is declined with a reason, taken back by who proposed it, or lapses; each stands in the log", async () => {
    const { id } = await officer();
    const asked = async () => (await proposed("admin", "centre", id, "operator")).change;
    const first = await asked();
    await expect(decide("security", first, false)).rejects.toMatchObject(refusal(422, "change.reasonMissing"));
    await decide("security", first, false, "岗位不符");
    const second = await asked();
    await expect((await call("security"))(routes.changes.withdraw, { params: { id: second } })).rejects.toMatchObject(
      refusal(404, "notFound"),
    );
    await (await call("admin"))(routes.changes.withdraw, { params: { id: second } });
    const third = await asked();
    city.at("2026-03-09 09:11");
    await expect(decide("security", third)).rejects.toMatchObject(refusal(409, "change.settled"));
    await sweep(city.house);
    const { rows } = await (await call("security"))(routes.changes.list, {});
    const state = (change: string) => rows.find((row) => row.id === change);
    expect(state(first)).toMatchObject({ state: "declined", decision: "岗位不符", mayDecide: false });
    expect(state(second)?.state).toBe("withdrawn");
    expect(state(third)?.state).toBe("expired");
    for (const type of ["changeDeclined", "changeWithdrawn", "changeExpired"])
      expect((await logged(type)).at(-1)?.data, type).toMatchObject({ personId: id });
    city.at("2026-03-02 10:00");
  });

  it("of a seat goes to nobody who holds another one, by whatever way", async () => {
    const admin = await me("admin");
    await expect(proposed("security", "info", admin, "logAuditor")).rejects.toMatchObject(
      refusal(422, "registry.oneSeat"),
    );
    // Both are allowed when they are proposed; of the two that are agreed to at once, one is refused.
    const { id } = await officer();
    const both = await Promise.all([
      proposed("admin", "info", id, "logAuditor"),
      proposed("admin", "info", id, "securityOfficer"),
    ]);
    const answers = await Promise.allSettled(both.map((one) => decide("security", one.change)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = answers.find((one) => one.status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject(refusal(422, "registry.oneSeat"));
  });

  it("is ended by one person, but for the last holder of a seat", async () => {
    const { call: security } = await at(city, "security");
    const { holding } = await personIn(await call("admin"), "info", "administrator");
    const end = { params: { id: "info", holding }, body: { to: "2026-03-02" } };
    await expect(security(routes.office.endHolding, end)).rejects.toMatchObject(refusal(422, "registry.lastOfKind"));
    const admin = await call("admin");
    const away = { params: { id: (await me("admin")) as never }, body: { active: false } };
    await expect(admin(routes.office.setActive, away)).rejects.toMatchObject(refusal(422, "registry.lastOfKind"));
  });

  it("agreed to by fifty presses at once is given once, and no press is answered with a fault of the server", async () => {
    const { id } = await officer();
    const { change } = await proposed("admin", "water", id, "dutyChecker");
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => decide("security", change)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of answers) {
      if (one.status === "rejected") expect(one.reason).toMatchObject(refusal(409, "change.settled"));
    }
    const rows = await city.house.db
      .selectFrom("holding")
      .select("id")
      .where("person_id", "=", id)
      .where("org_id", "=", "water")
      .execute();
    expect(rows).toHaveLength(1);
  });
});

describe("a token for somebody else", () => {
  it("takes two persons, names itself and both of them in what is done through it, and is told to whom it concerns", async () => {
    city.at("2026-03-03 09:00");
    const { id } = await file(city, { content: "路边的垃圾桶满了好几天，请清运。" });
    await send(city, id, "urban");
    const clerk = await at(city, "urban.clerk");
    const personId = await me("urban.clerk");
    const body = { name: "市局系统", personId, orgId: "urban", days: 30, reason: "对接市局系统" };
    city.at("2026-03-03 09:05");
    await expect((await call("auditor"))(routes.tokens.create, { body })).rejects.toMatchObject(
      refusal(403, "right.missing"),
    );
    const token = await tokenFor(city, body);
    const headers = { authorization: `Bearer ${token}` };
    const through = client({ fetch, base: city.url, headers: () => headers });
    const leg = await legAt(clerk, id, "urban");
    await through(routes.acts.submitToLeader, { params: { id }, body: { legId: leg, input: {} } });
    await through(routes.cases.reveal, { params: { id: id as never }, body: { reason: "callBack" } });
    const look = city.house.db.selectFrom("access_log").select(["person_id", "detail"]).where("what", "=", "reveal");
    expect(await look.execute()).toMatchObject([{ person_id: personId, detail: { via: { name: "市局系统" } } }]);
    const { timeline } = await clerk.open(id);
    const [proposer, agreed] = [await me("security"), await me("admin")];
    const { people } = await (await call("admin"))(routes.office.people, {});
    const name = (who: string) => people.find((one) => one.id === who)?.name ?? "?";
    const row = timeline.find(({ type }) => type === "submittedToLeader");
    expect(row?.who).toContain(`经接口令牌“市局系统”（${name(proposer)}、${name(agreed)}发给）`);
    const event = await city.house.db
      .selectFrom("case_event")
      .select("actor")
      .where("case_id", "=", id)
      .where("type", "=", "submittedToLeader")
      .executeTakeFirstOrThrow();
    expect(event.actor).toMatchObject({ personId, via: { name: "市局系统", by: [proposer, agreed] } });
    const told = (await clerk.call(routes.sessions.news, {})).rows;
    expect(told).toMatchObject([
      { type: "changeProposed", kind: "token", what: "市局系统", by: name(proposer) },
      { type: "tokenCreated", what: "市局系统", by: name(agreed) },
    ]);
  });

  it("opens neither rights nor accounts: those are the person's at the desk", async () => {
    const personId = await me("admin");
    const token = await tokenFor(city, { name: "代管理员", personId, orgId: "info" }).catch(() => "");
    const headers = { authorization: `Bearer ${token}` };
    const through = client({ fetch, base: city.url, headers: () => headers });
    const barred = refusal(403, "session.tokenBarred");
    const { id } = await officer();
    const params = { id: "urban" };
    const appointed = through(routes.office.appoint, {
      params,
      body: { personId: id, post: "clerk", from: "2026-03-03" },
    });
    await expect(appointed).rejects.toMatchObject(barred);
    await expect(through(routes.changes.decide, { params: { id }, body: { agree: true } })).rejects.toMatchObject(
      barred,
    );
    const person = { name: "甲", login: "jia.jia", password: "Kq7-mountain-pelz" };
    await expect(through(routes.office.addPerson, { body: person })).rejects.toMatchObject(barred);
  });
});

describe("a token", () => {
  const works = async (token: string) =>
    (await fetch(`${city.url}/api/worklist`, { headers: { authorization: `Bearer ${token}` } })).status;

  it("ends for good with its person, lives a year at most, and is listed and ended by its owner", async () => {
    const clerk = await at(city, "water.clerk");
    const personId = await me("water.clerk");
    const make = (days: number) =>
      clerk.call(routes.tokens.create, { body: { name: "自用", personId, orgId: "water", days } });
    await expect(make(366)).rejects.toMatchObject(refusal(400, "request.invalid"));
    const [kept, ended] = [(await make(365)).token ?? "", await make(30)];
    await expect(
      (await call("urban.leader"))(routes.tokens.revoke, { params: { id: ended.id ?? "" } }),
    ).rejects.toMatchObject(refusal(404, "notFound"));
    await clerk.call(routes.tokens.revoke, { params: { id: ended.id ?? "" } });
    expect([await works(kept), await works(ended.token ?? "")]).toEqual([200, 401]);
    const listed = (await clerk.call(routes.tokens.list, {})).rows;
    expect(listed.map(({ own }) => own)).toEqual([true, true]);
    expect(listed.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
    const admin = await call("admin");
    for (const active of [false, true])
      await admin(routes.office.setActive, { params: { id: personId as never }, body: { active } });
    expect(await works(kept)).toBe(401);
  });

  it("ends when the password of its person is changed", async () => {
    const desk = await city.as("power.leader");
    const { person, place } = await desk.call(routes.session.whoAmI, {});
    const body = { name: "自用", personId: person.id, orgId: place?.orgId ?? "" };
    const token = (await desk.call(routes.tokens.create, { body })).token ?? "";
    expect(await works(token)).toBe(200);
    const change = { login: "power.leader", current: testPassword, next: "Kq7-mountain-pelz" };
    await desk.call(routes.session.changePassword, { body: change });
    expect(await works(token)).toBe(401);
  });
});

it("a reset proposed by the administrator is agreed to by the security officer, and its password is shown to nobody else", async () => {
  const { call: admin } = await at(city, "admin");
  const { id } = await personIn(admin, "traffic", "clerk");
  const body = { what: "password", check: "inPerson", reason: "忘记密码" } as const;
  const { waits } = await admin(routes.accounts.repair, { params: { id: id as never }, body });
  expect(waits?.seat).toBe("securityOfficer");
  const { secret } = await agree(city, waits as never);
  expect(secret).toMatch(/^[A-Z]/);
  const { rows } = await admin(routes.changes.list, {});
  expect(JSON.stringify(rows)).not.toContain(secret);
  const kept = await city.house.db.selectFrom("once_only").selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(secret);
});
