import { useState } from "react";
import type { PictureComponent } from "../../../extension/protocol/messages";
import { Button } from "../../controls/Button";
import { TextField } from "../../controls/TextField";
import { strings } from "../../strings";
import { ConnectionPreview } from "../ConnectionPreview";
import { defaultPrefix } from "../connections";

interface NewConnectionProps {
  readonly from: PictureComponent;
  readonly to: PictureComponent;
  /** `""`: the prefix that the name gives. */
  readonly onConnect: (prefix: string) => void;
  readonly onCancel: () => void;
}

/** A connection before it is made: everything that it will do, and how its variables are called. */
export function NewConnection({ from, to, onConnect, onCancel }: NewConnectionProps) {
  const [prefix, setPrefix] = useState("");
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const shown = draft ?? prefix;
  const isValid = shown === "" || /^[A-Za-z_][A-Za-z0-9_]*$/.test(shown);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as freely, and brings a frame of its own.
    <div className="new-connection" role="group" aria-label={strings.inspector.newConnection(to.name)}>
      <span className="grid-title">{strings.inspector.prefix}</span>
      <TextField
        label={strings.inspector.prefixOf(to.name)}
        value={prefix}
        placeholder={defaultPrefix(to.name)}
        invalid={!isValid}
        onDraft={setDraft}
        onValue={setPrefix}
      />
      <ConnectionPreview from={from} to={to} prefix={isValid ? shown : ""} />
      <div className="new-connection-actions">
        <Button appearance="primary" disabled={!isValid} onPress={() => onConnect(shown)}>
          {strings.inspector.connect}
        </Button>
        <Button onPress={onCancel}>{strings.inspector.cancel}</Button>
      </div>
    </div>
  );
}
