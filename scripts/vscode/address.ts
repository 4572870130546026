import { sep } from "node:path";

export interface WindowOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of a file to open at once. */
  readonly file?: string;
  /** Absolute path of an extension to run from its folder. */
  readonly extension?: string;
  /** The server's token, where it asks for one. */
  readonly token?: string;
  /** Absolute path of a module whose `run` the extension host calls. */
  readonly tests?: string;
}

/** The address that opens a window of VS Code's server. `endpoint` must be the server's own spelling of itself. */
export function windowAddress(endpoint: string, options: WindowOptions): string {
  const { host } = new URL(endpoint);
  const remote = (path: string): string => `vscode-remote://${host}${toUriPath(path)}`;
  const payload: [string, string][] = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  if (options.file) payload.push(["openFile", remote(options.file)]);
  if (options.extension) payload.push(["extensionDevelopmentPath", remote(options.extension)]);
  if (options.tests) payload.push(["extensionTestsPath", remote(options.tests)]);
  const query = new URLSearchParams({ folder: toUriPath(options.folder), payload: JSON.stringify(payload) });
  if (options.token) query.set("tkn", options.token);
  return `${endpoint}/?${query}`;
}

/** `C:\a` is `/C:/a` in a URI. */
function toUriPath(path: string): string {
  const slashed = path.split(sep).join("/");
  return slashed.startsWith("/") ? slashed : `/${slashed}`;
}
