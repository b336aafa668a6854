import { zh } from "../words/zh.ts";
import { Segmented } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { time } from "./time.ts";

const w = zh.case;

export function Timeline({ kase }: { readonly kase: CaseDetail }) {
  const [audience, setAudience] = useState<"all" | "petitioner">("all");
  const rows = kase.timeline.filter((row) => audience === "all" || row.audience === "petitioner");
  return (
    <>
      <Segmented
        value={audience}
        onChange={(value) => setAudience(value as "all" | "petitioner")}
        options={[
          { value: "all", label: w.all },
          { value: "petitioner", label: w.forPetitioner },
        ]}
      />
      <ul className="steps" style={{ marginTop: 12 }}>
        {rows.map((row) => (
          <li key={row.seq}>
            {row.text}
            <div className="small">
              {time(row.at)} · {row.who}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
