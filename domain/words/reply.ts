/** A reply as the petitioner reads it, everywhere the same: the named parts in their order, then the free text. */
export function replyWords(
  named: readonly { readonly code: string; readonly label: string }[],
  reply: { readonly parts: Readonly<Record<string, string>>; readonly text: string },
): string {
  const parts = named.flatMap(({ code, label }) => {
    const text = reply.parts[code]?.trim();
    return text ? [`${label}：${text}`] : [];
  });
  return [...parts, reply.text.trim()].filter((text) => text !== "").join("\n");
}
