export const start = {
  title: "Design your application",
  body: "Drag components from the palette onto the canvas, or begin with:",
  readOnly: "This application has no components.",
  web: { title: "Web service", description: "A container behind a load balancer" },
  webPostgres: { title: "Web service with Postgres", description: "A container, a database, and a load balancer" },
  webWorker: { title: "Web, worker, Postgres and Redis", description: "An app with background jobs and a cache" },
} as const;
