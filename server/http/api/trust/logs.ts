import type { FastifyInstance } from "fastify";
import { type LogKind, type LogRow, logs } from "../../../../contract/trust/logs.ts";
import { zh } from "../../../../domain/words/zh.ts";
import type { Post } from "../../../../domain/office/org.ts";
import { verifyLog } from "../../../actions/oversight/verify-log.ts";
import { accessLines, type LogLine, type LogQuery, officeLines } from "../../../store/office/read-log.ts";
import type { World } from "../../../store/world.ts";
import { mustHold } from "../../caller.ts";
import { hang } from "../../door.ts";
import { type Shop, worldOf } from "../../shop.ts";
import { orgName } from "../../views/duty-view.ts";
import { personName } from "../../views/timeline-view.ts";

const whatsOf: Readonly<Record<Exclude<LogKind, "office">, readonly string[] | null>> = {
  signIns: ["signIn", "signInRefused"],
  refusals: ["rightRefused", "fileRefused"],
  readings: null,
};

/** The log as its auditor reads it: nobody else may, and the auditor changes nothing. */
export function logDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, logs.read, async ({ query, caller }) => {
    mustHold(caller, "logAuditor");
    const world = await worldOf(shop);
    const { kind, q, page, size } = query;
    const people = q === "" ? [] : [...world.people].filter(([, name]) => name.includes(q)).map(([id]) => id as string);
    const asked: LogQuery = { from: query.from ?? null, to: query.to ?? null, q, people, page, size };
    if (kind === "office") {
      const { total, rows } = await officeLines(house.db, region, asked);
      return { total, rows: rows.map((row) => officeRow(row, world)) };
    }
    const { total, rows } = await accessLines(house.db, region, whatsOf[kind], asked);
    return { total, rows: rows.map((row) => accessRow(row, world)) };
  });

  hang(app, shop, logs.verify, async ({ caller }) => {
    mustHold(caller, "logAuditor");
    const report = await verifyLog(house, region, () => undefined);
    return { days: report.days, events: report.events, faults: report.faults.length, at: house.now() };
  });
}

function accessRow(row: LogLine, world: World): LogRow {
  const text = (name: string) => (typeof row.detail[name] === "string" ? row.detail[name] : "");
  const via = row.detail["via"] as { readonly name?: string } | undefined;
  return {
    id: row.id,
    at: row.at,
    what: row.what,
    who: row.person_id === null ? "" : personName(world, row.person_id),
    org: row.org_id === null ? "" : orgName(world, row.org_id),
    login: text("login"),
    address: text("address"),
    number: row.number ?? "",
    reason: row.reason ?? "",
    via: via?.name ?? "",
    detail: row.detail,
  };
}

type OfficeLine = Awaited<ReturnType<typeof officeLines>>["rows"][number];

function officeRow({ stream, seq, at, type, actor, data }: OfficeLine, world: World): LogRow {
  const by = actor as {
    readonly personId: string | null;
    readonly orgId: string | null;
    readonly via?: { name: string };
  };
  const facts = data as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : "");
  const whom = text("personId") || text("id");
  const post = text("post");
  return {
    id: `${stream} ${seq}`,
    at,
    what: type,
    who: by.personId === null ? "" : personName(world, by.personId),
    org: by.orgId === null ? "" : orgName(world, by.orgId),
    login: text("login"),
    address: "",
    number: "",
    reason: text("reason"),
    via: by.via?.name ?? "",
    detail: {
      person: personName(world, whom) || text("next") || text("old"),
      unit: text("orgId") === "" ? "" : orgName(world, text("orgId")),
      post: post === "" ? "" : (zh.posts[post as Post] ?? post),
      kind: text("kind"),
      key: text("key"),
      name: text("name"),
      proposedBy: text("proposedBy") === "" ? "" : personName(world, text("proposedBy")),
    },
  };
}
