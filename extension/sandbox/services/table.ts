import { ecs } from "./ecs/api";
import type { JsonApi } from "./jsonOperation";
import { logs } from "./logs/api";
import { ssm } from "./ssm";

/** The services that speak AWS JSON 1.1. */
export const jsonApis: readonly JsonApi[] = [ecs, logs, ssm];
