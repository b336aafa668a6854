/** Why something that was filled in cannot be taken, as a code of the catalogue, with what its sentence names. */
export interface Fault<Code extends string> {
  readonly fault: Code;
  readonly facts: Readonly<Record<string, string | number>>;
}

export function faulty<Code extends string>(fault: Code, facts: Fault<Code>["facts"] = {}): Fault<Code> {
  return { fault, facts };
}

/** Whether a reading came to nothing. */
export function isFault<T extends object, F extends Fault<string>>(read: T | F): read is F {
  return "fault" in read;
}
