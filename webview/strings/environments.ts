export const environments = {
  none: "There is one, called default. Name environments to have more, each a stack of its own.",
  add: "Add an environment",
  added: (name: string) => `Environment ${name} added.`,
  removed: (name: string) =>
    `Environment ${name} removed from the text. What is deployed to it stays until it is destroyed.`,
  shown: "Shown",
  show: (name: string) => `Show ${name} on the canvas`,
  settings: (name: string) => `Settings of ${name}`,
} as const;
