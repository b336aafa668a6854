import type { Command } from "commander";
import { z } from "zod";
import { regionSettings } from "./city-file.ts";
import { dayOf } from "../domain/calendar/plain-date.ts";
import { packInForce } from "../domain/rules/in-force.ts";
import type { Pack } from "../domain/rules/pack.ts";
import { fill } from "../domain/words/fill.ts";
import { changeSetting } from "../server/actions/office/change-setting.ts";
import { loadWorld } from "../server/store/world.ts";
import { usage } from "./exit.ts";
import { issueWords } from "./found.ts";
import { inHouse, regionOf } from "./house.ts";
import { mention, report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface SettingOptions {
  readonly region?: string;
  readonly json?: boolean;
}

const keys = regionSettings.keyof().options;

/** `settings show` and `settings set`: what a region decides for itself. */
export function addSettings(program: Command, words: CliWords): void {
  const settings = program.command("settings").description(words.commands.settings);
  settings
    .command("show")
    .description(words.commands.settingsShow)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((options: SettingOptions) =>
      inHouse(async (open) => {
        const region = await regionOf(open, options.region, words);
        show((await loadWorld(open.house.db, region, open.house)).region.settings, options);
      }),
    );
  settings
    .command("set <key> <value>")
    .description(fill(words.commands.settingsSet, { keys }))
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((key: string, value: string, options: SettingOptions) =>
      inHouse(async (open) => {
        const region = await regionOf(open, options.region, words);
        const world = await loadWorld(open.house.db, region, open.house);
        const pack = packInForce(open.house.packs, world.region.jurisdiction, dayOf(open.house.now()));
        const [name, given] = checked(key, value, pack, words);
        show(await changeSetting(open.house, region, name, given as never), options);
      }),
    );
}

function show(settings: object, { json }: SettingOptions): void {
  if (json) report(settings);
  else for (const [key, value] of Object.entries(settings)) say(`${key}  ${JSON.stringify(value)}`);
}

function checked(key: string, text: string, pack: Pack | null, words: CliWords) {
  const name = keys.find((known) => known === key);
  if (!name) throw usage(fill(words.errors.unknownSetting, { key, keys }));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw usage(fill(words.errors.notJson, { file: key, detail: (error as Error).message }));
  }
  if (value === null) return [name, null] as const;
  z.config(words.language === "en" ? z.locales.en() : z.locales.zhCN());
  const parsed = regionSettings.safeParse({ [name]: value });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) mention(issueWords(issue, words));
    throw usage(fill(words.errors.badSetting, { key }));
  }
  const known = switchable(pack);
  const unknown = (parsed.data.noticesOff ?? []).filter((id) => !known.includes(id));
  if (unknown.length > 0) throw usage(fill(words.errors.unknownNotice, { ids: unknown, known }));
  return [name, parsed.data[name]] as const;
}

/** What the regulation in force leaves to the region to switch off. */
function switchable(pack: Pack | null): readonly string[] {
  if (!pack) return [];
  const notices = pack.notices.filter((notice) => notice.switchable).map(({ id }) => id);
  return [...notices, ...pack.grounds.filter((ground) => ground.notice === "switchable").map(({ id }) => id)];
}
