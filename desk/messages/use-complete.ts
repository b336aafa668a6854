import { routes } from "../api.ts";
import { useWrite } from "../kit/use-write.ts";
import { zh } from "../words/zh.ts";

/** Writes down what came of telling somebody; `onDone` once it is kept. */
export function useComplete(onDone: () => void) {
  return useWrite(routes.messages.complete, {
    refresh: ["messages", "counts", "case", "work"],
    said: zh.app.saved,
    onDone,
  });
}
