/** Everything that a component can be asked for, so that its table has every resource it can become. */
export const everything = `name: shop
region: us-east-1
components:
  edge:
    type: load-balancer
    domain: [shop.example.com, www.example.com]
    hostedZone: Z0123456789ABCDEFGHIJ
    routes: [{ to: web }, { to: web, path: /admin, host: www.example.com }]
  web:
    type: web
    image: shop:1
    port: 80
    connections: [db, sql, cache, inner]
    scale: { min: 2, max: 6, cpu: 60, requests: 500 }
    secrets: { KEY: { generate: { length: 32 } }, MAIL: { from: shop/mail } }
    preDeploy: ["bin/migrate"]
    volumes: { files: /files }
    env: { INNER: "\${{ inner.url }}" }
    exec: true
  inner: { type: web, image: shop:1, port: 81 }
  jobs: { type: worker, image: shop:1, connections: [db, cache], scale: { min: 1, max: 3 }, preDeploy: ["bin/prepare"] }
  nightly: { type: cron, image: shop:1, schedule: "0 3 * * *", connections: [db] }
  db: { type: postgres, extensions: [vector] }
  sql: { type: mysql }
  cache: { type: redis }
environments:
  staging: {}
  production: { protected: true }
`;

/** The least of each type: what a component is when nothing else is said. */
export const least = `name: shop
components:
  edge: { type: load-balancer, routes: [{ to: web }] }
  web: { type: web, image: shop:1, port: 80 }
  jobs: { type: worker, image: shop:1 }
  nightly: { type: cron, image: shop:1, schedule: "0 3 * * *" }
  db: { type: postgres }
  sql: { type: mysql }
  cache: { type: redis }
environments:
  staging: {}
  production: { protected: true }
`;
