import { useQueryClient } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { fill } from "../../domain/words/fill.ts";
import { ErrorBox } from "../kit/states.tsx";
import { zh } from "../words/zh.ts";
import { attachFile } from "./words/attach.ts";

const w = zh.case;

/** The citizen's own words, untouched and always first; files; where it happened. */
export function WordsPanel({ kase }: { readonly kase: CaseDetail }) {
  return (
    <section className="panel" aria-label={w.words}>
      <h2>{w.words}</h2>
      {kase.sees === "timings" ? (
        <p className="second">{w.timingsOnly}</p>
      ) : (
        <div className="words">{kase.content}</div>
      )}
      {kase.claim && (
        <>
          <h3>{w.claim}</h3>
          <div className="words">{kase.claim}</div>
        </>
      )}
      {(kase.area || kase.place) && (
        <p>
          {w.place}：{[kase.area?.name, kase.place].filter(Boolean).join(" ")}
        </p>
      )}
      {kase.category && (
        <p>
          {w.fields.category}：{kase.category}
        </p>
      )}
      {kase.refusal && (
        <div className="opinion">
          <h3>{w.refused}</h3>
          <p>
            {kase.refusal.reason}（{kase.refusal.rule}）{kase.refusal.wayOn}
          </p>
        </div>
      )}
      {kase.matters.length > 1 &&
        kase.matters.map((matter, n) => (
          <p key={matter.id}>
            {fill(w.matter, { n: n + 1 })}：{matter.title}
          </p>
        ))}
      <Files kase={kase} />
      {kase.rating && (
        <p>
          {w.rating}：{kase.rating.label} {kase.rating.comment}
        </p>
      )}
      {kase.registeredBy && <p className="small">{fill(w.registeredBy, { who: kase.registeredBy })}</p>}
      <p className="small" style={{ marginTop: 12 }}>
        {fill(w.versionText, { title: kase.pack.title })}
      </p>
    </section>
  );
}

function Files({ kase }: { readonly kase: CaseDetail }) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File) => {
    setError(null);
    await attachFile(client, kase.id, file).catch(setError);
  };
  if (kase.sees === "timings") return null;
  return (
    <>
      <h3>{w.files}</h3>
      {kase.files.length === 0 && <p className="second">{w.noFiles}</p>}
      <ul>
        {kase.files.map((file) => (
          <li key={file.id}>
            <a href={`/api/files/${file.id}`}>{file.name}</a>{" "}
            <span className="small">{Math.ceil(file.size / 1024)} KB</span>
          </li>
        ))}
      </ul>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <Button size="small">{w.attach}</Button>
      </Upload>
      <ErrorBox error={error} />
    </>
  );
}
