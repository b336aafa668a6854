import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { allYes, type City, citizen, type Desk, openCity } from "../city.ts";

let city: City;
let operator: Desk;
let dispatcher: Desk;
let clerk: Desk;
let id = "";
let leg = "";

beforeAll(async () => {
  city = await openCity();
  operator = await city.as("centre.operator");
  dispatcher = await city.as("bureau.dispatcher");
  clerk = await city.as("urban.clerk");
  city.at("2026-03-02 09:00");
  const filed = await city.call(routes.publicDoors.file, {
    body: { content: "我家门口的路灯坏了三天，晚上很黑，请修复。", areaId: "gulou", petitioner: citizen },
  });
  id = filed.id;
  await dispatcher.act(id, "dispatch", {
    classification: { track: "public" },
    matters: [{ targets: [{ orgId: "urban", role: "lead" }] }],
  });
  city.at("2026-03-03 09:00");
  leg = (await clerk.open(id)).legs[0]?.id ?? "";
  await clerk.act(id, "submitToLeader", {}, leg);
  await clerk.act(id, "draftReply", { text: "3月5日已修复。" }, leg);
  await (await city.as("urban.leader")).act(id, "approveReply", {}, leg);
});
afterAll(() => city.close());

const slip = () => ({ kind: "dispatch-slip", legId: leg });
let paperId = "";
const make = (desk: Desk, body: { kind: string; legId: string | null }, once?: string) =>
  desk.call(routes.papers.make, { params: { id }, body }, once ? { once } : {});
const list = (desk: Desk) => desk.call(routes.papers.list, { params: { id } });

/** Takes a paper along whole, with a purpose. */
async function download(desk: Desk, paperId: string, as: "docx" | "pdf"): Promise<Response> {
  const address = `${city.url}/api/cases/${id}/papers/${paperId}.${as}?purpose=${encodeURIComponent("送达")}`;
  return fetch(address, { headers: { cookie: desk.cookie } });
}

const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("a paper of a case", () => {
  it("[FZ-7-2] is offered to whom it belongs, and shows before it is made what it will say, the petitioner masked", async () => {
    expect((await list(dispatcher)).choices.map((own) => own.kind)).toEqual(["dispatch-slip"]);
    const preview = await dispatcher.call(routes.papers.preview, { params: { id }, body: slip() });
    const said = JSON.stringify(preview.blocks);
    expect(preview.missing).toEqual([]);
    expect(said).toContain("3月5日已修复。");
    expect(said).not.toContain(citizen.name);
    expect(said).not.toContain(citizen.phone);
  });

  it("[FZ-7-2] is numbered, kept, and comes back as the very bytes whose hash stands in the list", async () => {
    const made = await make(dispatcher, slip(), "first");
    paperId = made.id;
    expect(made.number).toBe("市信访局批〔2026〕1号");
    const [row] = (await list(clerk)).rows;
    expect(row).toMatchObject({ id: made.id, number: made.number, docxHash: made.docxHash, pdfHash: made.pdfHash });
    for (const as of ["docx", "pdf"] as const) {
      const reply = await download(clerk, made.id, as);
      const bytes = Buffer.from(await reply.arrayBuffer());
      expect(reply.status).toBe(200);
      expect(hash(bytes)).toBe(as === "docx" ? made.docxHash : made.pdfHash);
      expect(decodeURIComponent(reply.headers.get("content-disposition") ?? "")).toContain(made.number);
    }
    const reads = (await dispatcher.open(id)).reads.filter((read) => read.what === "reveal");
    expect(reads.map((read) => read.reason)).toEqual(["送达", "送达"]);
  });

  it("is made once for a key; the next one takes the next number, another organ counts for itself", async () => {
    expect((await make(dispatcher, slip(), "first")).number).toBe("市信访局批〔2026〕1号");
    expect((await make(dispatcher, slip())).number).toBe("市信访局批〔2026〕2号");
    expect((await make(clerk, slip())).number).toBe("市城管局批〔2026〕1号");
    city.at("2027-01-04 09:00");
    expect((await make(dispatcher, slip())).number).toBe("市信访局批〔2027〕1号");
    city.at("2026-03-03 10:00");
  });

  it("several at once never share a number", async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => make(dispatcher, slip())));
    expect(new Set(made.map((own) => own.number)).size).toBe(4);
  });
});

