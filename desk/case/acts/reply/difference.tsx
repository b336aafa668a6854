import type { CaseDetail } from "../../../../contract/case/case-detail.ts";
import { replyWords } from "../../../../domain/words/reply.ts";
import { zh } from "../../../words/zh.ts";
import { contentOf } from "../../words/reading.tsx";
import { changes } from "./changes.ts";

type Replies = CaseDetail["legs"][number]["replies"];

/** What changed since the version before; nothing where there is none. */
export function Difference({ kase, replies }: { readonly kase: CaseDetail; readonly replies: Replies }) {
  const [before, now] = replies.slice(-2);
  if (!before || !now) return null;
  const words = (reply: Replies[number]) => replyWords(kase.forms.replyParts, contentOf(reply));
  return (
    <section aria-label={zh.acts.lastVersion}>
      <h3>{zh.acts.lastVersion}</h3>
      {before.reason && <p className="second">{before.reason}</p>}
      <p className="words">
        {changes(words(before), words(now)).map((piece, n) =>
          piece.is === "same" ? (
            piece.text
          ) : piece.is === "out" ? (
            // biome-ignore lint: pieces have no other key than their place
            <del key={n}>{piece.text}</del>
          ) : (
            // biome-ignore lint: pieces have no other key than their place
            <ins key={n}>{piece.text}</ins>
          ),
        )}
      </p>
    </section>
  );
}
