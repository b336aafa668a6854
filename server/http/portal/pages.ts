import type { FastifyInstance } from "fastify";
import type { Shop } from "../shop.ts";
import { filingPages } from "./filing/filing.ts";
import { myCasePages } from "./case/my-case.ts";
import { ratingPages } from "./case/rate.ts";
import { myCasesPages } from "./my-cases/my-cases.ts";
import { phonePages } from "./my-cases/phone-pages.ts";
import { readingPages } from "./reading.ts";
import { largeCookie, style, stylePath } from "./render.ts";
import { mustBeOurForm } from "./visit.ts";

/** The citizens' pages. */
export async function portalPages(app: FastifyInstance, shop: Shop): Promise<void> {
  app.get(stylePath, async (_request, reply) =>
    reply.header("cache-control", "public, max-age=31536000, immutable").type("text/css; charset=utf-8").send(style),
  );

  app.post<{ Body: Readonly<Record<string, string>> }>("/large", async (request, reply) => {
    mustBeOurForm(request, request.body["_csrf"]);
    const on = request.cookies[largeCookie] !== "1";
    const to = String(request.body["to"] ?? "/");
    const options = { path: "/", httpOnly: true, sameSite: "lax" as const, maxAge: 365 * 86_400 };
    if (on) reply.setCookie(largeCookie, "1", options);
    else reply.clearCookie(largeCookie, { path: "/" });
    return reply.redirect(/^\/(?![/\\])/.test(to) ? to : "/", 303);
  });

  readingPages(app, shop);
  filingPages(app, shop);
  myCasePages(app, shop);
  phonePages(app, shop);
  myCasesPages(app, shop);
  ratingPages(app, shop);
}
