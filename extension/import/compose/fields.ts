import { t } from "../../manifest/l10n";
import type { Notes } from "../notes";
import { entriesOf, get, type Value } from "../value";

/** What is read elsewhere, or means nothing where there is no machine: how it starts again, what it is called. */
const silent = new Set(
  "image build command entrypoint environment env_file ports expose volumes depends_on healthcheck networks restart container_name hostname profiles deploy scale mem_limit mem_reservation cpus platform links extends network_mode pid ipc privileged devices caproverExtra documentation exclude_from_hc is_directory".split(
    " ",
  ),
);

const reasons: Readonly<Record<string, () => string>> = {
  tmpfs: () => t`There is no disk in memory; the container's own disk takes its place, and is empty after each start.`,
  user: () => t`The user that the image names is taken.`,
  working_dir: () => t`The folder that the image names is taken.`,
  cap_add: () => t`AWS Fargate adds no kernel capabilities.`,
  cap_drop: () => t`The platform's own set of kernel capabilities is taken.`,
  security_opt: () => t`The platform's own security options are taken.`,
  read_only: () => t`The container's disk can be written to.`,
  ulimits: () => t`The platform's own limits are taken.`,
  sysctls: () => t`Kernel settings cannot be changed.`,
  shm_size: () => t`Shared memory has the platform's size.`,
  pids_limit: () => t`There is no limit to the number of processes.`,
  extra_hosts: () => t`Names are looked up by DNS alone.`,
  dns: () => t`The network's own DNS is used.`,
  volumes_from: () => t`Components do not share volumes.`,
  secrets: () => t`Secrets come as environment variables, not as files. Add them to secrets.`,
  configs: () => t`Configuration files are part of the image.`,
  external_links: () => t`Containers of other projects cannot be reached.`,
  labels: () => t`Nothing reads labels here; what a proxy takes from them is for the load balancer's routes.`,
  logging: () => t`Logs go where the platform keeps them.`,
  stop_grace_period: () => t`A task has 30 seconds to end.`,
  init: () => t`The image's own first process is taken.`,
  pull_policy: () => t`An image is pulled when a task starts.`,
  develop: () => t`It is for developing on this machine.`,
};

/** Says of each field that is not carried why it is not. */
export function leftFields(name: string, service: Value, notes: Notes): void {
  for (const [key, value] of entriesOf(service)) {
    if (silent.has(key) || key.startsWith("x-")) continue;
    notes.left(value.place, key, reasons[key]?.() ?? t`A component has no such setting.`, name);
  }
  for (const [key, value] of entriesOf(get(service, "deploy"))) {
    if (key === "replicas" || key === "resources" || key === "restart_policy") continue;
    notes.left(value.place, `deploy.${key}`, t`How containers are placed and replaced is the platform's own.`, name);
  }
}
