import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import type { PersonKey } from "../people/person-key.ts";
import type { Sealing } from "../people/sealing.ts";
import { endBeside, endsOtherwise, messagesReadBy, peopleOf } from "./beside-case.ts";
import type { Case } from "./case.ts";
import { documentContext, personSortKey } from "./case-item.ts";
import type { CaseStore, Page, PageRequest } from "./case-store.ts";
import { isConditionMet } from "./condition-met.ts";
import { openItem, sealedItem } from "./sealed-item.ts";
import { caseKey, documentKey, duePartition, linkKey, personPartition, queuePartition, table } from "./table.ts";

const isNew = "attribute_not_exists(pk)";
const isUnchanged = "#version = :expectedVersion";

/** Cases in DynamoDB. */
export const dynamodbCaseStore = (client: DynamoDBDocumentClient, tableName: string, vault: Sealing): CaseStore => {
  const inTable = { TableName: tableName };

  const page = async (
    index: { readonly name: string; readonly partitionKey: string },
    partition: string,
    { limit, from }: PageRequest,
    query: Partial<QueryCommandInput>,
  ): Promise<Page> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        ...inTable,
        IndexName: index.name,
        KeyConditionExpression: `${index.partitionKey} = :partition`,
        Limit: limit,
        ...query,
        ExpressionAttributeValues: { ":partition": partition, ...query.ExpressionAttributeValues },
        ...(from !== undefined && { ExclusiveStartKey: JSON.parse(from) as Record<string, unknown> }),
      }),
    );
    const caseIds = Items.map(({ pk }) => String(pk).slice("CASE#".length));
    return LastEvaluatedKey === undefined ? { caseIds } : { caseIds, next: JSON.stringify(LastEvaluatedKey) };
  };

  const link: CaseStore["link"] = async (opened, person) => {
    const Item = {
      ...linkKey(opened.id, person),
      personPk: personPartition(person),
      personSk: personSortKey(opened),
      [table.timeToLive]: endBeside(opened),
    };
    await client.send(new PutCommand({ ...inTable, Item }));
  };

  /** Before the case: one that is put and says nothing of its end beside it would leave that for ever. */
  const tellEnd = async (changed: Case): Promise<void> => {
    const keepRead = async (person: PersonKey): Promise<void> => {
      const Key = documentKey(changed.id, messagesReadBy(person));
      const { Item } = await client.send(new GetCommand({ ...inTable, Key, ConsistentRead: true }));
      if (!Item) return;
      await client.send(new PutCommand({ ...inTable, Item: { ...Item, [table.timeToLive]: endBeside(changed) } }));
    };
    const people = peopleOf(changed);
    const linked = people.filter((person) => person !== changed.openedBy);
    await Promise.all([...linked.map((person) => link(changed, person)), ...people.map(keepRead)]);
  };

  return {
    async create(opened) {
      const Item = await sealedItem(opened, vault);
      const put = new PutCommand({ ...inTable, Item, ConditionExpression: isNew });
      return (await isConditionMet(client.send(put))) ? "created" : "exists";
    },
    async read(caseId, known) {
      const get = { ...inTable, Key: caseKey(caseId), ConsistentRead: true };
      if (known) {
        const itsVersion = { ProjectionExpression: "#version", ExpressionAttributeNames: { "#version": "version" } };
        const { Item } = await client.send(new GetCommand({ ...get, ...itsVersion }));
        if (Item?.version === known.version) return known;
      }
      const { Item } = await client.send(new GetCommand(get));
      return Item && openItem(Item, vault);
    },
    async replace(changed, expectedVersion) {
      if (endsOtherwise(changed)) await tellEnd(changed);
      const put = new PutCommand({
        ...inTable,
        Item: await sealedItem(changed, vault),
        ConditionExpression: isUnchanged,
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":expectedVersion": expectedVersion },
      });
      return (await isConditionMet(client.send(put))) ? "replaced" : "conflict";
    },
    link,
    async listDue(shard, now, limit) {
      const { partitionKey, sortKey } = table.indexes.due;
      const { caseIds } = await page(
        table.indexes.due,
        duePartition(shard),
        { limit },
        {
          KeyConditionExpression: `${partitionKey} = :partition AND ${sortKey} <= :now`,
          ExpressionAttributeValues: { ":now": now },
        },
      );
      return caseIds;
    },
    listOfPerson: (person, request) =>
      page(table.indexes.person, personPartition(person), request, { ScanIndexForward: false }),
    listQueue: (queue, request) => page(table.indexes.queue, queuePartition(queue), request, {}),
    async writeDocument(of, name, content) {
      const sealed = await vault.seal(content, documentContext(of.id, name));
      const Item = { ...documentKey(of.id, name), content: sealed, [table.timeToLive]: endBeside(of) };
      await client.send(new PutCommand({ ...inTable, Item }));
    },
    async readDocument(caseId, name) {
      const { Item } = await client.send(
        new GetCommand({ ...inTable, Key: documentKey(caseId, name), ConsistentRead: true }),
      );
      return Item && vault.open(Item.content as Uint8Array, documentContext(caseId, name));
    },
  };
};
