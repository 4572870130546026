import type { Database, Redis } from "../../manifest/app";
import { storeContainer } from "../export/storeContainer";
import { defined } from "../export/yamlText";
import { type ComposeContext, literal } from "./context";

/** A service of the Compose file, the volumes it names and the files it reads. */
export interface Made {
  readonly service: Record<string, unknown>;
  readonly volumes: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

const healthy = { interval: "5s", timeout: "5s", retries: 24, start_period: "10s" };

/** A database or a cache in a container, which creates its user, its database and its extensions at first. */
export function storeService(context: ComposeContext, store: Database | Redis): Made {
  const { image, command, environment, password, data, ready, initSql } = storeContainer(context.app, store);
  const volume = `${store.name}-data`;
  const script = `${store.name}/extensions.sql`;
  return {
    service: defined({
      image,
      restart: "unless-stopped",
      command: command && ["sh", "-c", literal(command)],
      environment: withPassword(environment, password, context.password(store.name)),
      volumes: [
        `${volume}:${data}`,
        ...(initSql === undefined ? [] : [`./${script}:/docker-entrypoint-initdb.d/extensions.sql:ro`]),
      ],
      healthcheck: {
        test: typeof ready === "string" ? ["CMD-SHELL", literal(ready)] : ["CMD", ...ready],
        ...healthy,
      },
    }),
    volumes: [volume],
    files: new Map(initSql === undefined ? [] : [[script, initSql]]),
  };
}

/** The password stands behind the user's name. */
function withPassword(environment: Readonly<Record<string, string>>, name: string, value: string) {
  const [first, ...others] = Object.entries(environment);
  return Object.fromEntries([...(first ? [first] : []), [name, value], ...others]);
}
