import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AttributeValue, CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** What we use of dynalite 4, which has no types. Its inner modules are part of that: the version is pinned. */
export type Item = Readonly<Record<string, AttributeValue>>;
export type Done = (error?: Error | null, value?: unknown) => void;

export interface LevelDatabase {
  open(): Promise<void>;
  batch(operations: readonly Operation[]): Promise<void>;
  get: (key: string, done?: Done) => Promise<unknown> | undefined;
  getSync(key: string): unknown;
  values(range: Range): AsyncIterable<unknown>;
  keys(range: Range): AsyncIterable<string>;
  createValueStream: (range: Range) => NodeJS.ReadableStream;
  createKeyStream: (range: Range) => NodeJS.ReadableStream;
}

export type Operation =
  | { readonly type: "put"; readonly key: string; readonly value: unknown }
  | { readonly type: "del"; readonly key: string };

export interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly limit?: number;
  readonly reverse?: boolean;
}

export interface ItemDatabase {
  put(key: string, item: Item, done: Done): void;
  del(key: string, done: Done): void;
}

export interface Store {
  readonly db: LevelDatabase;
  getItemDb: (table: string) => ItemDatabase;
}

export type Table = Pick<CreateTableCommandInput, "KeySchema" | "AttributeDefinitions"> & {
  readonly TableName: string;
  readonly GlobalSecondaryIndexes?: readonly unknown[];
  readonly LocalSecondaryIndexes?: readonly unknown[];
};

export interface IndexActions {
  readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[];
  readonly deletes: readonly { readonly index: string; readonly key: string }[];
}

export interface DynaliteDatabase {
  create: (options: DynaliteOptions) => Store;
  createKey: (item: Item, table: Table) => string;
  getIndexActions: (
    indexes: readonly unknown[],
    before: Item | undefined,
    after: Item | null | undefined,
    table: Table,
  ) => IndexActions;
  updateIndexes: UpdateIndexes;
}

export type UpdateIndexes = (
  store: Store,
  table: Table,
  before: Item | undefined,
  after: Item | null | undefined,
  done: Done,
) => void;

export interface DynaliteOptions {
  readonly path?: string;
  readonly createTableMs?: number;
}

const require = createRequire(import.meta.url);

export const dynalite = require("dynalite") as (options: DynaliteOptions) => Server;
export const dynaliteDatabase = require("dynalite/db") as DynaliteDatabase;
