import type { App } from "../../manifest/app";
import { envExample } from "../export/envExample";
import type { Exported, ExportOptions } from "../export/exported";
import { yamlText } from "../export/yamlText";
import { instanceOf } from "./context";
import { kubernetesNotes, objectsOf } from "./objects";
import { noSlots } from "./slots";

/** Manifests to be applied as they are, a file for each component. */
export function writeKubernetes(app: App, options: ExportOptions): Exported {
  const { context, files, jobs } = objectsOf(app, options, noSlots);
  const { variables } = context.secrets;
  const head = [`Made by Stackwright for ${app.name}, environment ${app.environment}.`];
  const texts = [...files].map(([name, objects]) => [`manifests/${name}.yaml`, yamlText(head, ...objects)] as const);
  const before = "Has to end well before the rest is applied. A new one is created each time.";
  // A Job cannot be applied again, so each run has a name of its own.
  const named = jobs.map(withFreshName);
  return {
    files: new Map([
      ...texts,
      ...(named.length > 0 ? [["before/jobs.yaml", yamlText([...head, before], ...named)] as const] : []),
      ...(variables.length > 0 ? [[".env.example", envExample(variables)] as const] : []),
    ]),
    notes: kubernetesNotes(app),
    variables,
    next: [...namespaceCommands(app, variables.length > 0), ...startCommands(app, named.length > 0)],
  };
}

/** The namespace, and the Secret in it. */
export function namespaceCommands(app: App, hasSecrets: boolean): readonly string[] {
  const namespace = instanceOf(app);
  return [
    `kubectl create namespace ${namespace}`,
    ...(hasSecrets
      ? [`kubectl create secret generic ${app.name}-secrets --namespace ${namespace} --from-env-file=.env`]
      : []),
  ];
}

function startCommands(app: App, hasJobs: boolean): readonly string[] {
  const where = `--namespace ${instanceOf(app)}`;
  if (!hasJobs) return [`kubectl apply ${where} -f manifests/`];
  return [
    "# The first time, what the jobs need has to be there before them; later, create the jobs first:",
    `kubectl apply ${where} -f manifests/`,
    `kubectl create ${where} -f before/jobs.yaml`,
  ];
}

function withFreshName(job: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { name, ...metadata } = job["metadata"] as { readonly name: string };
  return { ...job, metadata: { generateName: `${name}-`, ...metadata } };
}
