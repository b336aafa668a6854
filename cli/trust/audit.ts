import { createWriteStream, existsSync, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { fill } from "../../domain/words/fill.ts";
import { type LogReport, verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { exportLog } from "../../server/actions/trust/export-log.ts";
import { handOver, WitnessRefused } from "../../server/actions/trust/hand-over.ts";
import { HistoryDiffers, logKey } from "../../server/record/trust/head.ts";
import { writeCheckpoint } from "../../server/actions/trust/write-checkpoint.ts";
import { formatVerifierKey } from "../../server/gateways/tlog/note.ts";
import { httpWitness } from "../../server/gateways/tlog/witness-client.ts";
import type { OpenHouse } from "../../server/main.ts";
import { sm2KeyOf } from "../../server/store/trust/sm2-key.ts";
import { regionIds } from "../../server/store/office/regions.ts";
import { exitCodes, failed, usage } from "../exit.ts";
import { inHouse, regionOf } from "../house.ts";
import { mention, report, say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { readKey } from "./witness.ts";
import { type TrustWords, trustWords } from "./words.ts";

interface AuditOptions {
  readonly region?: string;
  readonly json?: boolean;
}

const eventsPerMention = 100_000;

/** `audit verify`, `audit export`, `audit checkpoint`, `audit key`: whether the log is what it was, and proof of it. */
export function addAudit(program: Command, cli: CliWords): void {
  const words = trustWords(cli.language);
  const audit = program.command("audit").description(cli.commands.audit);
  audit
    .command("verify")
    .description(cli.commands.auditVerify)
    .option("--region <id>", cli.options.region)
    .option("--json", cli.json)
    .action((options: AuditOptions) => inHouse((open) => verify(open, options, cli, words)));
  audit
    .command("export <file>")
    .description(cli.commands.auditExport)
    .option("--region <id>", cli.options.region)
    .action((file: string, options: AuditOptions) => {
      if (existsSync(file)) throw usage(fill(cli.errors.exists, { file }));
      return inHouse(async (open) => {
        const region = await regionOf(open, options.region, cli);
        await pipeline(Readable.from(linesOf(exportLog(open.house, region))), createWriteStream(file, { flags: "wx" }));
        say(fill(cli.said.exported, { file }));
      });
    });
  audit
    .command("checkpoint")
    .description(words.commands.checkpoint)
    .option("--region <id>", cli.options.region)
    .option("--to <place>", words.options.to)
    .option("--witness-key <key>", words.options.witnessKey)
    .action((options: CheckpointOptions) => inHouse((open) => checkpoint(open, options, cli, words)));
  audit
    .command("key")
    .description(words.commands.key)
    .action(() =>
      inHouse(async ({ house }) => {
        for (const region of await regionIds(house.db)) {
          say(fill(words.said.key, { region, key: formatVerifierKey(logKey(house, region)) }));
        }
        say(words.said.publicKey);
        say(house.keys.publicKey.trim());
        await saySm2Key(house, words);
      }),
    );
}

/** The key of the second signature, where a region's days are signed with it or will be. */
async function saySm2Key(house: OpenHouse["house"], words: TrustWords): Promise<void> {
  const regions = await regionIds(house.db);
  const begun = await Promise.all(regions.map((region) => sm2KeyOf(house.db, region)));
  if (house.keys.suite !== "sm" && begun.every((key) => key === null)) return;
  const { print, publicKey } = house.keys.sm2;
  say(fill(words.said.sm2PublicKey, { print }));
  say(publicKey.trim());
}

async function regionsOf(open: OpenHouse, named: string | undefined, cli: CliWords): Promise<readonly string[]> {
  return named === undefined ? regionIds(open.house.db) : [await regionOf(open, named, cli)];
}

async function verify(open: OpenHouse, options: AuditOptions, cli: CliWords, words: TrustWords): Promise<void> {
  for (const region of await regionsOf(open, options.region, cli)) {
    let said = 0;
    const result = await verifyLog(open.house, region, (n) => {
      if (n - said < eventsPerMention) return;
      said = n;
      mention(fill(cli.progress.verify, { n }));
    });
    if (options.json) report(result);
    else tellReport(result, words);
    if (result.faults.length > 0) process.exitCode = exitCodes.failed;
  }
}

/** What was found in a log, in sentences. */
export function tellReport(result: LogReport, words: TrustWords): void {
  const { region, faults, more, coveredUntil, notVouched, sm2Signed, witness } = result;
  const { said } = words;
  say(faults.length === 0 ? fill(said.fine, { ...result }) : fill(said.broken, { region, n: faults.length + more }));
  for (const { what, stream, seq, expected, found } of faults) {
    const where = seq === null ? stream : `${stream} ${seq}`;
    say(fill(said.fault, { what: words.faults[what], code: what, where }));
    if (expected !== null || found !== null) {
      say(fill(said.expected, { expected: expected ?? said.nothing }));
      say(fill(said.found, { found: found ?? said.nothing }));
    }
  }
  if (more > 0) say(fill(said.more, { n: more }));
  say(coveredUntil === null ? said.uncovered : fill(said.covered, { until: coveredUntil, cosigned: result.cosigned }));
  const wrong = faults.some((one) => one.what === "sm2SignatureWrong" || one.what === "sm2SignatureMissing");
  if (wrong || sm2Signed > 0) say(fill(wrong ? said.sm2SomeSigned : said.sm2Signed, { n: sm2Signed }));
  if (notVouched > 0) say(fill(said.notVouched, { n: notVouched }));
  if (witness === "agrees") say(said.witnessAgrees);
  if (witness === "silent") say(said.witnessSilent);
  if (witness === "signedNothing") say(said.witnessSignedNothing);
}

interface CheckpointOptions {
  readonly region?: string;
  readonly to?: string;
  readonly witnessKey?: string;
}

async function checkpoint(
  open: OpenHouse,
  { region: named, to, witnessKey }: CheckpointOptions,
  cli: CliWords,
  words: TrustWords,
): Promise<void> {
  const { house } = open;
  for (const region of await regionsOf(open, named, cli)) {
    const head = await writeCheckpoint(house, region).catch((error: unknown) => refused(error, words));
    if (!head) {
      say(fill(words.said.noEntries, { region }));
      continue;
    }
    if (to === undefined) say(head.note.trimEnd());
    else if (/^https?:/.test(to)) await toWitness(open, region, to, witnessKey, words);
    else {
      // C2SP notes know no SM2: the second signature lies in a file of its own beside the note.
      const second = `${to}.sm2`;
      for (const file of [to, second]) if (existsSync(file)) throw usage(fill(cli.errors.exists, { file }));
      writeFileSync(to, head.note, { flag: "wx" });
      say(fill(words.said.checkpointTo, { region, size: head.size, to }));
      if (head.sm2_signature === null) continue;
      writeFileSync(second, head.sm2_signature, { flag: "wx" });
      say(fill(words.said.sm2CheckpointTo, { region, to: second }));
    }
  }
}

async function toWitness(
  { house }: OpenHouse,
  region: string,
  url: string,
  key: string | undefined,
  words: TrustWords,
): Promise<void> {
  const set = house.anchors?.witness ?? null;
  const known = key === undefined ? set?.key : readKey(key, words.errors.wrongKey);
  if (!known) throw usage(words.errors.witnessKeyMissing);
  const witness = httpWitness(url, known);
  const size = await handOver(house, region, witness).catch((error: unknown) => refused(error, words));
  say(fill(words.said.cosigned, { region, witness: known.name, size: size ?? 0 }));
}

/** Why no head was signed, in a sentence. */
function refused(error: unknown, words: TrustWords): never {
  if (error instanceof HistoryDiffers) {
    throw failed(fill(words.errors.history, { what: words.faults[error.what], detail: error.message }));
  }
  if (error instanceof WitnessRefused) throw failed(fill(words.errors.refused, { detail: error.message }));
  throw error;
}

async function* linesOf(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
