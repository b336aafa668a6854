import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Upload } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../../../contract/case/case-detail.ts";
import { ErrorBox } from "../../../kit/states.tsx";
import { zh } from "../../../words/zh.ts";
import { attachFile } from "../../words/attach.ts";

const w = zh.acts;

interface Props {
  readonly kase: CaseDetail;
  readonly value: readonly string[];
  readonly onChange: (files: readonly string[]) => void;
}

/** Files are added where the reply is written; only those that are ticked go to the petitioner. */
export function ReplyFiles({ kase, value, onChange }: Props) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const staff = kase.files.filter((file) => file.purpose === "staff");
  const send = async (file: File) => {
    setError(null);
    try {
      const added = await attachFile(client, kase.id, file);
      onChange([...value, ...added]);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <div role="group" aria-label={w.sendFiles}>
      <b>{w.sendFiles}</b> <span className="small">{w.sendFilesHint}</span>
      <Checkbox.Group
        className="stack"
        value={[...value]}
        onChange={(files) => onChange(files as string[])}
        options={staff.map((file) => ({ value: file.id, label: file.name }))}
      />
      <div>
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <Button size="small">{zh.case.attach}</Button>
        </Upload>
      </div>
      <ErrorBox error={error} />
    </div>
  );
}
