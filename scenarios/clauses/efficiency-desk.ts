import { routes } from "../../contract/routes.ts";
import type { City } from "../city.ts";
import { at, file, send } from "../steps.ts";

/** What an efficiency officer does at the desk, in short. */

export interface Days {
  readonly from: string;
  readonly to: string;
}

export const march: Days = { from: "2026-03-01", to: "2026-03-31" };

export async function breaches(city: City, org: string, period = march) {
  const { call } = await at(city, "efficiency.officer");
  return (await call(routes.efficiency.breaches, { query: { ...period, org } })).rows;
}

export async function decide(city: City, id: string, cause: "human" | "notHuman") {
  const { call } = await at(city, "efficiency.officer");
  return call(routes.efficiency.decideCause, { params: { id }, body: { cause, note: "已核实。" } });
}

/** The circular of a period as an office would issue it, and one unit's part of it. */
export async function circular(city: City, period = march, login = "efficiency.officer") {
  const { call } = await at(city, login);
  const body = await call(routes.efficiency.draftCircular, { query: period });
  return { body, of: (org: string) => body.units.find((unit) => unit.org.id === org) };
}

export async function proposals(city: City, org: string) {
  const { call } = await at(city, "efficiency.officer");
  return (await call(routes.efficiency.proposals, {})).rows.filter((row) => row.org.id === org);
}

/** Files a case at nine and sends it to a unit. */
export async function sent(city: City, orgId: string, on: string, content = "工地夜间施工，请管一管。") {
  city.at(`${on} 09:00`);
  const filed = await file(city, { content });
  await send(city, filed.id, orgId);
  return filed;
}
