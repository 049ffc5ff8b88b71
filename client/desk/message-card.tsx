/** «Message»: to everybody of the session or to one person, with what was sent so far. Sending asks first. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import type { PersonId } from '../../machines/ids.ts';
import { visibleText } from '../../machines/visible-text.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { LongField } from '../ui/field.tsx';
import { number } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { mayAct } from './may-act.ts';
import { addressee, goesTo, LONGEST_MESSAGE } from './messages.ts';
import { everybody } from './queue.ts';
import type { RoomView } from './room-view.ts';
import './message-card.css';

/** Where Alt + Maj + M leads to. */
export const MESSAGE_ID = 'message';

export function MessageCard({ view }: { readonly view: RoomView }): VNode | null {
  const { situation, draft, write, counts, lasting, names, sending, ask } = view;
  const [tried, setTried] = useState(false);
  const toAll = mayAct('messageAll', situation) === null;
  const toOne = mayAct('message', situation, 'chosen') === null;
  const people = everybody(view.queue).toSorted(
    (a, b) => (names.person(a)?.callOrder ?? 0) - (names.person(b)?.callOrder ?? 0),
  );
  if (!toAll && (!toOne || people.length === 0)) return null;
  const to = goesTo(draft, toAll);
  const personal = to !== 'everybody';
  const text = visibleText(draft.text);
  const sent = (lasting?.messages ?? []).toReversed();
  return (
    <Card title="Message">
      <form
        id={MESSAGE_ID}
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          setTried(to === null);
          if (to !== null) ask({ kind: 'message', to: personal ? to : null, text });
        }}
      >
        {toAll && toOne ? (
          <Segmented
            label="Destinataire"
            look="pills"
            choices={[
              ['all', `À tous (${number(counts.size)})`],
              ['one', 'À une personne'],
            ]}
            value={personal ? 'one' : 'all'}
            onChange={key => write({ ...draft, to: key === 'all' ? null : 'toPick' })}
          />
        ) : null}
        {personal ? <Addressee view={view} people={people} to={to} /> : null}
        {tried && to === null ? <p class="field-fault">Choisissez la personne.</p> : null}
        <LongField
          label={personal ? 'Message à cette personne' : 'Message à tous'}
          value={draft.text}
          maxLength={LONGEST_MESSAGE}
          hint={`${draft.text.length} / ${number(LONGEST_MESSAGE)}`}
          onInput={event => write({ ...draft, text: event.currentTarget.value })}
        />
        <div>
          <Button type="submit" kind="edge" icon="send" busy={sending !== null}>
            Envoyer…
          </Button>
        </div>
      </form>
      {sent.length === 0 ? null : (
        <details class="sent-messages">
          <summary>
            <Icon name="chevronDown" /> Messages envoyés ({sent.length})
          </summary>
          <ul>
            {sent.map(one => (
              <li key={one.seq}>
                <span class="quiet digits">
                  {clockTime(one.at)} · {one.who}, {addressee(one.to, names)}
                </span>
                <p>{one.text.sealed ?? 'Texte effacé.'}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

interface AddresseeProps {
  readonly view: RoomView;
  readonly people: readonly PersonId[];
  readonly to: PersonId | null;
}

/** Nobody is supposed: a message to the wrong person cannot be taken back. */
const Addressee = ({ view: { draft, write, names }, people, to }: AddresseeProps): VNode => (
  <Select<PersonId | 'toPick'>
    label="Personne"
    choices={[
      ['toPick', 'À choisir'],
      ...people.map(person => [person, `${names.number(person)} · ${names.name(person)}`] as const),
    ]}
    value={to ?? 'toPick'}
    onChange={person => write({ ...draft, to: person })}
  />
);
