import type { Database, Redis } from "../../manifest/app";
import { storeContainer } from "../export/storeContainer";
import { defined } from "../export/yamlText";
import { containerRights, podFields } from "./container";
import type { KubernetesContext } from "./context";
import { clusterService, type KubernetesObject } from "./services";

/** A database or a cache with a disk of its own, in one pod. */
export function storeObjects(context: KubernetesContext, store: Database | Redis): readonly KubernetesObject[] {
  const name = context.nameOf(store.name);
  const { slots, secretName } = context;
  const { image, port, command, environment, password, data, ready, initSql } = storeContainer(context.app, store);
  const script = `${name}-init`;
  const asked = typeof ready === "string" ? ["sh", "-c", ready] : ready;
  const probe = { exec: { command: asked }, periodSeconds: 10, timeoutSeconds: 5 };
  const size = store.type === "redis" ? "8Gi" : `${store.storage}Gi`;
  const container = defined({
    name,
    image: slots.value([name, "image"], image),
    command: command && ["sh", "-c", command],
    env: [
      ...Object.entries(environment).map(([key, value]) => ({ name: key, value })),
      {
        name: password,
        valueFrom: { secretKeyRef: { name: secretName, key: context.secrets.passwordOf(store.name) } },
      },
    ],
    ports: [{ name: "main", containerPort: port }],
    startupProbe: { ...probe, failureThreshold: 60 },
    readinessProbe: probe,
    volumeMounts: [
      // Not the disk's own folder: its file system keeps things there, which the image takes for data.
      { name: "data", mountPath: data, subPath: "data" },
      ...(initSql === undefined ? [] : [{ name: "init", mountPath: "/docker-entrypoint-initdb.d", readOnly: true }]),
    ],
    resources: slots.map([name, "resources"], { requests: { cpu: "250m", memory: "512Mi" } }),
    securityContext: slots.map([name, "securityContext"], containerRights),
  });
  const set = {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name, labels: context.labels(store.name) },
    spec: {
      serviceName: name,
      replicas: 1,
      selector: { matchLabels: context.running(store.name) },
      template: {
        metadata: { labels: { ...context.labels(store.name), ...context.running(store.name) } },
        spec: defined({
          ...podFields,
          containers: [container],
          volumes: initSql === undefined ? undefined : [{ name: "init", configMap: { name: script } }],
        }),
      },
      volumeClaimTemplates: [
        {
          metadata: { name: "data" },
          spec: defined({
            accessModes: ["ReadWriteOnce"],
            storageClassName: slots.optional([name, "storageClass"]),
            resources: { requests: { storage: slots.value([name, "storage"], size) } },
          }),
        },
      ],
    },
  };
  const scripts =
    initSql === undefined
      ? []
      : [
          {
            apiVersion: "v1",
            kind: "ConfigMap",
            metadata: { name: script, labels: context.labels(store.name) },
            data: { "extensions.sql": initSql },
          },
        ];
  return slots.onlyIf([name, "enabled"], [...scripts, set, clusterService(context, store.name, [port])]);
}
