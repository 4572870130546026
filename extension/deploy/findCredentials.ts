import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { t } from "../manifest/l10n";

export interface CredentialsHint {
  /** Whether signing in to AWS is worth trying. */
  readonly found: boolean;
  /** Where they would come from, in words: "the environment", "the profile work". */
  readonly source?: string;
  /** The profiles of the AWS configuration files, sorted. */
  readonly profiles: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What gives a profile credentials, whichever way. */
const credentialKeys = [
  "aws_access_key_id",
  "sso_session",
  "sso_start_url",
  "role_arn",
  "credential_process",
  "login_session",
];

/**
 * Whether AWS credentials can be found, from the environment and the AWS configuration files alone: no network, no
 * process started, nothing signed. An instance's metadata service is not asked: on a laptop that only costs time.
 * Whether they are still good is found out by `connect`.
 */
export async function findCredentials(env: Environment = process.env): Promise<CredentialsHint> {
  const sections = await readProfiles(env);
  const profiles = [...sections.keys()].sort();
  const found = (source: string): CredentialsHint => ({ found: true, source, profiles });
  const profile = env["AWS_PROFILE"];
  if (!profile && env["AWS_ACCESS_KEY_ID"] && env["AWS_SECRET_ACCESS_KEY"]) return found(t`the environment`);
  const chosen = profile || "default";
  const keys = sections.get(chosen);
  if (keys && credentialKeys.some((key) => keys.has(key))) return found(t`the profile ${chosen}`);
  if (env["AWS_WEB_IDENTITY_TOKEN_FILE"] && env["AWS_ROLE_ARN"]) return found(t`a web identity token`);
  if (env["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] || env["AWS_CONTAINER_CREDENTIALS_FULL_URI"])
    return found(t`the container`);
  return { found: false, profiles };
}

async function readProfiles(env: Environment): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const folder = join(homedir(), ".aws");
  const [credentials, config] = await Promise.all([
    read(env["AWS_SHARED_CREDENTIALS_FILE"] ?? join(folder, "credentials")),
    read(env["AWS_CONFIG_FILE"] ?? join(folder, "config")),
  ]);
  const profiles = new Map<string, Set<string>>();
  collect(credentials, (section) => section, profiles);
  // In the config file a profile is `[profile name]`, and other kinds of sections stand beside it.
  collect(config, (section) => (section === "default" ? section : /^profile\s+(.+)$/.exec(section)?.[1]), profiles);
  return profiles;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return "";
  }
}

/** Names of sections and of their keys. Values are not kept: they are secrets. */
function collect(
  text: string,
  profileOf: (section: string) => string | undefined,
  into: Map<string, Set<string>>,
): void {
  let keys: Set<string> | undefined;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[([^\]]+)\]/.exec(line)?.[1]?.trim();
    if (section !== undefined) {
      const name = profileOf(section)
        ?.trim()
        .replace(/^["'](.*)["']$/, "$1");
      keys = name === undefined ? undefined : (into.get(name) ?? new Set());
      if (name !== undefined && keys) into.set(name, keys);
      continue;
    }
    // Indented lines are values nested under a key, such as `s3 =`.
    const key = /^([A-Za-z0-9_]+)\s*=/.exec(line)?.[1];
    if (key !== undefined) keys?.add(key.toLowerCase());
  }
}
