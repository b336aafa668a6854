import { publicFields } from "../../../domain/barring/decisions.ts";
import type { BarredKind } from "../../../domain/barring/kinds.ts";
import type { House } from "../../house.ts";
import { readCase, readEvents } from "../../store/case/load.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { standingPublications } from "../../store/case/publication.ts";
import { loadWorld, type World } from "../../store/world.ts";
import { packOf } from "../perform.ts";
import { openPetitioner } from "../petitioner.ts";
import { bodyNumbers } from "./bodies.ts";
import { plannedOf } from "./planned.ts";
import { heldBy, publicPlaces } from "./public-words.ts";

/** A published answer in which something tells who somebody is, by what is known of barring and of the case today. */
export interface PublishedDoubt {
  readonly number: string;
  readonly matterId: string;
  /** What is barred without asking, and stands in the open. */
  readonly certain: readonly BarredKind[];
  /** What nobody has decided on, and stands in the open. */
  readonly open: readonly BarredKind[];
}

/** Looks at every answer that stands before the public again, as if it were to be published now; changes nothing. */
export async function recheckPublications(
  house: House,
  region: string,
): Promise<{ readonly looked: number; readonly doubts: readonly PublishedDoubt[] }> {
  const world = await loadWorld(house.db, region, house);
  const rows = await standingPublications(house.db, region);
  const doubts: PublishedDoubt[] = [];
  for (const row of rows) {
    const doubt = await doubtIn(house, world, row);
    if (doubt) doubts.push(doubt);
  }
  return { looked: rows.length, doubts };
}

type Row = Awaited<ReturnType<typeof standingPublications>>[number];

async function doubtIn(house: House, world: World, row: Row): Promise<PublishedDoubt | null> {
  const region = world.region.id;
  const stored = await readCase(house.db, house.keys, region, row.case_id);
  if (!stored) return null;
  const { kase, title, number } = stored;
  const events = await readEvents(house.db, house.keys, region, kase.id);
  const pack = packOf(house, kase, world);
  const [planned] = await plannedOf(house.db, house, { kase, title, pack, world }, [row.matter_id]);
  const petitioner = await readPetitioner(house.db, region, kase.id);
  if (!planned || !petitioner) return null;
  const last = events.findLast((event) => event.type === "published" && event.data.matterId === row.matter_id);
  const decided = (last?.type === "published" && last.data.barring) || [];
  const left = new Set(
    decided.filter(({ bar }) => !bar).map(({ field, from, to }) => planned.texts[field].slice(from, to)),
  );
  const places = publicPlaces(row, heldBy(openPetitioner(house.keys, petitioner.sealed)), bodyNumbers(world));
  const found = publicFields.flatMap((field) =>
    places[field].map((place) => ({ ...place, passage: row[field].slice(place.from, place.to) })),
  );
  const certain = found.filter((place) => place.certain);
  const open = found.filter((place) => !place.certain && !left.has(place.passage));
  if (certain.length + open.length === 0) return null;
  const kinds = (found: readonly { readonly kind: string }[]) => [
    ...new Set(found.map(({ kind }) => kind as BarredKind)),
  ];
  return { number, matterId: row.matter_id, certain: kinds(certain), open: kinds(open) };
}
