import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Select } from "antd";
import { useState } from "react";
import type { Post } from "../../domain/office/org.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { ErrorBox } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useToday } from "../shell/session.ts";
import { registryWords as w } from "../words/office.ts";
import { changesWords } from "../words/trust.ts";
import { DayInput } from "../kit/day-input.tsx";
import { type Card, reportedPosts, reportWords } from "./card.ts";

interface Props {
  readonly card: Card;
  readonly onClose: () => void;
}

/** Proposes somebody for a post, with the notices that will go out shown before. */
export function AppointDialog({ card, onClose }: Props) {
  const today = useToday();
  const [personId, setPerson] = useState<string | null>(null);
  const [post, setPost] = useState(card.mayFill.find((one) => one === "clerk") ?? card.mayFill[0] ?? "clerk");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState("");
  const [replaces, setReplaces] = useState<string | null>(null);
  const [standsInFor, setStandsIn] = useState<string | null>(null);
  const [newName, setNewName] = useState("");
  const [reason, setReason] = useState("");
  const people = useQuery({ queryKey: ["people"], queryFn: () => call(routes.office.people, {}) });
  const addPerson = useWrite(routes.office.addPerson, {
    refresh: ["people"],
    onDone: ({ id }) => {
      setPerson(id);
      setNewName("");
    },
  });
  const run = useWrite(routes.office.appoint, {
    refresh: ["changes", "counts"],
    said: ({ seat }) => fill(changesWords.proposedNow, { seat: common.posts[seat] }),
    onDone: onClose,
  });
  const holders = card.holdings.filter((h) => h.post === post && h.to === null);
  const pickable = people.data?.people.filter((p) => p.active) ?? [];
  const told = reportedPosts.includes(post) && card.org.kind === "handlingUnit" && card.reports.length > 0;
  return (
    <Dialog
      title={fill(w.appointTitle, { org: card.org.shortName })}
      button={w.propose}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={personId === null}
      onSubmit={() =>
        run.mutate({
          params: { id: card.org.id },
          body: { personId: personId ?? "", post, from, to: to || null, standsInFor, replaces, reason },
        })
      }
    >
      <Line label={w.appointPerson}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={personId}
          onChange={setPerson}
          options={pickable.map((p) => ({
            value: p.id,
            label: `${p.name}　${p.posts.map((h) => `${h.org}·${common.posts[h.post as Post]}`).join("、")}`,
          }))}
        />
      </Line>
      <div className="row">
        <Counted most={50} label={w.newName} placeholder={w.newName} value={newName} onChange={setNewName} />
        <Button
          disabled={newName.trim() === ""}
          loading={addPerson.isPending}
          onClick={() => addPerson.mutate({ body: { name: newName } })}
        >
          {w.newPerson}
        </Button>
      </div>
      <ErrorBox error={addPerson.error} />
      <div className="grid2">
        <Line label={w.appointPost}>
          <Select<Post>
            value={post}
            onChange={(next) => {
              setPost(next);
              setReplaces(null);
              setStandsIn(null);
            }}
            options={card.mayFill.map((value) => ({ value, label: common.posts[value] }))}
          />
        </Line>
        <Line label={w.appointReplaces}>
          <Select
            allowClear
            value={replaces}
            onChange={(next) => setReplaces(next ?? null)}
            options={holders.map((h) => ({ value: h.id, label: h.person.name }))}
          />
        </Line>
        <Line label={w.appointFrom}>
          <div>
            <DayInput value={from} onChange={(day) => day && setFrom(day)} />
          </div>
        </Line>
        <Line label={w.appointTo}>
          <div>
            <DayInput min={from} value={to} clearable onChange={setTo} />
          </div>
        </Line>
        <Line label={w.appointStandIn}>
          <Select
            allowClear
            value={standsInFor}
            onChange={(next) => setStandsIn(next ?? null)}
            options={holders.map((h) => ({ value: h.person.id, label: h.person.name }))}
          />
        </Line>
      </div>
      <Line label={w.appointReason}>
        <Counted most={200} value={reason} onChange={setReason} />
      </Line>
      <p className="second">{changesWords.proposeHint}</p>
      <Alert type="info" title={told ? fill(w.noticesFirst, { lines: reportWords(card.reports) }) : w.noNotices} />
    </Dialog>
  );
}
