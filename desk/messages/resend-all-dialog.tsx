import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { Dialog } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { messagesWords as w } from "../words/office.ts";

/** Sends again what no gateway took, all at one press. */
export function ResendAllDialog({ unsent, onClose }: { readonly unsent: number; readonly onClose: () => void }) {
  const run = useWrite(routes.messages.resendAll, {
    refresh: ["messages", "counts"],
    said: (reply) => fill(w.resentAll, reply),
    warns: (reply) => reply.queued === 0,
    onDone: onClose,
  });
  return (
    <Dialog
      title={w.resendAllTitle}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ body: { seen: unsent } })}
    >
      <p>{fill(w.resendAllText, { n: unsent })}</p>
    </Dialog>
  );
}
