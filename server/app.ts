import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyServerFactory,
  type FastifyRequest,
  LogController,
  type onRequestAsyncHookHandler,
} from "fastify";
import { z } from "zod";
import { fieldWords } from "../contract/words.ts";
import { fill } from "../domain/words/fill.ts";
import { maxFileBytes, maxFiles } from "./gateways/file-kind.ts";
import { accountDoors } from "./http/api/accounts.ts";
import { actDoors } from "./http/api/acts.ts";
import { calendarDoors } from "./http/api/calendars.ts";
import { caseDoors } from "./http/api/cases.ts";
import type { Config } from "./config.ts";
import { tlsServer } from "./gateways/tls/listener.ts";
import { deskFrom } from "./http/guards/desk-from.ts";
import { logRefusals } from "./http/guards/log-refusals.ts";
import { onlyOverTls } from "./http/guards/over-tls.ts";
import { deskPages } from "./http/desk.ts";
import { dispatchDoors } from "./http/dispatch/doors.ts";
import { suggestionDoors } from "./http/dispatch/quality.ts";
import { replyDoors } from "./http/replies/doors.ts";
import { documentDoors } from "./http/api/documents.ts";
import { efficiencyDoors } from "./http/api/efficiency.ts";
import { escalationDoors } from "./http/api/escalations.ts";
import { fault, missing, sendError } from "./http/fault.ts";
import { prefixedCookies } from "./http/prefixed-cookies.ts";
import { fileDoors } from "./http/api/files.ts";
import { healthDoors } from "./http/health.ts";
import { loggedError } from "./http/logged-error.ts";
import { messageDoors } from "./http/api/messages.ts";
import { breachExportDoor } from "./http/oversight/breaches.ts";
import { retentionDoors } from "./http/retention/doors.ts";
import { monitoringDoors } from "./http/monitoring/doors.ts";
import { officeDoors } from "./http/api/office.ts";
import { caseSheetDoor } from "./http/case-sheet/door.ts";
import { paperDoors } from "./http/api/papers.ts";
import { periodicDoors } from "./http/periodic/doors.ts";
import { waysInto } from "./http/other-ways.ts";
import { portalPages } from "./http/portal/pages.ts";
import { sendErrorPage } from "./http/portal/error-pages.ts";
import { publicDoors } from "./http/public.ts";
import { queryCodeDoors } from "./http/api/query-codes.ts";
import { rulesDoors } from "./http/api/rules.ts";
import { sessionDoors } from "./http/api/session.ts";
import { statisticsDoors } from "./http/api/statistics.ts";
import type { Shop } from "./http/shop.ts";
import { answerUnreadable, longestPart, readableAddress, unreadable } from "./http/unreadable.ts";
import { tokenDoors } from "./http/api/tokens.ts";
import { changeDoors } from "./http/api/trust/changes.ts";
import { logDoors } from "./http/api/trust/logs.ts";
import { sessionListDoors } from "./http/api/trust/sessions.ts";
import { wellFormedRequests } from "./http/well-formed.ts";
import { whatIfDoors } from "./http/api/what-if.ts";
import { uploadRoom } from "./http/uploads/room.ts";
import { announcementDoors } from "./http/announcing/doors.ts";
import { tellingDoors } from "./http/own/telling.ts";
import { worklistDoors } from "./http/api/worklist.ts";

z.config({
  ...z.locales.zhCN(),
  customError: ({ code, input }) =>
    code === "invalid_value" ? fill(fieldWords.option, { value: typeof input === "string" ? input : "" }) : undefined,
});

/** So much of a file is counted, to say how big it is; what is more than allowed is not kept. */
const countedBytes = maxFileBytes * 20;
const aYear = 365 * 86_400;
/** The longest text that a field of a form may hold, in bytes; what a field really allows is far less and said beside it. */
const longestText = 200_000;

/** What every answer tells the browser; where citizens reach us over TLS, they shall not come another way. */
const securityHeaders = ({ secureCookies: tls, hstsSubdomains }: Config) => ({
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
  xFrameOptions: { action: "deny" as const },
  strictTransportSecurity: tls ? { maxAge: aYear, includeSubDomains: hstsSubdomains } : false,
});

