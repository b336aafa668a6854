import type { City } from "../../../city.ts";
import { at, tokenFor } from "../../../steps.ts";
import type { Probe } from "./probes.ts";

/** Somebody who asks: staff, a program with a token, a citizen, anybody. */
export interface Visitor {
  readonly name: string;
  readonly personId: string | null;
  readonly orgId: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly formToken: string;
}

const nobodyElse = { personId: null, orgId: null };

/** One account for each kind of body and post; the bodies that the cases name stand for themselves. */
export async function staff(city: City): Promise<readonly Visitor[]> {
  const held = await city.house.db
    .selectFrom("account")
    .innerJoin("holding", "holding.person_id", "account.person_id")
    .innerJoin("org", (join) =>
      join.onRef("org.id", "=", "holding.org_id").onRef("org.region_id", "=", "account.region_id"),
    )
    .select(["account.login", "account.person_id", "holding.org_id", "holding.post", "org.kind"])
    .where("account.region_id", "=", city.house.region)
    .orderBy("account.login")
    .execute();
  const concerned = ["discipline", "housing", "urban"];
  const one = new Map(
    held.map((row) => [`${concerned.includes(row.org_id) ? row.org_id : row.kind}/${row.post}`, row]),
  );
  const logins = new Map([...one.values()].map((row) => [row.login, row]));
  const visitors: Visitor[] = [];
  for (const { login, person_id, org_id } of logins.values()) {
    const { cookie } = await at(city, login);
    const who = await city.app.inject({ method: "GET", url: "/api/session", headers: { cookie } });
    const headers = { cookie, "x-csrf-token": who.json<{ csrf: string }>().csrf };
    visitors.push({ name: login, personId: person_id, orgId: org_id, headers, formToken: "" });
  }
  return visitors;
}

/** A program that works for a person in one body. */
export async function program(city: City, of: Visitor): Promise<Visitor> {
  const body = { name: "局内系统", personId: of.personId as never, orgId: of.orgId as never, days: 30 };
  const authorization = `Bearer ${await tokenFor(city, body)}`;
  return { ...of, name: `token of ${of.name}`, headers: { authorization } };
}

/** Anybody with a browser. */
export async function anybody(city: City): Promise<Visitor> {
  const page = await city.app.inject({ method: "GET", url: "/follow" });
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const formToken = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
  return { name: "anybody", ...nobodyElse, headers: { cookie }, formToken };
}

/** A citizen who has opened the own case. */
export async function citizenOf(city: City, own: { readonly number: string; readonly code: string }): Promise<Visitor> {
  const visitor = await anybody(city);
  const form = { number: own.number, code: own.code };
  const opened = await send(city, visitor, { door: { method: "POST", path: "/follow" }, url: "/follow", form });
  if (opened.statusCode !== 303) throw new Error(`the case of the citizen does not open: ${opened.statusCode}`);
  const cookie = [visitor.headers["cookie"], ...opened.cookies.map(({ name, value }) => `${name}=${value}`)].join("; ");
  return { ...visitor, name: "another citizen", headers: { cookie } };
}

/** Sends a probe as a visitor. */
export function send(city: City, visitor: Visitor, { door, url, body, form }: Probe) {
  const plain = { method: door.method as "GET", url, headers: { ...visitor.headers } };
  if (form) {
    const payload = new URLSearchParams({ _csrf: visitor.formToken, ...form }).toString();
    const headers = { ...plain.headers, "content-type": "application/x-www-form-urlencoded" };
    return city.app.inject({ ...plain, headers, payload });
  }
  return city.app.inject(body === undefined ? plain : { ...plain, payload: body as object });
}
