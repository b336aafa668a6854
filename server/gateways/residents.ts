import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A process that uses a data folder: a server, a worker, or a command of the hour. */
export interface Resident {
  readonly pid: number;
  readonly role: "serve" | "worker" | "command";
  /** Where it answers, if it does. */
  readonly url: string | null;
  /** When the machine started it; tells it from a later process with the same number. */
  readonly started: string;
}

/** A stay in a data folder; the last one to leave puts the lights out. */
export interface Stay {
  others(): readonly Resident[];
  leave(): void;
}

/** Moves in: leaves a note with the process id, so that others know whether the database is still needed. */
export function moveIn(dataDir: string, role: Resident["role"], url: string | null): Stay {
  const folder = join(dataDir, "running");
  mkdirSync(folder, { recursive: true });
  const note: Resident = { pid: process.pid, role, url, started: startedAt(process.pid) };
  const file = join(folder, `${process.pid}.json`);
  writeFileSync(file, JSON.stringify(note));
  return {
    others: () => residents(dataDir).filter((resident) => resident.pid !== process.pid),
    leave: () => rmSync(file, { force: true }),
  };
}

/** Who lives in a data folder; notes of processes that were killed are cleared away. */
export function residents(dataDir: string): readonly Resident[] {
  const folder = join(dataDir, "running");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    const note = read(file);
    if (note && isAlive(note)) return [note];
    rmSync(file, { force: true });
    return [];
  });
}

function read(file: string): Resident | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Resident;
  } catch {
    return null;
  }
}

function isAlive({ pid, started }: Resident): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return startedAt(pid) === started;
}

/** The machine's mark of when a process began; empty where the machine has no /proc. */
function startedAt(pid: number): string {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return "";
  return readFileSync(file, "utf8").split(") ")[1]?.split(" ")[19] ?? "";
}
