// npm run demo: real cases on a world of their own, through the API alone.
import { type Client, createClient } from "../../../shared/api/client.ts";
import type { Language } from "../../../shared/kernel/text.ts";
import { giveUp, readParameters } from "../command-line.ts";
import { LocalProblem } from "../local-problem.ts";
import type { Login } from "../sandbox/population/people.ts";
import { type LocalWorld, startWorld } from "../world.ts";
import { certificatesReport, type FetchedCertificate, fetchCertificates } from "./certificates.ts";
import { type Played, play } from "./play.ts";
import { reportOf, totalsOf } from "./report.ts";
import { newcomers, officer, plainSale } from "./stories.ts";
import { handsOverHttp } from "./street/hands-over-http.ts";
import { familiesNamed, playStreet } from "./street/play-street.ts";
import { isComplete, type Summary, summarize } from "./summary.ts";

const usage = `npm run demo -- [--street [--only FAMILY,...]] [--json] [--bundles] [--language en|zh]

  --street    play the families of the street in place of the four plain cases
  --only      of the street only these families, by their ids
  --json      print one summary object and nothing else
  --bundles   run the bundles that deploy in place of the sources
  --language  of the names of steps and authorities; en by default`;

const readOptions = () => {
  const { values } = readParameters(
    {
      options: {
        street: { type: "boolean", default: false },
        only: { type: "string" },
        json: { type: "boolean", default: false },
        bundles: { type: "boolean", default: false },
        language: { type: "string", default: "en" },
        help: { type: "boolean", default: false },
      },
    },
    usage,
  );
  const { language } = values;
  if (language !== "en" && language !== "zh") throw new LocalProblem(`--language takes en or zh.\n\n${usage}`);
  return { ...values, language } as const;
};

/** A client for each person, with a token of their own. */
const clientsOf = async (world: LocalWorld): Promise<(login: Login) => Client> => {
  const logins = [...new Set([...newcomers, plainSale].flatMap(({ people }) => people)), officer];
  const clients = new Map(
    await Promise.all(
      logins.map(async (login) => {
        const token = await world.token({ login, channel: login === officer ? "console" : "mobile" });
        return [login, createClient({ baseUrl: world.apiUrl, token, language: "en" })] as const;
      }),
    ),
  );
  return (login) => {
    const client = clients.get(login);
    if (!client) throw new Error(`${login} takes no part in the demo`);
    return client;
  };
};

type Show = (played: Played, certificates: readonly FetchedCertificate[]) => void;

const run = async (world: LocalWorld, show: Show): Promise<Summary> => {
  const clientOf = await clientsOf(world);
  const { pay } = handsOverHttp(clientOf, world.controlUrl);
  const anyone = createClient({ baseUrl: world.apiUrl });
  const played: Played[] = [];
  const certificates: FetchedCertificate[] = [];
  for (const story of [...newcomers, plainSale]) {
    const each = await play(clientOf, story, pay);
    // They are made the moment the bus tells of what they certify.
    await world.streamSettled();
    const fetched = await fetchCertificates(clientOf, anyone, each);
    played.push(each);
    certificates.push(...fetched);
    show(each, fetched);
  }
  const [sale, ...others] = played.toReversed();
  if (!sale) throw new Error("nothing was played");
  const newTaxpayer = await anyone.getPackage({ packageId: "new-taxpayer" });
  const housingForm = await anyone.getPackageForm({ packageId: "second-hand-housing" });
  return summarize(newTaxpayer, others.toReversed(), housingForm, sale, certificates);
};

const playCases = async (world: LocalWorld, json: boolean, language: Language): Promise<void> => {
  const summary = await run(world, (played, certificates) => {
    if (!json) console.log(`\n${reportOf(played, language)}\n\n${certificatesReport(certificates)}`);
  });
  console.log(json ? JSON.stringify(summary) : `\n${totalsOf(summary)}\n`);
  if (!isComplete(summary)) {
    console.error("The demo did not come to its end: see above what is still open.");
    process.exitCode = 1;
  }
};

try {
  const { street, only, json, bundles, language, help } = readOptions();
  if (help) {
    console.log(usage);
  } else {
    process.env.TZ = "UTC";
    const those = familiesNamed(only);
    const world = await startWorld({ functions: bundles ? "bundles" : "sources" });
    try {
      if (street) process.exitCode = (await playStreet(world, those, { json, language })) ? 0 : 1;
      else await playCases(world, json, language);
    } finally {
      await world.close();
    }
  }
} catch (error) {
  giveUp(error);
}
