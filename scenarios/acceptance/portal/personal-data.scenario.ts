import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { type PublicField, publicFields } from "../../../domain/barring/decisions.ts";
import { allYes, type City, openCity } from "../../city.ts";
import { at, refusal, reply, send } from "../../steps.ts";
import { Citizen } from "./citizen.ts";
import { Visitor } from "./form.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ ways: { email: false, sms: true } });
});
afterAll(() => city.close());

const told = [
  "护栏倒了三天，挡住了行人。我叫温 若·谷，替母亲梅\u200b念真反映。",
  "电话139 8765 4321、１３９８７６５４３２１、139.8765.4321、一三九八七六五四三二一、①③⑨⑧⑦⑥⑤④③②①，家里（0591）8345－6721。",
  "身份证350102 19900307 123X，老证350102900307123；护照E12345678，回乡证H12345678；卡号6222 0202 0011 2233 445。",
  "车牌闽A·D12345，拍照的地方是26.0753,119.2965，邮箱wen（at）example.cn，微信wen_ruogu_5。",
  "住东街12号3座501室，找物业经理毕明达多次，门口的杂货铺也说不清。",
].join("\n");
/** What must be read nowhere, in one width and without marks. */
const secrets = [
  ["温若谷", "梅念真", "13987654321", "一三九八七六五四三二一", "83456721", "35010219900307123", "350102900307123"],
  [
    "E12345678",
    "H12345678",
    "62220202001122",
    "AD12345",
    "260753",
    "1192965",
    "wenat",
    "examplecn",
    "wen_ruogu",
    "501室",
  ],
].flat();
const bare = (text: string) => text.normalize("NFKC").replace(/[^\p{L}\p{N}_]/gu, "");
const found = (text: string, also: readonly string[] = []) =>
  [...secrets, ...also].filter((secret) => bare(text).includes(bare(secret)));

const place = "GPS 26.0753N 119.2965E";
const segment = (marker: number, body: string) =>
  Buffer.from(`\xff${String.fromCharCode(marker)}\0${String.fromCharCode(body.length + 2)}${body}`, "latin1");
const photo = Buffer.concat([
  Buffer.from("ffd8", "hex"),
  segment(0xe1, `Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0${place}`),
  segment(0xfe, place),
  segment(0xda, "\x01\x01\0\0\x3f\0"),
  Buffer.from("12ff00a5ffd9", "hex"),
]);

/** A citizen files what tells who they are in every spelling, with a photo that tells where it was taken. */
async function filed(): Promise<{ readonly id: string; readonly preview: string }> {
  const citizen = new Visitor(city.url);
  const matter = { content: told, claim: "修好后打13987654321", title: "护栏倒了请打139.8765.4321", kind: "ordinary" };
  await citizen.send("/submit", { ...matter, area: "gulou" }, [["温若谷13987654321.jpg", photo]]);
  const onBehalf = { onBehalf: "other", behalfName: "梅念真", behalfRelation: "母亲", behalfConsent: "yes" };
  const contact = { name: "温若谷", phone: "13987654321", publicity: "public", replyBy: "sms", ...onBehalf };
  const check = await citizen.send("/submit/contact", { petitionerKind: "person", people: "one", ...contact });
  const preview = check.html.slice(check.html.indexOf("公开后别人看到的样子"));
  await citizen.send("/submit/check", {});
  const desk = await at(city, "bureau.dispatcher");
  const { rows } = await desk.call(routes.cases.list, { query: { q: "护栏" } as never });
  return { id: rows[0]?.id ?? "", preview: preview.slice(0, preview.indexOf("您的信息怎么用")) };
}

/** Every page, list and feed that anybody may read, and what they answer when the number is searched for. */
async function everythingPublic(answerId: string): Promise<string> {
  const citizen = new Citizen(city.url);
  const pages = ["/", "/answers", `/answers/${answerId}`, "/answers?q=护栏", "/sitemap", "/api/public/answers?q=护栏"];
  const read = await Promise.all([...pages, `/api/public/answers/${answerId}`].map((path) => citizen.open(path)));
  for (const page of read) expect([page.url.pathname, page.status]).toEqual([page.url.pathname, 200]);
  return read.map((page) => page.html).join("\n");
}

