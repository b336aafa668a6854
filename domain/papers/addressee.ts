import { areaOf, bodiesAbove, bodyIn } from "../office/office.ts";
import type { Addressee } from "../rules/paper.ts";
import { type CaseFile, nameOf, unitsOf } from "./file.ts";

/** The names of those to whom a paper goes; empty while nobody is known. */
export function namesOf(to: Addressee, file: CaseFile): readonly string[] {
  switch (to) {
    case "petitioner":
      return file.petitioner ? [file.petitioner.name] : [];
    case "units":
      return unitsOf(file);
    case "petitionerAndUnits":
      return [...unitsOf(file), ...namesOf("petitioner", file)];
    case "superior": {
      const above = superior(file);
      return above === null ? [] : [above];
    }
  }
}

/** Who stands above the organ: the bureau of the area above, or the government of its own area. */
function superior({ office, maker }: CaseFile): string | null {
  const bureaus = bodiesAbove(office, maker.orgId, "petitionBureau").filter((org) => org.id !== maker.orgId);
  const own = areaOf(office, maker.orgId);
  const next = bureaus[0] ?? bodyIn(office, own.id, "governmentOffice");
  return next && next.id !== maker.orgId ? nameOf(office, next.id) : null;
}
