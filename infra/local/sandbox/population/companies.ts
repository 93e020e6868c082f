import { inventedCreditCode } from "./credit-code.ts";
import { crowdCompanies } from "./crowd-companies.ts";
import type { Login } from "./people.ts";

/** An invented enterprise, as the authorities together know it. */
export interface Company {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: "company" | "sole-proprietor" | "cooperative" | "branch" | "foreign-invested";
  readonly division: string;
  readonly legalRepresentative: Login;
  readonly financeHead?: Login;
  readonly industryCode: string;
  readonly furtherIndustryCodes?: readonly string[];
  /** Yuan; none for a sole proprietor or a branch. */
  readonly capital?: string;
  readonly investors?: readonly CompanyInvestor[];
  readonly headOffice?: { readonly creditCode: string; readonly name: string };
  /** What the register knows to be missing. */
  readonly gaps?: readonly string[];
  readonly account?: { readonly name?: string; readonly signsOnline: boolean };
  readonly insuredEmployees?: number;
  /** Registered with the tax office before anybody calls. */
  readonly isRegistered?: true;
  /** Its legal representative answers for a household that vanished. */
  readonly isTied?: true;
  /** A device of the provider lies ready for it. */
  readonly device?: string;
}

export type CompanyInvestor =
  | { readonly person: Login; readonly share: string }
  | { readonly foreigner: string; readonly passport: string; readonly nationality: string; readonly share: string };

const founder = (person: Login): readonly CompanyInvestor[] => [{ person, share: "1" }];
const online = { signsOnline: true };

