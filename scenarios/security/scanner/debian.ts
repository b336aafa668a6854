import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the invented signatures of the tests are found by: nobody else writes this. */
export const invented = "huiyin invented harm 7f3a91c2";
/** The test string on which the makers of scanners have agreed, put together so that this file is not taken for one. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE", "!$H+H*"].join("");

/** A scanner of Debian in a process of its own, with signatures of ours instead of the world's. */
export interface DebianScanner {
  /** As the setting names it. */
  readonly url: string;
  readonly socket: string;
  stop(): Promise<void>;
}

/** Installs packages of Debian where their program is missing; says what to do where that cannot be done here. */
export function mustHaveDebian(program: string, packages: readonly string[]): void {
  if (existsSync(program)) return;
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (words: readonly string[]) => execFileSync("apt-get", words, { env, stdio: "pipe" });
  try {
    try {
      apt(install);
    } catch {
      apt(["update", "-qq"]);
      apt(install);
    }
  } catch (error) {
    throw new Error(`these tests need ${program}: run \`apt-get install ${packages.join(" ")}\` as root`, {
      cause: error,
    });
  }
}

/** The real clamd on a port and on a socket. */
export async function startClamd(): Promise<DebianScanner> {
  mustHaveDebian("/usr/sbin/clamd", ["clamav-daemon"]);
  const folder = mkdtempSync(join(tmpdir(), "huiyin-clamd-"));
  const hex = (text: string) => Buffer.from(text, "latin1").toString("hex");
  const signatures = [`Huiyin.Test.Invented:0:*:${hex(invented)}`, `Huiyin.Test.Eicar:0:*:${hex(eicar)}`];
  writeFileSync(join(folder, "huiyin.ndb"), `${signatures.join("\n")}\n`);
  const [port, socket] = [await freePort(), join(folder, "clamd.sock")];
  const lines = [
    "Foreground yes",
    `DatabaseDirectory ${folder}`,
    `TCPSocket ${port}`,
    "TCPAddr 127.0.0.1",
    `LocalSocket ${socket}`,
    "StreamMaxLength 12M",
  ];
  writeFileSync(join(folder, "clamd.conf"), `${lines.join("\n")}\n`);
  const child = spawn("/usr/sbin/clamd", ["-c", join(folder, "clamd.conf")], { stdio: ["ignore", "pipe", "pipe"] });
  await listening(child, port);
  return { url: `clamd://127.0.0.1:${port}`, socket, stop: () => stop(child, folder) };
}

/** The real c-icap, which asks that clamd. */
export async function startIcap(clamd: DebianScanner): Promise<DebianScanner> {
  mustHaveDebian("/usr/bin/c-icap", ["c-icap", "libc-icap-mod-virus-scan"]);
  const folder = mkdtempSync(join(tmpdir(), "huiyin-icap-"));
  const port = await freePort();
  const lines = [
    `PidFile ${folder}/pid`,
    `CommandsSocket ${folder}/ctl`,
    `Port 127.0.0.1:${port}`,
    "StartServers 1",
    "MaxServers 1",
    "ThreadsPerChild 4",
    `TmpDir ${folder}`,
    "MaxMemObject 131072",
    "ModulesDir /usr/lib/x86_64-linux-gnu/c_icap".replace("x86_64", process.arch === "arm64" ? "aarch64" : "x86_64"),
    "ServicesDir /usr/lib/x86_64-linux-gnu/c_icap".replace("x86_64", process.arch === "arm64" ? "aarch64" : "x86_64"),
    "LoadMagicFile /etc/c-icap/c-icap.magic",
    `ServerLog ${folder}/server.log`,
    `AccessLog ${folder}/access.log`,
    "Service av virus_scan.so",
    "virus_scan.ScanFileTypes TEXT DATA EXECUTABLE ARCHIVE GRAPHICS DOCUMENT",
    "virus_scan.SendPercentData 0",
    "virus_scan.Allow204Responces on",
    "virus_scan.MaxObjectSize 12M",
    "virus_scan.DefaultEngine clamd",
    "Module common clamd_mod.so",
    `clamd_mod.ClamdSocket ${clamd.socket}`,
  ];
  writeFileSync(join(folder, "c-icap.conf"), `${lines.join("\n")}\n`);
  const child = spawn("/usr/bin/c-icap", ["-N", "-D", "-f", join(folder, "c-icap.conf")], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  await listening(child, port);
  return { url: `icap://127.0.0.1:${port}/av`, socket: "", stop: () => stop(child, folder) };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until something answers at a port; ends with what the program said where it ends first. */
async function listening(child: ChildProcess, port: number): Promise<void> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (said += String(part)));
  while (child.exitCode === null) if (await answers(port)) return;
  throw new Error(`the scanner ended: ${said}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (there: boolean) => {
      socket.destroy();
      setImmediate(done, there);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  if (child.exitCode === null && child.signalCode === null) await gone;
  rmSync(folder, { recursive: true, force: true });
}
