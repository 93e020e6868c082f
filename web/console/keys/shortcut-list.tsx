import { Checkbox } from "antd";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { setSingleKeys, useListedShortcuts, useSingleKeys } from "./shortcuts.ts";

/** All keys that work where the officer is. */
export const ShortcutList = ({ onClose }: { readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const groups = useListedShortcuts();
  const areSingleKeysOn = useSingleKeys();
  return (
    <Dialog title={<Say zh="键盘快捷键" en="Keyboard" />} onClose={onClose}>
      <div className="shortcut-groups">
        {groups.map(({ title, shortcuts }) => (
          <section key={title.en}>
            <h3>{say(title)}</h3>
            <dl className="shortcuts">
              {shortcuts.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    {keys.split(" ").map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox checked={areSingleKeysOn} onChange={({ target }) => setSingleKeys(target.checked)}>
        <Say zh="启用单键快捷键" en="Single keys are on" />
      </Checkbox>
    </Dialog>
  );
};
