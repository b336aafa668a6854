import Fastify from "fastify";

/** The least that this kind of server can do: the floor for pages. Prints its address and runs until it is stopped. */
const app = Fastify();
app.get("/", async () => "hello");
process.stdout.write(`${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
process.once("SIGTERM", () => void app.close());
