import { openLog } from "../../server/gateways/log.ts";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { completeTask } from "../../server/actions/messages/complete-task.ts";
import { attemptsAllowed, deliverMessage } from "../../server/actions/messages/deliver-message.ts";
import { resendMessage } from "../../server/actions/messages/resend-messages.ts";
import type { Gateways } from "../../server/gateways/gateways.ts";
import { smtpGateway } from "../../server/gateways/mail.ts";
import { httpSmsGateway } from "../../server/gateways/sms.ts";
import { deliver } from "../../server/jobs/deliver.ts";
import { openPool } from "../../server/store/pools.ts";
import { messagesByState, messagesOfCase } from "../../server/store/once/messages.ts";
import { maybeTwice } from "../../server/record/telling/unsure.ts";
import { enterQueue } from "../../server/store/queue-presence.ts";
import { startWorker } from "../../server/worker.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { act, answered, dispatch, draft, file, somebody, staff, toUrban } from "./life.ts";
import { openPostOffice, openSmsVendor, type PostOffice, type SmsVendor, wordsOf } from "./post-office.ts";
import { allYes } from "../city.ts";

let house: FreshHouse;
let office: PostOffice;
let vendor: SmsVendor;
let gateways: Gateways;
let owner: pg.Pool;

beforeAll(async () => {
  house = await freshHouse({ ways: { email: true, sms: true } });
  office = await openPostOffice();
  vendor = await openSmsVendor();
  gateways = { mail: smtpGateway(office.url, "12345@huiyin.test"), sms: httpSmsGateway(vendor.url, "a-token") };
  owner = openPool(house.url, null, 1);
});

beforeEach(async () => {
  office.mails.length = 0;
  office.refuse = null;
  vendor.sent.length = 0;
  vendor.answer = 200;
  vendor.knows = null;
  await owner.query("delete from graphile_worker._private_jobs");
});

afterAll(async () => {
  gateways.mail?.close();
  await office.close();
  await vendor.close();
  await owner.end();
  await house.close();
});

const byMail = { petitioner: { ...somebody, replyBy: "email" as const } };
const bySms = { petitioner: { ...somebody, replyBy: "sms" as const } };

async function onlyMessage(caseId: string, notice = "received") {
  const messages = (await messagesOfCase(house.db, house.keys, house.region, caseId)).filter(
    (m) => m.notice === notice,
  );
  const [message] = messages;
  if (!message || messages.length > 1) throw new Error(`${messages.length} messages`);
  return message;
}

/** The operator, as lists are read. */
async function staffReader() {
  return { region: house.region, ...(await staff(house, "centre.operator")) };
}

async function sealedBody(id: string): Promise<Buffer | null> {
  const row = await house.db.selectFrom("outbox").select("body_sealed").where("id", "=", id).executeTakeFirstOrThrow();
  return row.body_sealed;
}

async function jobs(): Promise<readonly { readonly message: string }[]> {
  const rows = await owner.query("select payload from graphile_worker._private_jobs order by id");
  return rows.rows.map((row) => row.payload);
}

