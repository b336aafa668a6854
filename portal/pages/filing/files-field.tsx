import type { Errors } from "../../form-errors.tsx";
import { zh } from "../../words/zh.ts";

const w = zh.filing;

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

/** Photos and papers: what is there already with a way to leave it out, and the picker for more. */
export function FilesField({ errors, files }: { readonly errors: Errors; readonly files: readonly KeptFile[] }) {
  const wrong = errors["files"];
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for="files">{w.files}</label>
      <p class="hint" id="files-hint">
        {w.filesHint}
      </p>
      {wrong && (
        <p class="error" id="files-error">
          ▲ {wrong}
        </p>
      )}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li>
              {file.name}{" "}
              <button
                class="quiet"
                type="submit"
                name="drop"
                value={file.id}
                aria-label={`${w.removeFile} ${file.name}`}
              >
                {w.removeFile}
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id="files"
        name="files"
        type="file"
        multiple
        accept="image/*,.pdf,.doc,.docx,.xls,.xlsx"
        aria-describedby={wrong ? "files-hint files-error" : "files-hint"}
      />
    </div>
  );
}
