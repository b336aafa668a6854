import type { Pack } from "../rules/pack.ts";
import { type PaperKind, plainSources, type Source } from "../rules/paper.ts";

/** Every name in the papers of a pack that leads nowhere: a duty, a reply part, a formality or a word that is not there. */
export function strayNames(pack: Pack): readonly string[] {
  return pack.papers.flatMap((kind) => strayIn(kind, pack).map((name) => `${kind.id}: ${name}`));
}

function strayIn(kind: PaperKind, pack: Pack): readonly string[] {
  const heading = kind.heading ? straySource({ words: kind.heading }, pack) : [];
  const number = placeholders(kind.numberWord ?? "").filter((name) => name !== "organ");
  return [...heading, ...number, ...kind.parts.flatMap((part) => straySource(part.from, pack))];
}

function straySource(source: Source, pack: Pack): readonly string[] {
  if (typeof source === "string" || "written" in source || "ground" in source) return [];
  if ("words" in source) {
    const named = source.with ?? {};
    const known = new Set<string>([...plainSources, ...Object.keys(named)]);
    const open = placeholders(source.words).filter((name) => !known.has(name));
    return [...open, ...Object.values(named).flatMap((own) => straySource(own, pack))];
  }
  if ("duty" in source) return pack.duties.some((rule) => rule.id === source.duty) ? [] : [source.duty];
  if ("replyPart" in source) return partCodes(pack).includes(source.replyPart) ? [] : [source.replyPart];
  const formality = pack.formalities.find((own) => own.id === source.formality);
  if (!formality) return [source.formality];
  const stated = !("field" in source) || formality.fields.some((field) => field.name === source.field);
  return stated ? [] : [`${source.formality}.${source.field}`];
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
}

function partCodes(pack: Pack): readonly string[] {
  const guards = pack.powers.flatMap((power) => power.guards);
  return guards.flatMap((guard) => ("parts" in guard ? guard.parts.map((part) => part.code) : []));
}
