/** One check: its icon and word, what was seen, what to do about it, and the gesture that it waits for. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { NOTES, TURN_VIBRATION_MS } from '../room/signals.ts';
import { testSound } from '../room/sound.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { CHECK_TITLES, verdictWord } from './check.ts';
import type { Check, CheckId } from './check.ts';
import type { DeviceTest } from './device-test.ts';

interface CheckItemProps {
  readonly id: CheckId;
  readonly check: Check;
  readonly test: DeviceTest;
}

const ICONS: Readonly<Record<Check['verdict'], IconName>> = {
  waiting: 'hourglass',
  good: 'circleCheck',
  attention: 'alert',
  bad: 'circleX',
};

export function CheckItem({ id, check, test }: CheckItemProps): VNode {
  const { verdict, told } = check;
  const forPerson = verdict === 'waiting' && check.by === 'person';
  return (
    <li class={`check check-${verdict}`}>
      <div class="check-head">
        <h2>{CHECK_TITLES[id]}</h2>
        <span class="check-verdict">
          <Icon name={forPerson ? 'hand' : ICONS[verdict]} /> {verdictWord(check)}
        </span>
      </div>
      <p>{told}</p>
      {'todo' in check && check.todo.length > 0 ? (
        <ul class="check-todo">
          {check.todo.map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : null}
      {forPerson ? <Gesture id={id} test={test} /> : null}
      {verdict === 'attention' || verdict === 'bad' ? (
        <Button kind="edge" icon="refresh" onClick={() => test.again(id)}>
          Recommencer
          <span class="hidden-text">&nbsp;: {CHECK_TITLES[id]}</span>
        </Button>
      ) : null}
    </li>
  );
}

function Gesture({ id, test }: Omit<CheckItemProps, 'check'>): VNode | null {
  switch (id) {
    case 'sound':
      return (
        <AskedAfter
          act="Jouer les notes"
          icon="volume"
          question="Avez-vous entendu ?"
          onAct={() => void testSound(NOTES.myTurn)}
          onAnswer={yes => test.heard(yes)}
        />
      );
    case 'vibration':
      return (
        <AskedAfter
          act="Vibrer"
          icon="devices"
          question="Avez-vous senti ?"
          onAct={() => navigator.vibrate([...TURN_VIBRATION_MS])}
          onAnswer={yes => test.felt(yes)}
        />
      );
    case 'notifications':
      return (
        <Button kind="edge" icon="bellRinging" onClick={() => test.beTold()}>
          Activer les notifications
        </Button>
      );
    case 'sleep':
      return (
        <Button kind="edge" icon="check" onClick={() => test.sleepIsSet()}>
          C’est réglé
        </Button>
      );
    default:
      return null; // going away and coming back is its own gesture
  }
}

interface AskedAfterProps {
  readonly act: string;
  readonly icon: IconName;
  readonly question: string;
  readonly onAct: () => void;
  readonly onAnswer: (yes: boolean) => void;
}

/** Only the person knows whether it was heard or felt. */
function AskedAfter({ act, icon, question, onAct, onAnswer }: AskedAfterProps): VNode {
  const [done, setDone] = useState(false);
  return (
    <div class="row">
      <Button
        kind="edge"
        icon={icon}
        onClick={() => {
          onAct();
          setDone(true);
        }}
      >
        {done ? `${act} de nouveau` : act}
      </Button>
      {done ? (
        <div class="row" role="group" aria-label={question}>
          <b class="check-question">{question}</b>
          <Button kind="edge" onClick={() => onAnswer(true)}>
            Oui
          </Button>
          <Button kind="edge" onClick={() => onAnswer(false)}>
            Non
          </Button>
        </div>
      ) : null}
    </div>
  );
}
