import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { Command } from "commander";
import { fill } from "../../domain/words/fill.ts";
import { formatVerifierKey, NotANote, parseVerifierKey, type VerifierKey } from "../../server/gateways/tlog/note.ts";
import { openWitnessBook } from "../../server/gateways/tlog/witness-book.ts";
import { witnessService } from "../../server/gateways/tlog/witness-service.ts";
import { usage } from "../exit.ts";
import { say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { trustWords } from "./words.ts";

interface WitnessOptions {
  readonly state: string;
  readonly name: string;
  readonly log?: readonly string[];
  readonly host: string;
  readonly port: string;
}

/** `witness serve` and `witness key`: for who runs a witness; nothing of the city's own is opened. */
export function addWitness(program: Command, cli: CliWords): void {
  const words = trustWords(cli.language);
  const { commands, options } = words;
  const witness = program.command("witness").description(commands.witness);
  const seconds = () => Math.floor(Date.now() / 1000);
  witness
    .command("serve")
    .description(commands.witnessServe)
    .requiredOption("--name <name>", options.witnessName)
    .requiredOption("--log <key...>", options.log)
    .option("--state <folder>", options.state, "witness")
    .option("--host <host>", options.host, "127.0.0.1")
    .option("--port <port>", options.port, "3100")
    .action(async ({ state, name, log = [], host, port }: WitnessOptions) => {
      const keys = log.map((text) => readKey(text, words.errors.wrongKey));
      const book = openWitnessBook(resolve(state), name, keys, seconds);
      const server = witnessService(book);
      await new Promise<void>((done, failed) => server.once("error", failed).listen(Number(port), host, done));
      const { port: real } = server.address() as AddressInfo;
      say(fill(words.said.witnessReady, { url: `http://${host}:${real}`, key: formatVerifierKey(book.key) }));
      await new Promise<void>((stop) => {
        for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop());
      });
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    });
  witness
    .command("key")
    .description(commands.witnessKey)
    .requiredOption("--name <name>", options.witnessName)
    .option("--state <folder>", options.state, "witness")
    .action(({ state, name }: WitnessOptions) => {
      say(formatVerifierKey(openWitnessBook(resolve(state), name, [], seconds).key));
    });
}

/** A verifier key as it was handed over, or a sentence that says that it is none. */
export function readKey(text: string, wrong: string): VerifierKey {
  try {
    return parseVerifierKey(text);
  } catch (error) {
    if (error instanceof NotANote) throw usage(fill(wrong, { key: text }));
    throw error;
  }
}
