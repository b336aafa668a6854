import type { Pattern } from "./found.ts";

/** Whether the time that a pattern takes grows no faster than the text that it is tried on. */
export type Verdict = { readonly linear: true } | { readonly linear: false; readonly why: string };

/**
 * Proves a pattern linear by its automaton; where that is not possible (it looks around, or its automaton is too big) by
 * searching for a text on which it is slow. Nothing found is taken as linear.
 */
export async function prove({ source, flags }: Pick<Pattern, "source" | "flags">): Promise<Verdict> {
  const recheck = await import("recheck").catch(() => null);
  if (recheck === null)
    return { linear: false, why: "not looked at: the package recheck is not installed, run `npm ci`" };
  for (const checker of ["automaton", "fuzz"] as const) {
    // `d` says only where groups lie, and the checker does not know it.
    const found = await recheck.check(source, flags.replace("d", ""), { checker, timeout: 10_000 });
    if (found.status === "safe") return { linear: true };
    if (found.status === "vulnerable") {
      return { linear: false, why: `${found.complexity.summary}: ${found.attack.pattern}` };
    }
  }
  return { linear: false, why: "could not be decided" };
}
