/** Clause ids between brackets in the name of a test, `[FZ-8.2-1 FZ-9-3]`. */
export function namedClauses(name: string): readonly string[] {
  const lists = [...name.matchAll(/\[([^\]]+)\]/g)].map((found) => found[1] ?? "");
  return [...new Set(lists.flatMap((list) => list.match(/[A-Z][A-Z0-9]*-[0-9][A-Za-z0-9.-]*/g) ?? []))];
}
