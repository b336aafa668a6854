import type { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Level, OrgKind } from "../domain/office/org.ts";
import type { DemoOrg } from "./founding.ts";

/** One body as a line of a table. */
export type Row = readonly [
  id: string,
  kind: OrgKind,
  name: string,
  shortName: string,
  initials: string,
  duties: string,
];

/** A node of the tree that groups the bodies of one level. */
export function area(id: string, parentId: string | null, level: Level, name: string, since: PlainDate): DemoOrg {
  return {
    id,
    parentId,
    kind: "area",
    level,
    name,
    shortName: name,
    initials: "",
    duties: "",
    phone: null,
    joinedOn: since,
  };
}

/** A body that works. */
export function body(
  parentId: string,
  level: Level,
  [id, kind, name, shortName, initials, duties]: Row,
  phone: string,
  joinedOn: PlainDate | null,
): DemoOrg {
  return { id, parentId, kind, level, name, shortName, initials, duties, phone, joinedOn };
}
