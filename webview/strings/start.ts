export const start = {
  title: "Design your application",
  body: "Drag components from the palette, or begin with one of these and change it:",
  readOnly: "This application has no components.",
} as const;
