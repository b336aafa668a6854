import { citiesUnder } from "../demo/cities.ts";
import { demoPassword } from "../demo/founding.ts";
import { placesOf } from "../demo/places/places.ts";
import { fill } from "../domain/words/fill.ts";
import { nationalYears } from "../packs/holidays/national.gen.ts";
import { packs } from "../packs/index.ts";
import type { Founding } from "../server/actions/office/found-region.ts";
import { readConfig } from "../server/config.ts";
import { type Books, type OpenHouse, openHouse } from "../server/main.ts";
import { regionsOfEarlierForm, StatesOfEarlierProgram } from "../server/record/rebuilding/forms.ts";
import { regionIds } from "../server/store/office/regions.ts";
import { environment, usage } from "./exit.ts";
import { served } from "./packs/outside/served.ts";
import type { CliWords } from "./words.ts";

/** The regulations of this installation, those from outside the program among them, and the calendars that come with it. */
export const books: Books = {
  get packs() {
    return served().packs;
  },
  years: nationalYears,
};

/** The cities that a newcomer finds: one for each regulation that has one. */
export const demoCities = citiesUnder(packs);
export const demos: readonly Founding[] = demoCities.map((city) => ({
  ...city,
  settings: { ...placesOf(city.region), ...city.settings, demo: true, secondFactor: "optional" },
  password: demoPassword,
}));

/**
 * Does something in the house and closes it again, whatever comes of it. States of cases that an earlier program wrote are
 * not read: `StatesOfEarlierProgram`, unless `anyForm` says that the work does not read them, or makes them anew.
 */
export async function inHouse<T>(
  work: (open: OpenHouse) => Promise<T>,
  { anyForm = false }: { readonly anyForm?: boolean } = {},
): Promise<T> {
  const open = await openHouse(readConfig(), books, "command");
  try {
    const earlier = await regionsOfEarlierForm(open.house);
    if (earlier.length > 0 && !anyForm) throw new StatesOfEarlierProgram(earlier);
    return await work(open);
  } finally {
    await open.close();
  }
}

/** The region that was named, or the only one. */
export async function regionOf(open: OpenHouse, named: string | undefined, words: CliWords): Promise<string> {
  const regions = await regionIds(open.house.db);
  const [only] = regions;
  if (only === undefined) throw environment(words.errors.noRegion);
  if (named !== undefined) {
    if (!regions.includes(named)) throw usage(fill(words.errors.unknownRegion, { region: named, regions }));
    return named;
  }
  if (regions.length > 1) throw usage(fill(words.errors.manyRegions, { regions }));
  return only;
}
