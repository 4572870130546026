/**
 * What becomes `dist/core.js`: the manifest and the language, which every other bundle shares and reads when the first of
 * its functions is used. A module that is not named here is part of each bundle that imports it.
 */

export * from "../manifest/catalog/sizes";
export * from "../manifest/catalog/templates";
export * from "../manifest/check/mergeMaps";
export * from "../manifest/cron";
export * from "../manifest/edit/carryOut";
export * from "../manifest/edit/changedLines";
export * from "../manifest/edit/edit";
export * from "../manifest/edit/keepPrefix";
export * from "../manifest/edit/pasteManifest";
export * from "../manifest/edit/scalar";
export * from "../manifest/edit/versions";
export * from "../manifest/engineVersions";
export * from "../manifest/fargate";
export * from "../manifest/jsonAt";
export * from "../manifest/manifest";
export * from "../manifest/maskSecrets";
export * from "../manifest/meaning/clearSecret";
export * from "../manifest/model/mergeJson";
export * from "../manifest/model/values";
export * from "../manifest/placeOf";
export * from "../manifest/references";
export * from "../manifest/replacedFields";
export * from "../manifest/schema";
export * from "../manifest/shape/checkAgainst";
export * from "../manifest/syntax/follow";
export * from "../manifest/syntax/tree";
export * from "./complete";
export * from "./define";
export * from "./fix/fixes";
export * from "./fold";
export * from "./format";
export * from "./hover";
export * from "./inlay";
export * from "./lenses";
export * from "./links";
export * from "./mention";
export * from "./outline";
export * from "./refactor/refactorings";
export * from "./references";
export * from "./rename";
export * from "./select";
export * from "./symbols";
export * from "./tokens";