it("[AC-116] seeded data stay out of every public page, list, feed, title, file name, message and photo; each doubt is decided", async () => {
  city.at("2026-03-02 09:10");
  const { id, preview } = await filed();
  expect(preview).toContain("▇▇");
  expect(found(preview.replace(/<[^>]*>/g, " "), ["毕明达"])).toEqual([]);

  const dispatcher = await at(city, "bureau.dispatcher");
  const lists = [
    await dispatcher.call(routes.worklist.rows, { query: {} as never }),
    await dispatcher.call(routes.cases.list, { query: { q: "护栏" } as never }),
  ];
  expect(JSON.stringify(lists)).toContain("护栏倒了请打▇▇");
  expect(found(JSON.stringify(lists))).toEqual([]);
  const opened = await dispatcher.open(id);
  // Marks that nobody sees are taken out at the door; every other sign of what was told is there.
  expect(opened.content).toBe(told.replace("\u200b", ""));
  expect(opened.title).toBe("护栏倒了请打139.8765.4321");
  expect(opened.files.map(({ name }) => found(name))).toEqual([[]]);
  const address = `${city.url}/api/files/${opened.files[0]?.id}`;
  const kept = await (await fetch(address, { headers: { cookie: dispatcher.cookie } })).arrayBuffer();
  expect(Buffer.from(kept).includes(place)).toBe(false);
  expect(Buffer.from(kept).includes(Buffer.from("12ff00a5ffd9", "hex"))).toBe(true);

  await send(city, id, "urban");
  const answer = [
    "温若谷：护栏已修好，已打13987654321告诉梅念真。",
    "责任单位电话0591-83330000，经办人郑 0591-83331111，杂货铺已一并处理。",
  ].join("\n");
  const leg = await reply(city, id, "urban", answer);
  const auditor = await at(city, "bureau.auditor");
  await expect(auditor.act(id, "passAudit", { checklist: allYes }, leg)).rejects.toMatchObject(
    refusal(422, "publication.undecided"),
  );
  expect((await new Citizen(city.url).open("/answers")).words).not.toContain("护栏");

  const { matters } = await auditor.call(routes.publications.planned, { params: { id } } as never);
  const [matter] = matters;
  if (!matter) throw new Error("nothing is planned");
  const doubtful = publicFields.flatMap((field) =>
    matter.places[field]
      .filter(({ certain }) => !certain)
      .map(({ from, to }) => ({ field, from, to, said: matter.texts[field].slice(from, to) })),
  );
  expect(doubtful.map(({ said }) => said)).toEqual(["毕明达", "0591-83331111"]);
  const decided = doubtful.map(({ said, ...one }) => ({ ...one, matterId: matter.matterId, bar: said === "毕明达" }));
  const byHand = (["question", "answer"] as PublicField[]).map((field) => {
    const from = matter.texts[field].indexOf("杂货铺");
    return { matterId: matter.matterId, field, from, to: from + 3, bar: true };
  });
  const [first] = decided;
  const half = { checklist: allYes, barring: first ? [first] : [] };
  await expect(auditor.act(id, "passAudit", half, leg)).rejects.toMatchObject(refusal(422, "publication.undecided"));
  await auditor.act(id, "passAudit", { checklist: allYes, barring: [...decided, ...byHand] }, leg);

  const { rows } = await city.call(routes.publicDoors.answers, { query: { q: "护栏" } as never });
  expect(rows.map(({ title }) => title)).toEqual(["护栏倒了请打▇▇"]);
  const read = await everythingPublic(rows[0]?.id ?? "");
  expect(found(read, ["毕明达", "杂货铺"])).toEqual([]);
  for (const left of ["0591-83330000", "0591-83331111", "找物业经理▇▇多次", "▇▇也说不清"]) expect(read).toContain(left);
  for (const asked of ["13987654321", "温若谷", "AD12345"]) {
    const answers = await city.call(routes.publicDoors.answers, { query: { q: asked } as never });
    expect([asked, answers.total]).toEqual([asked, 0]);
  }
  const events = await city.house.db
    .selectFrom("case_event")
    .select("data")
    .where("case_id", "=", id)
    .where("type", "=", "published")
    .execute();
  expect(events.map(({ data }) => (data as { barring?: unknown[] }).barring?.length)).toEqual([4]);
  expect(found(JSON.stringify(events))).toEqual([]);
  const sent = await city.house.db.selectFrom("outbox").select("body").where("channel", "=", "sms").execute();
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.flatMap(({ body }) => found(body, ["护栏"]))).toEqual([]);
});
