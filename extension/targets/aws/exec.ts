import type { App } from "../../manifest/app";
import { isService } from "../edges";
import { allowStatement } from "./roles";
import type { Value } from "./template";

/** Somebody may open a shell in some task. */
export const usesExec = (app: App): boolean =>
  [...app.components.values()].some((component) => isService(component) && component.exec);

/** What the agent in a task needs to open a session. Its actions know no resources, so they cannot be limited to any. */
export const execStatements: readonly Value[] = [
  allowStatement(
    [
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ],
    ["*"],
  ),
];