describe("by mail", () => {
  it("arrives over SMTP with the number and the code; the outbox keeps the attempt, and forgets the code", async () => {
    const { caseId, number, code } = await file(house, byMail);
    const waiting = await onlyMessage(caseId);
    expect(waiting).toMatchObject({ channel: "email", state: "waiting", recipient_masked: "w***@example.test" });
    expect(waiting.body).not.toContain(code);
    expect(await sealedBody(waiting.id)).not.toBeNull();
    expect(await jobs()).toEqual([{ region: house.region, message: waiting.id }]);
    await deliver(house, gateways, { region: house.region, message: waiting.id }, 1);
    expect(office.mails.map((mail) => mail.to)).toEqual([["wen@example.test"]]);
    const [mail] = office.mails;
    if (!mail) throw new Error("no mail");
    expect(mail.raw).toContain(`Message-ID: <${waiting.id}@huiyin>`);
    expect(wordsOf(mail)).toContain(`已收到您的来件${number}，查询码${code}。`);
    const settled = await onlyMessage(caseId);
    expect(settled).toMatchObject({ state: "delivered", attempts: [{ n: 1, result: "sent" }] });
    expect(await sealedBody(waiting.id)).toBeNull();
    const row = await house.db.selectFrom("case").select("state").where("id", "=", caseId).executeTakeFirstOrThrow();
    expect((row.state as { served: string[] }).served).toContain("received/case");
  });

  it("sent again by hand while it still waits, it stays one job, and two jobs at once send it once", async () => {
    const { caseId } = await file(house, byMail);
    const { id } = await onlyMessage(caseId);
    const actor = await staff(house, "centre.operator");
    for (let i = 0; i < 2; i++) {
      expect(await resendMessage(house, { region: house.region, id, channel: null, actor }, null)).toBe("queued");
    }
    expect(await jobs()).toEqual([{ region: house.region, message: id }]);
    const both = await Promise.all([1, 1].map((n) => deliverMessage(house, gateways, house.region, id, n)));
    expect(both).toContain("done");
    expect(office.mails).toHaveLength(1);
    expect((await onlyMessage(caseId)).attempts).toHaveLength(1);
  });

  it("a sender that died in the middle keeps the message from nobody for longer than two minutes", async () => {
    house.at("2026-03-02 09:00");
    const { caseId } = await file(house, byMail);
    const { id } = await onlyMessage(caseId);
    const died: Gateways = {
      ...gateways,
      mail: { send: () => Promise.reject(new Error("killed")), close: () => undefined },
    };
    await expect(deliverMessage(house, died, house.region, id, 1)).rejects.toThrow("killed");
    expect(await deliverMessage(house, gateways, house.region, id, 1)).toBe("again");
    expect(office.mails).toHaveLength(0);
    house.at("2026-03-02 09:03");
    expect(await deliverMessage(house, gateways, house.region, id, 2)).toBe("done");
    expect(office.mails).toHaveLength(1);
  });

  it("is not sent a second time when the job is done twice", async () => {
    const { caseId } = await file(house, byMail);
    const { id } = await onlyMessage(caseId);
    expect(await deliverMessage(house, gateways, house.region, id, 1)).toBe("done");
    expect(await deliverMessage(house, gateways, house.region, id, 1)).toBe("done");
    expect(office.mails.length).toBe(1);
    expect((await onlyMessage(caseId)).attempts.length).toBe(1);
  });

  it("is tried again after a passing fault, with the same message id", async () => {
    const { caseId } = await file(house, byMail);
    const { id } = await onlyMessage(caseId);
    office.refuse = 451;
    await expect(deliver(house, gateways, { region: house.region, message: id }, 1)).rejects.toThrow("the gateway");
    expect(await onlyMessage(caseId)).toMatchObject({ state: "waiting", attempts: [{ result: "unreachable" }] });
    office.refuse = null;
    await deliver(house, gateways, { region: house.region, message: id }, 2);
    expect(office.mails[0]?.raw).toContain(`<${id}@huiyin>`);
    const results = (await onlyMessage(caseId)).attempts.map((attempt) => attempt.result);
    expect(results).toEqual(["unreachable", "sent"]);
  });

  it("fails for good when the server refuses it, stays in view, and goes out when somebody sends it again", async () => {
    const { caseId, code } = await file(house, byMail);
    const { id } = await onlyMessage(caseId);
    office.refuse = 550;
    expect(await deliverMessage(house, gateways, house.region, id, 1)).toBe("givenUp");
    expect(await onlyMessage(caseId)).toMatchObject({ state: "failed", settled_at: null });
    const filter = { reader: await staffReader(), states: ["failed"], limit: 50, offset: 0 } as const;
    expect((await messagesByState(house.db, house.keys, house.region, filter)).map((row) => row.id)).toContain(id);
    office.refuse = null;
    await owner.query("delete from graphile_worker._private_jobs");
    const operator = await staff(house, "centre.operator");
    expect(await resendMessage(house, { region: house.region, id, channel: null, actor: operator }, null)).toBe(
      "queued",
    );
    expect(await jobs()).toEqual([{ region: house.region, message: id }]);
    await deliver(house, gateways, { region: house.region, message: id }, 1);
    expect(wordsOf(office.mails[0] ?? { to: [], raw: "" })).toContain(code);
    const after = await onlyMessage(caseId);
    expect(after.attempts.map((attempt) => [attempt.n, attempt.result])).toEqual([
      [1, "refused"],
      [2, "sent"],
    ]);
    expect(after.state).toBe("delivered");
  });

  it("is given up after three days of attempts that reached nobody", async () => {
    const { caseId } = await file(house, byMail);
    const { id } = await onlyMessage(caseId);
    office.refuse = 451;
    expect(await deliverMessage(house, gateways, house.region, id, attemptsAllowed - 1)).toBe("again");
    expect(await deliverMessage(house, gateways, house.region, id, attemptsAllowed)).toBe("givenUp");
    expect((await onlyMessage(caseId)).state).toBe("failed");
  });

  it("is carried by the running worker from the act that called for it", async () => {
    const worker = await startWorker(house, gateways, house.url, openLog("silent"));
    const done = new Promise<void>((resolve) => {
      worker.events.on("job:success", ({ job }) => {
        if (job.task_identifier === "deliver") resolve();
      });
    });
    const { caseId } = await file(house, byMail);
    await done;
    await worker.stop();
    expect(office.mails.length).toBe(1);
    expect((await onlyMessage(caseId)).state).toBe("delivered");
  });
});

