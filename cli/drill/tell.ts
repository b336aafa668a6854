import { fill } from "../../domain/words/fill.ts";
import { trustWords } from "../trust/words.ts";
import type { CliWords } from "../words.ts";
import type { CasesOpened } from "./reopen.ts";
import type { DrillReport, LogChecked } from "./run.ts";
import type { DrillWords } from "./words.ts";

const mostFaults = 10;

/** The report for people: what was proven, what failed, and what a drill of this kind cannot prove. */
export function linesOf(report: DrillReport, words: DrillWords, cli: CliWords): readonly string[] {
  const megabytes = (report.bytes / 1_000_000).toFixed(1);
  const head = [
    words.title,
    fill(report.file === null ? words.own : words.given, { file: report.file ?? "", megabytes }),
    fill(report.apart ? words.apartFrom : words.beside, { place: report.place }),
    ...(report.swept.length > 0 ? [fill(words.swept, { names: report.swept })] : []),
  ];
  if (report.refused) {
    const reason = fill(cli.errors[report.refused.reason], { detail: report.refused.detail });
    return [...head, "", fill(words.refused, { reason }), words.unsound];
  }
  return [
    ...head,
    ...part(words.proven, proven(report, words)),
    ...part(words.broken, broken(report, words, cli)),
    ...part(words.unproven, unproven(report, words)),
    "",
    fill(words.times, report.seconds),
    report.sound ? words.sound : words.unsound,
  ];
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

function proven({ tables, rows, seconds, logs, cases }: DrillReport, words: DrillWords): readonly string[] {
  const restored = { rows, seconds: seconds.restore, tables: tables?.length ?? 0 };
  const same = (tables ?? []).filter(({ verdict }) => verdict === "same").length;
  const grown = (tables ?? []).filter(({ verdict }) => verdict === "grown");
  const more = grown.reduce((sum, { onlySource }) => sum + onlySource, 0);
  return [
    fill(tables === null ? words.restoredAlone : words.restored, restored),
    words.signed,
    ...(same > 0 ? [fill(words.same, { n: same })] : []),
    ...(grown.length > 0 ? [fill(words.grown, { n: grown.length, more })] : []),
    ...logs.filter(({ faults }) => faults.length === 0).map((log) => fill(words.log, { ...log, faults: 0 })),
    ...cases.flatMap((own) => provenOf(own, words)),
  ];
}

function provenOf({ region, all, opened, unsealed, wrong }: CasesOpened, words: DrillWords): readonly string[] {
  const faulty = wrong.some(({ what }) => what !== "sealed");
  return [
    ...(opened > 0 && !faulty ? [fill(words.opened, { region, all, opened })] : []),
    ...(unsealed > 0 ? [fill(words.unsealed, { region, n: unsealed })] : []),
  ];
}

function broken({ tables, logs, cases }: DrillReport, words: DrillWords, cli: CliWords): readonly string[] {
  return [
    ...(tables ?? [])
      .filter(({ verdict }) => verdict === "differs")
      .map(({ table, onlyRestored, onlySource }) =>
        fill(words.differs, { table, extra: onlyRestored, missing: onlySource }),
      ),
    ...logs.filter(({ faults }) => faults.length > 0).flatMap((log) => faultsOf(log, words, cli)),
    ...cases.flatMap(({ wrong }) =>
      wrong.map(({ number, what, detail }) => fill(words.wrong, { number, what: words.wrongs[what], detail })),
    ),
  ];
}

function faultsOf({ region, faults }: LogChecked, words: DrillWords, cli: CliWords): readonly string[] {
  const named: Readonly<Record<string, string>> = trustWords(cli.language).faults;
  const shown = faults
    .slice(0, mostFaults)
    .map(({ what, stream, seq }) => fill(words.fault, { what: named[what] ?? what, stream, seq: seq ?? "" }));
  return [
    fill(words.logBroken, { region, n: faults.length }),
    ...shown,
    ...(faults.length > mostFaults ? [fill(words.moreFaults, { n: faults.length - mostFaults })] : []),
  ];
}

function unproven({ tables, cases, apart }: DrillReport, words: DrillWords): readonly string[] {
  return [
    ...(tables === null ? [words.alone] : []),
    ...(tables ?? [])
      .filter(({ verdict }) => verdict === "moved")
      .map(({ table, onlyRestored }) => fill(words.moved, { table, extra: onlyRestored })),
    ...cases
      .filter(({ all, opened }) => opened < all)
      .map(({ region, all, opened }) => fill(words.notAll, { region, all, opened })),
    ...(apart ? [] : [words.machine]),
    words.keys,
    words.messages,
    words.off,
  ];
}
