import { createWriteStream, existsSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { fill } from "../domain/words/fill.ts";
import { exportLog, verifyLog } from "../server/actions/oversight/verify-log.ts";
import { regionIds } from "../server/store/office/regions.ts";
import { exitCodes, usage } from "./exit.ts";
import { inHouse, regionOf } from "./house.ts";
import { mention, report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface AuditOptions {
  readonly region?: string;
  readonly json?: boolean;
}

const eventsPerMention = 100_000;

/** `audit verify` and `audit export`: whether the log is what it was. */
export function addAudit(program: Command, words: CliWords): void {
  const audit = program.command("audit").description(words.commands.audit);
  audit
    .command("verify")
    .description(words.commands.auditVerify)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((options: AuditOptions) =>
      inHouse(async (open) => {
        const all = await regionIds(open.house.db);
        const regions = options.region === undefined ? all : [await regionOf(open, options.region, words)];
        for (const region of regions) {
          let said = 0;
          const result = await verifyLog(open.house, region, (n) => {
            if (n - said < eventsPerMention) return;
            said = n;
            mention(fill(words.progress.verify, { n }));
          });
          if (options.json) report(result);
          else tellReport(result, words);
          if (result.faults.length > 0) process.exitCode = exitCodes.failed;
        }
      }),
    );
  audit
    .command("export <file>")
    .description(words.commands.auditExport)
    .option("--region <id>", words.options.region)
    .action((file: string, options: AuditOptions) => {
      if (existsSync(file)) throw usage(fill(words.errors.exists, { file }));
      return inHouse(async (open) => {
        const region = await regionOf(open, options.region, words);
        await pipeline(Readable.from(linesOf(exportLog(open.house, region))), createWriteStream(file, { flags: "wx" }));
        say(fill(words.said.exported, { file }));
      });
    });
}

function tellReport(result: Awaited<ReturnType<typeof verifyLog>>, words: CliWords): void {
  const { region, events, streams, days, faults } = result;
  if (faults.length === 0) {
    say(fill(words.said.auditFine, { region, events, streams, days }));
    return;
  }
  say(fill(words.said.auditBroken, { region, n: faults.length }));
  for (const { what, stream, seq } of faults)
    say(fill(words.said.auditFault, { what: words.faults[what], stream, seq }));
}

async function* linesOf(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
