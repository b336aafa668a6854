import { useQuery } from "@tanstack/react-query";
import { Input, Tree } from "antd";
import { useMemo, useState } from "react";
import type { OrgNode } from "../../contract/office.ts";
import { orgKinds } from "../../domain/office/org.ts";
import { call, routes } from "../api.ts";
import { zh } from "../words/zh.ts";

/** Bureaux and offices stand before units, districts with their own tree last. */
const kindOrder: readonly string[] = [...orgKinds.filter((kind) => kind !== "area"), "area"];
const order = (kind: string) => kindOrder.indexOf(kind);

/** The region's organisations. */
export function useOrgs(): readonly OrgNode[] {
  const { data } = useQuery({ queryKey: ["orgs"], queryFn: () => call(routes.office.tree, {}), staleTime: 300_000 });
  return data?.orgs ?? [];
}

interface TreeProps {
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
  /** Nodes that may not be chosen, with the reason that stands beside them. */
  readonly closed: ReadonlyMap<string, string>;
  /** Show only what can be chosen and its way up. */
  readonly kinds?: readonly string[];
  /** As high as the page instead of a dialog's height. */
  readonly tall?: boolean;
}

interface Node {
  readonly key: string;
  readonly title: React.ReactNode;
  readonly disabled: boolean;
  readonly children: Node[];
}

/** The organisation tree: found by name, initials or duty word; closed nodes stay visible with their reason. */
export function OrgTree({ chosen, onChoose, closed, kinds, tall = false }: TreeProps) {
  const orgs = useOrgs();
  const [words, setWords] = useState("");
  const [open, setOpen] = useState<readonly string[] | null>(null);
  const nodes = useMemo(() => {
    const hit = (org: OrgNode) => {
      const text = words.trim().toLowerCase();
      return !text || [org.name, org.shortName, org.initials, org.duties].some((t) => t.toLowerCase().includes(text));
    };
    const build = (parent: string | null): Node[] =>
      orgs
        .filter((org) => org.parentId === parent)
        .sort((a, b) => order(a.kind) - order(b.kind) || a.initials.localeCompare(b.initials))
        .flatMap((org) => {
          const children = build(org.id);
          const area = org.kind === "area";
          const kindFits = area || kinds === undefined || kinds.includes(org.kind);
          if (children.length === 0 && (area || !kindFits || !hit(org))) return [];
          const reason = closed.get(org.id);
          return [
            {
              key: org.id,
              disabled: area || reason !== undefined,
              children,
              title: (
                <span>
                  {org.shortName} <span className="small">{reason ?? (area ? "" : org.duties)}</span>
                </span>
              ),
            },
          ];
        });
    return build(null);
  }, [orgs, words, closed, kinds]);
  const only = useMemo(() => onlyOne(nodes, words), [nodes, words]);
  const all = useMemo(() => orgs.filter((org) => org.kind === "area").map((org) => org.id), [orgs]);
  return (
    <div>
      <Input.Search
        allowClear
        aria-label={zh.acts.treeHint}
        placeholder={zh.acts.treeHint}
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={() => only && onChoose(only)}
      />
      {nodes.length > 0 && (
        <Tree
          style={{ marginTop: 8, maxHeight: tall ? "calc(100vh - 240px)" : 380, overflow: "auto" }}
          treeData={nodes}
          expandedKeys={words || open === null ? all : [...open]}
          onExpand={(keys) => setOpen(keys.map(String))}
          selectedKeys={[...chosen]}
          onSelect={(_keys, { node }) => onChoose(String(node.key))}
          blockNode
        />
      )}
    </div>
  );
}

/** The one node that is left to choose after a search; null where there are several or none. */
function onlyOne(nodes: readonly Node[], words: string): string | null {
  if (words.trim() === "") return null;
  const open = (node: Node): string[] => [...(node.disabled ? [] : [node.key]), ...node.children.flatMap(open)];
  const left = nodes.flatMap(open);
  return left.length === 1 ? (left[0] ?? null) : null;
}
