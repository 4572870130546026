/** "1 resource", "3 resources". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** "Update failed" from "update failed". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "service, 2 firewall rules and log": what there is many of needs no line each. */
export function counted(things: readonly { readonly label: string }[]): string {
  const counts = new Map<string, number>();
  for (const { label } of things) counts.set(label, (counts.get(label) ?? 0) + 1);
  return listed([...counts].map(([label, count]) => (count === 1 ? label : plural(count, label))));
}
