import { zh } from "../../words/zh.ts";
import type { FileView } from "./case-view.ts";

/** Files as links; nothing where there are none. */
export function FileList({ files, plain = false }: { readonly files: readonly FileView[]; readonly plain?: boolean }) {
  if (files.length === 0) return null;
  return (
    <>
      {!plain && <h3>{zh.case.files}</h3>}
      <ul>
        {files.map((file) => (
          <li>
            <a href={`/my-case/files/${file.id}`}>{file.name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
