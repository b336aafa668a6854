import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { fill } from "../../domain/words/fill.ts";
import { messagesWords as w } from "../words/office.ts";

/** Messages of the case that have reached nobody stand above it until somebody sees to them. */
export function UnsentBand({ kase }: { readonly kase: CaseDetail }) {
  const unsent = kase.messages.filter(({ stuck }) => stuck).length;
  if (unsent === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={
        <>
          {fill(w.unsentOnCase, { n: unsent })}{" "}
          <Link to="/messages" search={{ case: kase.id }}>
            {w.toOutbox}
          </Link>
        </>
      }
    />
  );
}
