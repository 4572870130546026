import { createContext, useContext } from "react";
import type { Json, Operation } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";
import type { PictureComponent, PictureProblem } from "../../extension/protocol/messages";
import { useController } from "../state/hooks";
import { strings } from "../strings";
import type { FieldModel } from "./fieldModel";
import type { FormScope } from "./formScope";
import { pathAt, removeAt, setAt } from "./place";
import { merge, valueAt } from "./values";

export const FormContext = createContext<FormScope | undefined>(undefined);

export function useForm(): FormScope {
  const scope = useContext(FormContext);
  if (scope === undefined) throw new Error("A field stands outside of FormContext.");
  return scope;
}

/** One field as it stands in the text, and the ways to change it. Each is one edit. */
export interface Field {
  readonly model: FieldModel;
  /** Written in the layer that is edited. */
  readonly own: Json | undefined;
  /** Written in the base, when an override is edited. */
  readonly inherited: Json | undefined;
  /** What counts: own, inherited, or both merged. Without the default. */
  readonly value: Json | undefined;
  readonly isDisabled: boolean;
  readonly isInvalid: boolean;
  readonly environment: string | undefined;
  readonly component: PictureComponent | undefined;
  set(value: Json, below?: Path): void;
  /** As `set`, with another field of the same form in the same step. */
  setAlso(value: Json, also: readonly [path: Path, value: Json]): void;
  /** Takes out what is written in this layer: the field or something below it. */
  reset(below?: Path): void;
  /** Another name for an entry below it, which stays where it is. */
  rename(key: string, to: string): void;
  edit(operations: readonly Operation[]): void;
}

export function useField(model: FieldModel): Field {
  const controller = useController();
  const scope = useForm();
  const { component, problems, isEditable, environment } = scope;
  const base = written(scope.fields, model);
  const override = written(scope.override, model);
  const own = environment === undefined ? base : override;
  const inherited = environment === undefined ? undefined : base;
  const edit = (operations: readonly Operation[]) =>
    void controller.edit(operations, strings.announce.changed(model.title));
  return {
    model,
    own,
    inherited,
    value: environment === undefined ? base : merge(base, override),
    isDisabled: !isEditable,
    isInvalid: problemsAt(problems, model.path).some(({ severity }) => severity === "error"),
    environment,
    component,
    set: (value, below = []) => edit(setAt(scope, [...model.path, ...below], value)),
    setAlso: (value, [path, other]) => edit([...setAt(scope, model.path, value), ...setAt(scope, path, other)]),
    reset: (below = []) =>
      void controller.edit(removeAt(scope, [...model.path, ...below]), strings.announce.reset(model.title)),
    rename: (key, to) => edit([{ kind: "renameKey", path: pathAt(scope, [...model.path, key]), to }]),
    edit,
  };
}

/** A group may be written as the text that stands for one of its fields. */
function written(from: Json | undefined, { path, isShort }: FieldModel): Json | undefined {
  const group = isShort ? valueAt(from, path.slice(0, -1)) : undefined;
  return typeof group === "string" ? group : valueAt(from, path);
}

/** The problems of a field and of what stands below it. */
export function problemsAt(problems: readonly PictureProblem[], path: Path): readonly PictureProblem[] {
  return problems.filter(({ field }) => field !== undefined && path.every((step, index) => field[index] === step));
}
