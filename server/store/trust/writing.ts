import {
  type CompiledQuery,
  type DeleteQueryNode,
  type InsertQueryNode,
  type OperationNode,
  TableNode,
  type UpdateQueryNode,
} from "kysely";
import { isVouched, type VouchedTable } from "./vouched.ts";

/** A statement that writes rows somebody must vouch for. */
export interface Writing {
  readonly table: VouchedTable;
  readonly removes: boolean;
  /** It ends with a list of what it gives back. */
  readonly returns: boolean;
  /** It calls a function of the database that gives the rows back which it has written. */
  readonly calls?: true;
}

/** What a statement in words of its own says of the table that it writes, at its end: `/* writes case *\/`. */
const said = /\/\* writes (\w+) \*\/\s*$/;
/** The same of a call that removes rows and gives them back. */
const calls = /\/\* removes (\w+) \*\/\s*$/;

/** The same of a call that changes rows and gives them back. */
const callsAnew = /\/\* rewrites (\w+) \*\/\s*$/;

/** What a statement writes; null where nobody must vouch for it. */
export function writingOf({ query, sql }: CompiledQuery): Writing | null {
  if (query.kind === "InsertQueryNode") {
    const { into, returning } = query as InsertQueryNode;
    return writing(into, false, returning !== undefined);
  }
  if (query.kind === "UpdateQueryNode") {
    const { table, returning } = query as UpdateQueryNode;
    return writing(table, false, returning !== undefined);
  }
  if (query.kind === "DeleteQueryNode") {
    const { from, returning } = query as DeleteQueryNode;
    return writing(from.froms[0], true, returning !== undefined);
  }
  const gone = calls.exec(sql)?.[1];
  if (gone !== undefined && isVouched(gone)) return { table: gone, removes: true, returns: false, calls: true };
  const anew = callsAnew.exec(sql)?.[1];
  if (anew !== undefined && isVouched(anew)) return { table: anew, removes: false, returns: false, calls: true };
  const table = said.exec(sql)?.[1];
  return table !== undefined && isVouched(table) ? { table, removes: false, returns: false } : null;
}

function writing(node: OperationNode | undefined, removes: boolean, returns: boolean): Writing | null {
  if (!node || !TableNode.is(node)) return null;
  const table = node.table.identifier.name;
  return isVouched(table) ? { table, removes, returns } : null;
}
