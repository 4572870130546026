/**
 * The lines that were added to a text, in order. Fails when a line of the old text is gone or was changed: the old lines
 * must all be there, in their order.
 */
export function addedLines(before: string, after: string): readonly string[] {
  const old = before.split("\n");
  const added: string[] = [];
  let next = 0;
  for (const line of after.split("\n")) {
    if (next < old.length && line === old[next]) next += 1;
    else added.push(line);
  }
  if (next < old.length) throw new Error(`The line ${JSON.stringify(old[next])} is gone. The text is:\n${after}`);
  return added;
}
