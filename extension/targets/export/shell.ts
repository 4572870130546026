/** A command as one line of a shell; a line that was given to `sh -c` stands as it was written. */
export function shellLine(command: readonly string[]): string {
  const [shell, option, line] = command;
  if (command.length === 3 && shell === "sh" && option === "-c" && line !== undefined) return line;
  return wordLine(command);
}

/** A command as words that need no shell to be told apart, also where the first of them is one. */
export const wordLine = (command: readonly string[]): string => command.map(quoted).join(" ");

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
