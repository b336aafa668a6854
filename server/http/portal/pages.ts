import type { FastifyInstance } from "fastify";
import type { Shop } from "../shop.ts";
import { nearDoor } from "./filing/near.ts";
import { filingPages } from "./filing/filing.ts";
import { myCasePages } from "./case/my-case.ts";
import { ratingPages } from "./case/rate.ts";
import { myCasesPages } from "./my-cases/my-cases.ts";
import { phonePages } from "./my-cases/phone-pages.ts";
import { endedVisits } from "./leave.ts";
import { readingPages } from "./reading.ts";
import { cameFromHere, mustBeOurForm } from "./visit.ts";
import { largeCookie, script, scriptPath, style, stylePath } from "./render.ts";

/** The citizens' pages. */
export async function portalPages(app: FastifyInstance, shop: Shop): Promise<void> {
  const lasting = "public, max-age=31536000, immutable";
  app.get(stylePath, async (_request, reply) =>
    reply.header("cache-control", lasting).type("text/css; charset=utf-8").send(style),
  );
  app.get(scriptPath, async (_request, reply) =>
    reply.header("cache-control", lasting).type("text/javascript; charset=utf-8").send(script),
  );

  // From a page of ours it works however old the page is, and without any other cookie.
  app.post<{ Body: Readonly<Record<string, string>> }>("/large", async (request, reply) => {
    if (!cameFromHere(request)) mustBeOurForm(request, request.body["_csrf"]);
    const on = (request.body["on"] ?? (request.cookies[largeCookie] === "1" ? "0" : "1")) === "1";
    const to = String(request.body["to"] ?? "/");
    const options = {
      path: "/",
      httpOnly: true,
      sameSite: "lax" as const,
      secure: shop.config.secureCookies,
      maxAge: 365 * 86_400,
    };
    if (on) reply.setCookie(largeCookie, "1", options);
    else reply.clearCookie(largeCookie, { path: "/" });
    return reply.redirect(wayWithin(to), 303);
  });

  // Only our own pages may ask where the browser is.
  app.addHook("onSend", async (_request, reply) => {
    reply.header("permissions-policy", "geolocation=(self)");
  });

  endedVisits(app, shop);
  readingPages(app, shop);
  nearDoor(app, shop);
  filingPages(app, shop);
  myCasePages(app, shop);
  phonePages(app, shop);
  myCasesPages(app, shop);
  ratingPages(app, shop);
}

const here = "http://here";

/** The same page again, read as browsers read it: no spelling of an address leads out of the house. */
function wayWithin(to: string): string {
  if (!URL.canParse(to, here)) return "/";
  const { origin, pathname, search, hash } = new URL(to, here);
  return origin === here && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : "/";
}
