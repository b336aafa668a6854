import { Command } from "commander";
import { vi } from "vitest";
import { addAudit } from "../../cli/trust/audit.ts";
import { addBackup } from "../../cli/backup.ts";
import { addDrill } from "../../cli/drill/command.ts";
import { addPublished } from "../../cli/publication/published.ts";
import { addDue } from "../../cli/due.ts";
import { Exit } from "../../cli/exit.ts";
import { addFound } from "../../cli/found.ts";
import { addImport } from "../../cli/import.ts";
import { addDemo } from "../../cli/life/command.ts";
import { addCase } from "../../cli/rebuild/case.ts";
import { addRebuild } from "../../cli/rebuild/command.ts";
import { addReplay } from "../../cli/replay.ts";
import { addSeats } from "../../cli/seats.ts";
import { addSettings } from "../../cli/settings.ts";
import { speak } from "../../cli/words.ts";

/** What a command has said, and the number that it ends with. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  /** The sentence of a refusal. */
  readonly sentence: string | null;
  /** The first line of the output as JSON. */
  readonly report: () => never;
}

/** Runs a command of the command line in this process, with these settings around it. */
export async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { words } = speak(["node", "huiyin"], "zh");
  const program = new Command("huiyin");
  for (const add of [
    addDue,
    addImport,
    addReplay,
    addRebuild,
    addCase,
    addAudit,
    addBackup,
    addDrill,
    addPublished,
    addFound,
    addSeats,
    addSettings,
    addDemo,
  ])
    add(program, words);
  let out = "";
  const heard = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const beside = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { exitCode } = process;
  process.exitCode = 0;
  let sentence: string | null = null;
  try {
    await program.parseAsync(["node", "huiyin", ...argv]);
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    sentence = error.message;
    process.exitCode = error.code;
  } finally {
    vi.unstubAllEnvs();
    heard.mockRestore();
    beside.mockRestore();
  }
  const code = Number(process.exitCode);
  process.exitCode = exitCode;
  return { code, out, sentence, report: () => JSON.parse(out.split("\n")[0] ?? "") as never };
}
