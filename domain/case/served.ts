/**
 * The key under which a served notice is remembered. Some notices fall due again, as after a second answer: from the
 * second time on the key carries how often it was served before.
 */
export function servedKey(served: readonly string[], notice: string, legId: string | null): string {
  const key = `${notice}/${legId ?? "case"}`;
  const times = served.filter((other) => other === key || other.startsWith(`${key}#`)).length;
  return times === 0 ? key : `${key}#${times}`;
}
