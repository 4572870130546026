import { useState } from "react";
import { Button } from "../../controls/Button";
import { Combo } from "../../controls/Combo";
import { strings } from "../../strings";

interface ListEditorProps {
  readonly title: string;
  readonly items: readonly string[];
  readonly suggestions?: readonly string[];
  readonly isDisabled: boolean;
  readonly onItems: (items: readonly string[]) => void;
}

/** Texts in order: each can be changed or removed, and one more added at the end. */
export function ListEditor({ title, items, suggestions = [], isDisabled, onItems }: ListEditorProps) {
  // Another key empties the field for the next one.
  const [added, setAdded] = useState(0);
  const left = suggestions.filter((suggestion) => !items.includes(suggestion));
  const withoutItem = (index: number) => items.filter((_, other) => other !== index);
  return (
    <div className="rows">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items are texts without an identity; the place is what they have.
        <div className="row" key={index}>
          <Combo
            label={strings.inspector.item(title, index + 1)}
            value={item}
            suggestions={left}
            disabled={isDisabled}
            onValue={(value) => onItems(value === "" ? withoutItem(index) : items.with(index, value))}
          />
          {!isDisabled && (
            <Button
              icon="remove"
              label={strings.inspector.removeItem(item)}
              onPress={() => onItems(withoutItem(index))}
            />
          )}
        </div>
      ))}
      {!isDisabled && (
        <div className="row" key={`new ${added}`}>
          <Combo
            label={strings.inspector.addItem(title)}
            value=""
            placeholder={strings.inspector.add}
            suggestions={left}
            onValue={(value) => {
              setAdded(added + 1);
              onItems([...items, value]);
            }}
          />
        </div>
      )}
    </div>
  );
}
