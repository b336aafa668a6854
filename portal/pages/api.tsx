import { type Frame, Page } from "../frame.tsx";
import { zh } from "../words/zh.ts";

export interface ApiRow {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly audience: string;
  readonly once?: true;
}

interface ApiProps {
  readonly frame: Frame;
  readonly groups: readonly { readonly tag: string; readonly routes: readonly ApiRow[] }[];
}

const w = zh.api;

/** The doors of the API, readable without a tool; every detail stands in the OpenAPI document. */
export function ApiPage({ frame, groups }: ApiProps) {
  return (
    <Page frame={frame} title={w.title} back="/">
      <h1>{w.title}</h1>
      <p>
        {w.intro} <a href="/api/openapi.json">/api/openapi.json</a>
      </p>
      {w.paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      {groups.map(({ tag, routes }) => (
        <section>
          <h2>{tag}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.door}</th>
                <th scope="col">{w.what}</th>
                <th scope="col">{w.who}</th>
              </tr>
            </thead>
            <tbody>
              {routes.map((route) => (
                <tr>
                  <td>
                    <code>
                      {route.method} {route.path}
                    </code>
                  </td>
                  <td>
                    {route.summary}
                    {route.once && ` （${w.once}）`}
                  </td>
                  <td>{route.audience === "public" ? w.public : w.staff}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Page>
  );
}