describe("by short message", () => {
  it("goes to the vendor with its token, the number to reach and the words", async () => {
    const { caseId, number, code } = await file(house, bySms);
    const { id, recipient_masked } = await onlyMessage(caseId);
    expect(recipient_masked).toBe("139****2222");
    expect(await deliverMessage(house, gateways, house.region, id, 1)).toBe("done");
    expect(vendor.sent).toMatchObject([{ authorization: "Bearer a-token", body: { to: "+8613900002222", id } }]);
    expect(vendor.sent[0]?.body["text"]).toContain(`已收到您的来件${number}，查询码${code}。`);
  });

  it("is tried again when the vendor asks to come later (408, 425, 429), and when its token is not known yet", async () => {
    for (const answer of [408, 425, 429, 401]) {
      const { caseId } = await file(house, bySms);
      const { id } = await onlyMessage(caseId);
      vendor.answer = answer;
      expect(await deliverMessage(house, gateways, house.region, id, 1)).toBe("again");
      vendor.answer = 200;
      expect(await deliverMessage(house, gateways, house.region, id, 2)).toBe("done");
      expect((await onlyMessage(caseId)).state).toBe("delivered");
    }
  });

  it("is tried again when the vendor is down, and not when the vendor refuses it", async () => {
    const { caseId } = await file(house, bySms);
    const { id } = await onlyMessage(caseId);
    vendor.answer = 503;
    expect(await deliverMessage(house, gateways, house.region, id, 1)).toBe("again");
    vendor.answer = 422;
    expect(await deliverMessage(house, gateways, house.region, id, 2)).toBe("givenUp");
    const { state, attempts } = await onlyMessage(caseId);
    expect(state).toBe("failed");
    expect(attempts.map(({ result, detail }) => [result, detail])).toEqual([
      ["unreachable", "503 noted"],
      ["refused", "422 noted"],
    ]);
  });
});

