import { expect } from "vitest";
import { acts } from "../../contract/case/acts.ts";
import type { Call } from "../../contract/client.ts";
import type { Route } from "../../contract/route.ts";
import { routes } from "../../contract/routes.ts";
import { openPool } from "../../server/store/pools.ts";
import { otherRequests } from "./other-requests.ts";
import type { City, Desk } from "../city.ts";

/** A city where every write is pressed twice, and then once more with its key under another request. */
export interface PressedTwice {
  readonly city: City;
  /** The writes that have stood the test. */
  readonly stood: ReadonlySet<Route>;
}

export function pressedTwice(city: City): PressedTwice {
  const stood = new Set<Route>();
  let presses = 0;
  const twice = (call: Call): Call =>
    (async (route: Route, sends: never, options = {}) => {
      if (!route.once || options.once) return call(route, sends, options);
      const once = `press-${(presses += 1)}`;
      const first = await call(route, sends, { once });
      const before = await everything(city.house.url);
      expect(await call(route, sends, { once }), route.path).toEqual(first);
      const refusals: unknown[] = [];
      for (const other of otherRequests(route, sends).filter((one) => !isOfAnother(route, sends, one))) {
        const outcome = await call(route, other as never, { once }).catch(
          (error: { error: { code: string } }) => error,
        );
        if ("error" in (outcome as object)) refusals.push((outcome as { error: { code: string } }).error.code);
        else expect(outcome, `${route.path} ${JSON.stringify(other)}`).toEqual(first);
      }
      expect(refusals, route.path).toContain("keyReused");
      expect(await everything(city.house.url), route.path).toEqual(before);
      stood.add(route);
      return first;
    }) as Call;
  const as = async (login: string): Promise<Desk> => {
    const desk = await city.as(login);
    const call = twice(desk.call);
    return {
      ...desk,
      call,
      act: (id, act, input, legId = null) => {
        const body = { legId, seenVersion: null, input: input ?? {} };
        return call(acts[act], { params: { id }, body } as never) as ReturnType<Desk["act"]>;
      },
    };
  };
  return { city: { ...city, call: twice(city.call), as }, stood };
}

/** A citizen's key is the citizen's own: the same key with another telephone is another person's, and means nothing yet. */
function isOfAnother(route: Route, sends: object, other: unknown): boolean {
  const phone = (sent: object) => (sent as { body?: { petitioner?: { phone?: string } } }).body?.petitioner?.phone;
  return route === routes.publicDoors.file && phone(sends) !== phone(other as object);
}

/** A mark of every table; sessions apart, which every request touches. */
async function everything(url: string): Promise<Readonly<Record<string, string | null>>> {
  const owner = openPool(url, null, 1);
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') and tablename <> 'session'`,
  );
  const marks = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as mark from ${name} t`,
  );
  const { rows } = await owner.query<{ name: string; mark: string | null }>(marks.join(" union all "));
  await owner.end();
  return Object.fromEntries(rows.map(({ name, mark }) => [name, mark]));
}
