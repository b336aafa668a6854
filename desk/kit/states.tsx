import { Alert, Button, Empty, Skeleton } from "antd";
import { createContext, useContext } from "react";
import { fill } from "../../domain/words/fill.ts";
import { ApiError } from "../api.ts";
import { zh } from "../words/zh.ts";

/** What stands beside 「刚有变化」: the page that shows a case puts here what has changed. */
export const ConflictNote = createContext<React.ReactNode>(null);

/** After a conflict the person has gone on with the newest state: what was said of it does not stand any longer. */
export const WentOn = createContext(false);

/** An error where it happened: what it was, the rule behind it, how to go on. Nothing typed is lost. */
export function ErrorBox({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const conflict = useContext(ConflictNote);
  const wentOn = useContext(WentOn);
  if (!error) return null;
  const known = error instanceof ApiError ? error.error : null;
  if (known?.code === "case.changedMeanwhile" && wentOn) return <Alert type="info" showIcon title={zh.case.wentOn} />;
  // Whoever reads this has signed in again meanwhile: the sign-in covered the page.
  if (known?.code === "session.none") return <Alert type="warning" showIcon role="alert" title={zh.app.again} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={known?.message ?? zh.app.failed}
      description={
        <>
          {known?.fields.map((field) => (
            <div key={field.path}>{fieldText(field)}</div>
          ))}
          {known?.code === "case.changedMeanwhile" && conflict}
          {known?.rule && (
            <div>
              {known.rule.article}：{known.rule.text}
            </div>
          )}
          {known && known.code === "server" && <div>{fill(zh.app.ref, { ref: known.ref })}</div>}
        </>
      }
      action={onRetry && known?.code !== "right.missing" && <Button onClick={onRetry}>{zh.app.retry}</Button>}
    />
  );
}

/** The field by the name that stands on the screen; a field without one is not named at all. */
function fieldText({ path, message }: ApiError["error"]["fields"][number]): string {
  const names: Readonly<Record<string, string>> = zh.fields;
  const name = names[path.split(".").at(-1) ?? ""];
  return name ? `${name}：${message}` : message;
}

interface QueryState {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly data: unknown;
  readonly refetch: () => unknown;
}

/** Loading and failing look the same everywhere: nothing stands below a failure but what had been there before. */
export function Loaded({ query, children }: { readonly query: QueryState; readonly children: React.ReactNode }) {
  if (query.isPending) return <Skeleton active paragraph={{ rows: 6 }} title={false} />;
  return (
    <>
      {query.error ? <ErrorBox error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.error && query.data === undefined ? null : children}
    </>
  );
}

/** Nothing here: why, and what next. */
export function Nothing({ children }: { readonly children: React.ReactNode }) {
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children} />;
}