/** Every enterprise of the sandbox by the story that it tells; names contain 例, "example". */
export const companies = {
  /** Nothing is missing and nothing special is asked: only the confirmation is a person's. */
  "plain-company": {
    creditCode: inventedCreditCode(1, "450203", 1),
    name: "柳州市例新软件有限公司",
    kind: "company",
    division: "450203",
    legalRepresentative: "founder-zhong",
    financeHead: "accountant-bei",
    industryCode: "6513",
    capital: "500000.00",
    investors: [
      { person: "founder-zhong", share: "3/5" },
      { person: "accountant-bei", share: "2/5" },
    ],
    account: online,
    insuredEmployees: 6,
  },
  /** General taxpayer, paper invoices, simplified method: fourteen of the fifteen tasks. */
  "building-company": {
    creditCode: inventedCreditCode(1, "450204", 2),
    name: "柳州市例筑建筑有限公司",
    kind: "company",
    division: "450204",
    legalRepresentative: "builder-gan",
    industryCode: "4710",
    furtherIndustryCodes: ["4920"],
    capital: "8000000.00",
    investors: founder("builder-gan"),
    account: online,
    insuredEmployees: 35,
    device: "EX-DEVICE-0002",
  },
  /** A sole proprietor without books who asks for a fixed quota. */
  "noodle-stall": {
    creditCode: inventedCreditCode(2, "450203", 3),
    name: "柳州市鱼峰区例螺螺蛳粉店",
    kind: "sole-proprietor",
    division: "450203",
    legalRepresentative: "owner-long",
    industryCode: "6291",
  },
  "incomplete-licence": {
    creditCode: inventedCreditCode(1, "450205", 4),
    name: "柳州市例缺商贸有限公司",
    kind: "company",
    division: "450205",
    legalRepresentative: "founder-min",
    industryCode: "5139",
    capital: "1000000.00",
    gaps: ["investors"],
    account: online,
    insuredEmployees: 2,
  },
  "abnormal-household": {
    creditCode: inventedCreditCode(1, "450202", 5),
    name: "柳州市例异贸易有限公司",
    kind: "company",
    division: "450202",
    legalRepresentative: "founder-tao",
    industryCode: "5199",
    capital: "300000.00",
    investors: founder("founder-tao"),
    account: online,
    isTied: true,
  },
  "no-account-yet": {
    creditCode: inventedCreditCode(1, "450206", 6),
    name: "柳州市例户科技有限公司",
    kind: "company",
    division: "450206",
    legalRepresentative: "founder-kang",
    industryCode: "7519",
    capital: "200000.00",
    investors: founder("founder-kang"),
    insuredEmployees: 1,
  },
  /** The account bears the name of before: the debit agreement is signed on paper. */
  "account-name-differs": {
    creditCode: inventedCreditCode(1, "450203", 7),
    name: "柳州市例名咨询有限公司",
    kind: "company",
    division: "450203",
    legalRepresentative: "founder-ren",
    industryCode: "7244",
    capital: "100000.00",
    investors: founder("founder-ren"),
    account: { name: "柳州市例名咨询部", signsOnline: true },
    insuredEmployees: 3,
  },
  "foreign-passport": {
    creditCode: inventedCreditCode(1, "450204", 8),
    name: "柳州市例外进出口有限公司",
    kind: "foreign-invested",
    division: "450204",
    legalRepresentative: "founder-smith",
    industryCode: "5179",
    capital: "2000000.00",
    investors: [{ foreigner: "SMITH EXAMPLE", passport: "X0000007", nationality: "826", share: "1" }],
    account: online,
    insuredEmployees: 4,
  },
  "face-check-missing": {
    creditCode: inventedCreditCode(1, "450202", 9),
    name: "柳州市例面设计有限公司",
    kind: "company",
    division: "450202",
    legalRepresentative: "founder-yu",
    industryCode: "7491",
    capital: "50000.00",
    investors: founder("founder-yu"),
    account: online,
    insuredEmployees: 1,
  },
  "same-city-branch": {
    creditCode: inventedCreditCode(1, "450203", 10),
    name: "柳州市例近餐饮有限公司鱼峰分公司",
    kind: "branch",
    division: "450203",
    legalRepresentative: "manager-jin",
    industryCode: "6210",
    headOffice: { creditCode: inventedCreditCode(1, "450202", 110), name: "柳州市例近餐饮有限公司" },
    account: online,
    insuredEmployees: 12,
  },
  "other-city-branch": {
    creditCode: inventedCreditCode(1, "450205", 11),
    name: "南宁市例远物流有限公司柳州分公司",
    kind: "branch",
    division: "450205",
    legalRepresentative: "manager-yin",
    industryCode: "5810",
    headOffice: { creditCode: inventedCreditCode(1, "450103", 111), name: "南宁市例远物流有限公司" },
    account: online,
    insuredEmployees: 20,
  },
  cooperative: {
    creditCode: inventedCreditCode(3, "450222", 12),
    name: "柳城县例社蜜橘种植专业合作社",
    kind: "cooperative",
    division: "450222",
    legalRepresentative: "chair-wen",
    industryCode: "0153",
    capital: "600000.00",
    investors: founder("chair-wen"),
    account: online,
  },
  "foreign-invested": {
    creditCode: inventedCreditCode(1, "450206", 13),
    name: "柳州市例资汽车技术有限公司",
    kind: "foreign-invested",
    division: "450206",
    legalRepresentative: "director-lai",
    industryCode: "7320",
    capital: "9000000.00",
    investors: [
      { person: "director-lai", share: "1/4" },
      { foreigner: "EXAMPLE TAN", passport: "X0000013", nationality: "702", share: "3/4" },
    ],
    account: online,
    insuredEmployees: 18,
  },
  "petrol-station": {
    creditCode: inventedCreditCode(1, "450223", 14),
    name: "鹿寨县例油加油站有限公司",
    kind: "company",
    division: "450223",
    legalRepresentative: "owner-you",
    industryCode: "5265",
    capital: "3000000.00",
    investors: founder("owner-you"),
    account: online,
    insuredEmployees: 8,
  },
  "already-registered": {
    creditCode: inventedCreditCode(1, "450202", 15),
    name: "柳州市例旧机械有限公司",
    kind: "company",
    division: "450202",
    legalRepresentative: "founder-jiu",
    industryCode: "3484",
    capital: "1000000.00",
    investors: founder("founder-jiu"),
    account: online,
    insuredEmployees: 40,
    isRegistered: true,
  },
  /** Owes consumption tax: its tax types are an officer's to determine. */
  brewery: {
    creditCode: inventedCreditCode(1, "450224", 16),
    name: "融安县例酿酒业有限公司",
    kind: "company",
    division: "450224",
    legalRepresentative: "brewer-mi",
    industryCode: "1512",
    capital: "700000.00",
    investors: founder("brewer-mi"),
    account: { signsOnline: false },
    insuredEmployees: 5,
  },
} as const satisfies Record<string, Company>;

export type CompanyStory = keyof typeof companies;

export const companyList: readonly Company[] = [...Object.values(companies), ...crowdCompanies];
