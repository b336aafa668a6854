import { afterAll, beforeAll, expect, it } from "vitest";
import { acts } from "../../../contract/case/acts.ts";
import { routes } from "../../../contract/routes.ts";
import { allYes, type City, citizen, openCity } from "../../city.ts";
import { at, fail, file, legAt, pass, refusal, register, reply, send } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ ways: { email: true, sms: true } });
});
afterAll(() => city.close());

const why = "同一条路的同一种情况，核对过。";
const lamp = "加洋路12号门前的路灯坏了三天，晚上很黑，请修复。";
const answer = "经查，加洋路12号门前的路灯线路老化，3月4日已更换灯具并恢复照明。联系电话：市城管局83330000。";

async function previewOf(id: string, body: Record<string, unknown> = {}) {
  const { call } = await at(city, "bureau.dispatcher");
  return call(routes.cases.previewDispatch, { params: { id }, body: { track: "public", ...body } } as never);
}

async function outside(id: string, legId: string, text: string, more: Record<string, unknown> = {}) {
  const { call } = await at(city, "urban.clerk");
  return call(routes.cases.previewReply, { params: { id }, body: { legId, text, ...more } } as never);
}

it("[AC-44] a ground that sends the caller on keeps the number referred to and the minute", async () => {
  city.at("2026-03-02 10:17");
  const { id } = await register(city, { content: "有人落水，请救人。" });
  const operator = await at(city, "centre.operator");
  const { call } = operator;
  const pack = await call(routes.rules.pack, {});
  const ground = pack.grounds.find((one) => one.referrals.length > 0)?.id ?? "";
  await operator.act(id, "refuse", { ground, fields: { referral: "110" }, told: "登记时在电话里当场告知" });
  const {
    timeline,
    stage,
    refusal: told,
  } = await (await at(city, "bureau.dispatcher")).open(id).catch(() => operator.open(id));
  expect(stage).toBe("refused");
  const row = timeline.find((one) => one.type === "refused");
  expect(row?.at).toBe("2026-03-02T02:17:00.000Z");
  expect(`${told?.reason}${told?.wayOn}`).toContain("110");
});

it("[AC-48] [AC-52] [AC-51] [AC-50 partly] suggestions have reasons and figures and move nothing; closed nodes say why; the day is the case's", async () => {
  city.at("2026-03-02 11:00");
  const earlier = await file(city, { content: lamp });
  await send(city, earlier.id, "urban");
  const { id } = await file(city, { content: "新店路口的路灯也不亮，请修。" });
  const seen = await previewOf(id);
  const first = seen.suggestions.find((one) => one.id === "urban");
  expect(first?.reason).toMatch(/职责：.*路灯.*近90天写到“路灯”的 \d+ 件，\d+ 件由该单位办理/);
  expect((await (await at(city, "bureau.dispatcher")).open(id)).legs).toEqual([]);
  const closed = new Map(seen.closed.map((one) => [one.id, one.message]));
  expect([...closed.values()].filter((message) => message.includes("未加入系统"))).not.toEqual([]);
  expect(closed.get("gulou-schools")).toContain("须经鼓楼区信访局转");
  expect(seen.suggestions.some((one) => closed.has(one.id))).toBe(false);
  expect(seen.kinds).toContain("judicialBody");
  await send(city, id, "urban");
  const { duties } = await (await at(city, "urban.clerk")).open(id);
  expect(duties.some((duty) => duty.due === seen.due)).toBe(true);
});

it("[AC-53] one leads; a second lead is refused, and only the lead writes the answer", async () => {
  const { id } = await file(city);
  const dispatcher = await at(city, "bureau.dispatcher");
  const classification = { track: "public" as const };
  const matter = (...roles: ("lead" | "assist")[]) => [
    { targets: ["urban", "housing"].map((orgId, n) => ({ orgId, role: roles[n] ?? "assist" })) },
  ];
  const twice = dispatcher.act(id, "dispatch", { classification, matters: matter("lead", "lead") });
  await expect(twice).rejects.toMatchObject(refusal(422, "dispatch.notOneLead"));
  await dispatcher.act(id, "dispatch", { classification, matters: matter("lead", "assist") });
  const free = async (login: string) =>
    (await (await at(city, login)).open(id)).acts.filter((act) => act.closed === null).map((act) => act.act);
  expect(await free("housing.clerk")).not.toContain("draftReply");
});

