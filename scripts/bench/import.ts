import { Files } from "../../extension/import/imported";
import { importFrom } from "../../extension/import/importFrom";
import { percentile, type Row, row } from "./row";

export const importNames = ["import-57-services"] as const;

/** `import-57-services`: a Compose file as large applications have them, made into a manifest that is checked. */
export function importRows(): Row[] {
  const files = () => new Files(new Map([["compose.yaml", compose(57)]]), new Set([".env"]));
  const times = Array.from({ length: 40 }, () => {
    const start = performance.now();
    const imported = importFrom("compose.yaml", files());
    if (imported.kind !== "manifest") throw new Error(`It was refused: ${imported.reason}`);
    return performance.now() - start;
  });
  return [row("import-57-services", percentile(times.slice(10), 0.5), "ms", { most: 100 })];
}

/** Merges, interpolation, health checks, conditions, profiles and volumes, in so many services. */
function compose(services: number): string {
  const workers = Array.from({ length: services - 4 }, (_, n) => worker(n));
  return `${head}${workers.join("")}volumes: { data: {}, db: {}, redis: {} }\n`;
}

const head = `x-app: &app
  image: example/app:\${TAG:-26.1.0}
  restart: unless-stopped
  healthcheck: &check
    interval: 30s
    timeout: 90s
    retries: 10
  depends_on: &stores
    postgres: { condition: service_healthy }
    redis: { condition: service_started }
x-environment: &environment
  DATABASE_URL: postgres://app:\${POSTGRES_PASSWORD}@postgres:5432/app
  REDIS_URL: redis://redis:6379/0
  SECRET_KEY: \${SECRET_KEY}
  LOG_LEVEL: \${LOG_LEVEL:-info}
services:
  web:
    <<: *app
    command: [run, web]
    ports: ["\${PORT:-9000}:9000"]
    environment: { <<: *environment, WORKERS: "3" }
    healthcheck: { <<: *check, test: [CMD, curl, -f, http://localhost:9000/_health/] }
    volumes: ["data:/data"]
  nginx:
    image: nginx:1.29
    ports: ["80:80"]
    depends_on: [web]
  postgres:
    image: postgres:14.11
    environment: { POSTGRES_DB: app, POSTGRES_USER: app, POSTGRES_PASSWORD: "\${POSTGRES_PASSWORD}" }
    volumes: ["db:/var/lib/postgresql/data"]
  redis:
    image: redis:6.2.14-alpine
    volumes: ["redis:/data"]
`;

const worker = (n: number): string => `  worker-${n}:
    <<: *app
    command: run consumer queue-${n} --consumer-group group-${n}
    environment: { <<: *environment, QUEUE: "queue-${n}" }
    healthcheck: { <<: *check, test: [CMD-SHELL, "rm /tmp/health.txt"] }
    ${n % 3 === 0 ? 'profiles: ["complete"]' : "init: true"}
`;
