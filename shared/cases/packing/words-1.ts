/**
 * What cases and their events say over and over: fragments of their JSON, the most useful last. Packed bytes that are
 * stored build on these very characters, so that not one of them may ever change: better words are another version
 * beside this one. They were taken from invented cases, without anybody's answers.
 */
export const words1 = `
"facts":{"contractNumber":{"value":""packageId":"second-hand-housing","channel":"mobile"}},
"step":"payment","waitsFor":"core-tax"}},"facts":{"clearance":{"value":""registrationResult":{
,"kind":"named","to":"applicant"}},","roles":["legal-representative"]},
","roles":["finance-head","tax-handler","invoice-collector"]}],"facts":{"invoiceNumbers":{"value":"
"deviceNumber":{"value":""invoiceApproval":{"value":""generalRegistration":{"value":""simplifiedElection":{
"item":"construction-labour-only","ratePercent":"","from":""value":"tax-control","source":{"invoiceLines":{
"value":[{"kind":"special","monthlyCount":"kind":"amount-per-special-invoice","amount":"
"code":"vat","period":"month"},"code":"local-education-surcharge","period":"month"},
"standard":"small-enterprise-standard","reportPeriod":"month","depreciation":"straight-line",
"lowValueItems":"written-off-at-once"},"value":"general","source":{"generalStatusGrounds":{"value":"choice","source":{
"generalStatusFrom":{"value":"
Z","kind":"noted","step":"vat-status","because":{"zh":"自愿登记为一般纳税人(依据:国家税务总局公告
Z","kind":"noted","step":"simplified-method-rules","because":{"zh":"(依据:财政部 税务总局公告
,"kind":"with-officer","step":"fixed-quota-assessment"}},"fixed-quota-assessment":{"status":"answered","since":"20
"facts":{"monthlyQuota":{"value":","kind":"issued","step":"fixed-quota-assessment"}},"late":0,"withOfficer":true}},
","waitsFor":"bank","promisedBy":"20"step":"tripartite-withholding-agreement","waitsFor":"bank"}},
"tripartite-withholding-agreement":{"status":"answered","since":"20"facts":{"agreementNumber":{"value":"
"authority":"housing-contracts"}},"authority":"core-tax"}}]"buyer-authorisation":{"status":"waiting","since":"20
"authority":"civil-affairs"}},"buyer-declaration":{"status":"waiting","since":"20Z"}]}},
,"kind":"signed","step":"seller-declaration","to":"seller"}}]"facts":{"settlement":{"value":[{"billNumber":"
"result":"registered","certificateNumber":""generalStatusWish":{"hasSoundAccounting":true},"simplifiedMethodWish":{
"paperInvoiceWish":{"lines":[{"kind":"special","monthlyCount":"delivery":"post"},号 特定行业;国家税务总局公告
号 生效之日)","en":"General status: chosen (STA Announcement [particular trades; STA Announcement [
号 第二条、第三条)","en":" (STA Announcement [号 建筑服务;财税〔号、财税〔
个月内不得变更)","en":" (MOF STA Announcement [construction services; Caishui [
"tripartite-withholding-agreement":{"status":"not-applicable","since":"20
"withholding-agent-registration":{"status":"not-applicable","since":"20","decision":{
"approved":true,"reason":"examined","values":{"monthlyQuota":""by":"Z","about":"
"fixed-quota-eligibility":{"status":"not-applicable","since":"20"financeHead":{"value":{"name":"
Z","kind":"named","to":{"role":"applicant","person":""furtherIndustryCodes":{"value":[","maxAmount":"
"code":"business-income-tax","period":"quarter"}],"fixedQuotaIsOpen":{"kind":"rule","step":"fixed-quota-eligibility"},
"zh":"无参保职工,也未填发放工资的月份","en":"nobody is insured, and no wages were stated"},,"hands":0,"queue":0},
","purpose":"data-sharing","step":"seller-authorisation","at":"20"fixedQuotaWish":{"value":{"floorAreaSquareMetres":
,"expectedMonthlySales":"
"standard":"sole-proprietor-accounting","reportPeriod":"quarter","depreciation":"straight-line",
"lowValueItems":"written-off-at-once"},"value":"sole-proprietor","source":{
号 第二条、第三条〔未核实〕)","en":" (STA Order No."facts":{"assessment":{"value":{"filingDate":"
"bills":{"value":[{"billNumber":""hasBills":{"overpaid":{","paidOn":"","surcharge":"
"record-check":{"status":"done","since":"20"family-check":{"status":"done","since":"20
","locality":"liuzhou","lines":[{"tax":"vat","side":"sellers","status":"exempt","rate":null,"amount":"
"tax":"urban-maintenance-tax","side":"sellers","status":"exempt","rate":null,"amount":"
"tax":"deed-tax","side":"buyers","status":"due","rate":""totals":{"sellers":"","all":""warnings":[]},
"reckonedOn":{"value":""isPriceLow":{"priceQuestion":{"value":{"declared":"","assessed":"","alternatives":[]},
"sellersCounting":{"doSellersCount":{"sellerPresaleHomes":{
"kind":"authority","step":"seller-presale-homes","authority":"housing-contracts","reference":"
"earlierDeedTax":{"value":{"state":"found","unitNumber":"","certificateDate":"","taxPaid":"
"kind":"authority","step":"earlier-deed-tax","authority":"core-tax","reference":""unit":{"value":{"unitNumber":"
","settlement":"urban","use":"housing","kind":"commodity","areaSquareMetres":"","titleDate":"","acquisition":{
"mode":"purchase"},"restrictions":[]},"unitOwners":{"value":[{"name":""unitAddress":{"value":""recordsAsOf":{"value":"
","taxes":[{"tax":"deed-tax","amount":""payBy":"
"kind":"authority","step":"buyer-presale-homes","authority":"housing-contracts","reference":""hasMinorChildren":{
"buyer-authorisation":{"status":"done","since":"20Z","channel":"mobile"},
"steps":{"contract":{"status":"done","since":"20"assessedPrice":{"value":{"unitNumber":"
"kind":"authority","step":"assessed-price","authority":"core-tax","reference":""contract":{"value":{"contractNumber":"
","contractDate":""sellers":{"value":[{"name":""contractNumber":{"value":""role":"seller"},
Z","step":"buyer-authorisation","channel":"mobile"},
"kind":"authority","step":"household","authority":"public-security","reference":"","role":"seller","parties":["
","role":"buyer","parties":["Z","kind":"named","to":{"role":"seller","person":"
"kind":"authority","step":"file-declaration","authority":"core-tax","reference":"","division":"","form":"
","homes":[]},","price":""kind":"authority","step":"unit","authority":"property-registry","reference":"
"kind":"authority","step":"contract","authority":"housing-contracts","reference":"
","state":"married","spouse":{"name":""value":[{"idType":"resident-id","idNumber":""law":["","payers":[{"id":"
"simplified-method-rules":{"status":"not-applicable","since":"20"registration-check":{"status":"done","since":"20
"registration-confirmation":{"status":"done","since":"20"tax-type-determination":{"status":"done","since":"20
"etax-account-opening":{"status":"done","since":"20"kind":"person","step":"confirm-form","role":"applicant"},
"kind":"authority","step":"tripartite-withholding-agreement","authority":"bank","reference":"
"status":"waiting","attempts":1,"round":0,"readyAt":"20"facts":{"approvedAmount":{"value":"
"code":"enterprise-income-tax","period":"quarter"},"code":"withheld-income-tax","period":"month"}],
"value":"digital","source":{"value":{"kind":"monthly-total","amount":""code":"vat","period":"quarter"},
"code":"urban-maintenance","period":"quarter"},"code":"education-surcharge","period":"quarter"},
"code":"local-education-surcharge","period":"quarter"},"value":"small-scale","source":{monthly quota [unverified])"},
Z","kind":"noted","step":"vat-status","because":{"zh":"小规模纳税人:未达登记标准且未选择(依据:国家税务总局公告
","roles":["legal-representative","tax-handler","invoice-collector"]}],"bankAccounts":{"value":[{"branchCode":"
","bankName":"","accountNumber":"","accountName":"","kind":"basic","openedOn":""insuredEmployees":{"value":
"value":"company","source":{"capital":{"value":""currency":{"value":"CNY","source":{"investors":{"value":[{"name":"
","nationality":"","address":"号 登记标准;国家税务总局公告
号 特定行业)","en":"Small-scale: below the standard, and not chosen (STA Announcement [
standard for registration; STA Announcement [号 发票总额度〔未核实〕)","en":" (STA Announcement [
"standard":"small-enterprise-standard","reportPeriod":"quarter","depreciation":"straight-line",
"lowValueItems":"written-off-at-once"},"late":0,"withOfficer":false}},"facts":{"creditCode":{"value":"
"packageId":"new-taxpayer","channel":"mobile"}},"step":"licence-record","attempts":1,"clocks":{
,"kind":"noted","step":"proposal"}},"step":"confirm-form","waitsFor":"applicant"}},
,"kind":"asked","step":"confirm-form","to":"applicant"}},"authority":"social-insurance"}},"authority":"bank"}}]
"step":"confirm-form","attempts":0,"clocks":{"active":0,"away":,"kind":"noted","step":"registration-check"}},
,"kind":"noted","step":"payroll"}},,"kind":"noted","step":"account-choices"}},,"kind":"noted","step":"bookkeeping"}},
,"kind":"noted","step":"invoice-plan"}},"step":"registration-confirmation","attempts":1,"clocks":{
"kind":"authority","step":"invoice-limit-approval","authority":"core-tax","reference":""etaxAccount":{"value":"
"verificationRecord":{"value":""taxTypeNotice":{"value":""foreignersToCheck":{
"kind":"authority","step":"identity-check","authority":"public-security","reference":""taxpayerFile":{"value":"
"invoiceRegime":{"invoicesWaitForGeneralStatus":{"invoiceLimit":{"taxTypes":{"code":"stamp-duty","period":"quarter"},
"keepsBooks":{"reportsAccounts":{"wantsDebit":{"paysWages":{"vatStatus":{"agents":{"value":[{"name":"
"placeOfBusiness":{"value":""keepsAccountsOfItsOwn":{Z","kind":"noted","step":"registration-check","because":{
"zh":"登记信息齐全,相互一致,无须人工核实","en":"the register is complete an
d agrees with itself: no officer has to look at it"}},Z","kind":"noted","step":"tax-type-rules","because":{
"zh":"(依据:税收征收管理法 税(费)种认定〔未核实〕;各税种法律法规 纳税人范围〔未核实〕)","en":" (
Tax Collection and Administration Law determination of tax t
ypes [unverified]; The laws of these taxes who pays them [unverified])"}},
Z","kind":"issued","step":"real-name-verification","document":{"number":"
"account-opening":{"status":"not-applicable","since":"20"kind":"rule","step":"vat-status"},
"licence-record":{"status":"done","since":"20"confirm-form":{"status":"done","since":"20
"kind":"rule","step":"bookkeeping"},"hasAccount":{"proposal":{"value":{"taxHandler":{"name":"
","vatStatus":"small-scale","accountingSystem":{"invoices":"digital","monthlyQuota":""isRegistered":{
"legalRepresentativeIsTied":{"taxpayerName":{"value":""kind":{"legalRepresentative":{"value":{"name":"
"registeredAddress":{"value":""divisionCode":{"value":""licenceDate":{"value":""industryCode":{"value":"
"authorisedPeople":{"value":[{"name":""licenceGaps":{"creditCode":{"value":"
Z","kind":"noted","step":"proposal","because":{
"zh":"按登记信息和当日规定预设,均可修改","en":"proposed from the register an
d the rules of the day; all of it can be changed"}},"role":"applicant"},"step":"confirm-form","promisedBy":"20
"zh":"(依据:税收征收管理法 第十七条)","en":" (Tax Collection and Administration Law art.
号 全国推广应用数电发票〔未核实〕;国家税务总局公告digital invoices nationwide [unverified]; STA Announcement [
","role":"applicant","parties":[""kind":"authority","step":"account-record","authority":"bank","reference":"
"kind":"authority","step":"employer-record","authority":"social-insurance","reference":"
"kind":"authority","step":"taxpayer-status","authority":"core-tax","reference":""kind":"rule","step":"invoice-plan"},
"because":{] No.","share":""kind":"authority","step":"licence-record","authority":"market-regulation","reference":"
","parties":[],"steps":{},[{"type":"case-opened","at":"20"message":1,"kind":"opened","to":"opener"}}]
Z","kind":"completed"}],{"type":"case-completed","at":"20Z","data":{"milliseconds":,"handling":
,"queue":0,"hands":0,"machine":0,"authority":,"kind":"completed"}}][{"type":"message-written","at":"20"facts":{
[{"type":"step-completed","at":"20Z","channel":"mobile"}],"early":{},","parties":[{"person":"
Z","kind":"opened","to":{"role":"opener"}},{"openedBy":""consents":[{"person":""messages":[{"number":1,"at":"20
"requests":[{"key":""writes":[""value":true,"source":{"kind":"person","step":"opening","role":"opener"},","request":"
Z","kind":"asked","to":{","purpose":"data-sharing","at":"20","issuedOn":""value":[],","body":"
","idType":"resident-id","idNumber":"Z","isPrivate":true},"active":0,"away":0,"machine":0,"authority":0},","seal":"
`.replaceAll("\n", "");
