/** One process of a Procfile: its type, its command and its line. */
export interface Process {
  readonly type: string;
  readonly command: string;
  readonly line: number;
}

/** The processes of a Procfile, in its order. */
export function readProcfile(text: string): readonly Process[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    const match = /^([A-Za-z0-9_-]+):\s*(\S.*)$/.exec(line);
    return match === null ? [] : [{ type: match[1] ?? "", command: (match[2] ?? "").trim(), line: index + 1 }];
  });
}
