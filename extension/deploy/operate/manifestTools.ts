/**
 * Reading and editing manifests, lent to the engine by whoever runs it: the editor and the command line have them anyway,
 * and with a copy of its own the engine would be half as large again.
 */
export interface ManifestTools {
  readonly openManifest: typeof import("../../manifest/manifest").openManifest;
  readonly edit: typeof import("../../manifest/edit/edit").edit;
  readonly applyEdits: typeof import("../../manifest/edit/edit").applyEdits;
}
