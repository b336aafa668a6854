import { useState } from "react";
import { routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useToday } from "../shell/session.ts";
import { registryWords as w } from "../words/office.ts";
import { DayInput } from "../kit/day-input.tsx";
import type { Card } from "./card.ts";

interface Props {
  readonly card: Card;
  readonly onClose: () => void;
}

/** Takes a unit into the system or out of it; without its persons of duty it cannot join (FZ-8.1-1, FZ-10-1). */
export function MembershipDialog({ card, onClose }: Props) {
  const today = useToday();
  const [joinedOn, setJoined] = useState(card.org.joinedOn ?? today);
  const [leftOn, setLeft] = useState(card.org.leftOn ?? "");
  const run = useWrite(routes.office.setMembership, { refresh: ["org", "orgs"], said: w.saved, onDone: onClose });
  return (
    <Dialog
      title={`${w.membership} · ${card.org.shortName}`}
      button={w.membership}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() =>
        run.mutate({ params: { id: card.org.id }, body: { joinedOn: joinedOn || null, leftOn: leftOn || null } })
      }
    >
      <p className="second">{w.membershipHint}</p>
      <div className="grid2">
        <Line label={w.joinOn}>
          <div>
            <DayInput value={joinedOn} clearable onChange={setJoined} />
          </div>
        </Line>
        <Line label={w.leaveOn}>
          <div>
            <DayInput min={joinedOn} value={leftOn} clearable onChange={setLeft} />
          </div>
        </Line>
      </div>
    </Dialog>
  );
}
