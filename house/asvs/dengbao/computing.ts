import type { Chapter } from "../requirement.ts";
import { data } from "./data.ts";
import { persons } from "./persons.ts";
import { sections } from "./words.ts";

const rows = [...persons, ...data];

/** What an application answers for; machines, networks and premises are the operator's. */
export const computing: readonly Chapter[] = Object.entries(sections).map(([id, title]) => ({
  id,
  title,
  rows: rows.filter((own) => own.id.replace(/[a-g]$/, "") === id),
}));