it("[AC-54 partly] three parts: each has its words, its unit and its day, and the whole ends with the last", async () => {
  const { id } = await file(city, { content: "路灯不亮；楼道漏水；校门口拥堵。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  const part = (title: string, orgId: string) => ({
    title,
    text: `${title}，请处理。`,
    targets: [{ orgId, role: "lead" as const }],
  });
  const matters = [part("路灯不亮", "urban"), part("楼道漏水", "housing")];
  await dispatcher.act(id, "dispatch", { classification: { track: "public" }, matters });
  const sent = await dispatcher.open(id);
  expect(sent.matters.map((one) => one.text)).toEqual(["路灯不亮，请处理。", "楼道漏水，请处理。"]);
  expect(new Set(sent.legs.map((leg) => leg.matterId)).size).toBe(2);
  const leg = await reply(city, id, "urban", answer);
  await pass(city, id, leg);
  expect((await dispatcher.open(id)).stage).toBe("inHand");
});

it("[AC-65] [AC-66] the first opening is the reading; a return is open on the second day at 23:59 and closed after it", async () => {
  city.at("2026-03-02 09:30");
  const { id } = await file(city);
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const first = (await clerk.open(id)).legs[0]?.viewedAt;
  city.at("2026-03-04 23:59");
  const late = await clerk.open(id);
  expect(late.legs[0]?.viewedAt).toBe(first);
  const asks = (kase: typeof late) => kase.acts.find((act) => act.act === "askReturn");
  expect(asks(late)?.closed).toBeNull();
  city.at("2026-03-05 00:01");
  expect(asks(await clerk.open(id))?.closed?.rule?.article).toContain("第八条");
});

it("[AC-67 partly] an internal note and an internal opinion stand in no message and on no published page", async () => {
  city.at("2026-03-05 09:00");
  const { id } = await file(city, { content: lamp, petitioner: { ...citizen, replyBy: "sms" } });
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, id, "urban");
  await clerk.act(id, "submitToLeader", {}, leg);
  await clerk.act(id, "note", { text: "内部甲乙丙" });
  await clerk.act(id, "draftReply", { text: answer, why, internalOpinion: "内部丁戊己" }, leg);
  await (await at(city, "urban.leader")).act(id, "approveReply", {}, leg);
  await pass(city, id, leg);
  const { messages } = await (await at(city, "bureau.dispatcher")).open(id);
  const published = await city.call(routes.publicDoors.answers, { query: {} } as never);
  expect(JSON.stringify([messages, published])).not.toMatch(/内部甲乙丙|内部丁戊己/);
  expect(JSON.stringify(published)).toContain("线路老化");
});

it("[AC-70] before it is sent, the page, the short message with its length and the published question are seen", async () => {
  const { id } = await file(city, {
    content: `${lamp}我的电话13900002222。`,
    petitioner: { ...citizen, replyBy: "sms" },
  });
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, id, "urban");
  const seen = await outside(id, leg, answer, {
    claims: [{ n: 1, verdict: "supported", text: "已修好。" }],
    promises: [{ what: "再查一次线路", who: "市城管局", by: "2026-03-20" }],
  });
  const sms = seen.messages.find((message) => message.channel === "sms");
  expect(sms).toMatchObject({ letters: [...(sms?.body ?? "")].length });
  expect(sms?.parts).toBeGreaterThan(0);
  expect(seen.question?.text).not.toContain("13900002222");
  expect(seen.question?.answer).toContain("再查一次线路");
  expect((await clerk.open(id)).legs[0]?.replies).toEqual([]);
});

it("[AC-71] another case's answer, or a place that the question does not name, is noticed before it is sent", async () => {
  const one = await file(city, { content: lamp });
  await send(city, one.id, "urban");
  await reply(city, one.id, "urban", answer);
  const other = await file(city, { content: "小区门口的公交站牌歪了，老人看不清站名。" });
  await send(city, other.id, "urban");
  const leg = await legAt(await at(city, "urban.clerk"), other.id, "urban");
  const copied = await outside(other.id, leg, answer.replace("3月4日", "3月9日"));
  expect(copied.alike?.percent).toBeGreaterThanOrEqual(90);
  const strange = await outside(other.id, leg, "台江区的站牌已经扶正，请放心。");
  expect(strange.strange).toContain("台江区");
  const own = await outside(other.id, leg, "公交站牌已于3月6日扶正，站名重新油漆。");
  expect(own).toMatchObject({ alike: null, strange: [] });

  const clerk = await at(city, "urban.clerk");
  await clerk.act(other.id, "submitToLeader", {}, leg);
  const draft = (text: string, why?: string) => clerk.act(other.id, "draftReply", { text, why }, leg);
  await expect(draft(answer)).rejects.toMatchObject(refusal(422, "reply.sameAsAnother"));
  await expect(draft(answer, "  ")).rejects.toMatchObject(refusal(422, "reply.sameAsAnother"));
  await expect(draft("台江区的站牌已经扶正，请放心。")).rejects.toMatchObject(refusal(422, "reply.namesElsewhere"));
  for (const left of ["请联系××科。", "请联系XX科。", "于{日期}前完成。", "负责人____。"]) {
    await expect(draft(left, "确认")).rejects.toMatchObject(refusal(422, "reply.placeholderLeft"));
  }
  expect((await clerk.open(other.id)).legs[0]?.replies).toEqual([]);
  await draft(answer, "同一条线路，一次修好。");
  expect((await clerk.open(other.id)).legs[0]?.replies.at(-1)?.why).toBe("同一条线路，一次修好。");
});

