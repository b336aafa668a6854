import { Button, Radio, Select, Upload } from "antd";
import { MomentInput } from "../kit/day-input.tsx";
import { Line } from "../kit/dialog.tsx";
import { NumberInput } from "../kit/number-input.tsx";
import { zh } from "../words/zh.ts";
import type { Call } from "./call.ts";

const w = zh.register;

interface Props {
  readonly value: Call;
  /** Whether the regulation sorts cases into public and internal ones. */
  readonly tracks: boolean;
  readonly set: (part: Partial<Call>) => void;
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
}

/** What is asked only sometimes, and papers that came along. */
export function MoreFields({ value, tracks, set, files, onFiles }: Props) {
  return (
    <section className="panel stack" aria-label={w.more}>
      <h2>{w.more}</h2>
      <Line label={w.replyBy}>
        <Select
          value={value.replyBy}
          onChange={(replyBy) => set({ replyBy })}
          options={(["phone", "sms", "email", "web"] as const).map((by) => ({ value: by, label: zh.case.replyBy[by] }))}
        />
      </Line>
      {value.subject === "ordinary" && (
        <Line label={w.choice} {...(tracks ? { hint: w.choiceHint } : {})}>
          <Radio.Group
            value={value.choice}
            onChange={({ target }) => set({ choice: target.value })}
            options={[
              { value: "public", label: zh.case.choice.public },
              { value: "nonPublic", label: zh.case.choice.nonPublic },
            ]}
          />
        </Line>
      )}
      <Line label={w.people}>
        <NumberInput min={1} max={9999} value={value.people} onChange={(people) => set({ people: people ?? 1 })} />
      </Line>
      <Line label={w.receivedAt}>
        <MomentInput value={value.receivedAt} placeholder={w.now} onChange={(receivedAt) => set({ receivedAt })} />
      </Line>
      <div>
        <Upload
          multiple
          showUploadList={false}
          beforeUpload={(file) => {
            onFiles([...files, file]);
            return false;
          }}
        >
          <Button>{w.addFiles}</Button>
        </Upload>
        <ul>
          {files.map((file, n) => (
            <li key={`${file.name}/${file.size}`}>
              {file.name}{" "}
              <button type="button" className="link" onClick={() => onFiles(files.filter((_, i) => i !== n))}>
                {w.removeFile}
              </button>
            </li>
          ))}
        </ul>
        {files.length > 0 && <p className="small">{w.filesHint}</p>}
      </div>
    </section>
  );
}
