import { ecr } from "./ecr/api";
import { ecs } from "./ecs/api";
import type { JsonApi } from "./jsonOperation";
import { logs } from "./logs/api";
import { ssm } from "./ssm";

/** The services that speak AWS JSON 1.1. */
export const jsonApis: readonly JsonApi[] = [ecr, ecs, logs, ssm];
