import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { z } from "zod";
import { maxFileBytes, maxFiles } from "./gateways/file-kind.ts";
import { actDoors } from "./http/acts.ts";
import { calendarDoors } from "./http/calendars.ts";
import { caseDoors } from "./http/cases.ts";
import { deskPages } from "./http/desk.ts";
import { dispatchDoors } from "./http/dispatch.ts";
import { documentDoors } from "./http/documents.ts";
import { efficiencyDoors } from "./http/efficiency.ts";
import { escalationDoors } from "./http/escalations.ts";
import { missing, sendError } from "./http/fault.ts";
import { fileDoors } from "./http/files.ts";
import { healthDoors } from "./http/health.ts";
import { messageDoors } from "./http/messages.ts";
import { officeDoors } from "./http/office.ts";
import { portalPages } from "./http/portal/pages.ts";
import { sendErrorPage } from "./http/portal/error-pages.ts";
import { publicDoors } from "./http/public.ts";
import { rulesDoors } from "./http/rules.ts";
import { sessionDoors } from "./http/session.ts";
import type { Shop } from "./http/shop.ts";
import { tokenDoors } from "./http/tokens.ts";
import { worklistDoors } from "./http/worklist.ts";

z.config(z.locales.zhCN());

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // antd writes its styles into the page at run time.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
} as const;

/** The server as a list: what every request passes, and the doors by noun. */
export async function buildApp(shop: Shop): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: shop.config.logLevel, redact: ["req.headers", "res.headers"] },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: shop.config.trustProxy,
    bodyLimit: 1024 * 1024,
  });
  await app.register(helmet, securityHeaders);
  await app.register(compress, { threshold: 1024 });
  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: maxFileBytes + 1, files: maxFiles * 2, fields: 60 },
  });
  if (shop.config.rateLimits) await app.register(rateLimit, { max: 600, timeWindow: "1 minute" });

  app.setErrorHandler((error, request, reply) =>
    request.url.startsWith("/api/") ? sendError(error, reply) : sendErrorPage(shop, error, request, reply),
  );
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith("/api/") ? sendError(missing(), reply) : sendErrorPage(shop, missing(), request, reply),
  );

  healthDoors(app, shop);
  documentDoors(app, shop);
  sessionDoors(app, shop);
  worklistDoors(app, shop);
  caseDoors(app, shop);
  actDoors(app, shop);
  dispatchDoors(app, shop);
  fileDoors(app, shop);
  messageDoors(app, shop);
  officeDoors(app, shop);
  efficiencyDoors(app, shop);
  escalationDoors(app, shop);
  calendarDoors(app, shop);
  rulesDoors(app, shop);
  tokenDoors(app, shop);
  publicDoors(app, shop);
  await portalPages(app, shop);
  await deskPages(app);
  return app;
}
