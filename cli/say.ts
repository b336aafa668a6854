import cliProgress from "cli-progress";

// Whoever reads the output may have seen enough (`| head`); the work goes on all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

/** Tells people something; reports for programs go out alone with `--json`. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tells what is going on, beside the result. */
export function mention(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A result as JSON on one line. */
export function report(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** A bar on the terminal; a line now and then where there is none. */
export function progressBar(format: string) {
  const bar = new cliProgress.SingleBar(
    {
      format,
      hideCursor: true,
      clearOnComplete: false,
      noTTYOutput: true,
      notTTYSchedule: 5000,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );
  return bar;
}
