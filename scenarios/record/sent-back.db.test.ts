import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packs } from "../../packs/index.ts";
import { completeTask } from "../../server/actions/messages/complete-task.ts";
import { messagesOfCase } from "../../server/store/once/messages.ts";
import { allYes } from "../city.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { act, dispatch, draft, file, somebody, staff } from "./life.ts";

/** A regulation by which the petitioner has the answer when the unit has signed it, before it is audited. */
const atSignOff = packs.map((pack) => ({
  ...pack,
  notices: pack.notices.map((notice) => (notice.feedback ? { ...notice, on: "reply.submitted" as const } : notice)),
}));

let house: FreshHouse;

beforeAll(async () => {
  house = await freshHouse({ packs: atSignOff });
});

afterAll(async () => {
  await house.close();
});

describe("an answer that the audit sends back before anybody has told it", () => {
  it("is on nobody's list to tell; the next one is, and ends the case", async () => {
    house.at("2026-03-02 09:00");
    const operator = await staff(house, "centre.operator");
    const petitioner = { ...somebody, replyBy: "phone" as const };
    const { caseId } = await file(house, { channel: "phone", receivedAt: house.now(), petitioner }, operator);
    await act(house, "centre.operator", caseId, "handOver");
    const leg = await dispatch(house, caseId);
    house.at("2026-03-03 09:00");
    await draft(house, caseId, leg);
    await act(house, "urban.leader", caseId, "approveReply", {}, leg);
    const answers = async () =>
      (await messagesOfCase(house.db, house.keys, house.region, caseId)).filter((m) => m.notice === "reply");
    const [first] = await answers();
    expect(first?.state).toBe("toDo");

    const [item] = Object.keys(allYes);
    const failed = { checklist: { ...allYes, [item as string]: false }, reason: "没有写明何时修好" };
    await act(house, "bureau.auditor", caseId, "failAudit", failed, leg);
    expect((await answers()).map((m) => m.state)).toEqual(["replaced"]);
    const call = { region: house.region, actor: operator, reached: true, note: "本人接听" } as const;
    expect(await completeTask(house, { ...call, id: first?.id ?? "" }, null)).toBe("missing");

    await act(house, "urban.clerk", caseId, "draftReply", { text: "3月6日已换好灯杆。" }, leg);
    await act(house, "urban.leader", caseId, "approveReply", {}, leg);
    const next = (await answers()).find((m) => m.state === "toDo");
    expect(next?.body).toContain("3月6日已换好灯杆。");
    await act(house, "bureau.auditor", caseId, "passAudit", { checklist: allYes }, leg);
    expect(await completeTask(house, { ...call, id: next?.id ?? "" }, null)).toHaveProperty("done.stage", "answered");
  });
});
