/** What the number that a command ends with means. */
export const exitCodes = { done: 0, failed: 1, usage: 2, environment: 3 } as const;

/** Ends a command with a sentence for people and a number for scripts. */
export class Exit extends Error {
  readonly code: number;
  constructor(code: number, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** The words on the command line were wrong. */
export function usage(sentence: string): Exit {
  return new Exit(exitCodes.usage, sentence);
}

/** What was asked for could not be done. */
export function failed(sentence: string): Exit {
  return new Exit(exitCodes.failed, sentence);
}

/** The surroundings are not as they must be: database, port, another process. */
export function environment(sentence: string): Exit {
  return new Exit(exitCodes.environment, sentence);
}
