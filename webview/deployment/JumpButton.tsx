import type { Path } from "../../extension/manifest/problem";
import { Button } from "../controls/Button";
import { useController } from "../state/hooks";
import { strings } from "../strings";

/** Leads to where in the manifest something comes from, when that is known. */
export function JumpButton({ path }: { readonly path: Path | undefined }) {
  const controller = useController();
  if (path === undefined) return null;
  return (
    <Button
      icon="go-to-file"
      label={strings.deployment.showText}
      onPress={() => controller.send({ type: "reveal", path })}
    />
  );
}
