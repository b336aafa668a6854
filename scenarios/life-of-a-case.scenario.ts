import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../contract/routes.ts";
import { allYes, type City, citizen, openCity } from "./city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

it("[FZ-9-1 FZ-9-3 FZ-2-3] a request goes in, a lawful answer comes out, and not a word of it before the audit", async () => {
  city.at("2026-03-02 09:00");
  const filed = await city.call(routes.publicDoors.file, {
    body: { content: "我家门口的路灯坏了三天，晚上很黑，请修复。", areaId: "gulou", petitioner: citizen },
  });
  expect(filed.next).toMatchObject({ owner: "市信访局", due: "2026-03-03", article: "《办法》第七条" });
  const dispatcher = await city.as("bureau.dispatcher");
  await dispatcher.act(filed.id, "dispatch", {
    classification: { track: "public" },
    matters: [{ targets: [{ orgId: "urban", role: "lead" }] }],
  });
  const clerk = await city.as("urban.clerk");
  city.at("2026-03-03 09:00");
  const seen = await clerk.open(filed.id);
  expect(seen.legs[0]?.stage).toBe("viewed");
  const leg = seen.legs[0]?.id ?? "";
  await clerk.act(filed.id, "submitToLeader", {}, leg);
  await clerk.act(filed.id, "draftReply", { text: "3月5日已修复，联系电话0591-00001008。" }, leg);
  const leader = await city.as("urban.leader");
  await leader.act(filed.id, "approveReply", {}, leg);
  const follow = () => city.call(routes.publicDoors.follow, { body: { number: filed.number, code: filed.code } });
  city.at("2026-03-05 14:59");
  const before = await follow();
  expect(before).toMatchObject({ state: "已写好答复，正在审核", replies: [] });
  expect(JSON.stringify(before)).not.toContain("已修复");
  const auditor = await city.as("bureau.auditor");
  await auditor.act(filed.id, "passAudit", { checklist: allYes }, leg);
  city.at("2026-03-05 15:01");
  expect((await follow()).replies).toMatchObject([{ unit: "市城管局", text: "3月5日已修复，联系电话0591-00001008。" }]);
  const answers = await city.call(routes.publicDoors.answers, { query: { q: "路灯" } });
  expect(answers.rows).toMatchObject([{ unit: "市城管局", answeredOn: "2026-03-05" }]);
  expect((await dispatcher.open(filed.id)).stage).toBe("answered");
});
