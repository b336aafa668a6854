import type { Command } from "commander";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { noChain } from "../../domain/case/context.ts";
import { lawfulActs } from "../../domain/case/lawful.ts";
import { isSealed, sightOf } from "../../domain/case/sight.ts";
import { dutiesOf } from "../../domain/case/timeline.ts";
import type { Duty } from "../../domain/duty/duty.ts";
import { explain } from "../../domain/duty/explain.ts";
import type { OrgId, PersonId, Post } from "../../domain/office/org.ts";
import { clauseOf } from "../../domain/rules/look-up.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { catalogue } from "../../domain/words/catalogue.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { termWords } from "../../domain/words/entry-words.ts";
import { fill } from "../../domain/words/fill.ts";
import { momentWords } from "../../domain/words/moment-words.ts";
import type { House } from "../../server/house.ts";
import { timeline } from "../../server/http/views/timeline-view.ts";
import { packOf } from "../../server/record/perform.ts";
import { openPetitioner } from "../../server/record/petitioner.ts";
import { bodyNumbers } from "../../server/record/publication/bodies.ts";
import { withoutPersons } from "../../server/record/publication/list-title.ts";
import { caseIdOfNumber, readCase, readEvents } from "../../server/store/case/load.ts";
import { readPetitioner } from "../../server/store/case/petitioner.ts";
import { logAccess } from "../../server/store/oversight/access-log.ts";
import { loadWorld, type World } from "../../server/store/world.ts";
import { dayWords } from "../due.ts";
import { failed } from "../exit.ts";
import { inHouse, regionOf } from "../house.ts";
import { say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { type RebuildWords, rebuildWords } from "./words.ts";

/** `case`: everything about a case that explains how it stands, without anybody's data. */
export function addCase(program: Command, cli: CliWords): void {
  const words = rebuildWords(cli.language);
  program
    .command("case <number>")
    .description(words.commands.case)
    .option("--region <id>", cli.options.region)
    .action((number: string, { region }: { readonly region?: string }) =>
      inHouse(async (open) => showCase(open.house, await regionOf(open, region, cli), number.trim(), cli, words)),
    );
}

/** What the parts of the output are told from. */
interface Shown {
  readonly kase: Case;
  readonly pack: Pack;
  readonly world: World;
  readonly now: Instant;
  readonly cli: CliWords;
  readonly words: RebuildWords["case"];
}

async function showCase(
  house: House,
  region: string,
  number: string,
  cli: CliWords,
  { case: words, errors }: RebuildWords,
): Promise<void> {
  const id = await caseIdOfNumber(house.db, region, number);
  const stored = id === null ? null : await readCase(house.db, house.keys, region, id);
  if (!stored) throw failed(fill(errors.noCase, { number }));
  const { kase } = stored;
  const world = await loadWorld(house.db, region, house);
  const shown: Shown = { kase, pack: packOf(house, kase, world), world, now: house.now(), cli, words };
  const { pack } = shown;
  const sealed = isSealed(kase, pack);
  const facts = { stage: catalogue(pack).caseStages[kase.stage], pack: pack.id, received: shortTime(kase.receivedAt) };
  say(fill(words.head, { number, title: stored.title }));
  say(fill(words.state, facts));
  if (sealed) {
    say(words.sealed);
    const reading = { id: house.newId(), at: house.now(), personId: null, orgId: null } as const;
    await logAccess(house.db, region, { ...reading, what: "openSealed", caseId: kase.id, reason: "huiyin case" });
  }
  const row = await readPetitioner(house.db, region, kase.id);
  const person = row ? openPetitioner(house.keys, row.sealed) : null;
  const masked = (text: string) => (person ? withoutPersons(text, person, bodyNumbers(world)) : text);
  say(words.events);
  const events = await readEvents(house.db, house.keys, region, kase.id);
  for (const event of timeline(events, kase, pack, world, sealed ? "timings" : "all").toReversed()) {
    const { seq, at, text, who } = event;
    say(fill(words.event, { seq, at: shortTime(at as Instant), text: masked(text).replaceAll("\n", " "), who }));
  }
  showDuties(shown);
  showOffered(shown);
}

function showDuties(shown: Shown): void {
  const { kase, pack, world, now, words } = shown;
  say(words.duties);
  const duties = dutiesOf(kase, { pack, calendar: world.calendar(now), office: world.office, now });
  if (duties.length === 0) say(words.none);
  for (const duty of duties) showDuty(duty, shown);
}

/** A duty, and its date counted out. */
function showDuty(duty: Duty, { pack, world, cli, words }: Shown): void {
  const why = explain(duty, pack);
  const owner = duty.owner === null ? "" : nameOf(world, duty.owner);
  const { due, dueAt, term } = why;
  const until = dueAt ? fill(words.dueAt, { due: shortTime(dueAt) }) : due ? fill(words.due, { due }) : words.noDue;
  say(fill(words.duty, { title: why.title, rule: duty.rule, owner, state: words.states[duty.state], due: until }));
  say(fill(words.clause, { ...why }));
  if (why.reconstructed) say(words.reconstructed);
  if (term === null) say(words.silent);
  else {
    const moment = momentWords(why.start, pack);
    say(fill(words.start, { date: why.startedOn, moment, term: termWords(term) }));
  }
  if (why.gap !== null) say(fill(words.gap, { year: why.gap }));
  if (why.extendedFrom) say(fill(words.extended, { date: why.extendedFrom }));
  if (why.paused) say(words.paused);
  for (const day of why.days) say(fill(words.day, { date: day.date, why: dayWords(day, cli) }));
  for (const { from, to, kind } of why.stretches) {
    say(fill(words.stretch, { from: shortTime(from), to: shortTime(to), kind: words.kinds[kind] }));
  }
}

/** What each post that sees the case may do now; what is closed, with the code and the clause of the refusal. */
function showOffered({ kase, pack, world, now, words }: Shown): void {
  say(words.offered);
  const names = catalogue(pack);
  const seats = new Map(sightOf(kase, pack, world.office).map((row) => [`${row.orgId}/${row.post}`, row]));
  for (const { orgId, post } of seats.values()) {
    const actor = {
      kind: "staff",
      personId: "nobody" as PersonId,
      orgId: orgId as OrgId,
      posts: [post as Post],
    } as const;
    const place = { now, actor, office: world.office, pack, calendar: world.calendar(now), chain: noChain };
    const acts = lawfulActs(kase, place).map((one) => {
      const formality = pack.formalities.find(({ id }) => id === one.formality);
      return { ...one, name: formality?.label ?? names.acts[one.act] };
    });
    const who = `${nameOf(world, orgId)}·${names.posts[post as Post]}`;
    const free = acts.filter(({ closed }) => closed === null).map(({ name }) => name);
    if (free.length > 0) say(fill(words.free, { who, acts: [...new Set(free)].join("、") }));
    for (const { name, closed } of acts) {
      if (closed === null) continue;
      const clause = closed.clause === null ? "" : `，${clauseOf(pack, closed.clause).article}`;
      say(fill(words.closed, { who, act: name, code: closed.code, clause }));
    }
  }
}

function nameOf(world: World, id: string): string {
  return world.office.orgs.get(id as OrgId)?.shortName ?? id;
}