it("[AC-73 partly] what was written is kept by the server and found on another computer", async () => {
  const { id } = await file(city);
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const data = { text: "写到一半" };
  await clerk.call(routes.cases.saveDraft, { params: { id, act: "draftReply" }, body: { data } });
  const elsewhere = await city.as("urban.clerk");
  expect((await elsewhere.open(id)).drafts).toMatchObject([{ act: "draftReply", data }]);
});

it("[AC-81] [AC-82] [AC-83] who wrote it does not approve it; sending back needs a reason and leaves the day; approving needs nothing typed", async () => {
  city.at("2026-03-05 10:00");
  const { id } = await file(city);
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, id, "urban");
  await clerk.open(id);
  await clerk.act(id, "submitToLeader", {}, leg);
  await clerk.act(id, "draftReply", { text: answer, why }, leg);
  const drafted = await clerk.open(id);
  expect(drafted.acts.filter((act) => act.act === "approveReply" && act.closed === null)).toEqual([]);
  const due = drafted.duties.find((duty) => duty.legId === leg && duty.due)?.due;
  const leader = await at(city, "urban.leader");
  await expect(leader.act(id, "rejectDraft", { reason: " " }, leg)).rejects.toMatchObject({ status: 422 });
  await leader.act(id, "rejectDraft", { reason: "请写明日期。" }, leg);
  const back = await clerk.open(id);
  expect(back.legs[0]?.replies.at(-1)).toMatchObject({ verdict: "rejected", reason: "请写明日期。" });
  expect(back.duties.some((duty) => duty.legId === leg && duty.due === due)).toBe(true);
  await clerk.act(id, "draftReply", { text: `${answer}（3月5日）`, why }, leg);
  city.at("2026-03-05 10:40");
  await leader.act(id, "approveReply", {}, leg);
  const row = (await leader.open(id)).timeline.find((one) => one.type === "replySubmitted");
  expect(row?.at).toBe("2026-03-05T02:40:00.000Z");
  expect(row?.who).toMatch(/分管领导/);
});

it("[AC-84 partly] of two who press at once one succeeds; the other is told that the case has changed", async () => {
  const { id } = await file(city);
  const dispatcher = await at(city, "bureau.dispatcher");
  const { version } = await dispatcher.open(id);
  await dispatcher.act(id, "note", { text: "已核实。" });
  const stale = dispatcher.call(acts.note, {
    params: { id },
    body: { legId: null, seenVersion: version, input: { text: "又一条。" } },
  } as never);
  await expect(stale).rejects.toMatchObject(refusal(409, "case.changedMeanwhile"));
});

it("[AC-86] [AC-87] [AC-88] own term and the unit's are two; the redo's day is known before; five answers are needed", async () => {
  city.at("2026-03-02 09:00");
  const { id } = await file(city, { content: lamp });
  await send(city, id, "urban");
  city.at("2026-03-05 09:00");
  const leg = await reply(city, id, "urban", answer);
  const auditor = await at(city, "bureau.auditor");
  const seen = await auditor.open(id);
  const open = seen.duties.filter((duty) => duty.state === "open" && duty.legId === leg && duty.kind === "duty");
  expect(open.some((duty) => duty.owner?.id === "bureau")).toBe(true);
  expect(seen.duties.some((duty) => duty.owner?.id === "urban" && duty.legId === leg && duty.due)).toBe(true);
  const { addressed: _one, ...four } = allYes;
  await expect(auditor.act(id, "passAudit", { checklist: four }, leg)).rejects.toMatchObject({ status: 422 });
  const body = { legId: leg, text: answer };
  const { redoBy } = await auditor.call(routes.cases.previewReply, { params: { id }, body } as never);
  await fail(city, id, leg);
  const after = await auditor.open(id);
  expect(redoBy).not.toBeNull();
  expect(after.duties.some((duty) => duty.due === redoBy && duty.legId === leg && duty.state === "open")).toBe(true);
});

