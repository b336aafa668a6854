import { z } from "zod";
import { failures, type Route } from "./route.ts";
import { allRoutes } from "./routes.ts";
import { apiWords } from "./words.ts";

type Json = Record<string, unknown>;

function schema(type: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
}

/** Each property of an object schema as a parameter of the request. */
function parameters(type: z.ZodType | undefined, where: "path" | "query"): readonly Json[] {
  if (!type) return [];
  const { properties = {}, required = [] } = schema(type, "input") as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: property,
  }));
}

function operation(route: Route): Json {
  const headers: readonly Json[] = route.once
    ? [
        {
          name: "Idempotency-Key",
          in: "header",
          required: false,
          description: apiWords.key,
          schema: { type: "string", minLength: 1 },
        },
      ]
    : [];
  const upload = {
    "multipart/form-data": {
      schema: { type: "object", properties: { files: { type: "array", items: { type: "string", format: "binary" } } } },
    },
  };
  const body = route.upload ? upload : route.body && { "application/json": { schema: schema(route.body, "input") } };
  const success = route.download
    ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
    : { "application/json": { schema: schema(route.reply, "output") } };
  return {
    summary: route.summary,
    tags: [route.tag],
    operationId: `${route.method} ${route.path}`.replace(/[^A-Za-z]+/g, "_").toLowerCase(),
    parameters: [...parameters(route.params, "path"), ...parameters(route.query, "query"), ...headers],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [route.status ?? 200]: { description: apiWords.done, content: success },
      default: {
        description: apiWords.failed,
        content: { "application/json": { schema: schema(failures[400], "output") } },
      },
    },
    security: route.audience === "public" ? [] : [{ token: [] }, { session: [] }],
  };
}

/** The API as an OpenAPI 3.1 document, printed from the route table. */
export function openapi(title: string, serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of allRoutes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title, version: "1", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: apiWords.token },
        session: { type: "apiKey", in: "cookie", name: "huiyin_session" },
      },
    },
  };
}
