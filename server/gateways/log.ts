import pino from "pino";

/** Where the house writes what an operator must know; never words or data of people. */
export interface Log {
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export function openLog(level: string): Log {
  return pino({ level, redact: ["payload"] });
}
