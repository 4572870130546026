import type { StoreType } from "../draft";

/** Packages by which a program says which store it speaks to, over all ecosystems: their names do not collide. */
const clients: readonly (readonly [form: RegExp, type: StoreType])[] = [
  [
    /^(?:pg|postgres|postgresql|psycopg|psycopg2|psycopg2-binary|asyncpg|@prisma\/adapter-pg|pg-promise|slonik|github\.com\/lib\/pq|github\.com\/jackc\/pgx(?:\/v\d+)?)$/,
    "postgres",
  ],
  [
    /^(?:mysql|mysql2|trilogy|mysqlclient|pymysql|aiomysql|mysql-connector-python|mariadb|github\.com\/go-sql-driver\/mysql)$/,
    "mysql",
  ],
  [
    /^(?:redis|ioredis|hiredis|redis-client|bull|bullmq|bee-queue|connect-redis|sidekiq|resque|django-redis|rq|aioredis|github\.com\/redis\/go-redis(?:\/v\d+)?|github\.com\/go-redis\/redis(?:\/v\d+)?|github\.com\/hibiken\/asynq)$/,
    "redis",
  ],
];
const unsupported =
  /^(?:mongodb|mongoose|mongoid|pymongo|motor|kafkajs|kafka-python|ruby-kafka|amqplib|bunny|pika|go\.mongodb\.org\/mongo-driver.*|github\.com\/segmentio\/kafka-go)$/;

export interface Asked {
  readonly type: StoreType;
  readonly by: string;
}

export const storeAskedBy = (name: string): Asked | undefined => {
  const found = clients.find(([form]) => form.test(name.toLowerCase()));
  return found && { type: found[1], by: name };
};

export const isUnsupportedClient = (name: string): boolean => unsupported.test(name.toLowerCase());
