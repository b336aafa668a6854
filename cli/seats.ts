import type { Command } from "commander";
import { dayOf } from "../domain/calendar/plain-date.ts";
import { holdersOf, seats } from "../domain/office/seats.ts";
import { fill } from "../domain/words/fill.ts";
import { takeEmptySeat } from "../server/actions/office/take-empty-seat.ts";
import { loadWorld } from "../server/store/world.ts";
import { failed, usage } from "./exit.ts";
import { inHouse, regionOf } from "./house.ts";
import { report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface SeatOptions {
  readonly login: string;
  readonly org: string;
  readonly region?: string;
  readonly json?: boolean;
}

/** `seats show` and `seats give`: the three who keep the platform, where the desk has nobody who could give a seat. */
export function addSeats(program: Command, words: CliWords): void {
  const group = program.command("seats").description(words.commands.seats);
  group
    .command("show")
    .description(words.commands.seatsShow)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((options: { readonly region?: string; readonly json?: boolean }) =>
      inHouse(async (open) => {
        const region = await regionOf(open, options.region, words);
        const world = await loadWorld(open.house.db, region, open.house);
        const today = dayOf(open.house.now());
        const named = seats.map((seat) => [
          seat,
          holdersOf(world.office, seat, today).map((id) => world.people.get(id) ?? ""),
        ]);
        if (options.json) report(Object.fromEntries(named));
        else for (const [seat, names] of named) say(`${seat as string}  ${(names as string[]).join("、") || "–"}`);
      }),
    );
  group
    .command("give <seat>")
    .description(words.commands.seatsGive)
    .requiredOption("--login <login>", words.options.login)
    .requiredOption("--org <id>", words.options.org)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((seat: string, options: SeatOptions) => give(seat, options, words));
}

function give(name: string, options: SeatOptions, words: CliWords): Promise<void> {
  const seat = seats.find((known) => known === name);
  if (!seat) throw usage(fill(words.errors.unknownPost, { post: name, posts: seats }));
  return inHouse(async (open) => {
    const region = await regionOf(open, options.region, words);
    const { login, org } = options;
    const outcome = await takeEmptySeat(open.house, region, { seat, login, orgId: org });
    if (outcome === "noOrg") throw usage(fill(words.errors.unknownOrg, { org }));
    if (outcome === "noLogin") throw usage(fill(words.errors.unknownLogin, { login }));
    if (outcome !== "done") throw failed(fill(words.errors[outcome], { login, seat }));
    if (options.json) report({ seat, login, org });
    else say(fill(words.said.seatGiven, { seat, login }));
  });
}
