/** What became of an attempt of which nobody heard: its sender died, or the gateway gave no answer. */
const uncertain: readonly string[] = ["lost", "unanswered"];

/** Whether of the attempts so far, oldest first, one may have brought the message out though nobody knows. */
export function isUnsure(results: readonly string[]): boolean {
  const cleared = results.lastIndexOf("notTaken");
  return results.slice(cleared + 1).some((result) => uncertain.includes(result));
}

/** Whether a message was sent again after such an attempt, so that it may have arrived twice. */
export function maybeTwice(results: readonly string[]): boolean {
  const out = results.indexOf("sent");
  return out >= 0 && isUnsure(results.slice(0, out));
}
