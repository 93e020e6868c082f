import Engine from "publicodes";
import type { Due, PlainSale } from "./sample.ts";

type PublicodesRule = Readonly<Record<string, unknown>> | string;

/*
 * The same computation in the language of publicodes: money in fen, days as YYYYMMDD. `arrondi` rounds to whole fen.
 * Written as its manual advises: small rules, `variations`, one situation for each case, evaluated rule by rule.
 */
const rules: Record<string, PublicodesRule> = {
  ...Object.fromEntries(
    "jour,titre,quittance,prix,coût,travaux,surface,autres logements vendeur,logements acheteur,palier"
      .split(",")
      .map((name) => [name, { "par défaut": 0 }]),
  ),
  début: { "le minimum de": ["titre", "quittance"] },
  "deux ans": "jour >= début + 20000",
  "cinq ans": "jour >= début + 50000",
  "taxe d'affaires": "jour < 20160501",
  taux: { variations: [{ si: "jour < 20260101", alors: 5 }, { sinon: 3 }] },
  mutation: {
    variations: [
      { si: "deux ans", alors: 0 },
      { si: "taxe d'affaires", alors: "prix * 5 / 100" },
      { sinon: "prix * taux / (100 + taux)" },
    ],
    arrondi: "oui",
  },
  base: { variations: [{ si: "taxe d'affaires", alors: "prix" }, { sinon: "prix - mutation" }] },
  part: {
    variations: [{ si: { "toutes ces conditions": ["jour >= 20190101", "jour <= 20271231"] }, alors: 1 }, { sinon: 2 }],
  },
  urbaine: { valeur: "mutation * palier * part / 200", arrondi: "oui" },
  éducation: { valeur: "mutation * 3 * part / 200", arrondi: "oui" },
  locale: { valeur: "mutation * 2 * part / 200", arrondi: "oui" },
  "travaux admis": { "le minimum de": ["travaux", "coût / 10"] },
  "taxe déductible": { variations: [{ si: "taxe d'affaires", alors: "mutation" }, { sinon: 0 }] },
  gain: {
    "le maximum de": ["0", "base - coût - travaux admis - urbaine - éducation - locale - taxe déductible"],
  },
  exonéré: { "toutes ces conditions": ["cinq ans", "autres logements vendeur = 0"] },
  revenu: {
    variations: [{ si: "exonéré", alors: 0 }, { si: "coût < 0", alors: "base / 100" }, { sinon: "gain * 20 / 100" }],
    arrondi: "oui",
  },
  limite: { variations: [{ si: "jour < 20241201", alors: 9000 }, { sinon: 14000 }] },
  "taux acte": {
    variations: [
      { si: "logements acheteur >= 2", alors: 30 },
      { si: "surface <= limite", alors: 10 },
      { si: "logements acheteur = 0", alors: 15 },
      { sinon: 20 },
    ],
  },
  acte: { valeur: "base * taux acte / 1000", arrondi: "oui" },
};

export const withPublicodes = (): ((sale: PlainSale) => Due) => {
  const engine = new Engine(rules);
  const due = (rule: string): number => engine.evaluate(rule).nodeValue as number;
  return (sale) => {
    engine.setSituation({
      jour: sale.filed,
      titre: sale.titled,
      quittance: sale.deedTaxed,
      prix: sale.price,
      coût: sale.cost,
      travaux: sale.renovation,
      surface: sale.area,
      "autres logements vendeur": sale.sellersOtherHomes,
      "logements acheteur": sale.buyersHomes,
      palier: sale.tier,
    });
    return [due("mutation"), due("urbaine"), due("éducation"), due("locale"), due("revenu"), due("acte")];
  };
};
