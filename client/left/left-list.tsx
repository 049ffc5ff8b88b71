/** The people left without a post, in call order: why, their telephone, and what may be done. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import type { Left, LeftPerson } from '../http/answers.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { fullName } from '../ui/navigation.ts';
import { leftActs, whyText } from './left.ts';
import type { LeftAct } from './left.ts';
import './left-list.css';

export interface LeftListProps {
  readonly left: Left;
  readonly people: readonly LeftPerson[];
  readonly onAsk: (act: LeftAct | 'phone', who: LeftPerson) => void;
}

export const LeftList = ({ left, people, onAsk }: LeftListProps): VNode => (
  <ul class="left-list">
    {people.map(who => (
      <Row key={who.person} left={left} who={who} onAsk={onAsk} />
    ))}
  </ul>
);

interface RowProps extends Pick<LeftListProps, 'left' | 'onAsk'> {
  readonly who: LeftPerson;
}

function Row({ left, who, onAsk }: RowProps): VNode {
  const [icon, why] = whyText(who.state);
  const acts = leftActs(left, who);
  const name = fullName(who);
  const about = <span class="hidden-text"> ({name})</span>;
  return (
    <li>
      <div class="left-who">
        <b class="digits">
          {callOrderText(who.callOrder)} · {name}
        </b>
        <span class="quiet small">
          {who.specialty} · {STATUS_WORDS[who.status]}
          {who.sessionNumber === null ? '' : ` · session ${who.sessionNumber}`}
        </span>
      </div>
      <p class="left-why">
        <Icon name={icon} /> {why}
      </p>
      <div class="row">
        <Button kind="edge" icon="phone" onClick={() => onAsk('phone', who)}>
          Téléphone…{about}
        </Button>
        {acts.includes('assign') ? (
          <Button icon="armchair" onClick={() => onAsk('assign', who)}>
            Affecter un poste…{about}
          </Button>
        ) : null}
        {acts.includes('leaveWithoutPost') ? (
          <Button kind="edge" onClick={() => onAsk('leaveWithoutPost', who)}>
            Laisser sans poste…{about}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
