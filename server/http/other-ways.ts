import { allRoutes } from "../../contract/routes.ts";

const shapes = allRoutes.map(({ method, path }) => ({
  method,
  shape: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`),
}));

/** The ways in which an address of the API may be asked; none for an address that there is not. */
export function waysInto(url: string): readonly string[] {
  const [path = ""] = url.split("?");
  return shapes.filter(({ shape }) => shape.test(path)).map(({ method }) => method);
}
