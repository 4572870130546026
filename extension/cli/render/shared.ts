/** What belongs to no component, in words. */
export const shared = "shared by all components";
