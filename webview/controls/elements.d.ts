import type { HTMLAttributes, Key, Ref } from "react";

interface ToolkitElement extends HTMLAttributes<HTMLElement> {
  readonly key?: Key;
  readonly ref?: Ref<HTMLElement>;
  readonly class?: string;
  readonly disabled?: boolean;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "vscode-button": ToolkitElement & { readonly appearance?: string };
      "vscode-checkbox": ToolkitElement;
      "vscode-dropdown": ToolkitElement;
      "vscode-option": ToolkitElement & { readonly value?: string };
      "vscode-text-area": ToolkitElement & { readonly rows?: number; readonly placeholder?: string };
      "vscode-text-field": ToolkitElement & { readonly placeholder?: string };
    }
  }
}
