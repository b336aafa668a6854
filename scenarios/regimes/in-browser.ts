import { mkdirSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import type { Formality, FormalityField, Values } from "../../domain/rules/formality.ts";
import type { Step } from "../../domain/rules/example.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { partsOf } from "../../domain/rules/look-up.ts";
import { catalogue } from "../../domain/words/catalogue.ts";
import { chooseUnit, type DeskPage } from "../browser/desk-page.ts";
import { type FieldNames, fillIn } from "./fill-in.ts";

/** Where the screens of a story are kept to be looked at. */
export const shots = ".tmp/shots";

/** Acts that a browser does here: those with a form of their own kind are done over HTTP by the same person. */
export function canBeSeen({ act, input }: Step): boolean {
  if (act === "carryOut" || act === "carryOutOnLeg") return true;
  if (act === "dispatch") return oneTarget(input) !== null && input?.["classification"] === null;
  return ["handOver", "approveReply", "draftReply", "passAudit", "submitToLeader"].includes(act);
}

/** Does a step of a story at the desk, as its person would: opens the case, presses the act, fills in, submits. */
export async function doesInBrowser(
  desk: DeskPage,
  url: string,
  step: Step,
  names: FieldNames & { readonly pack: Pack; readonly orgName: (id: string) => string },
): Promise<void> {
  const { page } = desk;
  await page.goto(url);
  const panel = page.getByRole("region", { name: "可办事项" });
  const label = labelOf(step, names.pack);
  await panel
    .getByRole("button", { name: new RegExp(`^${escaped(label)}(（.*）)?$`) })
    .first()
    .click();
  const dialog = page.getByRole("dialog").last();
  await dialog.waitFor();
  await fill(page, dialog, step, names);
  await dialog.locator(".ant-modal-footer .ant-btn-primary").click();
  const refused = dialog.locator(".ant-alert-error");
  await Promise.race([dialog.waitFor({ state: "hidden" }), refused.first().waitFor()]);
  if (await dialog.isVisible()) throw new Error(`${label}: ${await refused.first().innerText()}`);
}

async function fill(
  page: Page,
  dialog: Locator,
  { act, input }: Step,
  names: FieldNames & { readonly pack: Pack; readonly orgName: (id: string) => string },
): Promise<void> {
  if (act === "carryOut" || act === "carryOutOnLeg") {
    const values = (input?.["values"] ?? {}) as Values;
    for (const field of formalityOf(input, names.pack)?.fields ?? []) {
      const value = values[field.name];
      if (value !== undefined) await fillIn(page, dialog, field as FormalityField, value, names);
    }
  }
  if (act === "dispatch") await chooseUnit(dialog, names.orgName(oneTarget(input) ?? ""));
  if (act === "draftReply") await drafts(dialog, input ?? {}, names.pack);
  if (act === "passAudit") {
    for (const radio of await dialog.getByRole("radio", { name: "是" }).all()) await radio.check();
  }
}

async function drafts(dialog: Locator, input: NonNullable<Step["input"]>, pack: Pack): Promise<void> {
  const parts = Object.entries((input["parts"] ?? {}) as Readonly<Record<string, string>>);
  const known = pack.powers.flatMap((p) => p.guards.flatMap(partsOf));
  for (const [code, text] of parts) {
    const label = known.find((part) => part.code === code)?.label;
    if (label)
      await dialog
        .getByRole("textbox", { name: new RegExp(`^${escaped(label)}`) })
        .first()
        .fill(text);
  }
  const { text } = input;
  if (typeof text === "string" && text !== "") await dialog.locator(".reply textarea").last().fill(text);
}

function labelOf(step: Step, pack: Pack): string {
  return formalityOf(step.input, pack)?.label ?? catalogue(pack).acts[step.act];
}

function formalityOf(input: Step["input"], pack: Pack): Formality | undefined {
  return pack.formalities.find((formality) => formality.id === input?.["formality"]);
}

function oneTarget(input: Step["input"]): string | null {
  const matters = (input?.["matters"] ?? []) as readonly { readonly targets: readonly { readonly orgId: string }[] }[];
  return matters.length === 1 && matters[0]?.targets.length === 1 ? (matters[0].targets[0]?.orgId ?? null) : null;
}

/** Keeps a picture of what somebody sees. */
export async function picture(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(`${shots}/${folder}`, { recursive: true });
  await page.screenshot({ path: `${shots}/${folder}/${name}.png` });
}

export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
