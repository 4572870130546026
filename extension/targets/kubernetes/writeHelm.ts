import type { App } from "../../manifest/app";
import { envExample } from "../export/envExample";
import type { Exported, ExportOptions } from "../export/exported";
import { yamlText } from "../export/yamlText";
import { chartTemplate } from "./chartTemplate";
import { valuesSchema, valuesText } from "./chartValues";
import { instanceOf } from "./context";
import { kubernetesNotes, objectsOf } from "./objects";
import type { KubernetesObject } from "./services";
import { ChartSlots } from "./slots";
import { namespaceCommands } from "./writeKubernetes";

/** A chart of the same objects as the plain manifests, with what people choose as values. */
export function writeHelm(app: App, options: ExportOptions): Exported {
  const slots = new ChartSlots();
  const { context, files, jobs } = objectsOf(app, options, slots);
  const { variables } = context.secrets;
  const head = [`Made by Stackwright for ${app.name}, environment ${app.environment}.`];
  const template = (objects: readonly KubernetesObject[]): string =>
    chartTemplate(objects, slots.slots, slots.conditions.get(objects));
  const instance = instanceOf(app);
  const chart = {
    apiVersion: "v2",
    name: app.name,
    description: `${app.name}, environment ${app.environment}.`,
    type: "application",
    version: "0.1.0",
  };
  const all = [...slots.slots.values()];
  return {
    files: new Map([
      ["chart/Chart.yaml", yamlText(head, chart)],
      ["chart/values.yaml", valuesText([...head, "An empty text or map leaves its field out."], all)],
      ["chart/values.schema.json", `${JSON.stringify(valuesSchema(all), null, 2)}\n`],
      ...[...files].map(([name, objects]) => [`chart/templates/${name}.yaml`, template(objects)] as const),
      ...(jobs.length > 0 ? [["chart/templates/pre-deploy.yaml", template(jobs.map(asHook))] as const] : []),
      ["chart/templates/NOTES.txt", notesText(app)],
      ...(variables.length > 0 ? [[".env.example", envExample(variables)] as const] : []),
    ]),
    notes: kubernetesNotes(app),
    variables,
    next: [
      ...namespaceCommands(app, variables.length > 0),
      `helm upgrade --install ${app.name} ./chart --namespace ${instance}`,
    ],
  };
}

/** After an installation, whose databases it needs, and before each upgrade. Helm waits for it, and fails with it. */
function asHook(job: KubernetesObject): KubernetesObject {
  const metadata = job["metadata"] as Readonly<Record<string, unknown>>;
  const annotations = {
    "helm.sh/hook": "post-install,pre-upgrade",
    "helm.sh/hook-delete-policy": "before-hook-creation",
  };
  return { ...job, metadata: { ...metadata, annotations } };
}

const notesText = ({ name }: App): string =>
  `${name} is installed into {{ .Release.Namespace }}. To see its pods:

  kubectl get pods --namespace {{ .Release.Namespace }}
`;
