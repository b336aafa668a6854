import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { answerJoined } from "../../../server/jobs/answer-joined.ts";
import { type City, openCity } from "../../city.ts";
import { at, file, legAt, pass, refusal, reply, send } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const content = "小区门口的路灯坏了，夜里看不见路，请派人修理。";
const carry = async (login: string, id: string, formality: string, values: Record<string, string>) =>
  (await at(city, login)).act(id, "carryOut", { formality, values });
const carryOn = async (login: string, id: string, formality: string, values: Record<string, string>, leg: string) =>
  (await at(city, login)).act(id, "carryOutOnLeg", { formality, values }, leg);
const seenByCitizen = async ({ number, code }: { number: string; code: string }) =>
  city.call(routes.publicDoors.follow, { body: { number, code } });

describe("a case is handled together with another, and apart again", () => {
  it("[AC-60] joined, both citizens get the answer under their own number; undone, each goes its own way", async () => {
    city.at("2026-03-02 09:00");
    const first = await file(city, { content });
    const second = await file(city, {
      content: `${content}已找物业经理毕明达两次，我是安可，电话１３９００００３３３３。`,
      petitioner: { kind: "person", name: "安可", phone: "13900003333", replyBy: "web" },
    });
    const third = await file(city, {
      content,
      petitioner: { kind: "person", name: "毕然", phone: "13900004444", replyBy: "web" },
    });
    await send(city, first.id, "urban");
    await send(city, second.id, "urban");
    for (const { id } of [second, third]) {
      await (await at(city, "bureau.dispatcher")).act(id, "classify", { track: "public" }).catch(() => null);
      await carry("bureau.dispatcher", id, "join", { joinedTo: first.number, joinReason: "同一路灯" });
    }
    const desk = await at(city, "bureau.dispatcher");
    const joined = await desk.open(second.id);
    expect(joined.number).toBe(second.number);
    expect(joined.legs.map((leg) => leg.stage)).toEqual(["recalled"]);
    expect(joined.duties.filter((duty) => duty.kind === "duty" && duty.state === "open")).toEqual([]);

    city.at("2026-03-03 09:00");
    await carry("bureau.dispatcher", third.id, "separate", { separateReason: "实为另一处" });
    const apart = await desk.open(third.id);
    expect(apart.duties.filter((duty) => duty.state === "open").map((duty) => [duty.title, duty.due])).toContainEqual([
      "重新批转",
      "2026-03-04",
    ]);
    await send(city, third.id, "urban");

    const leg = await reply(city, first.id, "urban", "路灯已于3月3日修复。");
    await pass(city, first.id, leg);
    await answerJoined(city.house, { region: city.house.region, caseId: first.id });
    await answerJoined(city.house, { region: city.house.region, caseId: first.id });
    for (const filed of [first, second]) {
      const shown = await seenByCitizen(filed);
      expect(JSON.stringify(shown)).toContain("路灯已于3月3日修复。");
    }
    const { rows } = await city.call(routes.publicDoors.answers, { query: { q: "物业经理" } as never });
    const { question } = await city.call(routes.publicDoors.answer, { params: { id: rows[0]?.id ?? "" } } as never);
    expect(question).toBe(`${content}已找物业经理▇▇两次，我是▇▇，电话▇▇。`);
    expect(JSON.stringify(await seenByCitizen(third))).not.toContain("路灯已于3月3日修复。");
    expect((await desk.open(third.id)).legs.at(-1)?.stage).toBe("dispatched");
  });

  it("a number that does not exist, the case itself, and a circle are refused with the way on", async () => {
    const one = await file(city, { content });
    const other = await file(city, { content });
    const join = (id: string, number: string) =>
      carry("bureau.dispatcher", id, "join", { joinedTo: number, joinReason: "同一事" });
    await expect(join(one.id, "FZ-20200101-999999")).rejects.toMatchObject(refusal(422, "join.noSuchCase"));
    await expect(join(one.id, one.number)).rejects.toMatchObject(refusal(422, "join.noSuchCase"));
    await join(one.id, other.number);
    await expect(join(other.id, one.number)).rejects.toMatchObject(refusal(422, "join.noSuchCase"));
    await expect(send(city, one.id, "urban")).rejects.toMatchObject(refusal(422, "join.isJoined"));
  });
});

describe("a case goes to another unit or another person", () => {
  it("[AC-56] reassigned, the old leg stays and the citizen reads the new unit; a new handler is on record", async () => {
    city.at("2026-03-04 09:00");
    const filed = await file(city, { content });
    await send(city, filed.id, "housing");
    const old = await legAt(await at(city, "bureau.dispatcher"), filed.id, "housing");
    await (await at(city, "housing.clerk")).open(filed.id);
    await carryOn(
      "bureau.dispatcher",
      filed.id,
      "reassign",
      { reassignTo: "urban", reassignReason: "属市城管局职责" },
      old,
    );
    const desk = await at(city, "bureau.dispatcher");
    const { legs, timeline } = await desk.open(filed.id);
    expect(legs.map((leg) => [leg.org.id, leg.stage])).toEqual([
      ["housing", "recalled"],
      ["urban", "dispatched"],
    ]);
    expect(timeline.map((row) => row.text).join()).toContain("属市城管局职责");
    const shown = JSON.stringify(await seenByCitizen(filed));
    expect(shown).toContain("市城管局");
    const leg = await legAt(await at(city, "urban.clerk"), filed.id, "urban");
    const card = await desk.call(routes.office.card, { params: { id: "urban" } });
    const clerk = card.holdings.find((holding) => holding.post === "clerk" && holding.current);
    await carryOn(
      "urban.leader",
      filed.id,
      "change-handler",
      { handler: clerk?.person.id ?? "", handlerReason: "原经办人外出" },
      leg,
    );
    expect((await desk.open(filed.id)).timeline.map((row) => row.text).join()).toContain("更换经办人");
  });

  it("taken back before the unit has opened it, never afterwards", async () => {
    city.at("2026-03-05 09:00");
    const { id } = await file(city, { content });
    await send(city, id, "housing");
    const desk = await at(city, "bureau.dispatcher");
    await carryOn("bureau.dispatcher", id, "recall", { recallReason: "转错了" }, await legAt(desk, id, "housing"));
    expect((await desk.open(id)).duties.find((duty) => duty.title === "重新批转")).toMatchObject({ due: "2026-03-06" });
    await send(city, id, "urban");
    await (await at(city, "urban.clerk")).open(id);
    const leg = await legAt(desk, id, "urban");
    const late = carryOn("bureau.dispatcher", id, "recall", { recallReason: "转错了" }, leg);
    await expect(late).rejects.toMatchObject(refusal(422, "act.notAtThisStage"));
  });
});
