import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoCities } from "../../../../demo/cities.ts";
import { packs } from "../../../../packs/index.ts";
import { type City, openCity } from "../../../city.ts";
import { type Came, Citizen } from "../citizen.ts";

const fields = ["phone", "email", "address", "idNumber"] as const;

/**
 * Read out of the five texts by hand, never from the packs: 条例第十九条 wants name and address; the others say nothing of
 * contact, so a name and one of telephone and mail is asked. None allows to have no name, none asks for an identity number.
 */
const reach = { phone: "手机号", email: "电子邮箱（选填）" };
const written: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "fuzhou-2007": reach,
  "hangzhou-2016": reach,
  "zhejiang-2017": reach,
  "yintai-2012": reach,
  "national-2022": { ...reach, address: "联系地址" },
};

describe.each(demoCities.map((one) => [one.region, one] as const))("%s", (_, one) => {
  let city: City;
  beforeAll(async () => {
    city = await openCity({ city: one });
  });
  afterAll(() => city.close());

  async function contactPage(citizen: Citizen): Promise<Came> {
    const first = await citizen.open("/submit");
    const kind = /name="kind" value="([^"]+)"/.exec(first.html)?.[1];
    const matter = { content: "公园门口的台阶断了一级，老人走不了。", area: "none", ...(kind ? { kind } : {}) };
    const page = await citizen.send(first, matter);
    expect(page.url.pathname).toBe("/submit/contact");
    return page;
  }

  const asked = written[one.pack];
  if (!asked) throw new Error(one.pack);

  it("[AC-9] the contact fields are those of the regulation; telephone or mail alone is enough; the others read 「（选填）」", async () => {
    const citizen = new Citizen(city.url);
    const page = await contactPage(citizen);
    const shown = fields.filter((name) => page.html.includes(`name="${name}"`));
    const labels = shown.map((name) => [
      name,
      (new RegExp(`<label[^>]*for="${name}"[^>]*>([^<]*)`).exec(page.html)?.[1] ?? "").trim(),
    ]);
    expect(Object.fromEntries(labels)).toEqual(asked);
    const who = { name: "温若谷", address: "示例路1号", publicity: "public", replyBy: "web" };
    const nothing = await citizen.send(page, { ...who, address: "", phone: "", email: "" });
    expect(nothing.words).toContain("请填写手机号或电子邮箱");
    expect(nothing.words.includes("请填写联系地址")).toBe("address" in asked);
    for (const way of [
      { phone: "13900002222", email: "" },
      { phone: "", email: "wen@example.test" },
    ]) {
      const visitor = new Citizen(city.url);
      const check = await visitor.send(await contactPage(visitor), { ...who, ...way });
      expect([way, check.url.pathname]).toEqual([way, "/submit/check"]);
    }
  });

  it("[AC-10] anonymity is offered with its price only where the regulation allows it", async () => {
    const page = await contactPage(new Citizen(city.url));
    // None of the five texts allows it.
    expect(page.html).not.toContain('name="anonymous"');
    expect(page.words).not.toContain("没有短信、不能评价");
  });
});

/** A regulation that allows to have no name and limits who may speak for others. */
function lenient() {
  const fuzhou = packs.find(({ id }) => id === "fuzhou-2007");
  if (!fuzhou) throw new Error("no such regulation");
  const { contact, representatives } = fuzhou.settings;
  const settings = {
    ...fuzhou.settings,
    contact: { ...contact, value: { ...contact.value, anonymous: true } },
    representatives: { ...representatives, value: { from: 5, most: 5, channels: ["web" as const] } },
  };
  return packs.map((pack) => (pack.id === fuzhou.id ? { ...fuzhou, settings } : pack));
}

describe("a regulation that says more of people", () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity({ packs: lenient() });
  });
  afterAll(() => city.close());

  async function contactPage(citizen: Citizen): Promise<Came> {
    const matter = { content: "公园门口的台阶断了一级，老人走不了。", area: "none", kind: "ordinary" };
    return citizen.send(await citizen.open("/submit"), matter);
  }

  it("[AC-10] where it allows it, the price of having no name is told before anything is submitted", async () => {
    const citizen = new Citizen(city.url);
    const page = await contactPage(citizen);
    expect(page.words).toContain("不留姓名：没有短信、不能评价。请记好编号和查询码。");
    const check = await citizen.send(page, { anonymous: "yes", publicity: "public", replyBy: "web" });
    expect(check.url.pathname).toBe("/submit/check");
    expect((await citizen.send(check, {}, "/submit/check")).words).toContain("已提交");
  });

  // 条例第二十条 limits representatives of a visit only and the other texts name none, so an altered regulation shows it.
  it("[AC-21] for six people at most five speak where the regulation says so for the web; for another person consent is asked", async () => {
    const citizen = new Citizen(city.url);
    const who = { name: "温若谷", phone: "13900002222", publicity: "public", replyBy: "web" };
    const several = { people: "many", peopleCount: "6", onBehalf: "other", behalfName: "林望舒" };
    const six = "甲一\n乙二\n丙三\n丁四\n戊五\n己六";
    const first = await contactPage(citizen);
    expect(first.words).toContain("代表姓名（最多 5 人）");
    const page = await citizen.send(first, { ...who, ...several, representatives: six });
    expect(page.url.pathname).toBe("/submit/contact");
    expect(page.words).toContain("要对方同意，才能代为提交");
    expect(page.words).toContain("代表最多 5 人，您写了 6 人");
    const five = six.replace("\n己六", "");
    const unasked = await citizen.send(page, { representatives: five });
    expect(unasked.url.pathname).toBe("/submit/contact");
    expect(unasked.words).toContain("要对方同意，才能代为提交");
    const tooMany = await citizen.send(unasked, { representatives: six, behalfConsent: "yes" });
    expect(tooMany.url.pathname).toBe("/submit/contact");
    expect(tooMany.words).toContain("代表最多 5 人，您写了 6 人");
    const check = await citizen.send(tooMany, { representatives: five, behalfConsent: "yes" });
    expect(check.url.pathname).toBe("/submit/check");
    for (const said of ["6 人", "甲一、乙二、丙三、丁四、戊五", "林望舒"]) expect(check.words).toContain(said);
  });
});
