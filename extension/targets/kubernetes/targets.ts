import type { ExportTarget } from "../export/exported";
import { kubernetesBecomes } from "./becomes";
import { kubernetesFates } from "./fates";
import { writeHelm } from "./writeHelm";
import { writeKubernetes } from "./writeKubernetes";

const common = { fates: kubernetesFates, becomes: kubernetesBecomes };

/** Manifests for kubectl. */
export const kubernetes: ExportTarget = {
  ...common,
  id: "kubernetes",
  label: "Kubernetes",
  write: writeKubernetes,
};

/** A chart for helm. */
export const helm: ExportTarget = { ...common, id: "helm", label: "Helm", write: writeHelm };
