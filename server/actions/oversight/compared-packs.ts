import { diffWords as w } from "../../../domain/words/pack-diff.ts";
import { workbook } from "../../gateways/sheets/workbook.ts";

interface Compared {
  readonly before: { readonly title: string };
  readonly after: { readonly title: string };
  readonly chapters: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly is: keyof typeof w.kinds;
      readonly before: string | null;
      readonly after: string | null;
    }[];
  }[];
}

/** A comparison of two regulations as a workbook: a row for each rule, both sides beside each other. */
export function comparisonBook({ before, after, chapters }: Compared): Promise<Buffer> {
  return workbook([
    {
      name: w.sheet,
      header: [w.columns.chapter, w.columns.kind, before.title, after.title],
      rows: chapters.flatMap(({ title, rows }) =>
        rows.map((row) => [title, w.kinds[row.is], row.before ?? "", row.after ?? ""]),
      ),
    },
  ]);
}
