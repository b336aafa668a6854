import type { Route } from "../../contract/route.ts";

type Sent = Readonly<Record<string, unknown>>;

/** Other requests that the contract would let in: one value of the body changed, or of the address where it has none. */
export function otherRequests(
  route: Route,
  sends: { readonly params?: Sent; readonly body?: unknown },
): readonly unknown[] {
  const bodies = variants(sends.body)
    .filter((body) => route.body?.safeParse(body).success)
    .map((body) => ({ ...sends, body }));
  const addresses = variants(sends.params)
    .filter((params) => route.params?.safeParse(params).success)
    .map((params) => ({ ...sends, params }));
  return bodies.length > 0 ? bodies : addresses;
}

function variants(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => variants(item).map((other) => value.with(i, other)));
  }
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([name, item]) =>
      variants(item).map((other) => ({ ...value, [name]: other })),
    );
  }
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1];
  if (value === null) return ["phone"];
  if (typeof value !== "string") return [];
  const last = value.at(-1) === "1" ? "2" : "1";
  return [`${value.slice(0, -1)}${last}`];
}
