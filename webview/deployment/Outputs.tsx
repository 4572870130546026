import type { Output } from "../../extension/deploy/types";
import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { isSameList } from "../state/share";
import { strings } from "../strings";
import { groupOutputs } from "./groupOutputs";
import { OwnerName } from "./OwnerName";
import "./outputs.css";

/** What a deployment gives: the addresses first, then what each component has. The host copies and opens. */
export function Outputs({ outputs }: { readonly outputs: readonly Output[] }) {
  const order = useCanvas((state) => state.picture?.components.map(({ name }) => name) ?? [], isSameList);
  const { addresses, groups } = groupOutputs(outputs, order);
  return (
    <div className="outputs">
      {addresses.map((output) => (
        <Address key={output.key} output={output} />
      ))}
      {groups.map(({ component, outputs: own }) => (
        <section key={component ?? ""} className="output-group">
          <h3>
            <OwnerName component={component} shared={strings.deployment.ofApplication} />
          </h3>
          <ul>
            {own.map((output) => (
              <OutputRow key={output.key} output={output} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Address({ output }: { readonly output: Output }) {
  const controller = useController();
  const { key, label, value } = output;
  const owner = ownerOf(output);
  return (
    <div className="address">
      <OwnerName component={output.component} shared={label} />
      <code title={value}>{value}</code>
      <div className="address-actions">
        <Button
          icon="link-external"
          appearance="primary"
          label={strings.deployment.open(label, owner)}
          onPress={() => controller.send({ type: "openOutput", key })}
        >
          {strings.deployment.openAddress}
        </Button>
        <Button icon="copy" label={strings.deployment.copy(label, owner)} onPress={useCopy(output)}>
          {strings.deployment.copyAddress}
        </Button>
      </div>
    </div>
  );
}

function OutputRow({ output }: { readonly output: Output }) {
  const { label, value } = output;
  return (
    <li>
      <div className="output-label">{label}</div>
      <div className="output-row">
        <code title={value}>{value}</code>
        <Button icon="copy" label={strings.deployment.copy(label, ownerOf(output))} onPress={useCopy(output)} />
      </div>
    </li>
  );
}

function useCopy(output: Output): () => void {
  const controller = useController();
  return () => {
    controller.send({ type: "copyOutput", key: output.key });
    controller.announce(strings.announce.copied(output.label, ownerOf(output)));
  };
}

function ownerOf({ component }: Output): string {
  return component ?? strings.deployment.ofApplication;
}
