import { expect, it } from "vitest";
import { packs } from "../../../packs/index.ts";
import { instant } from "../../calendar/plain-date.ts";
import type { OrgId } from "../../office/org.ts";
import type { CaseEvent, EventData, EventType } from "../event.ts";
import type { Formality, FormalityField } from "../../rules/formality.ts";
import type { Pack } from "../../rules/pack.ts";
import { wordless } from "./wordless.ts";

const hangzhou = packs.find(({ id }) => id.startsWith("hangzhou"));
const org = "urban" as OrgId;

function left<T extends EventType>(type: T, data: EventData[T]): unknown {
  if (!hangzhou) throw new Error("no pack");
  const event = { type, at: instant("2026-03-02T09:00:00+08:00"), by: { kind: "petitioner" }, data } as CaseEvent;
  return wordless(event, hangzhou).data;
}

it("keeps codes, days and numbers of an event and none of its words", () => {
  expect(left("corrected", { field: "phone", from: "13977770000", to: "13977771111", reason: "群众来电" })).toEqual({
    field: "phone",
    from: "",
    to: "",
    reason: "",
  });
  expect(left("supplemented", { text: "我叫温若谷", files: 2 })).toEqual({ text: "", files: 2 });
  expect(left("rated", { grade: "satisfied", comment: "谢谢王师傅" })).toEqual({ grade: "satisfied", comment: "" });
  expect(left("refused", { ground: "3.1", fields: { note: "温若谷已起诉" } })).toEqual({
    ground: "3.1",
    fields: { note: "" },
  });
  expect(left("withheld", { matterId: "m1", why: "advised", reason: "涉及温若谷" })).toEqual({
    matterId: "m1",
    why: "advised",
    reason: "",
  });
  expect(left("returnAsked", { legId: "l1", reason: "温若谷住在别的区", suggested: org })).toEqual({
    legId: "l1",
    reason: "",
    suggested: org,
  });
});

it("keeps of what was filled in the choices, days and numbers, and nothing of a field for words, in every pack", () => {
  const values = (fields: readonly FormalityField[]) =>
    Object.fromEntries(fields.map(({ name, kind }) => [name, kind === "people" ? ["温若谷"] : "温若谷"]));
  const of = (pack: Pack, { id, fields }: Formality) => {
    const data = { formality: id, legId: null, values: values(fields) };
    const by = { kind: "system" } as const;
    const event: CaseEvent = { type: "formalityDone", at: instant("2026-03-02T09:00:00+08:00"), by, data };
    const kept = (wordless(event, pack).data as EventData["formalityDone"]).values;
    const written = fields.filter(({ kind }) => kind === "text" || kind === "people");
    return written.filter(({ name }) => kept[name]?.length !== 0).map(({ name }) => `${pack.id} ${id} ${name}`);
  };
  expect(packs.flatMap((pack) => pack.formalities.flatMap((formality) => of(pack, formality)))).toEqual([]);
});