describe("an answer that is lost", () => {
  it("is settled by the message's own id where the vendor can be asked: taken over it is not sent again", async () => {
    const asking = { ...gateways, sms: httpSmsGateway(vendor.url, "a-token", vendor.url) };
    for (const [knows, sent, results, twice] of [
      [200, 1, ["unanswered", "confirmed"], false],
      [404, 2, ["unanswered", "notTaken", "sent"], false],
      [null, 2, ["unanswered", "sent"], true],
    ] as const) {
      const { caseId } = await file(house, bySms);
      const { id } = await onlyMessage(caseId);
      vendor.sent.length = 0;
      vendor.answer = 0;
      expect(await deliverMessage(house, asking, house.region, id, 1)).toBe("again");
      vendor.answer = 200;
      vendor.knows = knows;
      expect(await deliverMessage(house, asking, house.region, id, 2)).toBe("done");
      const { state, attempts } = await onlyMessage(caseId);
      const seen = attempts.map(({ result }) => result);
      expect([vendor.sent.length, state, seen, maybeTwice(seen)]).toEqual([sent, "delivered", results, twice]);
    }
  });

  it("is not one where nobody was reached", async () => {
    const closed = await openSmsVendor();
    await closed.close();
    const nobody = { ...gateways, sms: httpSmsGateway(closed.url, null) };
    const { caseId } = await file(house, bySms);
    const { id } = await onlyMessage(caseId);
    expect(await deliverMessage(house, nobody, house.region, id, 1)).toBe("again");
    expect((await onlyMessage(caseId)).attempts).toMatchObject([{ result: "unreachable" }]);
  });

  it("a worker that was killed leaves nothing lying: what was on its way goes out when the next one comes, and says so", async () => {
    const { caseId } = await file(house, byMail);
    const { id } = await onlyMessage(caseId);
    const until = new Date(Date.parse(house.now()) + 120_000).toISOString();
    await owner.query("update outbox set taken_until = $2 where id = $1", [id, until]);
    await owner.query(
      "update graphile_worker._private_jobs set locked_at = now() - interval '1 second', locked_by = 'dead', attempts = 1",
    );
    const worker = await startWorker(house, gateways, house.url, openLog("silent"));
    await new Promise<void>((resolve) => {
      worker.events.on("job:success", ({ job }) => {
        if (job.task_identifier === "deliver") resolve();
      });
    });
    await worker.stop();
    const { state, attempts } = await onlyMessage(caseId);
    const seen = attempts.map(({ result }) => result);
    expect([state, seen, maybeTwice(seen), office.mails.length]).toEqual(["delivered", ["lost", "sent"], true, 1]);
  });

  it("a worker beside others frees nothing of theirs but what has been locked for longer than it may", async () => {
    const other = openPool(house.url, null, 1);
    const neighbour = await enterQueue(other, house.now);
    await file(house, byMail);
    await owner.query(
      "update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = 'busy'",
    );
    const locked = async () => {
      const presence = await enterQueue(owner, house.now);
      await presence.leave();
      const { rows } = await other.query("select locked_by from graphile_worker._private_jobs");
      return rows.map((row) => row.locked_by);
    };
    owner.options.max = 2;
    other.options.max = 2;
    expect(await locked()).toEqual(["busy"]);
    await owner.query("update graphile_worker._private_jobs set locked_at = now() - interval '4 minutes'");
    expect(await locked()).toEqual([null]);
    await neighbour.leave();
    await other.end();
  });
});

describe("without a gateway", () => {
  it("stays visible as not sent, with its words, and can be given to a person to call", async () => {
    const alone: FreshHouse = { ...house, ways: { email: false, sms: false } };
    const { caseId, number } = await file(alone, bySms);
    const message = await onlyMessage(caseId);
    expect(message.state).toBe("notSent");
    expect(await jobs()).toEqual([]);
    const filter = { reader: await staffReader(), states: ["notSent"], limit: 50, offset: 0 } as const;
    const listed = (await messagesByState(alone.db, alone.keys, alone.region, filter)).find(
      (row) => row.id === message.id,
    );
    expect(listed).toMatchObject({ number, body: expect.stringContaining(number) });
    const actor = await staff(alone, "centre.operator");
    const order = { region: alone.region, id: message.id, actor } as const;
    expect(await resendMessage(alone, { ...order, channel: null }, null)).toBe("notSent");
    expect(await resendMessage(alone, { ...order, channel: "phone" }, null)).toBe("toDo");
    expect(await completeTask(alone, { ...order, reached: true, note: "已念给本人听" }, null)).toHaveProperty("done");
    expect(await onlyMessage(caseId)).toMatchObject({ channel: "phone", state: "delivered" });
  });
});

