import { demoPassword } from "../../../demo/founding.ts";
import { exampleCity } from "../../../demo/example-city.ts";
import type { CalendarYear } from "../../../domain/calendar/work-calendar.ts";
import { differences } from "../../../domain/rules/diff.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { sayDifferences } from "../../../domain/words/pack-diff.ts";
import { amendPack } from "../../../server/actions/regulations/keep-texts.ts";
import type { Config } from "../../../server/config.ts";
import { openHouse, type Running, startServer } from "../../../server/main.ts";
import type { CliWords } from "../../words.ts";
import { faultLines } from "../gate.ts";
import { readGiven } from "../outside/read.ts";
import { servedOf } from "../outside/served.ts";

/** What came of reading the files again. */
export type Tried =
  | { readonly is: "faults"; readonly lines: readonly string[]; readonly goesOn: boolean }
  | { readonly is: "same" }
  | { readonly is: "begun"; readonly pack: Pack; readonly url: string; readonly logins: readonly string[] }
  | { readonly is: "changed"; readonly url: string; readonly says: readonly string[] };

interface Settings {
  /** A file, a folder of parts, or a folder of regulations: the last of them is tried. */
  readonly path: string;
  readonly config: Config;
  readonly years: readonly CalendarYear[];
  readonly words: CliWords;
  /** Why a changed text binds the cases of the scratch city, for its log. */
  readonly why: string;
}

/** A scratch city that works by a regulation in files, and by the changed one as soon as that is sound. */
export class Trial {
  readonly #settings: Settings;
  #running: Running | null = null;
  #pack: Pack | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Reads the files and, where they are sound and say something else than before, lets the city work by them. */
  async read(): Promise<Tried> {
    const { path, years, words } = this.#settings;
    const read = servedOf(readGiven(path));
    const own = read.packs.filter(({ outside }) => outside);
    const lines = faultLines(own, read.packs, years, words, read);
    const pack = own.at(-1);
    if (lines.length > 0 || !pack) return { is: "faults", lines, goesOn: this.#running !== null };
    const before = this.#pack;
    if (before?.sha256 === pack.sha256) return { is: "same" };
    await this.#workBy(pack, read.packs);
    if (!before) return this.#begun(pack);
    const says = sayDifferences(differences(before, pack), before, pack);
    return {
      is: "changed",
      url: this.#url(),
      says: says.flatMap(({ title, lines: of }) => [title, ...of.map((line) => `- ${line}`)]),
    };
  }

  async close(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  async #workBy(pack: Pack, packs: readonly Pack[]): Promise<void> {
    const { config, years, why } = this.#settings;
    const city = exampleCity(pack);
    if (this.#running) {
      // While the old server still runs the database is up, and the change is written down before anybody serves by it.
      const open = await openHouse(config, { packs, years }, "command");
      try {
        await amendPack(open.house, city.region, pack, why);
      } finally {
        await open.close();
      }
    }
    await this.close();
    const settings = { demo: true, secondFactor: "optional" as const };
    const founding = { ...city, settings, password: demoPassword };
    this.#running = await startServer(config, { packs, years, demos: [founding], life: null });
    this.#pack = pack;
  }

  #begun(pack: Pack): Tried {
    const logins = exampleCity(pack).people.map(({ login, name }) => `${login.padEnd(34)} ${name}`);
    return { is: "begun", pack, url: this.#url(), logins };
  }

  #url(): string {
    return (this.#running?.url ?? "").replace("127.0.0.1", "localhost");
  }
}
