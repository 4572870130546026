import type { Output } from "../../extension/deploy/types";
import { Button } from "../controls/Button";
import { useController } from "../state/hooks";
import { strings } from "../strings";

/** What a deployment gives: each value can be copied, and an address opened. The host does both. */
export function Outputs({ outputs }: { readonly outputs: readonly Output[] }) {
  const controller = useController();
  return (
    <ul className="outputs">
      {outputs.map(({ key, label, value }) => (
        <li key={key}>
          <div className="output-label">{label}</div>
          <div className="output-row">
            <code title={value}>{value}</code>
            <Button
              icon="copy"
              label={strings.deployment.copy(label)}
              onPress={() => {
                controller.send({ type: "copyOutput", key });
                controller.announce(strings.announce.copied(label));
              }}
            />
            {/^https?:\/\//.test(value) && (
              <Button
                icon="link-external"
                label={strings.deployment.open(label)}
                onPress={() => controller.send({ type: "openOutput", key })}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
