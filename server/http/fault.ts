import { randomBytes } from "node:crypto";
import type { FastifyReply } from "fastify";
import { ZodError } from "zod";
import type { ErrorCode, ErrorReply } from "../../contract/errors.ts";
import { errorWords } from "../../contract/words.ts";
import { fill } from "../../domain/words/fill.ts";
import { type Catalogue, catalogue } from "../../domain/words/catalogue.ts";
import { zh } from "../../domain/words/zh.ts";
import { type Office, orgOf } from "../../domain/office/office.ts";
import type { OrgId, OrgKind, Post } from "../../domain/office/org.ts";
import type { ExplainedRefusal } from "../../domain/rules/explain.ts";
import type { Act, CaseStage, LegStage } from "../../domain/rules/vocabulary.ts";
import { isDatabaseAway } from "../store/away.ts";
import { OnceKeyReused } from "../store/once/once.ts";

/** An answer that is no success. Thrown by handlers, turned into a reply in one place. */
export class Fault extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly rule: ErrorReply["error"]["rule"];

  constructor(
    status: number,
    code: string,
    sentence: string,
    facts: Readonly<Record<string, unknown>> = {},
    rule: ErrorReply["error"]["rule"] = null,
  ) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.facts = facts;
    this.rule = rule;
  }
}

/** A fault that no regulation is behind. */
export function fault(status: number, code: ErrorCode, facts: Readonly<Record<string, unknown>> = {}): Fault {
  return new Fault(status, code, fill(errorWords[code], facts), facts);
}

/** Nothing is there, or nothing that this person may know of: the same words for both. */
export function missing(): Fault {
  return fault(404, "notFound");
}

/** The one map from a refusal to a reply: 409 when the case moved on meanwhile, 403 for a missing right, 422 else. */
export function refused(refusal: ExplainedRefusal, office: Office): Fault {
  const status = refusal.code === "case.changedMeanwhile" ? 409 : refusal.code === "act.notYourPost" ? 403 : 422;
  return new Fault(status, refusal.code, refusalSentence(refusal, office), refusal.facts, refusal.rule);
}

/** A refusal in words, with names for ids. */
export function refusalSentence(refusal: ExplainedRefusal, office: Office): string {
  const words = catalogue(refusal.wording);
  const facts = Object.fromEntries(
    Object.entries(refusal.facts).map(([name, value]) => [name, named(name, value, office, words)]),
  );
  return fill(words.refusals[refusal.code], { time: "24:00", ...facts });
}

function named(name: string, value: unknown, office: Office, words: Catalogue): unknown {
  if (Array.isArray(value)) return value.map((item) => named(name, item, office, words));
  if (typeof value !== "string") return value;
  switch (name) {
    case "org":
    case "offered":
      return office.orgs.has(value as OrgId) ? orgOf(office, value as OrgId).shortName : value;
    case "needs":
      return words.posts[value as Post] ?? (value === "petitioner" ? words.timeline.petitioner : words.timeline.system);
    case "act":
      return words.acts[value as Act];
    case "kind":
      return words.orgKinds[value as OrgKind];
    case "items":
      return zh.auditItems[value] ?? value;
    case "stage":
      return words.caseStages[value as CaseStage] ?? words.legStages[value as LegStage];
    case "field":
      return zh.fields[value] ?? value;
    default:
      return value;
  }
}

/** An error of a room below as the fault that the caller is to hear of. */
export function asFault(error: unknown): unknown {
  if (error instanceof OnceKeyReused) return fault(409, "keyReused");
  if (isGone(error)) return fault(400, "request.invalid", { n: 1 });
  return isUnavailable(error) ? fault(503, "unavailable") : error;
}

/** Whether whoever asked has gone away in the middle of it. */
function isGone(error: unknown): boolean {
  return error instanceof Error && error.message === "aborted" && (error as { code?: string }).code === "ECONNRESET";
}

/** Whether a request failed only because of when it came: the database is away or busy, or the work took too long. */
export function isUnavailable(error: unknown): boolean {
  return isDatabaseAway(error) || (error as { code?: unknown } | null)?.code === "FST_ERR_HANDLER_TIMEOUT";
}

/** After so many seconds somebody who was told that the house is being mended may try again. */
export const tryAgainSeconds = 30;

/** Sends any error as an error reply. What is our own mistake says nothing of its inside but a number to ask by. */
export function sendError(thrown: unknown, reply: FastifyReply): FastifyReply {
  const ref = randomBytes(4).toString("hex");
  const error = asFault(thrown);
  if (error instanceof Fault) {
    if (error.status === 503) {
      reply.header("retry-after", tryAgainSeconds);
      if (thrown !== error) reply.log.error({ err: thrown, ref }, "request turned away");
    }
    return reply.code(error.status).send(body(error.code, error.message, error.facts, error.rule, [], ref));
  }
  if (error instanceof ZodError) {
    const fields = error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
    const message = fill(errorWords["request.invalid"], { n: fields.length });
    return reply.code(400).send(body("request.invalid", message, { n: fields.length }, null, fields, ref));
  }
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413)
    return reply.code(413).send(body("request.tooLarge", errorWords["request.tooLarge"], {}, null, [], ref));
  if (statusCode === 429) {
    return reply
      .code(429)
      .send(body("tooMany", fill(errorWords.tooMany, { minutes: 1 }), { minutes: 1 }, null, [], ref));
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const message = fill(errorWords["request.invalid"], { n: 1 });
    return reply.code(statusCode).send(body("request.invalid", message, {}, null, [], ref));
  }
  reply.log.error({ err: error, ref }, "request failed");
  return reply.code(500).send(body("server", fill(errorWords.server, { ref }), { ref }, null, [], ref));
}

function body(
  code: string,
  message: string,
  facts: Readonly<Record<string, unknown>>,
  rule: ErrorReply["error"]["rule"],
  fields: ErrorReply["error"]["fields"],
  ref: string,
): ErrorReply {
  return { error: { code, message, facts, rule, fields, ref } };
}
