import { type Street, streetsLike } from "../../../../domain/office/streets.ts";
import type { OrgId } from "../../../../domain/office/org.ts";
import type { Draft } from "../../../../portal/pages/filing/draft.ts";
import { zh } from "../../../../portal/words/zh.ts";
import type { StreetOption } from "../../../../portal/pages/filing/place-fields.tsx";
import type { World } from "../../../store/world.ts";
import { orgName } from "../../views/duty-view.ts";

/** The streets of a region as the form offers them. */
export function streetOptions(world: World, streets: readonly Street[]): readonly StreetOption[] {
  return streets.map(({ name, area, initials }) => ({ value: name, area: orgName(world, area), initials }));
}

export function streetsOf(world: World): readonly Street[] {
  return (world.region.settings.streets ?? []).map((street) => ({
    ...street,
    area: street.area as OrgId,
    at: street.at ?? null,
  }));
}

/** Streets that were meant, when what was typed fits several. */
export function streetsToPick(draft: Draft, world: World): readonly Street[] {
  const like = streetsLike(streetsOf(world), draft.street, areaOf(draft));
  return like.length > 1 ? like : [];
}

/** What was typed for a street as the street that it means, with its area; words that mean none stay as they are. */
export function withStreet(draft: Draft, world: World, picked: string | undefined): Draft {
  const streets = streetsOf(world);
  if (draft.street.trim() === "" || streets.length === 0) return draft;
  if (picked === "own") {
    return { ...draft, street: "", place: `${draft.street.trim()} ${draft.place.trim()}`.trim() };
  }
  const like = streetsLike(streets, picked || draft.street, areaOf(draft));
  const [street] = like;
  return like.length === 1 && street ? { ...draft, street: street.name, area: draft.area || street.area } : draft;
}

/** Where it happened, in words, below the area. */
export function placeWords(draft: Draft): string {
  return [draft.street.trim(), draft.place.trim()].filter(Boolean).join(" ");
}

/** The whole place as the check page repeats it. */
export function placeInWords(draft: Draft, world: World): string {
  const area = draft.area === "none" ? zh.filing.areaNone : orgName(world, draft.area as OrgId);
  return [area, placeWords(draft)].filter(Boolean).join(" ");
}

function areaOf(draft: Draft): string {
  return draft.area === "none" ? "" : draft.area;
}
