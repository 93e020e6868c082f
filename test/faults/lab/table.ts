import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import type { Case } from "../../../shared/cases/case.ts";
import { toItem } from "../../../shared/cases/case-item.ts";
import type { CaseStore } from "../../../shared/cases/case-store.ts";
import { memoryCaseStore } from "../../../shared/cases/memory-case-store.ts";
import { memoryChainStore } from "../../../shared/people/access-log/memory-chain-store.ts";
import type { Vault } from "../../../shared/people/vault.ts";
import type { ProcessLife } from "./process-life.ts";
import { isRead } from "./reached.ts";

/** As the SDK names it when the table asks for patience. */
class Throttled extends Error {
  override readonly name = "ProvisionedThroughputExceededException";
}

export const throttled = (): never => {
  throw new Throttled();
};

/** The one table that all processes share, and what its stream carries. */
export class VirtualTable {
  readonly #vault: Vault;
  readonly cases: CaseStore;
  /** The access log's chains. */
  readonly chains;
  readonly records: DynamoDBRecord[] = [];
  /** What an index knew before it last answered: lists of ids by the call's name and inputs. */
  readonly #known = new Map<string, unknown>();
  readonly #opened = new Map<string, Promise<Case | undefined>>();

  constructor(vault: Vault) {
    this.#vault = vault;
    this.cases = memoryCaseStore(vault);
    this.chains = memoryChainStore(vault);
  }

  /** The store as one process reaches it. */
  storeFor(life: ProcessLife): CaseStore {
    const { cases } = this;
    const call = <Result>(name: string, make: () => Promise<Result>, stale?: () => Promise<Result>): Promise<Result> =>
      life.call("store", name, make, {
        broken: throttled,
        readsOnly: isRead(name),
        ...(stale && { stale }),
      });
    const index = <Result>(name: string, inputs: unknown, make: () => Promise<Result>): Promise<Result> => {
      const question = `${name} ${JSON.stringify(inputs)}`;
      const before = this.#known.get(question) as Result | undefined;
      const ask = async () => {
        const answer = await make();
        this.#known.set(question, answer);
        return answer;
      };
      return call(name, ask, async () => before ?? (await ask()));
    };
    return {
      create: (opened) => call("create", () => this.#streamed(opened, cases.create(opened))),
      read: (caseId, known) => call("read", () => this.#stored(caseId, known)),
      replace: (changed, version) => call("replace", () => this.#streamed(changed, cases.replace(changed, version))),
      link: (opened, person) => call("link", () => cases.link(opened, person)),
      listDue: (shard, now, limit) => index("list-due", shard, () => cases.listDue(shard, now, limit)),
      listOfPerson: (person, page) => index("list-of-person", [person, page], () => cases.listOfPerson(person, page)),
      listQueue: (office, page) => index("list-queue", [office, page], () => cases.listQueue(office, page)),
      writeDocument: (of, name, content) => call("write-document", () => cases.writeDocument(of, name, content)),
      readDocument: (caseId, name) => call("read-document", () => cases.readDocument(caseId, name)),
    };
  }

  /** A case as it was stored, opened once for each of its versions: opening is most of what a trial costs. */
  async #stored(caseId: string, known: Case | undefined): Promise<Case | undefined> {
    const opened = this.#opened.get(caseId) ?? this.cases.read(caseId).then(frozen);
    this.#opened.set(caseId, opened);
    const stored = await opened;
    return known && stored?.version === known.version ? known : stored;
  }

  async #streamed<Outcome extends string>(written: Case, write: Promise<Outcome>): Promise<Outcome> {
    this.#opened.delete(written.id);
    const outcome = await write;
    this.#opened.delete(written.id);
    if (outcome === "created" || outcome === "replaced") this.tell(toItem(written, this.#vault));
    return outcome;
  }

  /** The stream tells of an item as it was written. */
  tell(item: Readonly<Record<string, unknown>>): void {
    const image = marshall(item, { removeUndefinedValues: true });
    const SequenceNumber = String(this.records.length + 1);
    const NewImage = image as Record<string, AttributeValue> as NonNullable<DynamoDBRecord["dynamodb"]>["NewImage"];
    this.records.push({ dynamodb: { SequenceNumber, ...(NewImage && { NewImage }) } });
  }
}

/** Nobody may change what others read. */
const frozen = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
};
