import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../../contract/routes.ts";
import { fuzhouDemo } from "../../../../demo/fuzhou/city.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { packs } from "../../../../packs/index.ts";
import { speakPortal } from "../../../../portal/words/language.ts";
import { type City, openCity } from "../../../city.ts";
import { at, legAt, pass, reply, send } from "../../../steps.ts";
import { type Came, Citizen } from "../citizen.ts";

const han = /\p{Script=Han}/u;

/** The test language: every Chinese sign of a sentence becomes one of Georgia; names in `{}` stay. */
const told = (sentence: string) => sentence.replace(/\p{Script=Han}/gu, "ქ");
/** What a regulation, a city or a case says is no fixed text of the portal: it is written with signs of Armenia. */
const data = (text: string) => text.replace(/\p{Script=Han}/gu, "Ֆ");

/** Everything of a regulation or a city in which people read words, its law and names included. */
function inData<T>(value: T): T {
  if (typeof value === "string") return data(value) as T;
  if (Array.isArray(value)) return value.map(inData) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inData(one)])) as T;
}

const petitioner = { kind: "person", name: "Wen Ruogu", phone: "13900002222", replyBy: "web" } as const;
const content = "The lamp on Fuxin Road has been dark for three nights.";

let city: City;
beforeAll(async () => {
  speakPortal((sentence, path) => (path === "portal.frame.lang" ? "ka" : told(sentence)));
  for (const route of Object.values(routes).flatMap((group) => Object.values(group))) {
    Object.assign(route, { summary: data(route.summary), tag: data(route.tag) });
  }
  const questions = [{ name: "lamp", label: "Lamp number", required: true, unclear: true }];
  const asking = packs.map((pack): Pack => {
    if (pack.id !== fuzhouDemo.pack) return pack;
    const value = pack.settings.kinds.value.map((kind) => (kind.code === "efficiency" ? { ...kind, questions } : kind));
    return { ...pack, settings: { ...pack.settings, kinds: { ...pack.settings.kinds, value } } };
  });
  city = await openCity({
    city: inData(fuzhouDemo),
    packs: inData(asking),
    ways: { email: true, sms: true, voice: true },
  });
});
afterAll(() => city.close());

const seen: string[] = [];
/** No sign of Chinese anywhere in the source of a page: text, titles, labels for screen readers, attributes, options. */
function foreign(name: string, page: Came): Came {
  const lines = page.html.split(/(?=<)/).filter((part) => han.test(part));
  expect([name, lines]).toEqual([name, []]);
  expect(page.html).toContain('<html lang="ka"');
  seen.push(name);
  return page;
}

/** Cases in the states that a page of a case has. */
async function lived() {
  const filed = (more: object = {}) =>
    city.call(routes.publicDoors.file, { body: { content, petitioner, ...more } as never });
  const dispatcher = await at(city, "bureau.dispatcher");
  const refused = await filed();
  await dispatcher.act(refused.id, "refuse", { ground: "ground.3.9", fields: { note: "a private loan" } });
  const parts = await filed();
  await dispatcher.act(parts.id, "dispatch", {
    classification: { track: "public" },
    matters: ["urban", "housing"].map((orgId, i) => ({
      title: `Part ${i}`,
      targets: [{ orgId, role: "lead" as const }],
    })),
  });
  const answered = await filed({ claim: "mend it\nsay why" });
  await send(city, answered.id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, answered.id, "urban");
  const claims = [
    { n: 1, verdict: "supported" as const, text: "Mended." },
    { n: 2, verdict: "explained" as const, text: "Old." },
  ];
  await clerk.act(answered.id, "submitToLeader", {}, leg);
  await clerk.act(
    answered.id,
    "draftReply",
    { text: "Call us at 0591-00001003.", claims, promises: [{ what: "Look", who: "Team", by: "2026-03-20" }] },
    leg,
  );
  await (await at(city, "urban.leader")).act(answered.id, "approveReply", {}, leg);
  await pass(city, answered.id, leg);
  const redone = await filed();
  await send(city, redone.id, "urban");
  await reply(city, redone.id, "urban", "Mended.");
  const sealed = await filed({ subject: "discipline" });
  const overdue = await filed();
  await send(city, overdue.id, "urban");
  city.at("2026-03-18 09:00");
  return { received: await filed(), refused, parts, answered, redone, sealed, overdue };
}

it("[AC-22] with a test language loaded no fixed Chinese text stands on any page of the portal", async () => {
  const cases = await lived();
  const visitor = new Citizen(city.url);
  for (const path of [
    "/",
    "/how",
    "/answers",
    "/answers?q=x",
    "/answers?q=lamp&month=13",
    "/follow",
    "/follow/lost",
    "/notices",
    "/privacy",
    "/accessibility",
    "/sitemap",
    "/api",
    "/nothing",
    "/q/none",
    "/receipt",
  ]) {
    foreign(path, await visitor.open(path));
  }
  const matter = foreign("matter", await visitor.open("/submit"));
  foreign("matter: nothing", await visitor.send(matter));
  foreign(
    "matter: too much",
    await visitor.send(matter, {
      content: "x".repeat(5003),
      claim: "y".repeat(501),
      title: "z".repeat(31),
      kind: "efficiency",
    }),
  );
  const urgent = await visitor.send(matter, { content: "着火了着火了着火了着火了", area: "none", kind: "ordinary" });
  expect(urgent.url.pathname).toBe("/submit/urgent");
  foreign("emergency", urgent);
  const contact = foreign(
    "contact",
    await visitor.send(matter, { content, area: "none", kind: "efficiency", "q-lamp": "12" }),
  );
  foreign("contact: nothing", await visitor.send(contact));
  foreign(
    "contact: wrong",
    await visitor.send(contact, {
      name: "w".repeat(60),
      phone: "123",
      email: "a@",
      people: "many",
      onBehalf: "other",
      petitionerKind: "legalPerson",
      replyBy: "sms",
    }),
  );
  const right = {
    name: "Wen",
    phone: "13900003333",
    email: "",
    people: "one",
    onBehalf: "self",
    petitionerKind: "person",
    replyBy: "web",
  };
  const check = foreign("check", await visitor.send(contact, { ...right, publicity: "public" }));
  foreign("receipt", await visitor.send(check, {}, "/submit/check"));
  foreign("already", await visitor.open("/receipt"));
  foreign("check: filed", await visitor.open(`/submit/check${check.url.search}`));
  for (const [name, { number, code }] of Object.entries(cases)) {
    const reader = new Citizen(city.url);
    const page = await reader.send(await reader.open("/follow"), { number, code });
    foreign(`case: ${name}`, page);
    if (name === "answered") foreign("rated", await reader.send(page, {}, "/case/rate").catch(() => page));
  }
  const { rows } = await city.call(routes.publicDoors.answers, { query: {} as never });
  foreign("answer", await visitor.open(`/answers/${rows[0]?.id}`));
  const lost = await visitor.send(await visitor.open("/follow/lost"), { phone: "1" });
  foreign("lost: wrong", lost);
  const guess = new Citizen(city.url);
  let page = await guess.open("/follow");
  foreign("follow: nothing", await guess.send(page, { number: "", code: "" }));
  for (let n = 0; n < 6; n += 1)
    page = await guess.send(await guess.open("/follow"), { number: "FZ-20260302-000099", code: `000000000${n}` });
  foreign("follow: waits", page);
  expect(seen.length).toBeGreaterThan(35);
}, 60_000);
