import { useState } from "react";
import type { Json } from "../../../extension/manifest/edit/operation";
import { Dropdown } from "../../controls/Dropdown";
import { NumberField } from "../../controls/NumberField";
import { TextField } from "../../controls/TextField";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { type Field, useField } from "../useField";
import { show, valueAt } from "../values";
import { EntryRows, NewEntryName } from "./EntryRows";
import type { MapEntry } from "./useEntries";

/** Variables whose values are kept in the cloud: generated there, or there already. A value is never asked for. */
export function SecretsField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  // Another key empties the row for the next one.
  const [count, setCount] = useState(0);
  return (
    <FieldRow field={field}>
      <EntryRows
        field={field}
        className="secret"
        details={(entry: MapEntry) => <SecretSource field={field} entry={entry} />}
      >
        <div className="row" key={`new ${count}`}>
          <NewEntryName
            field={field}
            onName={(name) => {
              setCount(count + 1);
              field.set({ generate: {} }, [name]);
            }}
          />
        </div>
      </EntryRows>
    </FieldRow>
  );
}

/** Generated, with a length; or an existing one, by name or ARN. */
function SecretSource({ field, entry }: { readonly field: Field; readonly entry: MapEntry }) {
  const { key, value } = entry;
  const written = valueAt(value, ["from"]);
  // Choosing "existing" writes nothing before there is a name to write.
  const [isWanted, setWanted] = useState(false);
  const isExisting = written !== undefined || isWanted;
  const length = valueAt(value, ["generate", "length"]);
  const schema = lengthSchema(field.model);
  const change = (to: Json) => {
    setWanted(false);
    field.set(to, [key]);
  };
  return (
    <div className="secret-source">
      <Dropdown
        label={strings.inspector.secretKind(key)}
        value={isExisting ? "from" : "generate"}
        options={[
          { value: "generate", label: strings.inspector.generate },
          { value: "from", label: strings.inspector.existing },
        ]}
        disabled={field.isDisabled}
        onValue={(kind) => {
          if (kind === "from") setWanted(true);
          else if (written === undefined) setWanted(false);
          else change({ generate: {} });
        }}
      />
      {isExisting ? (
        <TextField
          label={strings.inspector.secretFrom(key)}
          value={show(written)}
          placeholder={strings.inspector.secretHelp}
          disabled={field.isDisabled}
          onValue={(name) => name !== "" && change({ from: name })}
        />
      ) : (
        <NumberField
          label={strings.inspector.secretLength(key)}
          value={typeof length === "number" ? length : undefined}
          placeholder={schema?.default === undefined ? "" : strings.inspector.byDefault(show(schema.default))}
          whole
          minimum={schema?.minimum}
          maximum={schema?.maximum}
          disabled={field.isDisabled}
          onValue={(number) => change({ generate: number === undefined ? {} : { length: number } })}
        />
      )}
    </div>
  );
}

function lengthSchema({ schema }: FieldModel) {
  const entry = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  return entry?.properties?.["generate"]?.properties?.["length"];
}
