import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId, useRef, useState } from "react";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { TaxLines } from "../../shared/ui/assessment.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { money } from "../../shared/ui/format.ts";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { type EstimateAnswers, factsOf, todayInChina } from "../estimate-facts.ts";

const nothingYet: EstimateAnswers = {
  price: "",
  area: "",
  titleDate: "",
  boughtFor: "",
  sellersOtherHomes: 0,
  buyersHomes: 0,
};

/** What a sale would be taxed. Nobody logs in, nothing is looked up, nothing is kept. */
const EstimateScreen = () => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const [answers, setAnswers] = useState(nothingYet);
  const result = useRef<HTMLElement>(null);
  const estimate = useMutation({
    mutationFn: () => callApi("estimateHousingTax", { body: factsOf(answers, todayInChina()) }),
    onSuccess: () => requestAnimationFrame(() => result.current?.focus()),
  });
  const set = (change: Partial<EstimateAnswers>): void => setAnswers({ ...answers, ...change });
  const assessment = estimate.data;
  return (
    <>
      <h1>
        <Say zh="先算一算税" en="Estimate the tax" />
      </h1>
      <p className="lead">
        <Say
          zh="按您所填计算,不查询也不保存,不作为缴税依据。适用于城区内个人之间的普通住房买卖。"
          en="Computed from what you enter, for a sale between individuals in the city. Nothing is looked up or kept; it is no assessment."
        />
      </p>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          estimate.mutate();
        }}
      >
        <Amount
          label={<Say zh="成交价格(元)" en="Price, yuan" />}
          value={answers.price}
          onChange={(price) => set({ price })}
          isRequired
        />
        <Amount
          label={<Say zh="建筑面积(平方米)" en="Floor area, square metres" />}
          value={answers.area}
          onChange={(area) => set({ area })}
          isRequired
        />
        <label className="field">
          <span>
            <Say zh="卖方产权登记日期" en="The seller's title is of" />
          </span>
          <input
            type="date"
            required
            max={todayInChina()}
            value={answers.titleDate}
            onChange={({ target }) => set({ titleDate: target.value })}
          />
        </label>
        <Amount
          label={<Say zh="卖方当时的购入价格(元,选填)" en="What the seller paid then, yuan (optional)" />}
          value={answers.boughtFor}
          onChange={(boughtFor) => set({ boughtFor })}
        />
        <Count
          label={<Say zh="卖方家庭在广西的其他住房" en="The seller's other homes in Guangxi" />}
          value={answers.sellersOtherHomes}
          onChange={(sellersOtherHomes) => set({ sellersOtherHomes })}
        />
        <Count
          label={<Say zh="买方家庭在柳州已有住房" en="Homes that the buyer has in Liuzhou" />}
          value={answers.buyersHomes}
          onChange={(buyersHomes) => set({ buyersHomes })}
        />
        <ProblemNotice error={estimate.error} />
        <Button kind="primary" type="submit" isBusy={estimate.isPending}>
          <Say zh="计算" en="Compute" />
        </Button>
      </form>
      {assessment && (
        <section ref={result} tabIndex={-1} className="card assessment" aria-labelledby="estimate-result">
          <h2 id="estimate-result">
            <Say zh="试算结果" en="The estimate" />
          </h2>
          {(["sellers", "buyers"] as const).map((side) => (
            <div key={side}>
              <p className="sum">
                <span>{side === "sellers" ? say({ zh: "卖方", en: "Seller" }) : say({ zh: "买方", en: "Buyer" })}</span>
                <strong>{money(assessment.totals[side])}</strong>
              </p>
              <TaxLines lines={assessment.lines.filter((line) => line.side === side)} />
            </div>
          ))}
        </section>
      )}
    </>
  );
};
export default EstimateScreen;

interface AmountProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
}

const Amount = ({ label, value, onChange, isRequired = false }: AmountProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        pattern="[0-9,]{1,13}([.][0-9]{1,2})?"
        required={isRequired}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
};

interface CountProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const Count = ({ label, value, onChange }: CountProps) => {
  const id = useId();
  const { say } = useSpeech();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="options">
        {[0, 1, 2].map((count) => (
          <label key={count} className="option">
            <input type="radio" name={id} checked={value === count} onChange={() => onChange(count)} />
            <span>
              {count === 0
                ? say({ zh: "没有", en: "None" })
                : count === 1
                  ? say({ zh: "1 套", en: "1" })
                  : say({ zh: "2 套或更多", en: "2 or more" })}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
