import { generateSync } from "otplib";
import { routes } from "../../../contract/routes.ts";
import type { City } from "../../city.ts";
import { testPassword } from "../../fresh-house.ts";
import { at, noticesTo, personIn } from "../../steps.ts";

/** People, posts, notices and tokens. */
export async function registry(city: City): Promise<void> {
  const { call } = await at(city, "admin");
  const account = { name: "温若水", login: "new.clerk", password: "First-Pass-2026" };
  const { id: personId } = await call(routes.office.addPerson, { body: account });
  const { holding } = await personIn(call, "urban", "clerk");
  const params = { id: "urban" as never };
  const post = { personId: personId as never, post: "clerk" as const, from: "2026-03-02" };
  const security = await at(city, "security");
  const { change } = await call(routes.office.appoint, { params, body: post });
  await security.call(routes.changes.decide, { params: { id: change }, body: { agree: true, reason: "核对过" } });
  const asked = await call(routes.office.appoint, { params, body: { ...post, post: "dutyChecker" } });
  await call(routes.changes.withdraw, { params: { id: asked.change } });
  await call(routes.office.endHolding, { params: { ...params, holding }, body: { to: "2026-03-02" } });
  await call(routes.office.setMembership, { params, body: { joinedOn: "2026-01-01" } });
  const named = { params: { id: personId as never } };
  await call(routes.accounts.edit, { ...named, body: { name: "温若谷", phone: "13900002222" } });
  const repair = { what: "unlock", check: "inPerson", reason: "输错密码" } as const;
  await security.call(routes.accounts.repair, { ...named, body: repair });
  const reader = await personIn(call, "urban", "leaderInCharge");
  await at(city, "urban.leader");
  const whose = { id: reader.id as never };
  const [open] = (await security.call(routes.sessions.of, { params: whose })).rows;
  const ended = { params: { ...whose, session: open?.id ?? "" }, body: { reason: "电脑遗失" } };
  await security.call(routes.sessions.endFor, ended);
  await call(routes.office.setActive, { params: { id: personId as never }, body: { active: false } });
  const [notice] = await noticesTo(city, "bureau.dispatcher");
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.call(routes.office.readNotice, { params: { id: notice?.id ?? "" } });
  const { id: clerk } = await personIn(call, "water", "clerk");
  const token = { name: "省平台", personId: clerk as never, orgId: "water" as never };
  const { waits } = await call(routes.tokens.create, { body: token });
  await security.call(routes.changes.decide, {
    params: { id: waits?.change ?? "" },
    body: { agree: true, reason: "核对过" },
  });
  const [given] = (await call(routes.tokens.list, {})).rows;
  await call(routes.tokens.revoke, { params: { id: given?.id ?? "" } });
  const words = { title: "搬到二楼", text: "接访室搬到二楼。", on: "2026-03-02" as never };
  const announced = await call(routes.announcements.write, { body: words });
  await call(routes.announcements.withdraw, { params: { id: announced.id }, body: { reason: "搬回" } });
  const { orgs } = await call(routes.office.tree, {});
  const parentId = orgs.find((org) => org.id === "urban")?.parentId as never;
  const body = { parentId, kind: "handlingUnit" as const, name: "示例市园林绿化局", shortName: "市园林局" };
  await call(routes.office.addUnit, { body });
}

export async function accounts(city: City): Promise<void> {
  const { call } = await at(city, "housing.clerk");
  const kinds = [{ kind: "assignment" as const, ways: ["sms" as const] }];
  await call(routes.telling.change, { body: { phone: "13900002222", kinds } });
  await call(routes.telling.readBell, { body: { ids: ["0197f0c0-0000-7000-8000-000000000001"] } });
  await city.as("housing.clerk");
  const elsewhere = (await call(routes.sessions.own, {})).rows.find(({ here }) => !here);
  await call(routes.sessions.endOwn, {
    params: { id: elsewhere?.id ?? "" },
    body: { password: testPassword },
  });
  const { secret } = await call(routes.session.offerSecondFactor, { body: {} });
  const code = generateSync({ secret, epoch: Date.parse(city.house.now()) / 1000 });
  await call(routes.session.bindSecondFactor, { body: { code, password: testPassword } });
  const next = "Other-Pass-2026";
  await call(routes.session.changePassword, { body: { login: "housing.clerk", current: testPassword, next } });
}
