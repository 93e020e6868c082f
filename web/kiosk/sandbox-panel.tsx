import { useEffect, useState } from "react";
import { useSpeech } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import type { SandboxHands } from "./devices/sandbox-devices.ts";

/** In place of a real reader and printer: put a card on the one, see what came out of the other. */
export const SandboxPanel = ({ hands }: { readonly hands: SandboxHands }) => {
  const { say } = useSpeech();
  const [name, setName] = useState("");
  const [printed, setPrinted] = useState<string>();
  useEffect(
    () =>
      hands.onPrinted((title, bytes) => {
        setPrinted(`${title} (${Math.ceil(bytes / 1000)} kB)`);
      }),
    [hands],
  );
  return (
    <aside className="sandbox" aria-label={say({ zh: "沙箱设备", en: "Sandbox devices" })}>
      <strong>{say({ zh: "沙箱设备", en: "Sandbox devices" })}</strong>
      <label>
        {say({ zh: "证件上的姓名", en: "Name on the card" })}{" "}
        <input value={name} autoComplete="off" onChange={({ target }) => setName(target.value)} />
      </label>
      <Button
        onClick={() => {
          hands.putCard({ name });
          setName("");
        }}
      >
        {say({ zh: "放上身份证", en: "Put the card on the reader" })}
      </Button>
      {printed && <span role="status">{say({ zh: `已打印 ${printed}`, en: `Printed ${printed}` })}</span>}
    </aside>
  );
};
