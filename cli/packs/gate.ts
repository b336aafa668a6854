import { calendarAsOf, type CalendarYear } from "../../domain/calendar/work-calendar.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { checkPack, type PackFault } from "../../domain/proof/check-pack.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { fill } from "../../domain/words/fill.ts";
import { environment, type Exit } from "../exit.ts";
import type { CliWords } from "../words.ts";

/** What a server must not serve: regulations that the check refuses, with file, place and reason. Null when all are sound. */
export function refusedPacks(packs: readonly Pack[], years: readonly CalendarYear[], words: CliWords): Exit | null {
  const calendar = calendarAsOf(years, "9999-12-31" as PlainDate);
  const lines = packs.flatMap((pack) =>
    checkPack(pack, packs, calendar).map((fault) => `  packs/${pack.id}/${fileOf(fault)}: ${faultWords(fault, words)}`),
  );
  return lines.length === 0 ? null : environment([words.errors.packsUnsound, ...lines].join("\n"));
}

/** The file of a pack in which its parts of a kind stand; a kind may be spread over several. */
const files: Readonly<Record<string, string>> = {
  duty: "duties.ts",
  power: "powers.ts",
  powers: "powers.ts",
  guard: "powers.ts",
  formality: "formalities*.ts",
  field: "formalities*.ts",
  notice: "notices.ts",
  ground: "grounds.ts",
  sight: "sights.ts",
  measure: "measures.ts",
  paper: "papers.ts",
  setting: "settings.ts",
  breach: "duties.ts",
};

function fileOf(fault: PackFault): string {
  if (fault.what === "notServed") return "clauses.ts";
  const kind = "part" in fault ? (fault.part.split(" ")[0] ?? "") : "";
  return files[kind] ?? "index.ts";
}

/** A fault in words. */
export function faultWords(fault: PackFault, words: CliWords): string {
  const kind = fault.what === "nobodyBears" ? words.packNames[fault.names] : "";
  return fill(words.packFaults[fault.what], { ...fault, kind });
}
