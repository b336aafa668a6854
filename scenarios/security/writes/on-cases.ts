import { routes } from "../../../contract/routes.ts";
import { type City, citizen } from "../../city.ts";
import { at, fail, file, legAt, pass, register, reply, send, sendOn } from "../../steps.ts";

/** Two requests that are filed, sent, returned, answered and audited. */
export async function cases(city: City): Promise<void> {
  const operator = await at(city, "centre.operator");
  const { id } = await register(city, { petitioner: { ...citizen, replyBy: "sms" } });
  const params = { id: id as never };
  await operator.call(routes.cases.correct, { params, body: { field: "place", value: "五一中路3号" } });
  await operator.call(routes.cases.reveal, { params, body: { reason: "callBack", note: "核对" } });
  const lost = { identity: "calledBack", reason: "丢失查询码", way: "say" } as const;
  await operator.call(routes.queryCodes.renew, { params, body: lost });
  await operator.call(routes.cases.saveDraft, { params: { id, act: "note" }, body: { data: { text: "未完" } } });
  const message = (await operator.open(id)).messages[0]?.id ?? "";
  await operator.call(routes.messages.resend, { params: { id: message }, body: { channel: "phone" } });
  await operator.call(routes.messages.complete, { params: { id: message }, body: { reached: true, note: "本人" } });
  await operator.call(routes.messages.resendAll, { body: { seen: 1 } });
  await operator.act(id, "handOver");
  await send(city, id, "gulou-bureau");
  await sendOn(city, id, "gulou-bureau", "gulou-urban");
  const filed = await file(city);
  await (await at(city, "bureau.dispatcher")).act(filed.id, "note", { text: "记一笔" });
  await send(city, filed.id, "urban");
  const leg = await reply(city, filed.id, "urban");
  await fail(city, filed.id, leg);
  await reply(city, filed.id, "urban", "已换新灯。");
  await pass(city, filed.id, leg);
  await papers(city, filed.id, leg);
  await operator.call(routes.worklist.star, { params, body: { on: true } });
  await operator.call(routes.worklist.keepSearch, { body: { name: "常用", conditions: { q: "路灯" } } });
  const kept = (await operator.call(routes.worklist.searches, {})).rows[0]?.id ?? "";
  await operator.call(routes.worklist.dropSearch, { params: { id: kept } });
  const astray = await file(city, { content: "占道经营，请管一管。" });
  await send(city, astray.id, "taijiang-bureau");
  const county = await at(city, "taijiang-bureau.dispatcher");
  const reason = "属市城管局职责。";
  const place = await legAt(county, astray.id, "taijiang-bureau");
  await county.act(astray.id, "askBureauReturn", { reason, suggested: "urban" }, place);
  await (await at(city, "bureau.dispatcher")).act(astray.id, "acceptBureauReturn", { note: "同意。" }, place);
}

/** A slip that is made and served. */
async function papers(city: City, caseId: string, legId: string): Promise<void> {
  const { call } = await at(city, "bureau.dispatcher");
  const id = caseId as never;
  const made = await call(routes.papers.make, { params: { id }, body: { kind: "dispatch-slip", legId } });
  const service = { recipient: "市城管局", mode: "electronic", onDay: "2026-03-02", result: "received" } as const;
  await call(routes.papers.serve, { params: { id, paperId: made.id }, body: service });
}
