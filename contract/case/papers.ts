import { z } from "zod";
import { paperLayouts } from "../../domain/rules/paper.ts";
import { caseId, done, instant, orgName, plainDate, uuid, words } from "../fields.ts";
import { route } from "../route.ts";

const byCase = z.object({ id: caseId });
const byPaper = byCase.extend({ paperId: uuid });

/** How a paper was handed over, and what came of it. */
export const serviceModes = ["direct", "post", "electronic", "entrusted", "left", "announced"] as const;
export const serviceResults = ["received", "sent", "refused", "failed"] as const;

const service = {
  recipient: words(60, 1),
  mode: z.enum(serviceModes),
  onDay: plainDate,
  result: z.enum(serviceResults),
  /** Who took it for the recipient, and in which relation. */
  takenBy: words(60).nullable().default(null),
  mailNumber: words(40).nullable().default(null),
  note: words(300).nullable().default(null),
};

const order = {
  kind: z.string().max(60),
  legId: z.string().max(8).nullable(),
  /** What the maker writes into it, by name. */
  written: z.record(z.string().max(40), words(5000)).default({}),
};

/** Without a purpose the petitioner is masked; a purpose gives the whole paper to who may see the petitioner. */
const taking = z.object({ purpose: words(100, 1).optional() });

export const paperRow = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  organ: orgName,
  madeAt: instant,
  madeBy: z.string(),
  caseVersion: z.number().int(),
  /** SHA-256 of the two files, in hexadecimal. */
  docxHash: z.string(),
  pdfHash: z.string(),
  /** Whether there is a printing with the petitioner masked; papers of earlier versions have none. */
  masked: z.boolean(),
  /** Whether this person may write down how it was served. */
  mayServe: z.boolean(),
  /** Whether this person may take it with the petitioner in full, for a reason. */
  mayTakeWhole: z.boolean(),
  services: z.array(
    z.object({
      recipient: z.string(),
      mode: z.enum(serviceModes),
      onDay: z.string(),
      result: z.enum(serviceResults),
      takenBy: z.string().nullable(),
      mailNumber: z.string().nullable(),
      note: z.string().nullable(),
      recordedBy: z.string(),
      recordedAt: instant,
    }),
  ),
});
export type PaperRow = z.infer<typeof paperRow>;

/** A paper that this person may make now. */
export const paperChoice = z.object({
  kind: z.string(),
  legId: z.string().nullable(),
  org: orgName.nullable(),
  code: z.string().nullable(),
  title: z.string(),
  words: z.string(),
  article: z.string(),
  supplied: z.boolean(),
  reconstructed: z.boolean(),
  /** What its maker may or must write into it. */
  asks: z.array(z.object({ name: z.string(), label: z.string(), required: z.boolean(), long: z.boolean() })),
});
export type PaperChoice = z.infer<typeof paperChoice>;

const cell = z.object({ label: z.string(), text: z.string().nullable() });

/** What will be printed, without a number and with the petitioner masked. */
export const paperPreview = z.object({
  layout: z.enum(paperLayouts),
  organ: z.string(),
  title: z.string(),
  signer: z.object({ label: z.string(), name: z.string().nullable() }).nullable(),
  addressee: z.string().nullable(),
  blocks: z.array(
    z.discriminatedUnion("is", [
      z.object({ is: z.literal("heading"), text: z.string() }),
      z.object({ is: z.literal("paragraph"), text: z.string() }),
      z.object({
        is: z.literal("grid"),
        rows: z.array(z.union([z.object({ band: z.string() }), z.object({ cells: z.array(cell) })])),
      }),
      z.object({ is: z.literal("table"), header: z.array(z.string()), rows: z.array(z.array(z.string())) }),
    ]),
  ),
  dated: z.string(),
  copies: z.string().nullable(),
  note: z.string().nullable(),
  /** What must be known first; `written` names what the maker can write. */
  missing: z.array(z.object({ label: z.string(), written: z.string().nullable() })),
  /** Characters that the PDF cannot show. */
  unprintable: z.array(z.string()),
});
export type PaperPreview = z.infer<typeof paperPreview>;

export const papers = {
  list: route({
    method: "GET",
    path: "/api/cases/:id/papers",
    summary: "案件的文书，和现在可以制作的文书",
    tag: "文书",
    audience: "staff",
    params: byCase,
    reply: z.object({ rows: z.array(paperRow), choices: z.array(paperChoice) }),
  }),
  preview: route({
    method: "POST",
    path: "/api/cases/:id/papers/preview",
    summary: "制作前看文书的内容和还缺的栏目",
    tag: "文书",
    audience: "staff",
    params: byCase,
    body: z.object(order),
    reply: paperPreview,
  }),
  make: route({
    method: "POST",
    path: "/api/cases/:id/papers",
    summary: "制作文书（编号，存档，留痕）",
    tag: "文书",
    audience: "staff",
    params: byCase,
    body: z.object(order),
    reply: z.object({ id: z.string(), number: z.string().nullable(), docxHash: z.string(), pdfHash: z.string() }),
    status: 201,
    once: true,
  }),
  docx: route({
    method: "GET",
    path: "/api/cases/:id/papers/:paperId.docx",
    summary: "下载文书（Word，留痕）：隐去诉求人的信息；写明用途的，是完整的",
    tag: "文书",
    audience: "staff",
    params: byPaper,
    query: taking,
    reply: z.unknown(),
    download: true,
  }),
  pdf: route({
    method: "GET",
    path: "/api/cases/:id/papers/:paperId.pdf",
    summary: "下载文书（PDF，留痕）：隐去诉求人的信息；写明用途的，是完整的",
    tag: "文书",
    audience: "staff",
    params: byPaper,
    query: taking,
    reply: z.unknown(),
    download: true,
  }),
  serve: route({
    method: "POST",
    path: "/api/cases/:id/papers/:paperId/services",
    summary: "登记送达",
    tag: "文书",
    audience: "staff",
    params: byPaper,
    body: z.object(service),
    reply: done,
    status: 201,
    once: true,
  }),
  sheet: route({
    method: "GET",
    path: "/api/cases/:id/sheet",
    summary: "案件单：内容、期限、答复和办理经过，遮去个人信息（pdf 或 docx，留痕）",
    tag: "文书",
    audience: "staff",
    params: z.object({ id: caseId }),
    query: z.object({ purpose: words(100, 1), as: z.enum(["pdf", "docx"]).default("pdf") }),
    reply: z.unknown(),
    download: true,
  }),
};
