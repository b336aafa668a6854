import { type FSWatcher, existsSync, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Calls `saved` a moment after the last of several saves in these folders or below. Each folder is watched by itself: a
 * recursive watch of node follows files, and loses one that an editor replaces when it saves.
 *
 * @param concerns whether a file of this name matters
 * @returns a function that ends the watch
 */
export function watchFolders(
  folders: readonly string[],
  concerns: (name: string) => boolean,
  saved: () => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const add = (folder: string) => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (_what, name) => {
      if (!existsSync(folder)) {
        watchers.get(folder)?.close();
        watchers.delete(folder);
        return;
      }
      if (name === null) return;
      if (concerns(name)) {
        clearTimeout(timer);
        timer = setTimeout(saved, 80);
      } else if (!name.includes(".")) addBelow(folder);
    });
    watcher.on("error", () => watchers.delete(folder));
    watchers.set(folder, watcher);
  };
  const addBelow = (folder: string) => {
    add(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name !== "node_modules") addBelow(join(folder, entry.name));
    }
  };
  for (const folder of folders) if (existsSync(folder)) addBelow(folder);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
