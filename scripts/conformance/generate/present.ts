import { type Chosen, levels, type Parameter } from "./parameter";

/** Types that a manifest may have or not. A second web service, `api`, is always there, so that none is empty. */
const types = ["web", "worker", "cron", "load-balancer", "postgres", "mysql", "redis"] as const;
type Type = (typeof types)[number];

/** Comes before all others, since most of them stand on it. */
export const presence: readonly Parameter[] = types.map((type) => ({
  name: `has ${type}`,
  covers: [],
  at: [],
  levels: levels({ yes: undefined, no: undefined }),
  usually: 0.9,
}));

export const present = (chosen: Chosen, type: Type): boolean => chosen.get(`has ${type}`) === "yes";
