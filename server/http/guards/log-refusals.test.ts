import { Writable } from "node:stream";
import Fastify, { LogController } from "fastify";
import { expect, it } from "vitest";
import { logRefusals } from "./log-refusals.ts";

/** A server of one door that answers as it is told, and the lines of its log. */
async function door(now: () => number) {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const app = Fastify({
    logger: { level: "warn", stream },
    logController: new LogController({ disableRequestLogging: true }),
  });
  logRefusals(app, now);
  app.get<{ Params: { id: string }; Querystring: { status: string } }>("/cases/:id", (request, reply) =>
    reply.code(Number(request.query.status)).send({}),
  );
  await app.ready();
  const ask = (status: number) =>
    app.inject({ url: `/cases/secret?status=${status}&q=secret`, remoteAddress: "203.0.113.9" });
  return { lines, ask };
}

it("what is turned away is written down with door, answer and address, and never with what was sent", async () => {
  const { lines, ask } = await door(() => 0);
  for (const status of [400, 403, 413, 429]) await ask(status);
  for (const status of [200, 303, 401, 404, 422, 500]) await ask(status);
  expect(lines).toEqual(
    [400, 403, 413, 429].map((status): unknown =>
      expect.objectContaining({ msg: "refused", door: "GET /cases/:id", status, address: "203.0.113.9" }),
    ),
  );
  expect(JSON.stringify(lines)).not.toContain("secret");
});

it("a flood is counted, not written down line by line", async () => {
  let now = 0;
  const { lines, ask } = await door(() => now);
  for (let n = 0; n < 300; n += 1) await ask(429);
  expect(lines).toHaveLength(120);
  now = 60_000;
  await ask(429);
  expect(lines.slice(120)).toMatchObject([{ left: 180 }, { msg: "refused", status: 429 }]);
});
