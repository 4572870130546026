/** A small package that is as it should be. */
export const packageText = (): string => `name: shop
version: 1.2.0
title: Shop
description: Sells things.
appVersion: "4"
licence: MIT
homepage: https://shop.example.com/
next: Sign in.
parameters:
  greeting: { type: string, title: What it says first, default: Hello, maxLength: 40 }
  tasks: { type: integer, title: How many tasks run, default: 2, minimum: 1, maximum: 9 }
components:
  web:
    type: web
    image: nginx:1.29
    port: 80
    scale: \${{ parameters.tasks }} # Two, so that one may fail.
    env:
      GREETING: \${{ parameters.greeting }}, world
      DATABASE: \${{ db.host }}
  db:
    type: postgres
    version: "17"
`;
