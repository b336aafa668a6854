import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The server that still runs in a cluster, as its pid file tells; null when none does. */
export function runningServer(cluster: string): { pid: number; port: number } | null {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return isAlive(pid) && port > 0 && isServerOf(pid, cluster) ? { pid, port } : null;
}

/** After a reboot the number in a stale pid file may belong to another program. */
function isServerOf(pid: number, cluster: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes(cluster);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
