import type { Kinds } from "../source";
import { accessKinds } from "./access";
import { balancerKinds } from "./balancers";
import { bucketKinds } from "./buckets";
import { containerKinds } from "./containers";
import { networkKinds } from "./network";
import { scalingKinds } from "./scaling";
import { scheduleKinds } from "./schedules";
import { secretKinds } from "./secrets";
import { storeKinds } from "./stores";

/** What each type of the template becomes. */
export const kinds: Kinds = {
  ...networkKinds,
  ...containerKinds,
  ...scalingKinds,
  ...balancerKinds,
  ...storeKinds,
  ...scheduleKinds,
  ...secretKinds,
  ...accessKinds,
  ...bucketKinds,
};
