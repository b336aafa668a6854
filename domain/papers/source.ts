import { dayOf, type PlainDate } from "../calendar/plain-date.ts";
import type { Duty } from "../duty/duty.ts";
import type { OrgId } from "../office/org.ts";
import { articleOf, clauseOf } from "../rules/look-up.ts";
import { type PlainSource, plainSources, type Source } from "../rules/paper.ts";
import { fill } from "../words/fill.ts";
import { paperDate, paperWords } from "../words/papers.ts";
import { type CaseFile, legInView, nameOf } from "./file.ts";
import { statedWords, timesDone } from "./formality-values.ts";
import { plainFact } from "./plain-source.ts";

/** What a source says about this case; null while nobody knows it. */
export function sourceText(source: Source, file: CaseFile): string | null {
  if (typeof source === "string") return source === "blank" ? null : plainFact(source, file);
  if ("words" in source) return words(source.words, source.with ?? {}, file);
  if ("written" in source) return file.written[source.written]?.trim() || null;
  if ("ground" in source) return groundText(source.ground, file);
  if ("replyPart" in source) return replyPart(source.replyPart, file);
  if ("extension" in source) return extensionText(source.extension, newestDuty(source.duty, file));
  if ("duty" in source) return dated(newestDuty(source.duty, file)?.due);
  if ("field" in source) return fieldText(source.formality, source.field, file);
  return formalityText(source.formality, source.said, file);
}

function words(text: string, named: Readonly<Record<string, Source>>, file: CaseFile): string | null {
  const asked = [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
  const values = asked.map((name): readonly [string, string | null] => {
    const source = named[name] ?? (isPlain(name) ? name : null);
    return [name, source === null ? null : sourceText(source, file)];
  });
  if (values.some(([, value]) => value === null)) return null;
  return fill(text, Object.fromEntries(values));
}

function isPlain(name: string): name is PlainSource {
  return (plainSources as readonly string[]).includes(name);
}

function newestDuty(rule: string, file: CaseFile): Duty | null {
  const leg = legInView(file);
  const own = file.duties.filter((duty) => duty.rule === rule && (duty.legId === null || duty.legId === leg?.id));
  return own.at(-1) ?? null;
}

function extensionText(part: "oldDay" | "newDay", duty: Duty | null): string | null {
  if (!duty?.extendedFrom) return null;
  return dated(part === "oldDay" ? duty.extendedFrom : duty.due);
}

function dated(day: PlainDate | null | undefined): string | null {
  return day ? paperDate(day) : null;
}

function replyPart(code: string, file: CaseFile): string | null {
  const leg = legInView(file);
  const drafted = file.events.findLast((event) => event.type === "replyDrafted" && event.data.legId === leg?.id);
  return drafted?.type === "replyDrafted" ? drafted.data.parts[code]?.trim() || null : null;
}

function groundText(part: "reason" | "clause" | "article" | "fields" | "wayOn", file: CaseFile): string | null {
  const refused = file.events.findLast((event) => event.type === "refused");
  const ground = file.pack.grounds.find((own) => own.id === file.kase.ground);
  if (refused?.type !== "refused" || !ground) return null;
  const { fields } = refused.data;
  const said = (value: string) => (file.office.orgs.has(value as OrgId) ? nameOf(file.office, value as OrgId) : value);
  const known = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, said(value)]));
  switch (part) {
    case "reason":
      return fill(ground.reason, known);
    case "wayOn":
      return ground.wayOn === null ? null : fill(ground.wayOn, known);
    case "clause":
      return articleOf(file.pack, ground.clause);
    case "article":
      return clauseOf(file.pack, ground.clause).article;
    case "fields": {
      const lines = ground.fields.filter((field) => known[field.name]);
      return lines.map((field) => `${field.label}：${known[field.name]}`).join("；") || null;
    }
  }
}

function fieldText(formality: string, field: string, file: CaseFile): string | null {
  const newest = timesDone(file.events, formality, legInView(file)?.id ?? null).at(-1);
  return newest ? statedWords(newest, formality, field, file) : null;
}

function formalityText(formality: string, said: "by" | "on" | "times", file: CaseFile): string | null {
  const done = timesDone(file.events, formality, legInView(file)?.id ?? null);
  const newest = done.at(-1);
  if (said === "times") return fill(paperWords.times, { n: done.length });
  if (!newest) return null;
  if (said === "on") return paperDate(dayOf(newest.at));
  return newest.by.kind === "staff" ? file.personName(newest.by.personId) || null : null;
}
