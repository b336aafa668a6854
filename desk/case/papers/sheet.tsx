import type { PaperPreview } from "../../../contract/case/papers.ts";
import { paperWords as w } from "../../words/papers.ts";
import "./papers.css";

type Block = PaperPreview["blocks"][number];
type GridRow = Extract<Block, { is: "grid" }>["rows"][number];

/** A paper as it will be printed, near enough to be read before it is made. */
export function Sheet({ paper }: { readonly paper: PaperPreview }) {
  return (
    <div className={`sheet ${paper.layout}`} role="document" aria-label={w.preview}>
      {paper.layout !== "table" && <div className="organ">{paper.organ}</div>}
      <div className="title">{paper.title}</div>
      <div className="small" style={{ textAlign: "center" }}>
        {w.numberLater}
        {paper.signer && `　${paper.signer.label}：${paper.signer.name ?? ""}`}
      </div>
      {paper.addressee && <p className="flush">{paper.addressee}</p>}
      {paper.blocks.map((block, i) => (
        <BlockView key={`${block.is}${i}`} block={block} />
      ))}
      <div className="dated">{paper.layout !== "table" && paper.organ}</div>
      <div className="dated">{paper.dated}</div>
      {paper.copies && <p className="flush">{paper.copies}</p>}
      {paper.note && <div className="small">{paper.note}</div>}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.is) {
    case "heading":
      return <h4>{block.text}</h4>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "grid":
      return (
        <table className="grid">
          <tbody>{block.rows.map((row, i) => gridRow(row, i))}</tbody>
        </table>
      );
    case "table":
      return (
        <table>
          <thead>
            <tr>
              {block.header.map((text) => (
                <th key={text}>{text}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join()}>
                {row.map((text, i) => (
                  <td key={`${block.header[i]}`}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function gridRow(row: GridRow, place: number) {
  if ("band" in row) {
    return (
      <tr key={place}>
        <th className="band" colSpan={4}>
          {row.band}
        </th>
      </tr>
    );
  }
  const span = row.cells.length === 1 ? 3 : 1;
  return (
    <tr key={place}>
      {row.cells.flatMap((cell) => [
        <th key={cell.label} scope="row">
          {cell.label}
        </th>,
        <td key={`${cell.label}.`} colSpan={span}>
          {cell.text}
        </td>,
      ])}
    </tr>
  );
}
