import { useQuery } from "@tanstack/react-query";
import { AutoComplete } from "antd";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { zh as common } from "../../../domain/words/zh.ts";
import { call, routes } from "../../api.ts";

interface Props {
  readonly kase: CaseDetail;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The number of another case of the same person: typed, or picked from those that are known. */
export function EarlierCase({ kase, value, onChange }: Props) {
  const { data } = useQuery({
    queryKey: ["related", kase.id],
    queryFn: () => call(routes.cases.related, { params: { id: kase.id } }),
  });
  const options = (data?.samePerson ?? []).map((row) => ({
    value: row.number,
    label: `${row.number} ${row.title} ${common.caseStages[row.stage]}`,
  }));
  return <AutoComplete value={value} options={options} onChange={onChange} style={{ width: "100%" }} />;
}
