import { useState } from "react";
import { Button } from "../../controls/Button";
import { TextField } from "../../controls/TextField";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { useField } from "../useField";
import { show } from "../values";
import { EntryName } from "./EntryName";
import { EntryReset } from "./EntryReset";
import { entriesOf } from "./useEntries";

/** Names with a text each, such as environment variables and volumes. */
export function MapField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const entries = entriesOf(field);
  const taken = entries.map(({ key }) => key);
  const rule = model.schema.propertyNames;
  const [fresh, setFresh] = useState<string | undefined>(undefined);
  const [count, setCount] = useState(0);
  const done = () => {
    setFresh(undefined);
    setCount(count + 1);
  };
  return (
    <FieldRow field={field}>
      <div className="rows">
        {entries.map((entry) => (
          <div className={`row pair${entry.isOwn ? "" : " inherited"}`} key={entry.key}>
            <EntryName
              label={strings.inspector.nameOf(entry.key)}
              value={entry.key}
              taken={taken}
              rule={rule}
              isDisabled={field.isDisabled || !entry.isOwn || entry.isInBase}
              onName={(name) => field.rename(entry.key, name)}
            />
            <TextField
              label={strings.inspector.valueOf(entry.key)}
              value={show(entry.value)}
              disabled={field.isDisabled}
              onValue={(value) => field.set(value, [entry.key])}
            />
            <EntryReset field={field} entry={entry} />
          </div>
        ))}
        {!field.isDisabled && (
          <div className="row pair" key={`new ${count}`}>
            <EntryName
              label={strings.inspector.addItem(model.title)}
              value={fresh ?? ""}
              placeholder={strings.inspector.add}
              taken={taken}
              rule={rule}
              isDisabled={false}
              onName={setFresh}
            />
            {fresh !== undefined && (
              <>
                <TextField
                  label={strings.inspector.valueOf(fresh)}
                  value=""
                  placeholder={strings.inspector.value}
                  focus={count}
                  onValue={(value) => {
                    field.set(value, [fresh]);
                    done();
                  }}
                />
                <Button icon="close" label={strings.inspector.removeItem(fresh)} onPress={done} />
              </>
            )}
          </div>
        )}
      </div>
    </FieldRow>
  );
}
