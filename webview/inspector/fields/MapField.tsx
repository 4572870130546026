import { useState } from "react";
import { Button } from "../../controls/Button";
import { TextField } from "../../controls/TextField";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { useField } from "../useField";
import { show } from "../values";
import { EntryRows, NewEntryName } from "./EntryRows";
import type { MapEntry } from "./useEntries";

/** Names with a text each, such as environment variables and volumes. */
export function MapField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const [fresh, setFresh] = useState<string | undefined>(undefined);
  // Another key empties the row for the next one.
  const [count, setCount] = useState(0);
  const done = () => {
    setFresh(undefined);
    setCount(count + 1);
  };
  const value = (entry: MapEntry) => (
    <TextField
      label={strings.inspector.valueOf(entry.key)}
      value={show(entry.value)}
      disabled={field.isDisabled}
      onValue={(text) => field.set(text, [entry.key])}
    />
  );
  return (
    <FieldRow field={field}>
      <EntryRows field={field} className="pair" value={value}>
        <div className="row pair" key={`new ${count}`}>
          <NewEntryName field={field} value={fresh ?? ""} onName={setFresh} />
          {fresh !== undefined && (
            <>
              <TextField
                label={strings.inspector.valueOf(fresh)}
                value=""
                placeholder={strings.inspector.value}
                focus={count}
                onValue={(text) => {
                  field.set(text, [fresh]);
                  done();
                }}
              />
              <Button icon="close" label={strings.inspector.removeItem(fresh)} onPress={done} />
            </>
          )}
        </div>
      </EntryRows>
    </FieldRow>
  );
}
