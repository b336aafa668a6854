import type { City } from "../../../city.ts";
import { at, file, legAt, pass, send } from "../../../steps.ts";

/** Cases of Fuzhou in the states that a case page has; the clock ends on the day on which one of them is overdue. */
export async function cases(city: City) {
  city.at("2026-03-02 09:00");
  const dispatcher = await at(city, "bureau.dispatcher");
  const parts = await file(city);
  await dispatcher.act(parts.id, "dispatch", {
    classification: { track: "public" },
    matters: ["urban", "housing"].map((orgId, i) => ({
      title: `第${i + 1}处器材`,
      targets: [{ orgId, role: "lead" as const }],
    })),
  });
  const refused = await file(city);
  await dispatcher.act(refused.id, "refuse", { ground: "ground.3.9", fields: { note: "民间借贷" } });
  const overdue = await file(city);
  await send(city, overdue.id, "urban");
  const answered = await answeredCase(city, "金鸡山的石阶松了两级，老人走着害怕，请修。");
  const gone = await answeredCase(city, "白马河边的长椅断了一条腿，请修。");
  city.at("2026-03-18 09:00");
  return { received: await file(city), parts, refused, overdue, answered, gone };
}

async function answeredCase(city: City, content: string) {
  const filed = await file(city, { content, claim: "修好\n说明原因" });
  await send(city, filed.id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, filed.id, "urban");
  await clerk.act(filed.id, "submitToLeader", {}, leg);
  const claims = [
    { n: 1, verdict: "supported" as const, text: "已于3月3日修复。" },
    { n: 2, verdict: "explained" as const, text: "因日久松动。" },
  ];
  const promises = [{ what: "每月查看一次", who: "市政科", by: "2026-03-20" }];
  await clerk.act(filed.id, "draftReply", { text: "有问题请联系我们。", claims, promises }, leg);
  await (await at(city, "urban.leader")).act(filed.id, "approveReply", {}, leg);
  await pass(city, filed.id, leg);
  return filed;
}
