import { tick } from "../../engine/context";
import type { JsonOperation } from "../jsonOperation";
import { jsonPage } from "../jsonPage";
import { lastPart } from "../resources";
import { invalid, serviceOf, servicesOf } from "./find";
import { showService } from "./show";

export const listServices: JsonOperation = (call) => {
  const { items, nextToken } = jsonPage(
    call,
    servicesOf(call).map(({ arn }) => arn),
    call.input.number("maxResults") ?? 10,
  );
  return { serviceArns: items, nextToken };
};

export const describeServices: JsonOperation = (call) => {
  const wanted = call.input.texts("services") ?? [];
  if (wanted.length === 0 || wanted.length > 10) {
    throw invalid(wanted.length === 0 ? "Services cannot be empty." : "Services cannot have more than 10 elements.");
  }
  const all = servicesOf(call);
  const found = wanted.map((name) => [name, all.find((running) => running.name === lastPart(name))] as const);
  return {
    services: found.flatMap(([, running]) => (running ? [showService(running, call.service)] : [])),
    failures: found.flatMap(([name, running]) => (running ? [] : [{ arn: name, reason: "MISSING" }])),
  };
};

/** What ECS keeps beside the stack: how many tasks, and that all are to be replaced. */
export const updateService: JsonOperation = (call) => {
  const { input, service } = call;
  const { arn, desired, record, made } = serviceOf(call, "service");
  if (input.text("taskDefinition") !== undefined) {
    throw invalid(
      "In the Stackwright Sandbox a task definition comes from its stack alone. Deploy the stack to change it.",
    );
  }
  const count = input.number("desiredCount");
  if (count !== undefined && (count < 0 || !Number.isInteger(count))) {
    throw invalid("desiredCount must be a whole number, 0 or more.");
  }
  // After all that the stack has done, and before all that it will do.
  const now = tick(made.stack, service);
  service.store.save(made.stack);
  if (count !== undefined && count !== desired) {
    service.containers.change(arn, { scaled: [...record.scaled, { at: now, count, before: desired }] }, now);
  }
  if (input.flag("forceNewDeployment")) {
    service.containers.change(arn, { restarted: [...record.restarted, now] }, now);
  }
  return { service: showService(serviceOf(call, "service"), service) };
};
