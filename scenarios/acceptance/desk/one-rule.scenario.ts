import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { at, file, register } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

type Field = "title" | "area" | "place" | "phone" | "email" | "name";

async function correct(id: string, field: Field, value: string | null): Promise<string> {
  const { call } = await at(city, "centre.operator");
  try {
    await call(routes.cases.correct, { params: { id }, body: { field, value } } as never);
    return "done";
  } catch (error) {
    return (error as Error).message;
  }
}

async function contactOf(id: string) {
  const { call } = await at(city, "centre.operator");
  return call(routes.cases.reveal, { params: { id }, body: { reason: "callBack" } } as never);
}

const linesOf = async (id: string) => (await (await at(city, "centre.operator")).open(id)).timeline;

describe("corrections", () => {
  it("[AC-42] a wrong phone or mail is corrected whole and logged masked; a masked value leaves the true one", async () => {
    const petitioner = { ...citizen, phone: "13900001111", email: "ruogu@example.cn", replyBy: "phone" as const };
    const { id } = await register(city, { petitioner });
    expect(await correct(id, "phone", "139 5555 1111")).toBe("done");
    expect(await correct(id, "phone", "139****1111")).toBe("请填写完整的新内容，不要保留星号。");
    expect(await correct(id, "email", "r***@example.cn")).toBe("请填写完整的新内容，不要保留星号。");
    expect(await correct(id, "email", "RUOGU.W＠example.cn。")).toBe("done");
    expect(await contactOf(id)).toMatchObject({ phone: "13955551111", email: "ruogu.w@example.cn" });
    const said = (await linesOf(id)).map(({ text }) => text).join("\n");
    expect(said).toContain("139****1111 → 139****1111（没有显示的部分有改动）");
    expect(said).not.toMatch(/13900001111|13955551111/);
  });

  it("to nothing, to the same or to what cannot be is refused, and nothing is logged", async () => {
    const petitioner = { ...citizen, phone: "13900001111", email: "ruogu@example.cn", replyBy: "phone" as const };
    const { id } = await register(city, { title: "井盖松动", place: "五一中路3号", petitioner });
    const before = await linesOf(id);
    const tried: readonly (readonly [Field, string | null, string])[] = [
      ["title", null, "请填写新的标题。"],
      ["title", " 　", "请填写新的标题。"],
      ["title", " 井盖松动 ", "没有改动。"],
      ["place", "五一中路３号", "没有改动。"],
      ["name", "", "请填写新的姓名。"],
      ["name", "　温若谷", "没有改动。"],
      ["phone", "+86 139-0000-1111", "没有改动。"],
      ["phone", "无", "请用数字填写电话号码，没有就空着。"],
      ["phone", "12345abc", "电话号码里有“abc”，请只填数字。"],
      ["email", "Ruogu@Example.cn", "没有改动。"],
      ["email", "ruogu@example", "邮箱的 @ 后面要写完整，如 @example.com。"],
    ];
    for (const [field, value, said] of tried)
      expect([field, value, await correct(id, field, value)]).toEqual([field, value, said]);
    expect(await linesOf(id)).toEqual(before);
  });
});

/** What every door says of a petitioner, by field; nothing where it takes them. */
async function refusals(petitioner: object, channel: "phone" | "letter" | "email" = "phone") {
  const { call } = await at(city, "centre.operator");
  const content = "井盖松动，车子一过就响。";
  const heard = async (sent: Promise<unknown>) =>
    sent.then(
      () => ({}),
      (error: { error: { fields: { path: string; message: string }[] } }) =>
        Object.fromEntries(error.error.fields.map(({ path, message }) => [path.replace("petitioner.", ""), message])),
    );
  const desk = await heard(call(routes.cases.register, { body: { channel, content, petitioner } } as never));
  const web = await heard(city.call(routes.publicDoors.file, { body: { content, petitioner } } as never));
  return { desk, web };
}

