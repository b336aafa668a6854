import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { CaseView, FileView } from "../../../../portal/pages/case/case-view.ts";

interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly uploaded_at: string;
}

/** What the petitioner brought in the beginning, and what each supplement added to it. */
export function addedSince(
  events: readonly CaseEvent[],
  files: readonly StoredFile[],
): { readonly first: readonly FileView[]; readonly supplements: CaseView["supplements"] } {
  const own = files.filter((file) => file.purpose === "petitioner");
  const supplements: { at: CaseEvent["at"]; text: string; files: FileView[] }[] = [];
  const given = new Set<string>();
  for (const event of events) {
    if (event.type !== "supplemented") continue;
    // The files of a supplement are kept by the same act, at the same moment or just before it.
    const before = own.filter((file) => !given.has(file.id) && file.uploaded_at <= event.at);
    const taken = event.data.files > 0 ? before.slice(-event.data.files) : [];
    for (const file of taken) given.add(file.id);
    supplements.push({ at: event.at, text: event.data.text, files: taken.map(({ id, name }) => ({ id, name })) });
  }
  return { first: own.filter((file) => !given.has(file.id)).map(({ id, name }) => ({ id, name })), supplements };
}
