/** A manifest with everything in it that YAML offers: comments, anchors, merges, flow, quotes, block scalars. */
export const rich = `# The shop.
name: shop
region: eu-west-1

components:
  # What the public sees.
  edge:
    type: load-balancer
    domain: [shop.example.com, "www.example.com"]
    hostedZone: Z0123456789
    routes:
    - { to: app, path: / }
    - to: api
      path: /api # the rest

  app: &service
    type: web
    image: "nginx:1.29"
    port: 80
    cpu: 0.5
    memory: 1Gi
    env: &env
      MOTD: |
        Hello,
          world

      FOLDED: >-
        one
        two
      URL: 'http://\${{ api.host }}:\${{ api.port }}'
    connections: [db, cache]
  api:
    <<: *service
    image: nginx:1.28
    env:
      <<: [*env]
      ESCAPED: "a\\tb\\u00e9 \${{ urlencode(db.password) }}"
    scale: { min: 1, max: 3, cpu: 60 }


  jobs:
    type: worker
    image: busybox:1.37
    command: ["sh", "-c",
      "sleep 1"]
    secrets:
      TOKEN: { generate: { length: 40 } }
      KEY: { from: shop/key }
    connections: { db: { as: MAIN }, cache: }
  db:
    type: postgres
    version: "17"
    storage: 20Gi
    extensions:
    - vector
  cache: { type: redis, version: "7" }
environments:
  staging: {}
  production:
    account: "111122223333"
    protected: true
    components:
      db: { size: large, highAvailability: true }
      jobs:
        scale: 3
tags:
  team: shop
canvas:
  app: [320, 120]
  db: [640, -8]
`;
