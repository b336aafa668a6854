import { useState } from "react";
import { type ActProps, useAct } from "../../use-act.ts";
import { ClassificationFields, startingPoint } from "./classification.tsx";
import { actName } from "../act-name.ts";
import { Dialog } from "../../../kit/dialog.tsx";

/** Sorting a case into one of the two tracks. */
export function ClassifyAct(props: ActProps) {
  const [value, setValue] = useState(startingPoint(props.kase));
  const run = useAct("classify", props);
  return (
    <Dialog
      title={actName(props.act, false)}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate(value)}
    >
      <ClassificationFields kase={props.kase} value={value} onChange={setValue} />
    </Dialog>
  );
}