it("[AC-89] withholding needs the unit's advice and the auditor's own word; either alone publishes", async () => {
  const answered = async (advise: boolean) => {
    const { id } = await file(city, { content: lamp });
    await send(city, id, "urban");
    const clerk = await at(city, "urban.clerk");
    const leg = await legAt(clerk, id, "urban");
    await clerk.open(id);
    await clerk.act(id, "submitToLeader", {}, leg);
    const advice = { advisesWithholding: advise, adviceReason: advise ? "涉及个人住址。" : null };
    await clerk.act(id, "draftReply", { text: answer, why, ...advice }, leg);
    await (await at(city, "urban.leader")).act(id, "approveReply", {}, leg);
    return { id, leg };
  };
  const auditor = await at(city, "bureau.auditor");
  const verdict = async ({ id, leg }: { id: string; leg: string }, withhold: boolean) => {
    await auditor.act(id, "passAudit", { checklist: allYes, withhold, reason: withhold ? "确不宜公开。" : null }, leg);
    return (await auditor.open(id)).matters[0]?.publication;
  };
  expect(await verdict(await answered(true), false)).toBe("published");
  expect(await verdict(await answered(true), true)).toBe("withheld");
  await expect(verdict(await answered(false), true)).rejects.toMatchObject({ status: 422 });
});

it("[AC-90] a case that the city audits last has no audit of the county", async () => {
  const { id } = await file(city);
  const dispatcher = await at(city, "bureau.dispatcher");
  await send(city, id, "gulou-bureau");
  const final = await at(city, "bureau.final").catch(() => null);
  await (final ?? dispatcher).act(id, "flagFinalAudit", { reason: "社会关注。" });
  const county = await at(city, "gulou-bureau.dispatcher");
  const countyLeg = await legAt(county, id, "gulou-bureau");
  await county.act(id, "dispatchOn", { targets: [{ orgId: "gulou-schools", role: "lead" }] }, countyLeg);
  const leg = await reply(city, id, "gulou-schools", "校门口已增设护学岗，早晚各有两人值守。");
  const offered = (await (await at(city, "gulou-bureau.auditor")).open(id)).acts;
  expect(offered.filter((act) => act.act === "passAudit" && act.legId === leg && act.closed === null)).toEqual([]);
});

it("[AC-100] [AC-117] the timeline names who did what, the message is kept word for word, a look at the contact leaves its reason", async () => {
  const { id } = await file(city, { content: lamp, petitioner: { ...citizen, replyBy: "sms" } });
  await send(city, id, "urban");
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.call(routes.cases.correct, { params: { id }, body: { field: "place", value: "加洋路" } });
  await (await at(city, "urban.clerk")).call(routes.cases.reveal, {
    params: { id },
    body: { reason: "verify", note: "核对地址" },
  });
  const { timeline, messages, reads } = await dispatcher.open(id);
  expect(timeline.every((row) => row.who !== "" && row.at !== "")).toBe(true);
  expect(timeline.find((row) => row.type === "corrected")?.text).toContain("（无） → 加洋路");
  expect(messages.every((message) => message.body.length > 10)).toBe(true);
  expect(reads.some((read) => read.what === "reveal" && read.reason?.includes("核对地址"))).toBe(true);
});

it("[AC-72 partly] a complex case needs its three parts, its day does not move, and no extension is offered", async () => {
  city.at("2026-03-06 09:00");
  const { id } = await file(city);
  const dispatcher = await at(city, "bureau.dispatcher");
  const targets = [{ orgId: "urban", role: "lead" as const }];
  await dispatcher.act(id, "dispatch", { classification: { track: "public", complex: true }, matters: [{ targets }] });
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, id, "urban");
  const before = (await clerk.open(id)).duties.find((duty) => duty.legId === leg && duty.due)?.due;
  await clerk.act(id, "submitToLeader", {}, leg);
  await expect(clerk.act(id, "draftReply", { text: answer, why }, leg)).rejects.toMatchObject(
    refusal(422, "reply.partMissing"),
  );
  const { forms, duties, acts: offered } = await clerk.open(id);
  expect(forms.replyParts).toHaveLength(3);
  expect(duties.some((duty) => duty.legId === leg && duty.due === before)).toBe(true);
  expect(offered.some((act) => act.label.includes("延期"))).toBe(false);
});

it("[AC-45] a case that came by telephone and is handled inside leaves a call to make, with the very words to read", async () => {
  const { id } = await register(city, { content: "想反映一件不便公开的事。", choice: "nonPublic" });
  await (await at(city, "centre.operator")).act(id, "handOver");
  const dispatcher = await at(city, "bureau.dispatcher");
  const classification = { track: "internal" as const, internalReason: "petitionerChoice" as const };
  await dispatcher.act(id, "dispatch", { classification, matters: [{ targets: [{ orgId: "urban", role: "lead" }] }] });
  const call = (await dispatcher.open(id)).messages.find((message) => message.body.includes("内部办理"));
  expect(call).toMatchObject({ channel: "phone", state: "toDo" });
  expect(call?.body).toContain("您所反映的问题已转由市城管局内部办理");
});
