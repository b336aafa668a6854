import type { WorkSection } from "../../contract/periodic.ts";

/** A part of the material as it will be printed; what belongs to it stands below. */
export function SectionView({
  section: { heading, lines, table },
  children,
}: {
  readonly section: WorkSection;
  readonly children?: React.ReactNode;
}) {
  return (
    <section className="stack" aria-label={heading}>
      <h3>{heading}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {table && (
        <div className="scroll">
          <table className={table.header.length > 2 ? "plain stacks" : "plain"}>
            <thead>
              <tr>
                {table.header.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, at) => (
                <tr key={`${at}/${row[0]}`}>
                  {row.map((text, i) =>
                    i === 0 ? (
                      <th key={table.header[i]} scope="row">
                        {text}
                      </th>
                    ) : (
                      <td key={table.header[i]} data-label={table.header[i]}>
                        {text}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {children}
    </section>
  );
}
