import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { client } from "../../contract/client.ts";
import { buildApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { run } from "./terminal.ts";

const example = join(import.meta.dirname, "..", "..", "deploy", "city.example.json");
const city = JSON.parse(readFileSync(example, "utf8")) as Record<string, unknown> & {
  orgs: Record<string, unknown>[];
  people: Record<string, unknown>[];
};

let folder: string;
let house: FreshHouse;
let env: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-found-"));
  house = await freshHouse();
  env = { DATABASE_URL: house.url, DATA_DIR: folder, HUIYIN_KEY: "11".repeat(32) };
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

async function regions(): Promise<readonly string[]> {
  const rows = await house.db.selectFrom("region").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

it("a file that is not whole founds nothing, and says in words where it is wrong", async () => {
  const [root, ...others] = city.orgs;
  const wrong: readonly (readonly [string, unknown])[] = [
    ["no-centre", { ...city, orgs: city.orgs.filter((org) => org["kind"] !== "serviceCentre") }],
    ["twice", { ...city, orgs: [...city.orgs, others[0]] }],
    ["circle", { ...city, orgs: [{ ...root, parentId: "urban" }, ...others] }],
    ["unknown-post", { ...city, people: [{ login: "a.b", name: "甲", posts: [{ orgId: "urban", post: "king" }] }] }],
    ["stray", { ...city, surplus: 1 }],
    ["jurisdiction", { ...city, jurisdiction: "atlantis" }],
    ["demo", { ...city, region: "fuzhou-demo" }],
    ["no-auditor", { ...city, people: city.people.filter(({ login }) => login !== "auditor") }],
    [
      "two-seats",
      {
        ...city,
        people: [
          ...city.people,
          {
            login: "both.seats",
            name: "甲",
            posts: ["administrator", "logAuditor"].map((post) => ({ orgId: "info", post })),
          },
        ],
      },
    ],
  ];
  for (const [name, value] of wrong) {
    const ended = await run(["found", written(`${name}.json`, value), "--json"], env);
    expect([name, ended.code]).toEqual([name, 2]);
    expect(ended.sentence, name).not.toBe("");
  }
  expect((await run(["found", join(folder, "nothing.json")], env)).code).toBe(2);
  expect(await regions()).toEqual(["fuzhou-demo"]);
});

it("the example founds a city once, with a first password for each, which opens nothing but its own change", async () => {
  expect((await run(["found", example, "--dry-run"], env)).code).toBe(0);
  expect(await regions()).toEqual(["fuzhou-demo"]);
  const secret = join(folder, "passwords.txt");
  const ended = await run(["found", example, "--passwords", secret, "--json"], env);
  expect(ended.sentence).toBeNull();
  expect(ended.report()).toEqual({
    region: "linjiang",
    name: "临江市",
    orgs: city.orgs.length,
    people: city.people.length,
    founded: true,
  });
  expect(statSync(secret).mode & 0o777).toBe(0o600);
  const lines = readFileSync(secret, "utf8").trim().split("\n");
  const passwords = new Map(lines.map((line) => line.split("\t") as [string, string]));
  expect(new Set(passwords.values()).size).toBe(city.people.length);
  expect(ended.out).not.toContain([...passwords.values()][0]);
  expect((await run(["found", example, "--passwords", secret], env)).code).toBe(2);
  expect((await run(["found", example, "--json"], env)).report()).toMatchObject({ founded: false, passwords: [] });
  expect((await run(["found", written("other.json", { ...city, name: "另一个市" })], env)).code).toBe(1);

  const config = readConfig({ RATE_LIMITS: "off", LOG_LEVEL: "silent", WORKER: "off" });
  await run(["settings", "set", "secondFactor", '"optional"', "--region", "linjiang"], env);
  const app = await buildApp({ house, config, region: "linjiang" });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const login = "urban.clerk";
  const given = passwords.get(login) ?? "";
  const sign = async (password: string) => {
    const reply = await fetch(`${url}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login, password }),
    });
    const info = (await reply.json()) as { csrf: string; mustChange: boolean };
    const cookie = reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    return { info, call: client({ fetch, base: url, headers: () => ({ cookie, "x-csrf-token": info.csrf }) }) };
  };
  const { info, call } = await sign(given);
  expect(info.mustChange).toBe(true);
  const closed = { status: 403, error: { code: "session.mustChange" } };
  await expect(call(routes.worklist.rows, {})).rejects.toMatchObject(closed);
  const change = (next: string) => call(routes.session.changePassword, { body: { login, current: given, next } });
  await expect(change(given)).rejects.toMatchObject({ status: 422, error: { code: "password.same" } });
  await change("My-Own-Word-7");
  expect((await call(routes.worklist.rows, {})).total).toBe(0);
  expect((await sign("My-Own-Word-7")).info.mustChange).toBe(false);
  await app.close();
});

it("a setting is changed by hand with its check, and the log keeps what it was before", async () => {
  const set = (...rest: string[]) => run(["settings", "set", ...rest, "--region", "fuzhou-demo", "--json"], env);
  expect((await set("phone", '"0591-12345"')).report()).toMatchObject({ phone: "0591-12345" });
  expect((await set("noticesOff", '["received"]')).report()).toMatchObject({ noticesOff: ["received"] });
  for (const [key, value] of [
    ["phone", "7"],
    ["phone", "no json"],
    ["colour", '"red"'],
    ["noticesOff", '["internal-transfer"]'],
    ["demo", "false"],
  ] as const) {
    expect((await set(key, value)).code, `${key} ${value}`).toBe(2);
  }
  await set("phone", "null");
  const shown = (await run(["settings", "show", "--region", "fuzhou-demo", "--json"], env)).report();
  expect(shown).toEqual({ demo: true, secondFactor: "optional", noticesOff: ["received"] });
  const logged = await house.db
    .selectFrom("office_event")
    .select("data")
    .where("region_id", "=", "fuzhou-demo")
    .where("type", "=", "settingChanged")
    .orderBy("seq")
    .execute();
  expect(logged.map(({ data }) => data)).toEqual([
    { key: "phone", before: null, after: "0591-12345" },
    { key: "noticesOff", before: null, after: ["received"] },
    { key: "phone", before: "0591-12345", after: null },
  ]);
});

it("a seat that nobody holds is filled from the command line, by nobody who has another, and one that is held is not", async () => {
  const give = (seat: string, login: string) =>
    run(["seats", "give", seat, "--login", login, "--org", "info", "--region", "fuzhou-demo", "--json"], env);
  expect((await give("securityOfficer", "urban.clerk")).code).toBe(1);
  await house.db
    .updateTable("holding")
    .set({ valid_to: "2026-03-01" })
    .where("region_id", "=", "fuzhou-demo")
    .where("post", "=", "securityOfficer")
    .execute();
  expect((await give("securityOfficer", "admin")).code).toBe(1);
  expect((await give("securityOfficer", "nobody")).code).toBe(2);
  expect((await give("operator", "urban.clerk")).code).toBe(2);
  expect((await give("securityOfficer", "urban.clerk")).report()).toMatchObject({ login: "urban.clerk" });
  const shown = (await run(["seats", "show", "--region", "fuzhou-demo", "--json"], env)).report();
  expect(shown).toMatchObject({ securityOfficer: [expect.any(String)], logAuditor: [expect.any(String)] });
  const given = await house.db.selectFrom("office_event").select("data").where("type", "=", "postGiven").execute();
  expect(given).toMatchObject([{ data: { post: "securityOfficer" } }]);
});