it("[FZ-6-5] word of an internal transfer goes by the channel of intake and no other", async () => {
  house.at("2026-03-02 09:00");
  const operator = await staff(house, "centre.operator");
  const over = { channel: "phone", receivedAt: house.now(), choice: "nonPublic" } as const;
  const { caseId } = await file(house, over, operator);
  await act(house, "centre.operator", caseId, "handOver");
  const internal = { track: "internal", internalReason: "petitionerChoice" } as const;
  await act(house, "bureau.dispatcher", caseId, "dispatch", { ...toUrban, classification: internal });
  const word = await onlyMessage(caseId, "internal-transfer");
  expect(word).toMatchObject({ channel: "phone", state: "toDo" });
  const order = { region: house.region, id: word.id, actor: operator } as const;
  expect(await resendMessage(house, { ...order, channel: "sms" }, null)).toBe("otherChannel");
  expect(await onlyMessage(caseId, "internal-transfer")).toMatchObject({ channel: "phone", state: "toDo" });
  expect(await resendMessage(house, { ...order, channel: "phone" }, null)).toBe("toDo");
});

describe("by telephone", () => {
  it("[FZ-9-3] becomes a call with the whole answer to read; the case knows when the petitioner was reached", async () => {
    house.at("2026-03-02 09:00");
    const operator = await staff(house, "centre.operator");
    const petitioner = { ...somebody, replyBy: "phone" as const };
    const over = { channel: "phone", receivedAt: house.now(), petitioner } as const;
    const { caseId } = await file(house, over, operator);
    await act(house, "centre.operator", caseId, "handOver");
    const leg = await dispatch(house, caseId);
    house.at("2026-03-03 09:00");
    await draft(house, caseId, leg);
    await act(house, "urban.leader", caseId, "approveReply", {}, leg);
    await act(house, "bureau.auditor", caseId, "passAudit", { checklist: allYes }, leg);
    const call = await onlyMessage(caseId, "reply");
    expect(call).toMatchObject({ channel: "phone", state: "toDo", recipient_masked: "139****2222" });
    expect(call.body).toContain("3月5日已修复，联系电话0591-00001008。");
    const order = { region: house.region, id: call.id, actor: operator } as const;
    expect(await completeTask(house, { ...order, reached: false, note: "无人接听" }, null)).toBe("attempted");
    expect(await onlyMessage(caseId, "reply")).toMatchObject({ state: "toDo", attempts: [{ result: "notReached" }] });
    expect(await completeTask(house, { ...order, reached: true, note: "本人接听" }, null)).toHaveProperty("done");
    expect(await completeTask(house, { ...order, reached: true, note: "本人接听" }, null)).toBe("missing");
    const settled = await onlyMessage(caseId, "reply");
    expect(settled.attempts.map((attempt) => attempt.result)).toEqual(["notReached", "reached"]);
    const told = await house.db
      .selectFrom("case_event")
      .select(["data", "actor"])
      .where("case_id", "=", caseId)
      .where("type", "=", "delivered")
      .execute();
    expect(told).toContainEqual({
      data: { notice: "reply", legId: leg, channel: "phone", feedback: true, result: "本人接听" },
      actor: expect.objectContaining({ kind: "staff", orgId: "centre", post: "operator" }),
    });
    const row = await house.db.selectFrom("case").select("stage").where("id", "=", caseId).executeTakeFirstOrThrow();
    expect(row.stage).toBe("answered");
  });

  it("is nobody's to mark but those who may see the case", async () => {
    const operator = await staff(house, "centre.operator");
    const petitioner = { ...somebody, replyBy: "phone" as const };
    const { caseId } = await answered(house, { petitioner });
    const call = await onlyMessage(caseId, "answered");
    expect(call.state).toBe("toDo");
    const stranger = { ...operator, orgId: (await staff(house, "schools.clerk")).orgId };
    const order = { region: house.region, id: call.id, note: "" } as const;
    expect(await resendMessage(house, { ...order, channel: "phone", actor: stranger }, null)).toBe("missing");
    expect(await completeTask(house, { ...order, actor: stranger, reached: true }, null)).toBe("missing");
    expect(await completeTask(house, { ...order, actor: stranger, reached: false }, null)).toBe("missing");
    expect((await onlyMessage(caseId, "answered")).attempts).toEqual([]);
  });
});