describe("one rule, every door", () => {
  it.each([
    [{ phone: "无", replyBy: "sms" }, { phone: "请用数字填写电话号码，没有就空着" }],
    [{ phone: "110", replyBy: "sms" }, { phone: "“110”打不回来，请填 11 位手机号，或带区号的固定电话" }],
    [{ replyBy: "sms" }, { phone: "选短信答复，请填写手机号" }],
    [{ phone: "0591-87654321", replyBy: "sms" }, { phone: "这个号码收不到短信，请填手机号，或换一种答复方式" }],
    [{ phone: "12345abc", replyBy: "web" }, { phone: "电话号码里有“abc”，请只填数字" }],
    [{ phone: "12345678901", replyBy: "web" }, { phone: "没有 123 开头的手机号，请核对" }],
    [{ replyBy: "phone" }, { phone: "选电话答复，请填写电话号码" }],
    [{ replyBy: "email" }, { email: "选邮件答复，请填写电子邮箱" }],
    [{ email: "lin@example", replyBy: "email" }, { email: "邮箱的 @ 后面要写完整，如 @example.com" }],
    [{ phone: "0591-87654321转8012", replyBy: "phone" }, {}],
    [{}, {}],
  ])("%j", async (part, fields) => {
    expect(await refusals({ name: "温若谷", ...part })).toEqual({ desk: fields, web: fields });
  });

  it("what came by mail has the address that it came from", async () => {
    const { desk } = await refusals({ name: "温若谷", replyBy: "web" }, "email");
    expect(desk).toEqual({ email: "来自电子邮件的，请填写对方的邮箱" });
  });

  it("a number is kept in one form, whose it is beside it, and its earlier cases are found however it is typed", async () => {
    const typed = "１３９－００００－７７７７（儿子）";
    const { id } = await register(city, {
      petitioner: { ...citizen, name: "　王小五 ", phone: typed, replyBy: "sms" },
    });
    expect(await contactOf(id)).toMatchObject({ name: "王小五", phone: "13900007777", phoneNote: "儿子" });
    const { call } = await at(city, "centre.operator");
    for (const phone of ["１３９００００７７７７", "+86 139 0000 7777", "0086-13900007777", typed]) {
      const { rows } = await call(routes.cases.callers, { body: { phone } });
      expect(rows.map((row) => row.id)).toEqual([id]);
    }
    const sent = await city.house.db
      .selectFrom("outbox")
      .select("recipient_masked")
      .where("case_id", "=", id)
      .execute();
    expect(sent.map(({ recipient_masked }) => recipient_masked)).toEqual(["139****7777"]);
  });
});

it("[AC-23] number and code open the case however they are pasted", async () => {
  const { number, code } = await file(city);
  const opened = async (typed: string, digits = code) =>
    (await city.call(routes.publicDoors.follow, { body: { number: typed, code: digits } })).number;
  const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  for (const typed of [
    number.toLowerCase().replaceAll("-", " "),
    number.replaceAll("-", "—"),
    number.replaceAll("-", "–"),
    number.replaceAll("-", ""),
    `编号：${number}。`,
    `您的来件${number}，已收到`,
    number.slice(-6),
    `尾号${number.slice(-6)}`,
    number.slice(3),
  ]) {
    expect([typed, await opened(typed)]).toEqual([typed, number]);
  }
  expect(await opened(number, `${wide.slice(0, 4)}　${wide.slice(4, 7)}-${wide.slice(7)}`)).toBe(number);
  await expect(opened(number.slice(-6), "0000000000")).rejects.toMatchObject({ status: 404 });
});

describe("an address of the API", () => {
  it("overdue=false is no, and what is neither is said to be wrong", async () => {
    const { call } = await at(city, "bureau.dispatcher");
    const total = async (overdue: string) => (await call(routes.cases.list, { query: { overdue } } as never)).total;
    expect(await total("false")).toBe((await call(routes.cases.list, { query: {} } as never)).total);
    expect(await total("0")).toBe(await total("false"));
    await expect(total("vielleicht")).rejects.toMatchObject({
      status: 400,
      error: { fields: [{ path: "overdue", message: "请写 true 或 false" }] },
    });
  });

  it("a period that ends before it begins is a sentence", async () => {
    const { call } = await at(city, "efficiency.officer");
    const query = { from: "2026-03-31", to: "2026-03-01" };
    const fields = [{ path: "to", message: "结束日期不能早于开始日期" }];
    for (const route of [routes.cases.list, routes.statistics.ratings, routes.efficiency.board]) {
      await expect(call(route, { query } as never)).rejects.toMatchObject({ status: 400, error: { fields } });
    }
  });
});

it("a lost answer, other words, the same key: what was made is told, and the words go in as a correction", async () => {
  const { call } = await at(city, "centre.operator");
  const body = { channel: "phone" as const, content: "路口红绿灯不亮。", petitioner: citizen };
  const made = await call(routes.cases.register, { body }, { once: "cut" });
  const changed = call(
    routes.cases.register,
    { body: { ...body, content: "路口红绿灯不亮，有人摔倒。" } },
    { once: "cut" },
  );
  await expect(changed).rejects.toMatchObject({
    status: 409,
    error: { code: "keyReused", facts: { id: made.id, number: made.number, code: made.code } },
  });
});
