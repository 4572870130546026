/** The types whose published schema the tests check with, by provider; a type of an export that is missing here fails its test. */
export const checkedTypes = {
  aws: {
    resources: [] as readonly string[],
    data: [] as readonly string[],
  },
  google: {
    resources: [] as readonly string[],
    data: [] as readonly string[],
  },
  random: {
    resources: ["random_password", "random_id"] as readonly string[],
    data: [] as readonly string[],
  },
} as const;
