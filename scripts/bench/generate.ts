/**
 * A plausible manifest of exactly `lines` lines, and the offset of an empty field line in a Postgres component in its
 * middle, where a completion is asked for.
 */
export function generate(lines: number): {
  readonly text: string;
  readonly offset: number;
  readonly components: number;
} {
  const out = ["name: bench", "region: us-east-1", "components:"];
  const blocks = [web, database, worker, cache];
  const probe = ["  zz:", "    type: postgres", '    version: "17"', "    ", "    storage: 20Gi"];
  let count = 0;
  let offset = -1;
  for (;;) {
    const block = blocks[count % blocks.length]?.(Math.floor(count / blocks.length)) ?? [];
    const reserve = offset < 0 ? probe.length : 0;
    if (out.length + block.length + reserve > lines) break;
    if (offset < 0 && out.length > lines / 2) {
      offset = [...out, ...probe.slice(0, 3)].join("\n").length + 1 + 4;
      out.push(...probe);
      count++;
      continue;
    }
    out.push(...block);
    count++;
  }
  while (out.length < lines) out.push(`# ${out.length}`);
  return { text: `${out.join("\n")}\n`, offset, components: count };
}

const web = (n: number) => [
  `  web-${n}:`,
  "    type: web",
  "    image: example/app:1.4.2",
  "    port: 3000",
  "    cpu: 0.5",
  "    memory: 1Gi",
  `    env: { CACHE: "\${{ cache-${n}.host }}" }`,
  `    connections: [db-${n}, cache-${n}]`,
  "    scale: { min: 2, max: 6, cpu: 60 }",
];

const database = (n: number) => [
  `  db-${n}:`,
  "    type: postgres",
  '    version: "17"',
  "    size: small",
  "    storage: 20Gi",
  "    backup:",
  "      retentionDays: 7",
];

const worker = (n: number) => [
  `  worker-${n}:`,
  "    type: worker",
  "    image: example/app:1.4.2",
  "    command: [bundle, exec, sidekiq]",
  "    secrets:",
  "      TOKEN: { generate: { length: 40 } }",
  "    connections:",
  `      - db-${n}`,
  `      - cache-${n}`,
];

const cache = (n: number) => [
  `  cache-${n}:`,
  "    type: redis",
  '    version: "8"',
  "    size: micro",
  "    replicas: 1",
];
