/** A number with its unit, or a date with the day of the week: read as one, so they stay in one line. */
const together =
  /((?:\d+\p{Script=Han}){2,}(?: \p{Script=Han}{2})?(?: \d\d:\d\d)?|\d[\d,.]*(?: \p{Script=Han}{1,4})?)/u;

/** A heading or a short line whose dates and numbers are not broken. */
export function Whole({ text }: { readonly text: string }) {
  return <>{text.split(together).map((part, i) => (i % 2 === 1 ? <span class="whole">{part}</span> : part))}</>;
}
