import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Modal, Table } from "antd";
import type { CountedDuty } from "../../contract/case/board-cases.ts";
import type { Step } from "../../domain/accountability/steps.ts";
import type { OrgId } from "../../domain/office/org.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { rowDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import type { Period } from "../kit/period.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { useToday } from "../shell/session.ts";
import { efficiencyWords as w } from "../words/oversight.ts";
import { zh } from "../words/zh.ts";

/** A number of the board: whose, and of which step; `overdue` what is late and not done today. */
export interface CountedOf {
  readonly org: { readonly id: string; readonly name: string };
  readonly step: Step | "overdue";
  readonly period: Period;
}

/** The cases that a rate or number of the board is made of. */
export function CountedDialog({ org, step, period, onClose }: CountedOf & { readonly onClose: () => void }) {
  const today = useToday() as PlainDate;
  const list = useQuery({
    queryKey: ["board-counted", org.id, step, period],
    queryFn: () => call(routes.boardCases.counted, { query: { ...period, org: org.id as OrgId, step } }),
  });
  const rows = list.data?.rows ?? [];
  const name = step === "overdue" ? w.overdueNow : w.steps[step];
  const day = (on: string) => rowDate(on as PlainDate, today);
  return (
    <Modal
      open
      width={880}
      title={fill(w.countedTitle, { org: org.name, step: name, n: rows.length })}
      onCancel={onClose}
      footer={null}
    >
      <Loaded query={list}>
        <Table<CountedDuty>
          rowKey={(row) => `${row.caseId}/${row.step}/${row.due}`}
          size="small"
          dataSource={rows}
          locale={{ emptyText: <Nothing>{w.noBoard}</Nothing> }}
          pagination={{ pageSize: 20, showSizeChanger: false, showTotal: (n) => fill(zh.app.total, { n }) }}
          columns={[
            {
              title: w.case,
              key: "number",
              render: (_, row) => (
                <Link className="num" to="/cases/$id" params={{ id: row.caseId }}>
                  {row.number}
                </Link>
              ),
            },
            { title: w.step, key: "step", render: (_, row) => row.step },
            { title: zh.work.due, key: "due", render: (_, row) => day(row.due) },
            {
              title: w.outcome,
              key: "state",
              render: (_, row) =>
                fill(w.countedStates[row.state], { on: row.endedOn === null ? "" : day(row.endedOn) }),
            },
          ]}
        />
      </Loaded>
    </Modal>
  );
}
