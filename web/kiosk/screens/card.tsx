import { IdCard } from "lucide-react";
import { useState } from "react";
import { useSession } from "../../shared/client.tsx";
import { Say } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import type { KioskDevices } from "../devices/devices.ts";
import { useReadings } from "../devices/use-readings.ts";
import { Journey } from "../journey.tsx";

interface CardScreenProps {
  readonly devices: KioskDevices;
  readonly onMatch: () => void;
  readonly onLeave: () => void;
}

/** The person who confirmed on the phone must be the one who stands here: their card says so. */
export const CardScreen = ({ devices, onMatch, onLeave }: CardScreenProps) => {
  const session = useSession();
  const [isWrong, setWrong] = useState(false);
  useReadings(devices.readCard, ({ name }) => (name === session?.name ? onMatch() : setWrong(true)));
  return (
    <section className="card step">
      <Journey at="card" />
      <h1>
        <Say zh="请将身份证放在读卡区" en="Put your identity card on the reader" />
      </h1>
      <IdCard aria-hidden className="picture" />
      <p>
        <Say
          zh="核对是您本人后，才会显示您的信息。"
          en="Nothing about you is shown before the card says that it is you."
        />
      </p>
      {isWrong && (
        <p className="notice bad" role="alert">
          <Say
            zh="证件与登录的人不符，请换用本人证件。"
            en="This card is not of the person who logged in. Please use your own."
          />
        </p>
      )}
      <Button onClick={onLeave}>
        <Say zh="结束" en="End" />
      </Button>
    </section>
  );
};