/** The head of a request has a minute at most; how often node looks for those that take too long follows from that. */
function incoming(requestTimeout: number) {
  const headersTimeout = Math.min(60_000, requestTimeout);
  return { requestTimeout, headersTimeout, connectionsCheckingInterval: headersTimeout / 4 };
}

/** The server itself: over TLS where a certificate is named, else without, for the proxy before it. */
function listening({ tlsCertFile: cert, tlsKeyFile: key, requestSeconds, silentSeconds }: Config) {
  const http = incoming(requestSeconds * 1000);
  if (cert === null || key === null) return { http };
  const serverFactory: FastifyServerFactory = (handler) =>
    tlsServer({ cert, key }, http, silentSeconds * 1000, handler);
  return { http, serverFactory };
}

/** The server as a list: what every request passes, and the doors by noun; `first`: who looks at a request before. */
export async function buildApp(shop: Shop, first: onRequestAsyncHookHandler | null = null): Promise<FastifyInstance> {
  const app = Fastify({
    logger: {
      level: shop.config.logLevel,
      redact: ["req.headers", "res.headers"],
      serializers: { err: loggedError },
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: shop.config.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: shop.config.requestSeconds * 1000,
    connectionTimeout: shop.config.silentSeconds * 1000,
    handlerTimeout: (shop.config.requestSeconds + 60) * 1000,
    ...listening(shop.config),
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: longestPart },
    rewriteUrl: ({ url = "/" }) => readableAddress(url),
    frameworkErrors: (error, _request, reply) => void sendError(error, reply),
  });
  if (first) app.addHook("onRequest", first);
  await app.register(helmet, securityHeaders(shop.config));
  await app.register(compress, { threshold: 1024 });
  await app.register(cookie);
  if (shop.config.secureCookies) prefixedCookies(app);
  onlyOverTls(app, shop);
  deskFrom(app, shop);
  logRefusals(app);
  await app.register(formbody, { bodyLimit: longestText });
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: countedBytes, files: maxFiles * 2, fields: 60, fieldSize: longestText },
  });
  app.addHook("onResponse", async (request) => uploadRoom.free(request));
  // Only forms and JSON are read; anything else is answered as what it is.
  app.removeContentTypeParser("text/plain");
  wellFormedRequests(app);
  if (shop.config.rateLimits) await app.register(rateLimit, { max: 600, timeWindow: "1 minute" });
  // Whoever asks for what there is not is guessing.
  const guessing = shop.config.rateLimits ? { preHandler: app.rateLimit({ max: 120, timeWindow: "1 minute" }) } : {};

  app.setErrorHandler((error, request, reply) => answerError(shop, error, request, reply));
  app.setNotFoundHandler(guessing, (request, reply) => {
    if (request.url === unreadable) return answerError(shop, fault(400, "notFound"), request, reply);
    const ways = waysInto(request.url);
    if (ways.length > 0) reply.header("allow", ways.join(", "));
    return answerError(shop, ways.length > 0 ? fault(405, "notFound") : missing(), request, reply);
  });

  healthDoors(app, shop);
  documentDoors(app, shop);
  sessionDoors(app, shop);
  worklistDoors(app, shop);
  tellingDoors(app, shop);
  announcementDoors(app, shop);
  caseDoors(app, shop);
  queryCodeDoors(app, shop);
  actDoors(app, shop);
  dispatchDoors(app, shop);
  suggestionDoors(app, shop);
  replyDoors(app, shop);
  fileDoors(app, shop);
  paperDoors(app, shop);
  caseSheetDoor(app, shop);
  messageDoors(app, shop);
  officeDoors(app, shop);
  monitoringDoors(app, shop);
  retentionDoors(app, shop);
  accountDoors(app, shop);
  efficiencyDoors(app, shop);
  breachExportDoor(app, shop);
  whatIfDoors(app, shop);
  statisticsDoors(app, shop);
  periodicDoors(app, shop);
  escalationDoors(app, shop);
  calendarDoors(app, shop);
  rulesDoors(app, shop);
  changeDoors(app, shop);
  sessionListDoors(app, shop);
  logDoors(app, shop);
  tokenDoors(app, shop);
  publicDoors(app, shop);
  await portalPages(app, shop);
  await deskPages(app);
  return app;
}

/** The API answers an error as data, everything else as a page. */
function answerError(shop: Shop, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  return request.url.startsWith("/api/") ? sendError(error, reply) : sendErrorPage(shop, error, request, reply);
}
