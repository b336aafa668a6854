import { useNavigate, useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { fill } from "../../domain/words/fill.ts";
import { useKeys } from "../kit/keys.ts";
import { useWalk } from "../work/walk.ts";
import { listWords } from "../words/lists.ts";
import { zh } from "../words/zh.ts";

const w = zh.case;

/** To the neighbours in the list that the case was opened from, by button or Alt with an arrow. */
export function Walk({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  const router = useRouter();
  const walk = useWalk(id);
  const go = (to: string | null | undefined) => {
    // A dialog with words in it is not left by a slip of the hand.
    if (to && !document.querySelector("[role=dialog]")) void navigate({ to: "/cases/$id", params: { id: to } });
  };
  useKeys({ "Alt+ArrowUp": () => go(walk?.previous), "Alt+ArrowDown": () => go(walk?.next) });
  if (!walk) return null;
  return (
    <div className="row">
      <Button onClick={() => router.history.push(walk.from)}>{listWords.back}</Button>
      <span className="small">{fill(w.walked, { n: walk.n, of: walk.of })}</span>
      <Button disabled={!walk.previous} title="Alt+↑" onClick={() => go(walk.previous)}>
        {w.previous}
      </Button>
      <Button disabled={!walk.next} title="Alt+↓" onClick={() => go(walk.next)}>
        {w.next}
      </Button>
    </div>
  );
}
