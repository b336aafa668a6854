const waiting = new Map<string, Promise<unknown>>();

/**
 * Does what is done under one name in this process one after the other. Right passwords that come at once would otherwise
 * use up each other's tries; what holds between processes is the count in the database.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = waiting.get(name) ?? Promise.resolve();
  const own = before.then(work, work);
  waiting.set(name, own);
  try {
    return await own;
  } finally {
    if (waiting.get(name) === own) waiting.delete(name);
  }
}
