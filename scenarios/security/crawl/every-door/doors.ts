import type { FastifyInstance } from "fastify";

export interface Door {
  readonly method: string;
  readonly path: string;
}

/** Every door that the router of a running server has, as it prints them itself; HEAD is left to GET. */
export function doorsOf(app: FastifyInstance): readonly Door[] {
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, indent = "", part = "", methods = ""] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? [];
      if (part === "") return [];
      above.length = indent.length / 4;
      above.push(part);
      const path = above.join("");
      return methods
        .split(", ")
        .filter((method) => method !== "" && method !== "HEAD")
        .map((method) => ({ method, path }));
    });
}
