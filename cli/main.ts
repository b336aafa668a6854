import { Command, CommanderError } from "commander";
import { fill } from "../domain/words/fill.ts";
import { AlreadyRunning } from "../server/database.ts";
import type { CliWords } from "./words.ts";
import { ScannerUnclear } from "../server/gateways/scanning/scanner.ts";
import { PlainWays } from "../server/gateways/tls/plain-ways.ts";
import { NoNetwork } from "../server/http/guards/desk-from.ts";
import { AppIsOwner, WitnessKeyMissing } from "../server/main.ts";
import { addBarred } from "./barred.ts";
import { addPublished } from "./publication/published.ts";
import { addBackup } from "./backup.ts";
import { addDrill } from "./drill/command.ts";
import { addDue } from "./due.ts";
import { environment } from "./env.ts";
import { addFound } from "./found.ts";
import { addSeats } from "./seats.ts";
import { addSettings } from "./settings.ts";
import { Exit, exitCodes } from "./exit.ts";
import { addKeys } from "./keys/command.ts";
import { addImport } from "./import.ts";
import { addDemo } from "./life/command.ts";
import { addPack } from "./packs/pack.ts";
import { addCase } from "./rebuild/case.ts";
import { addRebuild } from "./rebuild/command.ts";
import { statesAmiss } from "./rebuild/amiss.ts";
import { addReplay } from "./replay.ts";
import { mention } from "./say.ts";
import { addServe } from "./serve.ts";
import { addSetup } from "./setup.ts";
import { addAudit } from "./trust/audit.ts";
import { addWitness } from "./trust/witness.ts";
import { packWords } from "./packs/words.ts";
import { PackChanged } from "../server/record/pack-text.ts";
import { trustWords } from "./trust/words.ts";
import { speak } from "./words.ts";

const { words, argv } = speak(process.argv, environment.lang);
const titles: Readonly<Record<string, string>> = words.titles;

const program = new Command("huiyin").description(words.about).option("--lang <lang>", words.lang);
for (const add of [
  addServe,
  addSetup,
  addFound,
  addDemo,
  addSettings,
  addSeats,
  addDue,
  addImport,
  addBarred,
  addPublished,
  addReplay,
  addPack,
  addCase,
  addRebuild,
  addAudit,
  addWitness,
  addBackup,
  addDrill,
  addKeys,
])
  add(program, words);
for (const command of [program, ...program.commands, ...program.commands.flatMap((group) => group.commands)]) {
  command
    .exitOverride()
    .showHelpAfterError()
    .helpOption("-h, --help", words.help)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        description + (typeof defaultValue === "string" ? fill(words.defaults, { value: defaultValue }) : ""),
    });
  if (command.commands.length > 0) command.helpCommand("help [command]", words.help);
}

try {
  await program.parseAsync(argv);
} catch (error) {
  process.exitCode = tell(error);
}

/** Every way to fail ends in one sentence and a number. */
function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof Exit) {
    mention(error.message);
    return error.code;
  }
  if (error instanceof AlreadyRunning) {
    mention(fill(words.errors.running, { ...error.resident }));
    return exitCodes.environment;
  }
  const unset = settingAmiss(error, words) ?? statesAmiss(error, words);
  if (unset !== null) {
    mention(unset);
    return exitCodes.environment;
  }
  const detail = error instanceof Error ? error.message : String(error);
  const noDatabase = error instanceof Error && "code" in error && /^(ECONN|ENOTFOUND|28|3D)/.test(String(error.code));
  mention(fill(noDatabase ? words.errors.database : words.errors.other, { detail }));
  if (!noDatabase && error instanceof Error && environment.debug) mention(error.stack ?? "");
  return noDatabase ? exitCodes.environment : exitCodes.failed;
}

/** A setting with which the house cannot be opened, in words; null for every other error. */
function settingAmiss(error: unknown, words: CliWords): string | null {
  const { witnessKeyMissing, appIsOwner, scannerUnclear, plainWays, noNetwork } = trustWords(words.language).errors;
  if (error instanceof PlainWays) return fill(plainWays, { settings: error.settings });
  if (error instanceof NoNetwork) return fill(noNetwork, { text: error.message });
  if (error instanceof AppIsOwner) return appIsOwner;
  if (error instanceof ScannerUnclear) return scannerUnclear;
  if (error instanceof PackChanged) {
    const { pack, region } = error;
    return fill(packWords(words.language).errors.packChanged, { pack, region });
  }
  return error instanceof WitnessKeyMissing ? witnessKeyMissing : null;
}
