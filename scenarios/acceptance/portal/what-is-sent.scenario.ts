import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { type City, openCity } from "../../city.ts";
import { at } from "../../steps.ts";
import { seen, Visitor } from "./form.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const png = (name: string) =>
  [name, Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.from(name)])] as const;
const matter = { kind: "ordinary", area: "none", title: "", claim: "", place: "" };
const contact = {
  petitionerKind: "person",
  name: "　温若谷 ",
  phone: "１３９ ００００ １１１４（儿子）",
  onBehalf: "self",
  people: "1",
  publicity: "public",
  replyBy: "web",
};

/** Files to the receipt; `content` as it was typed. */
async function fileAs(visitor: Visitor, content: string) {
  await visitor.send("/submit", { ...matter, content }, []);
  const checked = await visitor.send("/submit/contact", contact);
  expect(checked.path.split("?")[0]).toBe("/submit/check");
  const receipt = await visitor.send("/submit/check", {});
  return { checked: seen(checked.html), receipt };
}

const letters = "路灯不亮。\n　　䶮𠮷，ＡＢＣ１２３；（东侧）\t“晚上” 😀\n\n";

it("[AC-4] 5,000 characters with line breaks, 䶮 and full-width signs arrive on the desk unchanged", async () => {
  const content = [...letters.repeat(300)].slice(0, 4999).join("") + "完";
  const { receipt } = await fileAs(new Visitor(city.url), content.replaceAll("\n", "\r\n"));
  const number = /FZ-\d{8}-\d{6}/.exec(receipt.html)?.[0] ?? "";
  const row = await city.house.db
    .selectFrom("case")
    .select("id")
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  expect((await (await at(city, "bureau.dispatcher")).open(row.id)).content).toBe(content);
});

it("25,000 characters are kept and counted right; what is beyond all measure is said, not cut", async () => {
  const visitor = new Visitor(city.url);
  const content = "䶮".repeat(25_000);
  const { html } = await visitor.send("/submit", { ...matter, content }, []);
  const draft = /\/submit\?d=[\w-]+/.exec(html)?.[0] ?? "/submit";
  expect(seen(html)).toContain("多了 20000 个字，可以把其余内容做成文件添加");
  expect(html).toContain(content);
  const { status } = await visitor.send("/submit", { ...matter, content: "䶮".repeat(500_000) }, []);
  expect(status).toBe(413);
  expect((await visitor.get(draft)).html).toContain(content);
});

it("[AC-5] five files pass, a sixth is named, and the five and the text stay; the camera is not forced", async () => {
  const visitor = new Visitor(city.url);
  const names = [1, 2, 3, 4, 5, 6].map((n) => `照片${n}.png`);
  const { html } = await visitor.send(
    "/submit",
    { ...matter, content: "门口的路灯不亮，已经三天了。" },
    names.map(png),
  );
  const input = /<input[^>]*type="file"[^>]*>/.exec(html)?.[0] ?? "";
  expect(input).toMatch(/accept="image\/\*,/);
  expect(input).not.toContain("capture");
  expect(seen(html)).toContain("最多 5 个文件，“照片6.png”没有添加");
  for (const name of names.slice(0, 5)) expect(seen(html)).toContain(`${name} 去掉`);
  expect(html).toContain("门口的路灯不亮，已经三天了。");
});

it("[AC-6] a file of 11 MB, an empty one and a renamed program each say their own, and count as three", async () => {
  const visitor = new Visitor(city.url);
  const big = Buffer.concat([png("大")[1], Buffer.alloc(11 * 1024 * 1024 - 19)]);
  const { html } = await visitor.send("/submit", { ...matter, content: "门口的路灯不亮，已经三天了。" }, [
    ["大“图”&.png", big],
    ["空.jpg", Buffer.alloc(0)],
    ["账单.jpg", Buffer.from("MZ\u0090\u0000 This program cannot be run in DOS mode.")],
    png("好.png"),
  ]);
  const said = seen(html);
  expect(said).toContain("有 3 处需要修改");
  expect(said).toContain("“大“图”&.png”有 11 MB，请换一个不超过 10 MB 的");
  expect(said).toContain("“空.jpg”是空的");
  expect(said).toContain("“账单.jpg”打不开，请换成照片、PDF、Word 或 Excel");
  expect(said).toContain("好.png 去掉");
  expect(html).toContain("门口的路灯不亮，已经三天了。");
});

it("the mark in the QR of a receipt opens the case and leaves the address", async () => {
  const visitor = new Visitor(city.url);
  await fileAs(visitor, "门口的路灯坏了三天，晚上很黑。");
  const { id } = await city.house.db
    .selectFrom("case")
    .select("id")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const sealed = { until: Date.parse(city.house.now()) + 86_400_000, data: { caseId: id } };
  const token = city.house.keys.seal("caseLink", JSON.stringify(sealed)).toString("base64url");
  expect(token.length).toBeGreaterThan(100);
  const stranger = new Visitor(city.url);
  const opened = await stranger.get(`/q/${token}`);
  expect([opened.status, opened.path]).toEqual([200, "/my-case"]);
  expect(seen(opened.html)).toContain("门口的路灯坏了三天");
});

it("more words than a supplement or a reason takes are said, not cut", async () => {
  const visitor = new Visitor(city.url);
  await fileAs(visitor, "门口的井盖松了，车子一过就响。");
  const { number, code } = await city.call(routes.publicDoors.file, {
    body: { content: "门口的井盖松了。", petitioner: { name: "温若谷", phone: "13900001114" } },
  });
  await visitor.send("/follow", { number, code });
  const { status, html } = await visitor.send("/my-case/supplement", { text: "补".repeat(5003) }, []);
  expect(status).toBe(422);
  expect(seen(html)).toContain("多了 3 个字，请删短一些");
  expect(html).toContain("补".repeat(5003));
});
