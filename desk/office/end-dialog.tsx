import { Alert } from "antd";
import { useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useToday } from "../shell/session.ts";
import { registryWords as w } from "../words/office.ts";
import { DayInput } from "../kit/day-input.tsx";
import { type Card, type Holding, reportedPosts, reportWords } from "./card.ts";

interface Props {
  readonly card: Card;
  readonly holding: Holding;
  readonly onClose: () => void;
}

/** Ends a postholding; the last of a kind cannot go without a successor, and the server says so (FZ-10-1). */
export function EndDialog({ card, holding, onClose }: Props) {
  const [to, setTo] = useState(useToday());
  const run = useWrite(routes.office.endHolding, {
    refresh: ["org", "orgs", "people"],
    said: ({ notices }) => (notices.length > 0 ? fill(w.told, { lines: reportWords(notices) }) : w.saved),
    onDone: onClose,
  });
  const told = reportedPosts.includes(holding.post) && card.org.kind === "handlingUnit" && card.reports.length > 0;
  return (
    <Dialog
      title={fill(w.endTitle, { person: holding.person.name })}
      button={w.end}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ params: { id: card.org.id, holding: holding.id }, body: { to } })}
    >
      <p>
        {card.org.name} · {common.posts[holding.post]}
      </p>
      <Line label={w.endOn}>
        <div>
          <DayInput min={holding.from} value={to} onChange={(day) => day && setTo(day)} />
        </div>
      </Line>
      <Alert type="info" title={told ? fill(w.noticesFirst, { lines: reportWords(card.reports) }) : w.noNotices} />
    </Dialog>
  );
}
