/** A small manifest without a problem. */
export const shop = `name: shop
region: us-east-1
components:
  edge:
    type: load-balancer
    domain: shop.example.com
    hostedZone: Z0123456789ABCDEFGHIJ
    routes:
      - { to: web, path: / }
  web:
    type: web
    image: nginx:1.27   # pinned
    port: 80
    connections: [db]
  db:
    type: postgres
    version: "16"
`;
