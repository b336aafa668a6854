/**
 * The key under which a served notice is remembered: the only place that makes one. Some notices fall due again, as
 * after a second answer: from the second time on the key carries how often there was one before.
 */
export function servedKey(notice: string, legId: string | null, before: number): string {
  const key = `${notice}/${legId ?? "case"}`;
  return before === 0 ? key : `${key}#${before}`;
}

/** How often a notice was served on a leg, by the keys that are remembered. */
export function timesServed(served: readonly string[], notice: string, legId: string | null): number {
  const key = servedKey(notice, legId, 0);
  return served.filter((other) => other === key || other.startsWith(`${key}#`)).length;
}
