/** A test of the project: the file, and words that stand in the title of the test or of its group. */
export interface ShownBy {
  readonly file: string;
  readonly title: string;
}

/**
 * How a requirement stands. `met`: every named test shows it. `partly`: what is lacking stands in `reason`; tests may show
 * the rest. `notMet`: it does not hold. `notApplicable`: the project has no such thing.
 */
export interface Standing {
  readonly state: "met" | "partly" | "notMet" | "notApplicable";
  readonly tests: readonly ShownBy[];
  /** One sentence; empty only where the requirement is met. */
  readonly reason: string;
}

/** One requirement of a standard. */
export interface Requirement extends Standing {
  /** The number in the standard. */
  readonly id: string;
  /** What it is about, in our words. */
  readonly about: string;
}

/** A chapter of a standard with its requirements, in the order of the standard. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Requirement[];
}

/** The tests of one file, by words of their titles. */
export function testsOf(file: string): (title: string) => ShownBy {
  return (title) => ({ file, title });
}

export function row(id: string, about: string, standing: Standing): Requirement {
  return { id, about, ...standing };
}

export function met(first: ShownBy, ...others: readonly ShownBy[]): Standing {
  return { state: "met", tests: [first, ...others], reason: "" };
}

/** Met where the operator has set something: `condition` says what. */
export function metWith(condition: string, first: ShownBy, ...others: readonly ShownBy[]): Standing {
  return { state: "met", tests: [first, ...others], reason: condition };
}

export function partly(reason: string, ...tests: readonly ShownBy[]): Standing {
  return { state: "partly", tests, reason };
}

export function notMet(reason: string): Standing {
  return { state: "notMet", tests: [], reason };
}

export function notApplicable(reason: string): Standing {
  return { state: "notApplicable", tests: [], reason };
}