describe("what is refused", () => {
  it("[FZ-9-1] an answer cannot be printed before the audit has passed; afterwards it can", async () => {
    const answer = { kind: "answer-letter", legId: leg };
    await expect(make(clerk, answer)).rejects.toMatchObject({ status: 422, error: { code: "paper.notNow" } });
    await (await city.as("bureau.auditor")).act(id, "passAudit", { checklist: allYes }, leg);
    expect((await make(clerk, answer)).number).toBe("市城管局复〔2026〕1号");
  });

  it("somebody who may not read the case finds neither list, preview nor paper, and makes none", async () => {
    const stranger = await city.as("housing.clerk");
    const gone = { status: 404 };
    await expect(list(stranger)).rejects.toMatchObject(gone);
    await expect(make(stranger, slip())).rejects.toMatchObject(gone);
    await expect(stranger.call(routes.papers.preview, { params: { id }, body: slip() })).rejects.toMatchObject(gone);
    expect((await download(stranger, paperId, "pdf")).status).toBe(404);
    expect((await fetch(`${city.url}/api/cases/${id}/papers/${paperId}.pdf`)).status).toBe(401);
  });

  it("[FZ-11-1] whoever sees only the times of a case sees none of its papers", async () => {
    const report = await city.call(routes.publicDoors.file, {
      body: { content: "反映某位干部收受礼品，请调查核实。", subject: "discipline", petitioner: citizen },
    });
    const officer = await city.as("efficiency.officer");
    expect((await officer.open(report.id)).sees).toBe("timings");
    await expect(officer.call(routes.papers.list, { params: { id: report.id } })).rejects.toMatchObject({
      status: 404,
    });
  });

  it("a paper of another case is not found under this one", async () => {
    const other = await city.call(routes.publicDoors.file, {
      body: { content: "小区门口垃圾没有人收，请处理。", areaId: "gulou", petitioner: citizen },
    });
    const url = `${city.url}/api/cases/${other.id}/papers/${paperId}.pdf`;
    expect((await fetch(url, { headers: { cookie: dispatcher.cookie } })).status).toBe(404);
  });
});

describe("the register of cases", () => {
  it.each([
    ["pdf", "%PDF-1.7"],
    ["docx", "PK"],
  ])("is printed as %s for a purpose, without personal data, and the export is written down", async (as, head) => {
    const take = (purpose: string) =>
      fetch(`${city.url}/api/cases/export?as=${as}&purpose=${encodeURIComponent(purpose)}`, {
        headers: { cookie: dispatcher.cookie },
      });
    expect((await take("")).status).toBe(400);
    const reply = await take("月度台账");
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-disposition")).toMatch(new RegExp(`\\.${as}$`));
    expect(Buffer.from(await reply.arrayBuffer()).toString("latin1", 0, head.length)).toBe(head);
    const rows = await city.house.db
      .selectFrom("access_log")
      .select("reason")
      .where("what", "=", "export")
      .where("reason", "=", "月度台账")
      .execute();
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("service", () => {
  const service = {
    recipient: "温若谷",
    mode: "post",
    onDay: "2026-03-03",
    result: "sent",
    mailNumber: "XA1",
  } as const;
  const serve = (desk: Desk, body: object = service, once?: string) =>
    desk.call(routes.papers.serve, { params: { id, paperId }, body: body as never }, once ? { once } : {});

  it("is written down line by line, once for a key, by the organ that made the paper or took the case in", async () => {
    await serve(dispatcher, service, "served");
    await serve(dispatcher, service, "served");
    await serve(operator, { ...service, mode: "direct", result: "received", takenBy: "温小禾（女儿）" });
    const row = (await list(dispatcher)).rows.find((own) => own.id === paperId);
    expect(row?.services).toMatchObject([
      { mode: "post", result: "sent", mailNumber: "XA1" },
      { mode: "direct", result: "received", takenBy: "温小禾（女儿）" },
    ]);
    await expect(serve(clerk)).rejects.toMatchObject({ status: 403 });
  });

  it("lies between the day of the paper and today", async () => {
    for (const onDay of ["2026-03-02", "2026-03-04"]) {
      await expect(serve(dispatcher, { ...service, onDay })).rejects.toMatchObject({
        status: 422,
        error: { code: "paper.notServedYet" },
      });
    }
  });

  it("stands in the chained log together with the making, and the log verifies", async () => {
    const rows = await city.house.db
      .selectFrom("office_event")
      .select(["type", "data"])
      .where("stream", "=", "papers")
      .orderBy("seq")
      .execute();
    expect(rows.filter((row) => row.type === "paperServed")).toHaveLength(2);
    const kept = (await list(dispatcher)).rows.find((own) => own.id === paperId);
    expect(rows[0]?.data).toMatchObject({ paper: paperId, pdfHash: kept?.pdfHash, number: kept?.number });
    expect(JSON.stringify(rows)).not.toContain(citizen.name);
    expect((await verifyLog(city.house, city.house.region, () => undefined)).faults).toEqual([]);
  });
});
